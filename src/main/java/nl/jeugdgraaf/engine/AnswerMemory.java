package nl.jeugdgraaf.engine;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Shares a part of the heap between the answers that are written at once, so that large ones wait
/// for each other and no number of them ends in an OutOfMemoryError. May be used by several
/// threads.
final class AnswerMemory {
  /// Besides answers the heap holds the schema, the caches and what is collected next.
  private static final int SHARE_OF_HEAP = 3;

  private static final int KILOBYTE = 1_024;

  private final int kilobytes;
  private final Semaphore free;
  private final Duration waitWithin;
  private final LongAdder refused = new LongAdder();

  /// @param bytes how much all answers may need at once
  /// @param waitWithin how long one waits for others
  AnswerMemory(long bytes, Duration waitWithin) {
    this.kilobytes = (int) Math.min(Integer.MAX_VALUE, bytes / KILOBYTE);
    // Not fair: what needs little does not wait behind what needs much.
    this.free = new Semaphore(kilobytes);
    this.waitWithin = waitWithin;
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
        () -> (double) (kilobytes - free.availablePermits()) * KILOBYTE);
    metrics.gauge(
        "graphql.answer.memory.max.bytes",
        "Memory that all answers may hold",
        () -> (double) kilobytes * KILOBYTE);
    Shed.show(metrics, "memory", refused);
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
  final class Held implements AutoCloseable {
    private final int kilobytes;

    private Held(int kilobytes) {
      this.kilobytes = kilobytes;
    }

    @Override
    public void close() {
      free.release(kilobytes);
    }
  }

  /// Takes memory for an answer. One that needs nearly all of it gets most of it, and so is made
  /// beside small ones only.
  ///
  /// @param need of the answer
  /// @throws ProblemException `SERVER_BUSY` if there is not enough in time
  /// @throws UncheckedIOException if the thread is interrupted
  Held take(Need need) {
    var wanted = Math.min(need.bytes() / KILOBYTE + 1, kilobytes * 2L / 3);
    try {
      if (free.tryAcquire((int) wanted, waitWithin.toNanos(), TimeUnit.NANOSECONDS)) {
        return new Held((int) wanted);
      }
    } catch (InterruptedException _) {
      throw new UncheckedIOException(new InterruptedIOException("nobody waits for the answer"));
    }
    refused.increment();
    throw new ProblemException(
        Code.SERVER_BUSY,
        "The server is busy with large answers. Try again in a few seconds, or ask for smaller"
            + " pages.");
  }
}
