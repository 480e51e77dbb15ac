package nl.jeugdgraaf.http;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.jeugdgraaf.files.ResourcePath;

/// The sample queries that the page offers: a JSON array of objects with `name`, `query` and
/// `variables`.
///
/// Each is a folder on the class path with an `operation.graphql` and optionally a
/// `variables.json`. They are sorted by name.
final class SampleQueries {
  private static final String FOLDER = "/web/questions";

  private SampleQueries() {}

  static String json() {
    return ResourcePath.read(FOLDER, SampleQueries::json).orElse("[]");
  }

  private static String json(Path folder) throws IOException {
    List<Path> samples;
    try (var entries = Files.list(folder)) {
      samples = entries.filter(Files::isDirectory).sorted().toList();
    }
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      json.writeStartArray();
      for (var sample : samples) {
        var variables = sample.resolve("variables.json");
        json.writeStartObject();
        json.writeStringField("name", name(sample));
        json.writeStringField("query", Files.readString(sample.resolve("operation.graphql")));
        json.writeStringField(
            "variables", Files.exists(variables) ? Files.readString(variables) : "");
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    return text.toString();
  }

  private static String name(Path sample) {
    return sample.getFileName().toString().replace("/", "");
  }
}
