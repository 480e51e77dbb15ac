package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/// The body of a response: kept back while it is small, then sent as it grows.
///
/// A client that reads too slowly is cut off, because an answer holds a place and a transaction
/// while it is written.
final class ResponseStream extends OutputStream {
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private final Context http;
  private final OutputStream out;
  private final long deadline;

  ResponseStream(Context http) throws IOException {
    this.http = http;
    this.out = http.res().getOutputStream();
    this.deadline = System.nanoTime() + WITHIN.toNanos();
  }

  @Override
  public void write(int value) throws IOException {
    checkTime();
    out.write(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    checkTime();
    out.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  private void checkTime() throws IOException {
    if (http.res().isCommitted() && System.nanoTime() > deadline) {
      throw new IOException("the client reads too slowly");
    }
  }

  /// Takes back what was written, if the client has seen nothing of it yet.
  ///
  /// @return whether that was possible
  boolean takeBack() {
    if (http.res().isCommitted()) {
      return false;
    }
    http.res().resetBuffer();
    return true;
  }

  /// Closes the connection, so that the client sees a cut response and not a whole one.
  void cut() {
    ServletContextRequest.getServletContextRequest(http.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
