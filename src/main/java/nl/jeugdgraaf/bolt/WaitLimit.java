package nl.jeugdgraaf.bolt;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/// How long one thread waits for the database in all, whatever the database does.
///
/// A transaction has a timeout of its own, but that is kept by the database: not while it plans a
/// statement, and not when it hangs or the network is silent. When this limit is over, the waiting
/// thread is interrupted, and the driver asks the database to stop. If that does not help either,
/// the connection is cut. The thread is interrupted nowhere else than in [#await].
final class WaitLimit implements AutoCloseable {
  private static final long STOPS_WITHIN_MILLIS = 2_000;

  private final Thread thread = Thread.currentThread();
  private final Runnable cut;
  private Future<?> alarm;
  private boolean waiting;
  private boolean over;

  /// Begins to count for the calling thread.
  ///
  /// @param within how long its waits may last together with what it does between them
  /// @param cut cuts the connection that the thread waits for
  WaitLimit(Duration within, Runnable cut) {
    this.cut = cut;
    this.alarm = in(within.toMillis(), this::end);
  }

  private static Future<?> in(long millis, Runnable work) {
    return ForkJoinPool.commonPool().schedule(work, millis, TimeUnit.MILLISECONDS);
  }

  private synchronized void end() {
    over = true;
    if (waiting) {
      thread.interrupt();
      alarm = in(STOPS_WITHIN_MILLIS, cut);
    }
  }

  /// Waits for the database.
  ///
  /// @param answer a call of the driver
  /// @return what it returns
  /// @throws ProblemException `TIMEOUT` if the limit is over
  <T> T await(Supplier<T> answer) {
    begin();
    try {
      return answer.get();
    } catch (IllegalStateException e) {
      // The driver was replaced between two calls; the next attempt gets the new one.
      throw new ServiceUnavailableException("The driver was closed.", e);
    } finally {
      finish();
    }
  }

  private synchronized void begin() {
    requireTime();
    waiting = true;
  }

  /// An interrupt of this limit does not outlast the wait.
  private synchronized void finish() {
    waiting = false;
    if (over) {
      alarm.cancel(false);
      Thread.interrupted();
      requireTime();
    }
  }

  /// Closes a session. That waits for the database too where an answer was not read to its end.
  void close(Session session) {
    synchronized (this) {
      waiting = true;
      if (over) {
        alarm = in(STOPS_WITHIN_MILLIS, cut);
      }
    }
    try {
      session.close();
    } finally {
      synchronized (this) {
        waiting = false;
        if (over) {
          alarm.cancel(false);
          Thread.interrupted();
        }
      }
    }
  }

  private void requireTime() {
    if (over) {
      throw new ProblemException(
          Code.TIMEOUT, "The database did not answer in time. Ask for less, or try again later.");
    }
  }

  @Override
  public synchronized void close() {
    alarm.cancel(false);
  }
}
