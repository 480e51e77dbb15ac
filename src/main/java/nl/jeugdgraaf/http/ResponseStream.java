package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/// The body of a response: buffered while it is small, then sent as it grows.
///
/// A client that reads too slowly is disconnected, because a response holds a permit and a
/// transaction while it is written. It has 30 seconds, and 10 more for each megabyte it has read.
final class ResponseStream extends OutputStream {
  private static final Duration WRITE_WITHIN = Duration.ofSeconds(30);
  private static final Duration WITHIN_PER_MEGABYTE = Duration.ofSeconds(10);

  private final Context http;
  private final OutputStream out;
  private final long start = System.nanoTime();
  private long writtenBytes;

  ResponseStream(Context http) throws IOException {
    this.http = http;
    this.out = http.res().getOutputStream();
  }

  @Override
  public void write(int value) throws IOException {
    checkDeadline();
    out.write(value);
    writtenBytes++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    checkDeadline();
    out.write(bytes, offset, length);
    writtenBytes += length;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  private void checkDeadline() throws IOException {
    var allowed = WRITE_WITHIN.toNanos() + writtenBytes * WITHIN_PER_MEGABYTE.toNanos() / 1_000_000;
    if (http.res().isCommitted() && System.nanoTime() - start > allowed) {
      throw new IOException("the client reads too slowly");
    }
  }

  /// Discards what was written, if nothing of it was sent yet.
  ///
  /// @return whether that was possible
  boolean discard() {
    if (http.res().isCommitted()) {
      return false;
    }
    http.res().resetBuffer();
    return true;
  }

  /// Breaks the connection off, so that the client does not take the response for complete. It is
  /// reset: to a client that does not keep connections, a close would be the end of the response.
  void abort() {
    var endPoint =
        ServletContextRequest.getServletContextRequest(http.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    try {
      if (endPoint.getTransport() instanceof SocketChannel channel) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (IOException _) {
      // The client is gone already.
    }
    endPoint.close();
  }
}
