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

/// Reads the file of trusted documents that a client's build writes: a manifest of Apollo, with
/// `id` and `body` of each of its `operations`, or one object with a document for each id, as the
/// compiler of Relay and GraphQL Code Generator write it.
public final class TrustedDocuments {
  private TrustedDocuments() {}

  /// Reads trusted documents.
  ///
  /// @param file the file
  /// @return documents by id, in the order of the file
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
      throw unreadable(file, "each document needs an id and a text");
    }
    return value.textValue();
  }

  private static ProblemException unreadable(Path file, String why) {
    return new ProblemException(
        Code.STARTUP_FAILED,
        "TRUSTED_DOCUMENTS is %s, and %s; give a manifest of operations, or an object of documents"
                .formatted(file, why)
            + " by id.");
  }
}
