package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import nl.jeugdgraaf.access.Caller;

/// An answer to one who sees everything that is read as it arrives and not kept, however large.
public final class StreamedAnswer {
  private static final Caller STEWARD = new Caller("STEWARD", "", "", "QUALITY", "");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PIECE = 1 << 16;

  private StreamedAnswer() {}

  /// Returns the request for a body in GraphQL.
  public static HttpRequest request(URI server, Object body) throws IOException {
    return HttpRequest.newBuilder(server.resolve("/graphql"))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + DemoClient.token(server, STEWARD))
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
        .build();
  }

  /// Reads a whole answer without errors.
  ///
  /// @param request what is asked
  /// @param piece gets each piece when it is there
  /// @return how many bytes it has
  public static long read(HttpRequest request, Consumer<String> piece)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var response = client.send(request, BodyHandlers.ofInputStream());
      assertEquals(200, response.statusCode());
      long bytes = 0;
      var buffer = new byte[PIECE];
      var last = "";
      try (var body = response.body()) {
        for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
          last = new String(buffer, 0, length, StandardCharsets.UTF_8);
          piece.accept(last);
          bytes += length;
        }
      }
      assertTrue(last.endsWith("}}") && !last.contains("\"errors\""), last);
      return bytes;
    }
  }
}
