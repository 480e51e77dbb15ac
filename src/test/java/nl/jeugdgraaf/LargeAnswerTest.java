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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.jeugdgraaf.http.DemoClient;
import nl.jeugdgraaf.policy.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An answer that is larger than the memory of the server. That its bytes leave before the last
/// record is there follows from it: they have no other place to be.
class LargeAnswerTest {
  private static final int HEAP_MEGABYTES = 96;
  private static final int TIMES = 12;
  private static final Caller STEWARD = new Caller("STEWARD", "", "", "QUALITY", "");

  /// All products of the region of each youth, several times.
  private static final String PRODUCTS =
      IntStream.range(0, TIMES)
          .mapToObj(i -> "p%d: products { key code rawCode names name globalId }".formatted(i))
          .collect(Collectors.joining(" ", "{ youths { id municipality { region { ", " } } } }"));

  @TempDir private Path directory;

  @Test
  void anAnswerLargerThanTheMemoryOfTheServerLeavesWhole() throws Exception {
    TestDatabase.seeded();
    var settings = Map.of("SEED", "none", "AUDIT_DATA", directory.resolve("audit").toString());
    var options = List.of("-Xmx" + HEAP_MEGABYTES + "m");
    var server = Program.serve(options, settings, directory.resolve("log"));
    try {
      long bytes = read(server.ready());
      assertTrue(bytes > HEAP_MEGABYTES * 1_000_000L, () -> "too small an answer: " + bytes);
    } finally {
      server.process().destroy();
      server.process().waitFor();
    }
  }

  /// Returns how long the answer is, of which nothing is kept but its end.
  private static long read(URI server) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve("/graphql"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + DemoClient.token(server, STEWARD))
            .POST(
                BodyPublishers.ofString(
                    new ObjectMapper().writeValueAsString(Map.of("query", PRODUCTS))))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var response = client.send(request, BodyHandlers.ofInputStream());
      assertEquals(200, response.statusCode());
      var piece = new byte[1 << 16];
      long bytes = 0;
      var end = "";
      try (var body = response.body()) {
        for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
          bytes += length;
          end = new String(piece, 0, length, StandardCharsets.UTF_8);
        }
      }
      assertTrue(end.endsWith("]}}"), end);
      return bytes;
    }
  }
}
