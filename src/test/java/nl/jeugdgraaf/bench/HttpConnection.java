package nl.jeugdgraaf.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// One connection to a server, kept alive, that costs the machine as little as it can. For one
/// thread.
final class HttpConnection implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 17;
  private static final byte[] LENGTH = bytes("content-length:");
  private static final byte[] CHUNKED = bytes("transfer-encoding: chunked");

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;

  HttpConnection(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Puts a request together, to be sent any number of times.
  ///
  /// @param path where to
  /// @param token empty for nobody
  /// @param body JSON
  static byte[] request(String path, String token, String body) {
    var content = body.getBytes(StandardCharsets.UTF_8);
    var head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAccept: application/json\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(
                path,
                token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n",
                content.length);
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    whole.writeBytes(content);
    return whole.toByteArray();
  }

  /// Sends a request and reads its answer.
  ///
  /// @param request from [#request]
  /// @param body gets the body
  /// @return the status of HTTP
  int ask(byte[] request, OutputStream body) throws IOException {
    out.write(request);
    int line = line();
    int status = digits(line + 9);
    int length = 0;
    var isChunked = false;
    for (int header = line(); position - header > 2; header = line()) {
      if (startsWith(header, LENGTH)) {
        length = digits(header + LENGTH.length + 1);
      } else if (startsWith(header, CHUNKED)) {
        isChunked = true;
      }
    }
    if (isChunked) {
      chunks(body);
    } else {
      copy(length, body);
    }
    return status;
  }

  private void chunks(OutputStream body) throws IOException {
    int size;
    do {
      int line = line();
      int end = line;
      while (buffer[end] != '\r' && buffer[end] != ';') {
        end++;
      }
      size = Integer.parseInt(new String(buffer, line, end - line, StandardCharsets.US_ASCII), 16);
      copy(size, body);
      line();
    } while (size > 0);
  }

  /// Reads one line.
  ///
  /// @return where it starts in the buffer; it ends before the position
  private int line() throws IOException {
    int start = position;
    while (true) {
      while (position < limit) {
        if (buffer[position++] == '\n') {
          return start;
        }
      }
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, limit - start);
        limit -= start;
        position -= start;
        start = 0;
      }
      fill();
    }
  }

  private void copy(int length, OutputStream body) throws IOException {
    int left = length;
    while (left > 0) {
      if (position == limit) {
        position = 0;
        limit = 0;
        fill();
      }
      int part = Math.min(left, limit - position);
      body.write(buffer, position, part);
      position += part;
      left -= part;
    }
  }

  private void fill() throws IOException {
    int read = in.read(buffer, limit, BUFFER_BYTES - limit);
    if (read <= 0) {
      throw new EOFException("the server ended the connection");
    }
    limit += read;
  }

  private int digits(int start) {
    int number = 0;
    for (int i = start; buffer[i] >= '0' && buffer[i] <= '9'; i++) {
      number = 10 * number + buffer[i] - '0';
    }
    return number;
  }

  private boolean startsWith(int start, byte[] words) {
    for (int i = 0; i < words.length; i++) {
      int letter = buffer[start + i];
      if ((letter >= 'A' && letter <= 'Z' ? letter + 32 : letter) != words[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
