package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whoever makes an answer learns that nobody waits for it any more; whoever waits gets it.
class DisconnectDetectorTest {
  private final TestServer served = new TestServer();

  @AfterEach
  void stop() {
    served.close();
  }

  private Socket connect() throws IOException {
    var server = URI.create(served.server().address());
    return new Socket(server.getHost(), server.getPort());
  }

  private static byte[] request(String more) {
    return """
    POST /graphql HTTP/1.1\r
    Host: 127.0.0.1\r
    Content-Type: application/json\r
    Content-Length: %d\r
    %s\r
    %s\
    """
        .formatted(TestServer.ASK.length(), more, TestServer.ASK)
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void theMakerIsInterruptedWhenTheClientLeaves() throws Exception {
    leave();
  }

  private void leave() throws IOException, InterruptedException {
    var started = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    served.answer(_ ->
        _ -> {
          started.countDown();
          try {
            TimeUnit.SECONDS.sleep(30);
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw new IOException(e);
          }
        });
    try (var socket = connect()) {
      socket.getOutputStream().write(request(""));
      assertTrue(started.await(10, TimeUnit.SECONDS));
    }
    assertTrue(interrupted.await(2, TimeUnit.SECONDS), "two seconds are over");
  }

  /// A client can send the next request before it has the answer to the first.
  @Test
  void requestsThatCameAheadAreAnsweredInTheirOrder() throws Exception {
    served.answer(_ ->
        out -> {
          try {
            TimeUnit.MILLISECONDS.sleep(1_300);
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          out.write("{\"data\":null}".getBytes(StandardCharsets.UTF_8));
        });
    try (var socket = connect()) {
      socket.getOutputStream().write(request(""));
      TimeUnit.MILLISECONDS.sleep(200);
      socket.getOutputStream().write(request(""));
      socket.getOutputStream().write(request("Connection: close\r\n"));
      var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertEquals(3, answers.split("HTTP/1.1 200", -1).length - 1, answers);
      assertEquals(3, answers.split("\"data\"", -1).length - 1, answers);
    }
  }

  @Test
  void anInterruptStaysWithItsRequest() throws Exception {
    leave();
    served.answer(_ ->
        out -> {
          assertFalse(Thread.currentThread().isInterrupted());
          out.write("{\"data\":null}".getBytes(StandardCharsets.UTF_8));
        });
    for (int i = 0; i < 20; i++) {
      assertEquals(200, served.post(TestServer.ASK).statusCode());
    }
  }
}
