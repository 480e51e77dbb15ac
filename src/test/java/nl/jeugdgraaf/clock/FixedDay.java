package nl.jeugdgraaf.clock;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/// A day that does not end until it is closed: for tests of what is seen today, which would be
/// other data next month. Only servers in this JVM live on it.
public final class FixedDay implements AutoCloseable {
  private FixedDay() {}

  /// Makes it that day.
  public static FixedDay of(LocalDate day) {
    AmsterdamClock.source = InstantSource.fixed(AmsterdamClock.startOf(day));
    return new FixedDay();
  }

  /// Makes it that moment, on whatever day.
  public static FixedDay at(Instant moment) {
    AmsterdamClock.source = InstantSource.fixed(moment);
    return new FixedDay();
  }

  /// Lets time pass again.
  @Override
  public void close() {
    AmsterdamClock.source = InstantSource.system();
  }
}
