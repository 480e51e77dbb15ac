package nl.jeugdgraaf.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.TreeSet;
import nl.jeugdgraaf.soak.SoakServer.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every attack in turn, kills of the server and of its database, and an ordinary client that must
/// notice nothing of it: `mvn -q test -Dtest=Soak -Dsoak.minutes=60`.
///
/// The server has 256 MB of heap and loads the seed. In the first round everything becomes warm, so
/// its look-ups do not count; what the server holds after it is compared with what it holds at the
/// end.
class Soak {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MINUTES = Integer.getInteger("soak.minutes", 60);
  private static final boolean SHORT = MINUTES < 10;
  private static final Duration ATTACK = Duration.ofSeconds(SHORT ? 2 : 20);
  private static final Duration SETTLES_WITHIN = Duration.ofSeconds(SHORT ? 8 : 30);

  /// The short form runs on busy machines too.
  private static final long P99_MILLIS = SHORT ? 2_000 : 500;

  /// Caches of compiled code and of buffers still grow a little.
  private static final double HEAP_GROWTH_MAX = 1.25;

  private static final int MORE_THREADS_MAX = 10;

  /// The pool of connections to the database grows with the load, to 72.
  private static final int MORE_FILES_MAX = 75;

  @TempDir Path directory;

  @Test
  void anOrdinaryClientNoticesNothing() throws Exception {
    var until = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
    try (var server = SoakServer.start(directory);
        var lookUps = new LookUps(server.address(), token(server.address()))) {
      lookUps.disturbed(true);
      attackAll(server, lookUps);
      lookUps.disturbed(false);
      var before = settled(server);
      do {
        lookUps.disturbed(true);
        server.killDatabase();
        Thread.sleep(5_000);
        lookUps.disturbed(false);
        attackAll(server, lookUps);
      } while (System.nanoTime() < until);
      var after = settled(server);
      for (int i = 0; i < 4 && after.files() > before.files() + MORE_FILES_MAX; i++) {
        after = settled(server);
      }
      say(
          "%d look-ups outside the kills: half within %d ms, 99 of 100 within %d ms, %d failed"
              .formatted(
                  lookUps.count(),
                  lookUps.quantile(0.5),
                  lookUps.quantile(0.99),
                  lookUps.failed()));
      say("held after the first round: " + before);
      say("held at the end:            " + after);
      lookUps.disturbed(true);
      server.killAndStart();
      lookUps.stop();
      assertAllRecorded(server, lookUps);
      assertTrue(lookUps.quantile(0.99) < P99_MILLIS, "look-ups were slow");
      assertEquals(0, lookUps.failed(), "look-ups failed");
      assertFlat(before, after);
      assertEndsWithLongAnswers(server);
      assertFalse(server.log().contains("OutOfMemoryError"), "out of memory");
    }
  }

  private static void say(String line) {
    System.out.println("soak: " + line);
  }

  private static void attackAll(SoakServer server, LookUps lookUps) throws InterruptedException {
    for (var attack : Attack.values()) {
      var slow = lookUps.failed();
      attack(server.address(), attack);
      var failed = lookUps.failed() - slow;
      say(
          attack
              + ": "
              + (failed == 0 ? "no look-up failed" : failed + " look-ups failed")
              + ", 99 of 100 so far within "
              + lookUps.quantile(0.99)
              + " ms");
    }
  }

  private static void attack(URI server, Attack attack) throws InterruptedException {
    var until = System.nanoTime() + ATTACK.toNanos();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < attack.clients(); i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                while (System.nanoTime() < until) {
                  once(server, attack, until);
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
  }

  /// What the server does with a hostile client is its affair.
  private static void once(URI server, Attack attack, long until) {
    try (var client = Attack.Client.connect(server, until)) {
      attack.once(client);
    } catch (IOException _) {
      Thread.onSpinWait();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Held settled(SoakServer server) throws IOException, InterruptedException {
    Thread.sleep(SETTLES_WITHIN);
    return server.held();
  }

  private static void assertFlat(Held before, Held after) {
    assertTrue(after.heap() < HEAP_GROWTH_MAX * before.heap(), "the heap grew");
    assertTrue(
        after.databaseHeap() < HEAP_GROWTH_MAX * before.databaseHeap(),
        "the heap of the database grew");
    assertTrue(after.threads() <= before.threads() + MORE_THREADS_MAX, "threads were left");
    assertTrue(after.files() <= before.files() + MORE_FILES_MAX, "files were left open");
  }

  /// Every answer about a youth is in the audit log, also those just before the server was killed.
  private static void assertAllRecorded(SoakServer server, LookUps lookUps) throws IOException {
    var recorded = new HashSet<String>();
    for (var line : Files.readAllLines(server.audit().resolve("audit.jsonl"))) {
      recorded.add(JSON.readTree(line).path("operation").asText());
    }
    var lost = new TreeSet<>(lookUps.answered());
    lost.removeAll(recorded);
    say(lookUps.answered().size() + " answers about a youth, " + lost.size() + " not recorded");
    assertEquals(new TreeSet<String>(), lost);
  }

  private static void assertEndsWithLongAnswers(SoakServer server) throws InterruptedException {
    var until = System.nanoTime() + ATTACK.toNanos();
    for (int i = 0; i < Attack.LARGE.clients(); i++) {
      Thread.ofVirtual().start(() -> once(server.address(), Attack.LARGE, until));
    }
    Thread.sleep(1_000);
    assertTrue(server.terminate(), "the server did not end");
    assertFalse(server.lastLog().contains(" ERROR "), server::lastLog);
  }

  private static String token(URI server) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(server.resolve("/demo/token"))
              .header("content-type", "application/json")
              .POST(BodyPublishers.ofString("{\"role\":\"STEWARD\",\"purpose\":\"QUALITY\"}"))
              .build();
      return JSON.readTree(client.send(request, BodyHandlers.ofString()).body())
          .path("token")
          .asText();
    }
  }
}
