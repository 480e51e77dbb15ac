package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import nl.jeugdgraaf.auth.DemoTokens;
import nl.jeugdgraaf.auth.HttpProblem;
import nl.jeugdgraaf.execute.ProblemJson;

/// `POST /demo/token`: a token for the role, organisation and purpose in the body.
///
/// The content type must be JSON, which a browser does not send to another site without asking that
/// site first.
final class DemoTokenHandler implements Handler {
  private static final int BODY_BYTES_MAX = 10_000;

  private final DemoTokens tokens;
  private final JsonBody json = new JsonBody(BODY_BYTES_MAX);

  DemoTokenHandler(DemoTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void handle(Context http) throws IOException {
    http.contentType(ResponseType.JSON.contentType());
    try {
      http.result("{\"token\":\"" + token(http) + "\"}");
    } catch (HttpProblem e) {
      http.status(ProblemStatus.ofRequest(e.problem().code()));
      http.result(ProblemJson.response(List.of(e.problem())));
    }
  }

  private String token(Context http) throws IOException {
    var body =
        json.read(http)
            .orElseThrow(() ->
                HttpProblem.badRequest(
                    "The body must be a JSON object with \"role\", \"organisation\" and"
                        + " \"purpose\"."));
    return tokens.token(
        JsonBody.string(body, "role").orElse(""),
        JsonBody.string(body, "organisation").orElse(""),
        JsonBody.string(body, "purpose").orElse(""));
  }
}
