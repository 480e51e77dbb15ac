package nl.jeugdgraaf.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import nl.jeugdgraaf.engine.Permits.Shortage;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.problem.ProblemException;

/// Lets only few statements at once be planned by the database. May be used by several threads.
///
/// A statement that the database does not know is planned before it runs, which takes processor
/// time and cannot be interrupted. So new statements wait for each other, and known ones for none.
final class PlanningPlaces {
  /// A client that makes up statements has these, and no more of the database.
  private static final int PLANNED_AT_ONCE_MAX = 4;

  /// About as many statements as the database keeps plans of.
  private static final long KNOWN_CHARACTERS_MAX = 2_000_000;

  private final Permits places;
  private volatile Consumer<Duration> planned = _ -> {};
  private final Cache<String, Boolean> known =
      Caffeine.newBuilder()
          .maximumWeight(KNOWN_CHARACTERS_MAX)
          .weigher((String text, Boolean _) -> text.length())
          .build();

  /// @param waitWithin how long a new statement waits for a place
  PlanningPlaces(Duration waitWithin) {
    this.places =
        Permits.inTurn(
            PLANNED_AT_ONCE_MAX,
            new Shortage(
                "planning",
                waitWithin,
                "The server is busy with operations that it has not seen before. Try again in a few"
                    + " seconds."));
  }

  /// Shows how many statements are planned, for how long, and how many found no place.
  void measure(Metrics metrics) {
    metrics.gauge(
        "db.planning.places.taken", "New statements that the database plans now", places::taken);
    places.measure(metrics);
    planned =
        metrics.durations(
            "db.planning.duration", "Time from sending a new statement until it runs");
  }

  /// A statement on its way to the database. Closing it gives the place back, if it has one.
  final class Planning implements AutoCloseable {
    private final String statement;
    private final AtomicBoolean hasPlace;
    private final long start = System.nanoTime();

    private Planning(String statement, boolean hasPlace) {
      this.statement = statement;
      this.hasPlace = new AtomicBoolean(hasPlace);
    }

    /// Notes that the statement runs, so it is planned.
    void ended() {
      if (hasPlace.getAndSet(false)) {
        known.put(statement, true);
        planned.accept(Duration.ofNanos(System.nanoTime() - start));
        places.release(1);
      }
    }

    @Override
    public void close() {
      if (hasPlace.getAndSet(false)) {
        places.release(1);
      }
    }
  }

  /// Takes no statement for known any more.
  void forget() {
    known.invalidateAll();
  }

  /// Takes a place for a statement, if it needs one.
  ///
  /// @param statement its text
  /// @throws ProblemException `SERVER_BUSY` if there is none in time
  /// @throws UncheckedIOException if the thread is interrupted
  Planning begin(String statement) {
    if (known.getIfPresent(statement) != null) {
      return new Planning(statement, false);
    }
    places.take(1);
    return new Planning(statement, true);
  }
}
