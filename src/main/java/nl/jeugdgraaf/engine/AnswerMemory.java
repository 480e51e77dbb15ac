package nl.jeugdgraaf.engine;

import java.io.UncheckedIOException;
import java.time.Duration;
import nl.jeugdgraaf.engine.Permits.Shortage;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.problem.ProblemException;

/// Shares a part of the heap between the answers that are written at once, so that large ones wait
/// for each other and no number of them ends in an OutOfMemoryError. May be used by several
/// threads.
final class AnswerMemory {
  /// Besides answers the heap holds the schema, the caches and what is collected next.
  private static final int SHARE_OF_HEAP = 3;

  private static final int KILOBYTE = 1_024;

  private final Permits kilobytes;

  /// @param bytes how much all answers may need at once
  /// @param waitWithin how long one waits for others
  AnswerMemory(long bytes, Duration waitWithin) {
    this.kilobytes =
        Permits.fewFirst(
            (int) Math.min(Integer.MAX_VALUE, bytes / KILOBYTE),
            new Shortage(
                "memory",
                waitWithin,
                "The server is busy with large answers. Try again in a few seconds, or ask for"
                    + " smaller pages."));
  }

  /// Returns a part of the heap of this process.
  static AnswerMemory ofHeap(Duration waitWithin) {
    return new AnswerMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP, waitWithin);
  }

  /// Shows how much of it is taken, and how many answers found too little.
  void measure(Metrics metrics) {
    metrics.gauge(
        "graphql.answer.memory.taken.bytes",
        "Memory that answers hold now, estimated",
        () -> (double) kilobytes.taken() * KILOBYTE);
    metrics.gauge(
        "graphql.answer.memory.max.bytes",
        "Memory that all answers may hold",
        () -> (double) kilobytes.all() * KILOBYTE);
    kilobytes.measure(metrics);
  }

  /// What one answer needs while it is written.
  ///
  /// @param bytes of the heap, at most
  /// @param recordsAhead how many records are read before they are written
  record Need(long bytes, int recordsAhead) {
    /// A value of a record as an object of the driver, with its part of the list that holds it.
    private static final long VALUE_BYTES = 200;

    /// A value as JSON, in a buffer that doubles as it grows.
    private static final long VALUE_JSON_BYTES = 50;

    /// What is kept back before the first bytes leave, in such a buffer.
    private static final long FIRST_PART_BYTES = 2_000_000;

    private static final long AHEAD_BYTES = 500_000;
    private static final int RECORDS_AHEAD_MAX = 50;

    /// Estimates the need of an answer.
    ///
    /// @param values of all its records
    /// @param recordValues of the largest
    static Need of(long values, long recordValues) {
      var recordBytes = Math.max(1, recordValues * VALUE_BYTES);
      var ahead = Math.clamp(AHEAD_BYTES / recordBytes, 1, RECORDS_AHEAD_MAX);
      var read = Math.min(values, recordValues * (ahead + 1));
      var written =
          Math.max(
              Math.min(values * VALUE_JSON_BYTES, FIRST_PART_BYTES),
              recordValues * VALUE_JSON_BYTES);
      return new Need(read * VALUE_BYTES + written, ahead);
    }
  }

  /// Memory that one answer holds. Closing it gives it back.
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /// Takes memory for an answer. One that needs nearly all of it gets most of it, and so is made
  /// beside small ones only.
  ///
  /// @param need of the answer
  /// @throws ProblemException `SERVER_BUSY` if there is not enough in time
  /// @throws UncheckedIOException if the thread is interrupted
  Held take(Need need) {
    var wanted = (int) Math.min(need.bytes() / KILOBYTE + 1, kilobytes.all() * 2L / 3);
    kilobytes.take(wanted);
    return () -> kilobytes.release(wanted);
  }
}
