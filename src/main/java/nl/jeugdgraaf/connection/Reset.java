package nl.jeugdgraaf.connection;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;

/// Breaks connections off.
public final class Reset {
  private Reset() {}

  /// Resets a connection (TCP RST), so that its client does not take what it has for a whole
  /// response. To a client that does not keep connections, a close would be the end of the
  /// response.
  ///
  /// @param endPoint the connection; a thread that writes to it fails
  public static void send(EndPoint endPoint) {
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
