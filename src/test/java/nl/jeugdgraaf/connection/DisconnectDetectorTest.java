package nl.jeugdgraaf.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.jeugdgraaf.http.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An operation is interrupted when its client disconnects, and only then.
class DisconnectDetectorTest {
  /// Longer than the time between two checks of a connection.
  private static final int WORK_MILLIS = 700;

  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static byte[] request(String more) {
    return """
    POST /graphql HTTP/1.1\r
    Host: 127.0.0.1\r
    Content-Type: application/json\r
    Content-Length: %d\r
    %s\r
    %s\
    """
        .formatted(TestServer.OPERATION.length(), more, TestServer.OPERATION)
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void anOperationIsInterruptedWhenItsClientDisconnects() throws Exception {
    disconnectDuringOperation();
  }

  private static void disconnectDuringOperation() throws IOException, InterruptedException {
    var started = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    SERVER.answer(_ ->
        _ -> {
          started.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw new IOException(e);
          }
        });
    try (var socket = SERVER.connect()) {
      socket.getOutputStream().write(request(""));
      assertTrue(started.await(10, TimeUnit.SECONDS));
    }
    assertTrue(interrupted.await(2, TimeUnit.SECONDS), "not interrupted within two seconds");
  }

  /// A client can send the next requests before it has the response to the first (pipelining).
  @Test
  void pipelinedRequestsAreAnsweredInTheirOrder() throws Exception {
    var started = new CountDownLatch(1);
    SERVER.answer(_ ->
        out -> {
          started.countDown();
          work();
          TestServer.text("{\"data\":null}").writeTo(out);
        });
    try (var socket = SERVER.connect()) {
      socket.getOutputStream().write(request(""));
      assertTrue(started.await(10, TimeUnit.SECONDS));
      socket.getOutputStream().write(request(""));
      socket.getOutputStream().write(request("Connection: close\r\n"));
      var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertEquals(3, answers.split("HTTP/1.1 200", -1).length - 1, answers);
      assertEquals(3, answers.split("\"data\"", -1).length - 1, answers);
    }
  }

  /// Takes a while, and notices if it is interrupted.
  private static void work() throws IOException {
    try {
      assertFalse(new CountDownLatch(1).await(WORK_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void anInterruptDoesNotReachTheNextRequest() throws Exception {
    disconnectDuringOperation();
    SERVER.answer(_ ->
        out -> {
          assertFalse(Thread.currentThread().isInterrupted());
          TestServer.text("{\"data\":null}").writeTo(out);
        });
    for (int i = 0; i < 20; i++) {
      assertEquals(200, SERVER.post(TestServer.OPERATION).statusCode());
    }
  }
}
