package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/// The body of a response: kept back while it is small, then sent as it grows.
///
/// A client that reads too slowly is cut off, because an answer holds a place and a transaction
/// while it is written: it has 30 seconds, and more for each megabyte that it took.
final class ResponseStream extends OutputStream {
  private static final Duration WITHIN = Duration.ofSeconds(30);
  private static final Duration WITHIN_PER_MEGABYTE = Duration.ofSeconds(10);

  private final Context http;
  private final OutputStream out;
  private final long start = System.nanoTime();
  private long taken;

  ResponseStream(Context http) throws IOException {
    this.http = http;
    this.out = http.res().getOutputStream();
  }

  @Override
  public void write(int value) throws IOException {
    checkTime();
    out.write(value);
    taken++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    checkTime();
    out.write(bytes, offset, length);
    taken += length;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  private void checkTime() throws IOException {
    var allowed = WITHIN.toNanos() + taken * WITHIN_PER_MEGABYTE.toNanos() / 1_000_000;
    if (http.res().isCommitted() && System.nanoTime() - start > allowed) {
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
