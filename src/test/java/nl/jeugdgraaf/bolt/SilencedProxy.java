package nl.jeugdgraaf.bolt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// A network between the server and its database that can swallow everything: connections stay
/// open, and nothing comes any more.
public final class SilencedProxy implements AutoCloseable {
  private final ServerSocket entrance;
  private final Address behind;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicLong bytesUntilSilence = new AtomicLong(Long.MAX_VALUE);
  private volatile boolean silent;

  private SilencedProxy(ServerSocket entrance, Address behind) {
    this.entrance = entrance;
    this.behind = behind;
  }

  /// Starts a proxy in front of a database.
  public static SilencedProxy before(Address behind) throws IOException {
    var proxy =
        new SilencedProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behind);
    Thread.ofVirtual().start(proxy::accept);
    return proxy;
  }

  /// Returns the address of the database through this proxy.
  public Address address() {
    return Address.of(
        "bolt://127.0.0.1:" + entrance.getLocalPort(),
        behind.username(),
        behind.password(),
        behind.database());
  }

  /// Swallows all that comes from now on.
  public void silence() {
    silent = true;
  }

  /// Lets some bytes of the database through, and swallows all that comes then.
  public void silenceAfter(long bytes) {
    bytesUntilSilence.set(bytes);
  }

  /// Lets new connections through again.
  public void wake() {
    silent = false;
    bytesUntilSilence.set(Long.MAX_VALUE);
  }

  /// Returns how many connections of the server are open.
  public long open() {
    return sockets.stream().filter(socket -> !socket.isClosed()).count();
  }

  private void accept() {
    try {
      while (true) {
        var client = entrance.accept();
        sockets.add(client);
        var database = new Socket(behind.uri().getHost(), behind.uri().getPort());
        Thread.ofVirtual().start(() -> copy(client, database, false));
        Thread.ofVirtual().start(() -> copy(database, client, true));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void copy(Socket from, Socket to, boolean counted) {
    try (from;
        to) {
      var buffer = new byte[4_096];
      var in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (counted) {
          bytesUntilSilence.addAndGet(-read);
        }
        if (!silent && bytesUntilSilence.get() > 0) {
          to.getOutputStream().write(buffer, 0, read);
        }
      }
    } catch (IOException _) {
      // One of the two hung up.
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (var socket : sockets) {
      socket.close();
    }
  }
}
