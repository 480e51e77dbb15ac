package nl.jeugdgraaf.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import nl.jeugdgraaf.DemoClient;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.bench.BenchOperation.Asker;

/// Where a contestant listens, and how it is asked. For one thread.
final class Endpoint {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Contestant contestant;
  private final String address;
  private final Map<Asker, String> tokens = new HashMap<>();

  Endpoint(Contestant contestant, String address) {
    this.contestant = contestant;
    this.address = address;
  }

  Contestant contestant() {
    return contestant;
  }

  HttpConnection connect() throws IOException {
    return new HttpConnection(URI.create(address));
  }

  /// Asks once.
  ///
  /// @return the answer as a tree, without cursors
  JsonNode answer(BoundOperation asked) {
    return withoutCursors(ask(asked));
  }

  /// Returns the same operation at its second page, where it has one.
  BoundOperation atPage(BoundOperation asked) {
    if (!asked.operation().isSecondPage()) {
      return asked;
    }
    var end = ask(asked).findValue("endCursor");
    return asked.with("after", end.asText());
  }

  private JsonNode ask(BoundOperation asked) {
    var body = new ByteArrayOutputStream();
    try (var connection = connect()) {
      int status = connection.ask(request(asked), body);
      var answer = JSON.readTree(body.toByteArray());
      if (status != 200 || answer.has("errors")) {
        throw new IllegalStateException(
            contestant + " to " + asked.operation().name() + ": " + status + " " + answer);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(contestant + " to " + asked.operation().name(), e);
    }
  }

  /// Returns the bytes of a request.
  byte[] request(BoundOperation asked) {
    return contestant.isGraphQl()
        ? HttpConnection.request("/graphql", token(asked.asker()), asked.graphQlBody())
        : HttpConnection.request(
            "/" + asked.operation().name(), token(asked.asker()), asked.body());
  }

  private String token(Asker asker) {
    if (asker.role().isEmpty()) {
      return "";
    }
    return contestant.isOurs() ? tokens.computeIfAbsent(asker, this::demoToken) : Tokens.of(asker);
  }

  private String demoToken(Asker asker) {
    var caller = new Caller(asker.role(), asker.organisation(), "", asker.purpose(), "");
    return DemoClient.token(URI.create(address), caller);
  }

  private static JsonNode withoutCursors(JsonNode answer) {
    answer.findParents("endCursor").forEach(page -> ((ObjectNode) page).remove("endCursor"));
    return answer;
  }
}
