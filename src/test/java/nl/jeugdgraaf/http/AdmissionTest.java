package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Callers who ask much, or do not read what they asked, do not keep others from being answered.
class AdmissionTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    end.countDown();
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 192.0.2.1, address c0000201",
    "'', '', 2001:db8::1, address 20010db800000000",
    "'', '', 2001:db8::ffff:0:0:1, address 20010db800000000",
    "99000012, u1, 192.0.2.1, user 99000012 u1",
    "'', '', unknown, address unknown"
  })
  void aCallerIsAUserOrANetwork(String organisation, String user, String address, String key) {
    assertEquals(key, Admission.key(new Caller("R", organisation, user, "", address)));
  }

  private static String token() throws Exception {
    var wanted = BodyPublishers.ofString("{\"role\":\"STEWARD\",\"purpose\":\"QUALITY\"}");
    var body =
        SERVER
            .send(SERVER.at("/demo/token").header("content-type", TestServer.JSON).POST(wanted))
            .body();
    return "Bearer " + body.replaceAll(".*\"token\":\"([^\"]*)\".*", "$1");
  }

  /// As the caller with the token, while those without one take all they can have.
  private static void assertAnswered(String token) throws Exception {
    var start = System.nanoTime();
    var answer = SERVER.send(SERVER.asking().header("authorization", token));
    assertEquals(200, answer.statusCode(), answer::body);
    var taken = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(taken.compareTo(Duration.ofSeconds(1)) < 0, taken::toString);
  }

  @Test
  void ninetyHeavyQuestionsKeepNobodyElseWaiting() throws Exception {
    var token = token();
    var running = new Semaphore(0);
    SERVER.answer(request ->
        out -> {
          if (request.caller().user().isEmpty()) {
            running.release();
            await();
          }
          TestServer.text("{\"data\":{}}").writeTo(out);
        });
    var heavy = new ArrayList<CompletableFuture<Integer>>();
    for (int i = 0; i < 90; i++) {
      heavy.add(SERVER.sendLater(SERVER.asking()).thenApply(answer -> answer.statusCode()));
    }
    running.acquire(32);
    for (int i = 0; i < 5; i++) {
      assertAnswered(token);
    }
    // Whoever waits is refused after two seconds.
    Eventually.assertEventually(
        () -> heavy.stream().filter(CompletableFuture::isDone).count() == 58);
    assertEquals(0, running.availablePermits());
    end.countDown();
    var statuses = heavy.stream().map(CompletableFuture::join).toList();
    assertEquals(32, statuses.stream().filter(status -> status == 200).count());
    assertEquals(58, statuses.stream().filter(status -> status == 503).count());
  }

  @Test
  void aRefusalSaysThatTheServerIsBusy() throws Exception {
    var running = new Semaphore(0);
    SERVER.answer(_ ->
        _ -> {
          running.release();
          await();
        });
    var heavy = new ArrayList<CompletableFuture<?>>();
    for (int i = 0; i < 96; i++) {
      heavy.add(SERVER.sendLater(SERVER.asking()));
    }
    running.acquire(32);
    var refused = SERVER.send(SERVER.asking());
    TestServer.assertProblem(503, Code.SERVER_BUSY, refused);
    assertEquals("5", refused.headers().firstValue("retry-after").orElse(""));
    end.countDown();
    heavy.forEach(CompletableFuture::join);
  }

  private void await() throws IOException {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /// Sockets that ask for an endless answer and do not read it.
  @Test
  void whoDoesNotReadIsCutOffAndKeepsNobodyWaiting() throws Exception {
    var token = token();
    SERVER.answer(request ->
        out -> {
          var block = new byte[100_000];
          while (request.caller().user().isEmpty()) {
            out.write(block);
          }
          TestServer.text("{\"data\":{}}").writeTo(out);
        });
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 64; i++) {
        var socket = SERVER.connect();
        var operation = TestServer.OPERATION;
        var head =
            "POST /graphql HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n"
                .formatted(SERVER.address().getAuthority());
        var request = head + "Content-Length: " + operation.length() + "\r\n\r\n" + operation;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        sockets.add(socket);
      }
      Thread.sleep(500);
      for (int i = 0; i < 10; i++) {
        assertAnswered(token);
      }
      // Its place is given back, and what it has does not look whole.
      var first = sockets.getFirst();
      Thread.sleep(5_800);
      first.setSoTimeout(5_000);
      assertThrows(IOException.class, () -> first.getInputStream().readAllBytes());
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }
}
