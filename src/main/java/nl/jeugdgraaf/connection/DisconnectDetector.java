package nl.jeugdgraaf.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;

/// Notices that a client disconnects while its operation runs, or no longer reads the answer, and
/// ends its operation, so that the database stops working on an answer that nobody will read.
///
/// A web server reads a connection again only after it has written the response, and so notices a
/// lost client only then. This class reads each connection twice a second instead. If it finds
/// bytes of the next request (pipelining), it hands them to the web server. A connection that takes
/// no byte of its answer for some seconds is reset. May be used by several threads.
public final class DisconnectDetector implements AutoCloseable {
  private static final int CHECK_EVERY_MILLIS = 500;

  /// How long a client may take no byte of its answer.
  private static final Duration READ_WITHIN = Duration.ofSeconds(5);

  /// The most that is read ahead on one connection.
  private static final int READ_AHEAD_BYTES_MAX = 1_024;

  private final Set<WatchedRequest> watched = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("disconnect-detector").daemon().factory());

  /// Starts to watch.
  public DisconnectDetector() {
    var _ =
        scheduler.scheduleWithFixedDelay(
            () -> watched.forEach(WatchedRequest::check),
            CHECK_EVERY_MILLIS,
            CHECK_EVERY_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  /// {@return a watch on a request, which lasts until it is closed}
  ///
  /// @param http a request whose body was read, and which this thread answers
  public WatchedRequest watch(HttpServletRequest http) {
    var connection =
        ServletContextRequest.getServletContextRequest(http)
            .getConnectionMetaData()
            .getConnection();
    var request = new WatchedRequest(connection, Thread.currentThread());
    watched.add(request);
    return request;
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }

  /// A request whose client waits for the response.
  public final class WatchedRequest implements AutoCloseable {
    private final Connection connection;
    private final Thread worker;
    private boolean active = true;
    private boolean closed;
    private long bytesOut = -1;
    private long bytesSince;

    private WatchedRequest(Connection connection, Thread worker) {
      this.connection = connection;
      this.worker = worker;
    }

    private synchronized void check() {
      if (!closed && readsNothing()) {
        closed = true;
        Reset.send(connection.getEndPoint());
      } else {
        checkConnected();
      }
    }

    /// A thread that waits in a write fails when the connection is reset.
    private boolean readsNothing() {
      if (!(connection.getEndPoint() instanceof AbstractEndPoint endPoint)
          || !endPoint.getWriteFlusher().isPending()
          || connection.getBytesOut() != bytesOut) {
        bytesOut = connection.getBytesOut();
        bytesSince = System.nanoTime();
      }
      return System.nanoTime() - bytesSince > READ_WITHIN.toNanos();
    }

    private void checkConnected() {
      if (!active) {
        return;
      }
      var readAhead = ByteBuffer.allocate(READ_AHEAD_BYTES_MAX);
      if (isDisconnected(readAhead.flip())) {
        active = false;
        worker.interrupt();
      } else if (readAhead.hasRemaining()) {
        active = false;
        ((Connection.UpgradeTo) connection).onUpgradeTo(readAhead);
      }
    }

    /// Jetty appends to a buffer from its limit on, so an empty one must be flipped first.
    private boolean isDisconnected(ByteBuffer readAhead) {
      try {
        return connection.getEndPoint().fill(readAhead) < 0;
      } catch (IOException _) {
        return true;
      }
    }

    @Override
    public synchronized void close() {
      active = false;
      closed = true;
      watched.remove(this);
      Thread.interrupted();
    }
  }
}
