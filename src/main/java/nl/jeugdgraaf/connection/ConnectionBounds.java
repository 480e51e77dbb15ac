package nl.jeugdgraaf.connection;

import java.time.Duration;

/// Bounds on the connections that clients hold.
///
/// @param total connections in all
/// @param perAddress connections of one network address: of a client, or of the proxy before it
/// @param headWithin how long the head of a request may take to arrive: from the start of the
///   connection, or from its first byte on a connection that was used before
public record ConnectionBounds(int total, int perAddress, Duration headWithin) {
  /// The bounds of every server.
  public static final ConnectionBounds DEFAULT =
      new ConnectionBounds(2_000, 500, Duration.ofSeconds(10));
}
