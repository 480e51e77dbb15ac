package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.jeugdgraaf.access.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that is asked to stop, as by `kill`, while it sends long answers: it ends soon and
/// quietly, and no client takes the part that it got for the whole.
@Timeout(600)
class StoppedServerTest {
  private static final Caller STEWARD = new Caller("STEWARD", "", "", "QUALITY", "");

  /// What the server promises, and time to end the process on a busy machine.
  private static final Duration WITHIN = Duration.ofSeconds(10 + 8);

  /// So slowly that an answer takes longer than a stop, and faster than what counts as too slow.
  private static final int PART_BYTES = 1 << 16;

  private static final Duration BETWEEN_PARTS = Duration.ofMillis(50);

  /// A hundred megabytes.
  private static final String MUCH =
      IntStream.range(0, 12)
          .mapToObj(
              """
              y%d: youths { municipality { region { products { key code rawCode names name id } } } }
              """
                  ::formatted)
          .collect(Collectors.joining("", "{", "}"))
          .replace("\n", " ");

  /// First line and headers by which the end of an answer is told in three ways: the end of the
  /// connection, the same, and a last chunk.
  private static final List<String> HEADS =
      List.of("HTTP/1.0\r\n", "HTTP/1.1\r\nConnection: close\r\n", "HTTP/1.1\r\n");

  @TempDir private Path directory;

  @Test
  void itEndsSoonAndQuietlyAndNoCutAnswerLooksWhole() throws Exception {
    TestDatabase.seeded();
    var settings = Map.of("SEED", "none", "AUDIT_DATA", directory.resolve("audit").toString());
    var program = Program.serve(settings, directory.resolve("log"));
    // Closed first: clients end when there is no server.
    AutoCloseable server = program::kill;
    try (var clients = Executors.newCachedThreadPool();
        server) {
      var address = program.ready();
      var token = DemoClient.token(address, STEWARD);
      var begun = new CountDownLatch(HEADS.size());
      var read =
          HEADS.stream().map(head -> clients.submit(reading(address, token, head, begun))).toList();
      assertTrue(begun.await(1, TimeUnit.MINUTES), "the answers did not begin");
      program.process().destroy();
      var ended = program.process().waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS);
      assertTrue(ended, "the server still runs");
      assertEquals(0, program.process().exitValue());
      for (int i = 0; i < HEADS.size(); i++) {
        assertFalse(read.get(i).get(), "looks whole: " + HEADS.get(i));
      }
    }
    var log = Files.readString(program.errors());
    assertFalse(log.contains(" ERROR "), log);
  }

  /// Returns whether an answer looks whole to its client.
  private static Callable<Boolean> reading(
      URI server, String token, String head, CountDownLatch begun) {
    return () -> {
      try (var socket = new Socket(server.getHost(), server.getPort())) {
        var body = "{\"query\": \"" + MUCH + "\"}";
        var request =
            "POST /graphql %sHost: %s\r\nAuthorization: Bearer %s\r\n"
                    .formatted(head, server.getAuthority(), token)
                + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(body.length(), body);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var part = new byte[PART_BYTES];
        var answer = socket.getInputStream();
        int length = answer.read(part);
        var last = new String(part, 0, Math.max(0, length), StandardCharsets.UTF_8);
        assertTrue(last.startsWith("HTTP/1.1 200 "), last);
        begun.countDown();
        while (length >= 0) {
          last = new String(part, 0, length, StandardCharsets.UTF_8);
          LockSupport.parkNanos(BETWEEN_PARTS.toNanos());
          length = answer.read(part);
        }
        return !head.equals(HEADS.getLast()) || last.endsWith("\r\n0\r\n\r\n");
      } catch (IOException _) {
        return false;
      }
    };
  }
}
