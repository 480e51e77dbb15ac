package nl.jeugdgraaf;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.jeugdgraaf.access.Caller;

/// A caller who looks at data of persons, and keeps what came of an answer however it ends.
///
/// @param server where to ask
/// @param caller as whom
/// @param token for it
record AuditedCaller(URI server, Caller caller, String token) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern YOUTH = Pattern.compile("\"(Y-\\d{6})\"");
  private static final String BODY = "\r\n\r\n";

  /// Large answers are read in pieces of this size, and the window of the connection is as small,
  /// so that the server has to wait while it writes.
  private static final int PIECE = 8_192;

  /// What arrived of one answer.
  ///
  /// @param caller who asked
  /// @param operation name of the operation
  /// @param youths whose keys are in it
  /// @param whole whether all of it arrived
  record Seen(Caller caller, String operation, Set<String> youths, boolean whole) {}

  /// How an answer is read.
  ///
  /// @param pause between two pieces
  /// @param bytesMax after so many the connection is closed
  record Reading(Duration pause, int bytesMax) {
    static final Reading AT_ONCE = new Reading(Duration.ZERO, Integer.MAX_VALUE);
  }

  /// Asks, and reads until the answer ends, the server dies or the reader has enough.
  ///
  /// @param operation its name
  /// @param query its text, with `%s` for the name
  /// @param reading how the answer is read
  Seen ask(String operation, String query, Reading reading) {
    var arrived = new ByteArrayOutputStream();
    try (var socket = new Socket()) {
      if (!reading.equals(Reading.AT_ONCE)) {
        socket.setReceiveBufferSize(PIECE);
      }
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
      socket.getOutputStream().write(request(operation, query.replace("%s", operation)));
      read(socket, reading, arrived);
    } catch (IOException _) {
      // Killed: what arrived before has been seen nonetheless.
    }
    var text = arrived.toString(StandardCharsets.UTF_8);
    var youths =
        YOUTH.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    return new Seen(caller, operation, new TreeSet<>(youths), whole(text));
  }

  /// Speaks HTTP/1.0, so that the body comes unchunked and ends with the connection.
  private byte[] request(String operation, String query) throws IOException {
    var body = JSON.writeValueAsString(Map.of("query", query, "operationName", operation));
    var lines =
        List.of(
            "POST /graphql HTTP/1.0",
            "Host: " + server.getAuthority(),
            "Content-Type: application/json",
            "Authorization: Bearer " + token,
            "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
    return (String.join("\r\n", lines) + BODY + body).getBytes(StandardCharsets.UTF_8);
  }

  private static void read(Socket socket, Reading reading, ByteArrayOutputStream arrived)
      throws IOException {
    var piece = new byte[PIECE];
    int length = socket.getInputStream().read(piece);
    while (length >= 0 && arrived.size() < reading.bytesMax()) {
      arrived.write(piece, 0, length);
      LockSupport.parkNanos(reading.pause().toNanos());
      length = socket.getInputStream().read(piece);
    }
  }

  private static boolean whole(String text) {
    int body = text.indexOf(BODY);
    if (body < 0) {
      return false;
    }
    try {
      var answer = JSON.readTree(text.substring(body));
      if (!text.matches("(?s)HTTP/1\\.[01] 200 .*") || answer.has("errors")) {
        throw new AssertionError("not answered: " + text);
      }
      return answer.path("data").isObject();
    } catch (JacksonException _) {
      return false;
    }
  }
}
