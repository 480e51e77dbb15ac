package nl.jeugdgraaf.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nl.jeugdgraaf.problem.Problem;

/// A GraphQL response that holds errors and no data (GraphQL specification, section 7.1.2).
final class ProblemJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ProblemJson() {}

  static byte[] of(List<Problem> problems) {
    var bytes = new ByteArrayOutputStream();
    try (var json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeArrayFieldStart("errors");
      for (var problem : problems) {
        write(problem, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Problem problem, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("message", problem.message());
    if (!problem.locations().isEmpty()) {
      json.writeArrayFieldStart("locations");
      for (var location : problem.locations()) {
        json.writeStartObject();
        json.writeNumberField("line", location.line());
        json.writeNumberField("column", location.column());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (!problem.path().isEmpty()) {
      json.writeArrayFieldStart("path");
      for (var step : problem.path()) {
        if (step instanceof Integer position) {
          json.writeNumber(position);
        } else {
          json.writeString(step.toString());
        }
      }
      json.writeEndArray();
    }
    json.writeObjectFieldStart("extensions");
    json.writeStringField("code", problem.code().name());
    json.writeEndObject();
    json.writeEndObject();
  }
}
