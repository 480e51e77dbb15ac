package nl.jeugdgraaf.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import nl.jeugdgraaf.http.Eventually;
import nl.jeugdgraaf.http.TestServer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/// Clients that open connections and ask nothing do not keep others from being answered. All over
/// real sockets.
class ConnectionsTest {
  private static final String HALF = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ";
  private static final String WHOLE = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

  /// The web server with these bounds. It answers at once, and `/hold` once it is let go.
  private static final class Bounded implements AutoCloseable {
    private final Server jetty = new Server();
    private final Connections connections;
    private final ServerConnector connector;
    private final CountDownLatch held = new CountDownLatch(1);

    Bounded(int total, int perAddress, Duration headWithin) throws Exception {
      connections = new Connections(new ConnectionBounds(total, perAddress, headWithin));
      var http = new HttpConfiguration();
      http.addCustomizer(connections);
      connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
      connector.setHost("127.0.0.1");
      connector.addBean(connections);
      jetty.addConnector(connector);
      jetty.setHandler(
          new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
              if (request.getHttpURI().getPath().equals("/hold")) {
                held.await();
              }
              Content.Sink.write(response, true, "yes", callback);
              return true;
            }
          });
      jetty.start();
    }

    Socket connect(String text) throws IOException {
      var socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
      socket.setSoTimeout(5_000);
      send(socket, text);
      return socket;
    }

    @Override
    public void close() throws IOException {
      held.countDown();
      connections.close();
      try {
        jetty.stop();
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean isAnswered(Socket socket) throws IOException {
    var bytes = new byte[4_096];
    var count = socket.getInputStream().read(bytes);
    return count > 0
        && new String(bytes, 0, count, StandardCharsets.US_ASCII).startsWith("HTTP/1.1 200 ");
  }

  /// Sends a byte now and then, and tells for how long that could go on.
  private static Duration drip(Socket socket) throws Exception {
    var start = System.nanoTime();
    socket.setSoTimeout(100);
    while (System.nanoTime() - start < Duration.ofSeconds(5).toNanos()) {
      try {
        send(socket, "x");
        if (socket.getInputStream().read() < 0) {
          break;
        }
      } catch (SocketTimeoutException _) {
        // It is open still.
      } catch (SocketException _) {
        break;
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void aHeadThatDripsInIsCutOff() throws Exception {
    try (var server = new Bounded(100, 100, Duration.ofMillis(500));
        var socket = server.connect(HALF)) {
      var open = drip(socket).toMillis();
      assertTrue(open > 300 && open < 3_000, () -> "closed after " + open + " ms");
    }
  }

  @Test
  void theHeadOfALaterRequestIsCutOffToo() throws Exception {
    try (var server = new Bounded(100, 100, Duration.ofMillis(500));
        var socket = server.connect(WHOLE)) {
      assertTrue(isAnswered(socket));
      // Between two requests a client may wait as long as it likes.
      Thread.sleep(1_000);
      send(socket, WHOLE);
      assertTrue(isAnswered(socket));
      send(socket, HALF);
      var open = drip(socket).toMillis();
      assertTrue(open > 300 && open < 3_000, () -> "closed after " + open + " ms");
    }
  }

  @Test
  void whoHasWaitedLongestWithoutARequestMakesRoom() throws Exception {
    try (var server = new Bounded(3, 100, Duration.ofSeconds(60));
        var asks = server.connect("GET /hold HTTP/1.1\r\nHost: a\r\n\r\n");
        var oldest = server.connect(HALF)) {
      Eventually.assertEventually(() -> server.connections.active() == 1);
      try (var younger = server.connect(HALF);
          var latest = server.connect(WHOLE)) {
        assertTrue(isAnswered(latest));
        assertEquals(-1, oldest.getInputStream().read());
        send(younger, "y\r\n\r\n");
        assertTrue(isAnswered(younger));
        server.held.countDown();
        assertTrue(isAnswered(asks));
      }
    }
  }

  @Test
  void anAddressHasABoundOfItsOwn() throws Exception {
    try (var server = new Bounded(100, 2, Duration.ofSeconds(60));
        var first = server.connect("GET /hold HTTP/1.1\r\nHost: a\r\n\r\n");
        var second = server.connect("GET /hold HTTP/1.1\r\nHost: a\r\n\r\n")) {
      Thread.sleep(100);
      try (var third = server.connect(WHOLE)) {
        assertFalse(isAnswered(third), "both places of the address have a request");
      } catch (SocketException _) {
        // It was closed before its request was sent.
      }
      server.held.countDown();
      assertTrue(isAnswered(first) && isAnswered(second));
      assertEquals(2, server.connections.count());
    }
  }

  /// The whole server, with the bounds it has.
  @Test
  void elevenHundredHalfHeadsKeepNobodyFromBeingAnswered() throws Exception {
    List<Socket> dripping = new ArrayList<>();
    try (var server = new TestServer()) {
      for (int i = 0; i < 1_100; i++) {
        var socket = server.connect();
        send(socket, HALF);
        dripping.add(socket);
      }
      for (int i = 0; i < 20; i++) {
        var start = System.nanoTime();
        assertEquals(200, server.post(TestServer.OPERATION).statusCode());
        var taken = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(taken.compareTo(Duration.ofSeconds(2)) < 0, taken::toString);
      }
    } finally {
      for (var socket : dripping) {
        socket.close();
      }
    }
  }

  @Test
  void aWebSocketIsRefusedAndLeavesNoSession() throws Exception {
    try (var server = new TestServer()) {
      for (var path : List.of("/graphql", "/nothing", "/")) {
        try (var socket = server.connect()) {
          socket.setSoTimeout(5_000);
          send(
              socket,
              ("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade, close\r\nUpgrade: WebSocket\r\n"
                      + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="
                      + "\r\n\r\n")
                  .formatted(path, server.address().getAuthority()));
          var answer =
              new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
          assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
          assertTrue(answer.contains("\"code\":\"BAD_REQUEST\""), answer);
          assertFalse(answer.contains("Set-Cookie"), answer);
        }
      }
    }
  }
}
