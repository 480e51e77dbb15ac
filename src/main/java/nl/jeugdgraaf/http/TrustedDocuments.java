package nl.jeugdgraaf.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Reads the file of trusted documents that the build of a client writes: an Apollo manifest, with
/// the `id` and `body` of each of its `operations`, or an object that maps ids to documents, as
/// written by the Relay compiler and GraphQL Code Generator.
public final class TrustedDocuments {
  private TrustedDocuments() {}

  /// {@return the documents of a file by id, in the order of the file}
  ///
  /// @param file the file, in JSON
  /// @throws ProblemException `STARTUP_FAILED` if it cannot be read
  public static SequencedMap<String, String> read(Path file) {
    try {
      var documents = new LinkedHashMap<String, String>();
      var json = new ObjectMapper().readTree(Files.readString(file));
      if (json.path("operations").isArray()) {
        json.get("operations")
            .forEach(it -> documents.put(text(file, it.path("id")), text(file, it.path("body"))));
      } else {
        json.properties().forEach(it -> documents.put(it.getKey(), text(file, it.getValue())));
      }
      if (documents.isEmpty()) {
        throw unreadable(file, "it has no documents");
      }
      return documents;
    } catch (JacksonException _) {
      throw unreadable(file, "it is not JSON");
    } catch (IOException _) {
      throw unreadable(file, "it cannot be read");
    }
  }

  private static String text(Path file, JsonNode value) {
    if (!value.isTextual()) {
      throw unreadable(file, "each document needs an id and a text, both strings");
    }
    return value.textValue();
  }

  private static ProblemException unreadable(Path file, String why) {
    return new ProblemException(
        Code.STARTUP_FAILED,
        "TRUSTED_DOCUMENTS is %s, but %s. Give an Apollo manifest, or an object that maps ids to"
                .formatted(file, why)
            + " documents.");
  }
}
