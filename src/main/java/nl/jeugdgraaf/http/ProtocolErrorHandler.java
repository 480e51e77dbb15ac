package nl.jeugdgraaf.http;

import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.execute.ProblemJson;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers requests that no handler sees, because they are not valid HTTP, too long, or came while
/// the server stops. The answer reveals nothing about the server and repeats nothing of the
/// request.
final class ProtocolErrorHandler implements Request.Handler {
  /// The problem of each status that the web server gives by itself.
  static final Map<Integer, Problem> PROBLEMS =
      Map.of(
          400,
          Problem.of(
              Code.BAD_REQUEST,
              "The request is not valid HTTP. Correct its first line and" + " headers."),
          406,
          Problem.of(
              Code.NOT_ACCEPTABLE,
              "Answers are compressed with gzip or zstd, or not at all. Accept one of them."),
          414,
          Problem.of(
              Code.LIMIT_EXCEEDED, "The URL is too long. Send the operation with POST instead."),
          431,
          Problem.of(Code.LIMIT_EXCEEDED, "The headers are too long. Send fewer or shorter ones."),
          500,
          Problem.of(Code.INTERNAL_ERROR, "Internal error. Report it to the operator."),
          503,
          Problem.of(
              Code.DATABASE_UNAVAILABLE,
              "The server is stopping or too busy. Try again in a few seconds."),
          505,
          Problem.of(Code.BAD_REQUEST, "The server does not know this version of HTTP. Use 1.1."));

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var status = known(response.getStatus());
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ResponseType.JSON.contentType());
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (status == 503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
    }
    var text = ProblemJson.response(List.of(PROBLEMS.get(status)));
    Content.Sink.write(response, true, text, callback);
    return true;
  }

  /// The web server answers 415 to a client that takes no compression it has.
  private static int known(int status) {
    if (PROBLEMS.containsKey(status)) {
      return status;
    }
    return status == 415 ? 406 : status < 500 ? 400 : 500;
  }
}
