package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;

/// Notices that a client went away while its answer is made, and interrupts who makes it, so that
/// the database does not work for nobody.
///
/// A web server reads a connection again only when the answer is written, and so learns of a client
/// that left only then. Here open connections are looked at twice a second. Bytes that a client
/// sent ahead (a pipelined request) are put where the server reads on. May be used by several
/// threads.
final class DisconnectDetector implements AutoCloseable {
  private static final int LOOK_EVERY_MILLIS = 500;

  /// More than this is not read ahead of one client.
  private static final int AHEAD_BYTES_MAX = 1_024;

  private final Set<Presence> present = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("departures").daemon().factory());

  DisconnectDetector() {
    var _ =
        looks.scheduleWithFixedDelay(
            () -> present.forEach(Presence::look),
            LOOK_EVERY_MILLIS,
            LOOK_EVERY_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  /// Watches the client of a request whose body was read, until closed.
  Presence watch(Context http) {
    var connection =
        ServletContextRequest.getServletContextRequest(http.req())
            .getConnectionMetaData()
            .getConnection();
    var presence = new Presence(connection, Thread.currentThread());
    present.add(presence);
    return presence;
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }

  /// One client that waits.
  final class Presence implements AutoCloseable {
    private final Connection connection;
    private final Thread maker;
    private boolean watched = true;

    private Presence(Connection connection, Thread maker) {
      this.connection = connection;
      this.maker = maker;
    }

    private synchronized void look() {
      if (!watched) {
        return;
      }
      var ahead = ByteBuffer.allocate(AHEAD_BYTES_MAX);
      if (isGone(ahead.flip())) {
        watched = false;
        maker.interrupt();
      } else if (ahead.hasRemaining()) {
        watched = false;
        ((Connection.UpgradeTo) connection).onUpgradeTo(ahead);
      }
    }

    /// A buffer of the web server is empty when its limit is; it fills from there.
    private boolean isGone(ByteBuffer ahead) {
      try {
        return connection.getEndPoint().fill(ahead) < 0;
      } catch (IOException _) {
        return true;
      }
    }

    @Override
    public synchronized void close() {
      watched = false;
      present.remove(this);
      Thread.interrupted();
    }
  }
}
