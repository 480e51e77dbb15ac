package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import nl.jeugdgraaf.connection.Reset;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/// The body of a response: buffered while it is small, then sent as it grows.
///
/// A client that reads too slowly is disconnected, because a response holds a place and a
/// transaction while it is written. It has 30 seconds, and 10 more for each megabyte it has read.
/// One that reads nothing is found by [nl.jeugdgraaf.connection.DisconnectDetector].
final class ResponseStream extends OutputStream {
  private static final Duration WRITE_WITHIN = Duration.ofSeconds(30);
  private static final Duration WITHIN_PER_MEGABYTE = Duration.ofSeconds(10);

  /// What is handed over at once, so that it shows whether a client reads.
  private static final int PART_BYTES = 1 << 16;

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
    for (int done = 0; done < length; done += PART_BYTES) {
      checkDeadline();
      int part = Math.min(PART_BYTES, length - done);
      out.write(bytes, offset + done, part);
      writtenBytes += part;
    }
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

  /// {@return how many bytes were written, before they are compressed}
  long writtenBytes() {
    return writtenBytes;
  }

  /// Breaks the connection off, so that the client does not take the response for complete.
  void abort() {
    Reset.send(
        ServletContextRequest.getServletContextRequest(http.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint());
  }
}
