package nl.jeugdgraaf.http;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.jeugdgraaf.files.ResourcePath;

/// The sample questions, as the page opens them in tabs: a JSON array of name, query, variables.
///
/// They are folders on the class path, each with an `operation.graphql` and perhaps a
/// `variables.json`, in the order of their names.
final class SampleQueries {
  private static final String FOLDER = "/web/questions";

  private SampleQueries() {}

  static String json() {
    return ResourcePath.read(FOLDER, SampleQueries::json).orElse("[]");
  }

  private static String json(Path folder) throws IOException {
    List<Path> questions;
    try (var entries = Files.list(folder)) {
      questions = entries.filter(Files::isDirectory).sorted().toList();
    }
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      json.writeStartArray();
      for (var question : questions) {
        var variables = question.resolve("variables.json");
        json.writeStartObject();
        json.writeStringField("name", name(question));
        json.writeStringField("query", Files.readString(question.resolve("operation.graphql")));
        json.writeStringField(
            "variables", Files.exists(variables) ? Files.readString(variables) : "");
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    return text.toString();
  }

  private static String name(Path question) {
    return question.getFileName().toString().replace("/", "");
  }
}
