package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The Bruno collection in `src/examples/bruno` has each question of the field as a request.
/// `-Dbruno=update` writes it anew.
class BrunoCollectionTest {
  private static final Path QUESTIONS = Path.of("src/test/resources/questions");
  private static final Path COLLECTION = Path.of("src/examples/bruno");

  @Test
  void everyQuestionIsARequest() throws IOException {
    var wanted = requests();
    if ("update".equals(System.getProperty("bruno"))) {
      write(wanted);
    }
    assertEquals(wanted, written(), "update it with -Dbruno=update");
  }

  private static SequencedMap<String, String> requests() throws IOException {
    var requests = new TreeMap<String, String>();
    for (var question : questions()) {
      var name = question.getFileName().toString();
      requests.put(name + ".bru", request(name, requests.size() + 1, question));
    }
    return requests;
  }

  private static List<Path> questions() throws IOException {
    try (var folders = Files.list(QUESTIONS)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static String request(String name, int place, Path question) throws IOException {
    var variables = question.resolve("variables.json");
    return """
    meta {
      name: %s
      type: graphql
      seq: %d
    }

    post {
      url: {{server}}/graphql
      body: graphql
      auth: bearer
    }

    auth:bearer {
      token: {{token}}
    }

    body:graphql {
    %s
    }

    body:graphql:vars {
    %s
    }
    """
        .formatted(
            name,
            place,
            indented(Files.readString(question.resolve("operation.graphql"))),
            indented(Files.exists(variables) ? Files.readString(variables) : "{}"));
  }

  private static String indented(String text) {
    return text.strip()
        .lines()
        .map(line -> ("  " + line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private static void write(SequencedMap<String, String> requests) throws IOException {
    for (var name : written().keySet()) {
      Files.delete(COLLECTION.resolve(name));
    }
    for (var request : requests.entrySet()) {
      Files.writeString(COLLECTION.resolve(request.getKey()), request.getValue());
    }
  }

  private static SequencedMap<String, String> written() throws IOException {
    var found = new TreeMap<String, String>();
    try (var files = Files.newDirectoryStream(COLLECTION, "*.bru")) {
      for (var file : files) {
        found.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return found;
  }
}
