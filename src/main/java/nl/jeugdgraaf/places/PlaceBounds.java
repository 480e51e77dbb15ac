package nl.jeugdgraaf.places;

import java.time.Duration;

/// How many operations are answered at once, and how many wait.
///
/// @param places operations answered at once
/// @param placesPerCaller those of one caller
/// @param waiting operations that wait for a place
/// @param waitingPerCaller those of one caller
/// @param waitWithin longest time to wait
public record PlaceBounds(
    int places, int placesPerCaller, int waiting, int waitingPerCaller, Duration waitWithin) {
  /// The bounds of every server.
  public static final PlaceBounds DEFAULT = new PlaceBounds(64, 32, 128, 64, Duration.ofSeconds(2));
}
