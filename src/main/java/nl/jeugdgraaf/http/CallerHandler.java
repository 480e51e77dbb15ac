package nl.jeugdgraaf.http;

import com.fasterxml.jackson.core.JsonFactory;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.StringWriter;
import nl.jeugdgraaf.auth.CallerChoices;
import nl.jeugdgraaf.auth.CallerReader;

/// `GET /caller`: whom this server takes the sender of a token for, so that the page that signed
/// somebody in need not read claims by itself. The answer has the organisation, and the roles that
/// the token has, each with the purposes that it may state.
final class CallerHandler implements Handler {
  private final CallerReader callers;

  CallerHandler(CallerReader callers) {
    this.callers = callers;
  }

  @Override
  public void handle(Context http) throws IOException {
    var choices = callers.choices(Headers.all(http, "Authorization"));
    http.contentType(ResponseType.JSON.contentType()).result(json(choices));
  }

  private static String json(CallerChoices choices) throws IOException {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("organisation", choices.organisation());
      json.writeArrayFieldStart("roles");
      for (var role : choices.purposes().entrySet()) {
        json.writeStartObject();
        json.writeStringField("role", role.getKey());
        json.writeArrayFieldStart("purposes");
        for (var purpose : role.getValue()) {
          json.writeString(purpose);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }
}
