package nl.jeugdgraaf.bolt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Knows whether the database answers, because it asks every second. May be used by several
/// threads; no check of the server's health waits for the database.
public final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Heartbeat.class.getName());
  private static final Duration EVERY = Duration.ofSeconds(1);

  /// A busy database answers late; a longer silence counts as an absence.
  private static final Duration SILENT_MAX = Duration.ofSeconds(5);

  private final Bolt bolt;
  private final Runnable whenBack;
  private final Thread thread;
  private volatile long answered = System.nanoTime();
  private volatile boolean refused;
  private boolean away;

  private Heartbeat(Bolt bolt, Runnable whenBack) {
    this.bolt = bolt;
    this.whenBack = whenBack;
    this.thread = Thread.ofPlatform().daemon().name("database-heartbeat").unstarted(this::run);
  }

  /// Starts asking a database that has just answered.
  ///
  /// @param bolt the database
  /// @param whenBack runs each time it answers again after an absence
  /// @return the heartbeat; closing it ends it
  public static Heartbeat start(Bolt bolt, Runnable whenBack) {
    var heartbeat = new Heartbeat(bolt, whenBack);
    heartbeat.thread.start();
    return heartbeat;
  }

  /// Shows whether the database answers.
  ///
  /// @param metrics where it is shown
  public void measure(Metrics metrics) {
    metrics.gauge("database.up", "1 while the database answers, else 0", () -> answers() ? 1 : 0);
  }

  /// {@return whether the database answers: it did when it was last asked, and at most five seconds
  /// ago}
  public boolean answers() {
    return !refused && silence().compareTo(SILENT_MAX) < 0;
  }

  /// {@return how long ago the database last answered}
  public Duration silence() {
    return Duration.ofNanos(System.nanoTime() - answered);
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        beat();
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void beat() {
    try {
      bolt.verify();
      if (away) {
        LOG.log(Level.INFO, "The database answers again, after {0} s", silence().toSeconds());
        whenBack.run();
      }
      away = false;
      refused = false;
      answered = System.nanoTime();
    } catch (ProblemException e) {
      miss(e.getCause());
    } catch (RuntimeException e) {
      // A beat that fails in a way that nobody foresaw must not be the last.
      miss(e);
    }
  }

  private void miss(@Nullable Throwable cause) {
    refused = true;
    if (!away && !thread.isInterrupted()) {
      var reason = cause == null ? "silent" : cause.getClass().getSimpleName();
      LOG.log(Level.WARNING, "The database does not answer ({0}).", reason);
    }
    away = true;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(EVERY);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
