package nl.jeugdgraaf;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// One connection to a server, over which operations go one after the other without a thread in
/// between, for clocks that count microseconds.
public final class PersistentConnection implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

  private final Socket socket;
  private final InputStream answers;
  private final String head;

  /// @param server where to ask
  /// @param authorization the header
  public PersistentConnection(URI server, String authorization) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    answers = new BufferedInputStream(socket.getInputStream());
    head =
        "POST /graphql HTTP/1.1\r\nHost: "
            + server.getAuthority()
            + "\r\nContent-Type: application/json\r\nAuthorization: "
            + authorization
            + "\r\nContent-Length: ";
  }

  /// Sends a body, and returns the answer: its status and its body.
  public String ask(String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var request = head + bytes.length + "\r\n\r\n" + body;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    var answered = headers();
    var length = LENGTH.matcher(answered);
    if (!length.find()) {
      throw new IOException("an answer without a length: " + answered);
    }
    var content = answers.readNBytes(Integer.parseInt(length.group(1)));
    return answered.lines().findFirst().orElse("") + new String(content, StandardCharsets.UTF_8);
  }

  private String headers() throws IOException {
    var read = new StringBuilder();
    while (read.length() < 4 || read.indexOf("\r\n\r\n", read.length() - 4) < 0) {
      int next = answers.read();
      if (next < 0) {
        throw new EOFException(read.toString());
      }
      read.append((char) next);
    }
    return read.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
