package nl.jeugdgraaf.connection;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/// The connections that clients hold. May be used by several threads.
///
/// A connection whose request does not arrive is closed, however often a byte comes. Where there
/// are too many, of one address or in all, the one that has waited longest without a request makes
/// room, so that a client that asks finds a connection. If all have a request, the new one is
/// closed.
///
/// It learns of a connection as its listener, and of the head of a request as the customizer of
/// requests.
public final class Connections
    implements Connection.Listener, HttpConfiguration.Customizer, AutoCloseable {
  private static final long CHECKS_PER_HEAD = 10;

  private final Map<Connection, Client> open = new ConcurrentHashMap<>();
  private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();
  private final ConnectionBounds bounds;
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("connections").daemon().factory());

  /// Starts to watch.
  ///
  /// @param bounds how many there may be, and how long a head may take
  public Connections(ConnectionBounds bounds) {
    this.bounds = bounds;
    var every = bounds.headWithin().toNanos() / CHECKS_PER_HEAD;
    var _ = scheduler.scheduleWithFixedDelay(this::closeSlow, every, every, TimeUnit.NANOSECONDS);
  }

  /// {@return how many connections are open}
  public int count() {
    return open.size();
  }

  /// {@return how many requests are being answered}
  public long active() {
    return open.values().stream().filter(client -> !client.waits()).count();
  }

  @Override
  public void onOpened(Connection connection) {
    var client = new Client(connection, address(connection));
    open.put(connection, client);
    perAddress.merge(client.address(), 1, Integer::sum);
    makeRoom(client);
  }

  @Override
  public void onClosed(Connection connection) {
    var client = open.remove(connection);
    if (client != null) {
      perAddress.computeIfPresent(client.address(), (_, count) -> count == 1 ? null : count - 1);
    }
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    var client = open.get(request.getConnectionMetaData().getConnection());
    if (client != null) {
      client.asks(request);
      Request.addCompletionListener(request, _ -> client.answered(request));
    }
    return request;
  }

  private static String address(Connection connection) {
    return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress address
        ? address.getHostString()
        : "";
  }

  /// Closes a connection if there are too many. One at a time looks, or two would close two where
  /// one is too many.
  private synchronized void makeRoom(Client latest) {
    if (perAddress.getOrDefault(latest.address(), 0) > bounds.perAddress()) {
      closeLongest(latest, latest.address());
    } else if (open.size() > bounds.total()) {
      closeLongest(latest, "");
    }
  }

  /// Closes a connection of an address, or of any if it is empty.
  private void closeLongest(Client latest, String address) {
    close(
        open.values().stream()
            .filter(client -> client != latest && client.waits())
            .filter(client -> address.isEmpty() || client.address().equals(address))
            .min(Comparator.comparingLong(Client::idleSince))
            .orElse(latest));
  }

  /// Counts it no longer from now on, or the next one would choose it too.
  private void close(Client client) {
    onClosed(client.connection());
    client.close();
  }

  private void closeSlow() {
    var began = System.nanoTime() - bounds.headWithin().toNanos();
    open.values().stream().filter(client -> client.isSlow(began)).forEach(this::close);
  }

  /// Closes those that have no request, and watches no longer.
  @Override
  public void close() {
    scheduler.shutdownNow();
    open.values().stream().filter(Client::waits).forEach(this::close);
  }
}
