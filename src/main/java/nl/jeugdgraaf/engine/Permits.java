package nl.jeugdgraaf.engine;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.metrics.Metrics.Label;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Permits for something of which there is not enough for all operations at once. Who finds none
/// waits a little and is then refused. May be used by several threads.
final class Permits {
  private final int all;
  private final Semaphore free;
  private final Shortage shortage;
  private final LongAdder refused = new LongAdder();

  /// What happens while there are too few.
  ///
  /// @param reason what there is too little of, as a label of metrics
  /// @param waitWithin how long an operation waits
  /// @param message what its client is told then
  record Shortage(String reason, Duration waitWithin, String message) {}

  private Permits(int all, boolean inTurn, Shortage shortage) {
    this.all = all;
    this.free = new Semaphore(all, inTurn);
    this.shortage = shortage;
  }

  /// Returns permits that are given in the order in which they are asked for.
  ///
  /// @param all how many there are
  /// @param shortage what happens while there are too few
  static Permits inTurn(int all, Shortage shortage) {
    return new Permits(all, true, shortage);
  }

  /// Returns permits of which an operation needs few or many. Who needs few does not wait behind
  /// who needs many.
  ///
  /// @param all how many there are
  /// @param shortage what happens while there are too few
  static Permits fewFirst(int all, Shortage shortage) {
    return new Permits(all, false, shortage);
  }

  /// Takes permits, which must be released.
  ///
  /// @throws ProblemException `SERVER_BUSY` if there are too few in time
  /// @throws UncheckedIOException if the thread is interrupted
  void take(int wanted) {
    try {
      if (free.tryAcquire(wanted, shortage.waitWithin().toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      throw new UncheckedIOException(new InterruptedIOException("nobody waits for the answer"));
    }
    refused.increment();
    throw new ProblemException(Code.SERVER_BUSY, shortage.message());
  }

  void release(int taken) {
    free.release(taken);
  }

  /// Returns how many there are.
  int all() {
    return all;
  }

  /// Returns how many are taken now.
  int taken() {
    return all - free.availablePermits();
  }

  /// Shows how many operations were refused, beside what is refused before the engine.
  void measure(Metrics metrics) {
    metrics.total(
        "load.shed",
        "Operations that were refused to spare the server",
        refused::sum,
        new Label("reason", shortage.reason()));
  }
}
