package nl.jeugdgraaf.store;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// What a page in a browser can do to a database: speak Bolt through a WebSocket.
///
/// @param database address of the database
/// @param origin site of the page
record BoltPage(URI database, String origin) {
  private static final byte[] VERSION_5_0 = {
    0x60, 0x60, (byte) 0xB0, 0x17, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  /// Signs in and asks, without waiting for an answer in between.
  ///
  /// @return all bytes that came back, as text
  String ask(String scheme, String password, String question) throws Exception {
    var received = new Received();
    try (var client = HttpClient.newHttpClient()) {
      var socket =
          client
              .newWebSocketBuilder()
              .header("Origin", origin)
              .buildAsync(URI.create("ws://127.0.0.1:" + database.getPort() + "/"), received)
              .get(10, TimeUnit.SECONDS);
      send(socket, VERSION_5_0);
      send(
          socket,
          new Message(0x01, 1)
              .map(4)
              .text("user_agent")
              .text("page/1.0")
              .text("scheme")
              .text(scheme)
              .text("principal")
              .text("neo4j")
              .text("credentials")
              .text(password)
              .chunk());
      send(socket, new Message(0x10, 3).text(question).map(0).map(0).chunk());
      send(socket, new Message(0x3F, 1).map(1).text("n").number(-1).chunk());
      var answers = received.all.get(20, TimeUnit.SECONDS);
      socket.abort();
      return answers;
    }
  }

  private static void send(WebSocket socket, byte[] bytes) throws Exception {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).get(10, TimeUnit.SECONDS);
  }

  /// Collects what arrives until the last answer, or until the other side hangs up.
  private static final class Received implements WebSocket.Listener {
    /// Is in the answer that ends the rows.
    private static final String LAST = "bookmark";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<String> all = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      var part = new byte[data.remaining()];
      data.get(part);
      bytes.writeBytes(part);
      if (text().contains(LAST)) {
        all.complete(text());
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      all.complete(text());
      return CompletableFuture.completedFuture(null);
    }

    private String text() {
      return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      all.complete(text());
    }
  }

  /// A message of Bolt, in PackStream.
  private static final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message(int kind, int fields) {
      bytes.write(0xB0 + fields);
      bytes.write(kind);
    }

    Message map(int entries) {
      bytes.write(0xA0 + entries);
      return this;
    }

    Message number(int tiny) {
      bytes.write(tiny);
      return this;
    }

    Message text(String text) {
      var encoded = text.getBytes(StandardCharsets.UTF_8);
      bytes.write(0xD0);
      bytes.write(encoded.length);
      bytes.writeBytes(encoded);
      return this;
    }

    byte[] chunk() {
      var length = bytes.size();
      return ByteBuffer.allocate(length + 4)
          .putShort((short) length)
          .put(bytes.toByteArray())
          .putShort((short) 0)
          .array();
    }
  }
}
