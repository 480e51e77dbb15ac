package nl.jeugdgraaf.connection;

import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// One connection, and what its client does: it waits, sends the head of a request, or has one
/// answered. May be used by several threads.
final class Client {
  private final Connection connection;
  private final String address;
  private final AtomicReference<@Nullable Request> asked = new AtomicReference<>();
  private volatile long idleSince = System.nanoTime();
  private volatile long bytesWhenIdle = -1;
  private volatile boolean headBegan = true;
  private volatile long headSince = idleSince;

  Client(Connection connection, String address) {
    this.connection = connection;
    this.address = address;
  }

  /// {@return the connection itself}
  Connection connection() {
    return connection;
  }

  /// {@return its network address}
  String address() {
    return address;
  }

  /// {@return since when it waits, as [System#nanoTime()] tells; of no use while it is answered}
  long idleSince() {
    return idleSince;
  }

  /// {@return whether no request of it is being answered}
  boolean waits() {
    return asked.get() == null;
  }

  /// Notes that the head of a request has arrived.
  void asks(Request request) {
    asked.set(request);
  }

  /// Notes that a request was answered. The next one may have arrived already.
  void answered(Request request) {
    idleSince = System.nanoTime();
    bytesWhenIdle = connection.getBytesIn();
    headBegan = false;
    asked.compareAndSet(request, null);
  }

  /// {@return whether a head began before a moment and has not arrived yet}
  ///
  /// @param moment as [System#nanoTime()] tells
  boolean isSlow(long moment) {
    if (!waits()) {
      return false;
    }
    if (!headBegan && connection.getBytesIn() != bytesWhenIdle) {
      headBegan = true;
      headSince = System.nanoTime();
    }
    return headBegan && headSince - moment < 0;
  }

  void close() {
    connection.getEndPoint().close();
  }
}
