package nl.jeugdgraaf.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;
import nl.jeugdgraaf.problem.ProblemException;

/// Watches a child database, and starts it again when it ends or is silent, until it is closed.
final class ChildWatch implements AutoCloseable {
  /// What plans a statement or collects garbage is silent for seconds, what hangs for ever.
  static final Duration SILENT_MAX = Duration.ofMinutes(1);

  private static final Logger LOG = System.getLogger(ChildWatch.class.getName());
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /// A database that cannot start is tried again after 1, 2, 4 seconds and so on, and at last once
  /// a minute.
  private static final Duration PAUSE_MIN = Duration.ofSeconds(1);

  private static final Duration PAUSE_MAX = Duration.ofMinutes(1);

  /// A signal for the server often reaches the database too, which can end first.
  private static final Duration OWN_STOP = Duration.ofMillis(300);

  private final ChildDatabase database;
  private final Supplier<Duration> silence;
  private final Duration silentMax;
  private final Thread thread;

  private ChildWatch(ChildDatabase database, Supplier<Duration> silence, Duration silentMax) {
    this.database = database;
    this.silence = silence;
    this.silentMax = silentMax;
    this.thread = Thread.ofPlatform().daemon().name("database-watch").unstarted(this::run);
  }

  /// Starts watching.
  ///
  /// @param database whose process runs
  /// @param silence how long it has not answered
  /// @param silentMax the silence after which it is killed
  static ChildWatch start(ChildDatabase database, Supplier<Duration> silence, Duration silentMax) {
    var watch = new ChildWatch(database, silence, silentMax);
    watch.thread.start();
    return watch;
  }

  private void run() {
    try {
      while (true) {
        awaitEnd();
        restart();
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void awaitEnd() throws InterruptedException {
    var process = database.process();
    var started = System.nanoTime();
    while (!process.waitFor(LOOK_EVERY)) {
      var silent = silence.get();
      var running = Duration.ofNanos(System.nanoTime() - started);
      if (silent.compareTo(silentMax) > 0 && running.compareTo(silentMax) > 0) {
        LOG.log(
            Level.ERROR,
            "The database process has not answered for {0} s. It is killed and started again.",
            silent.toSeconds());
        process.destroyForcibly().waitFor();
        return;
      }
    }
    Thread.sleep(OWN_STOP);
    LOG.log(
        Level.ERROR,
        "The database process ended with exit code {0}. It is started again.",
        process.exitValue());
  }

  private void restart() throws InterruptedException {
    for (var pause = PAUSE_MIN; ; pause = longer(pause)) {
      try {
        database.restart();
        return;
      } catch (RuntimeException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        LOG.log(Level.ERROR, "{0} It is tried again in {1} s.", reason(e), pause.toSeconds());
        Thread.sleep(pause);
      }
    }
  }

  /// A start that fails in a way that nobody foresaw is tried again too.
  private static String reason(RuntimeException e) {
    return e instanceof ProblemException told
        ? told.problems().getFirst().message()
        : "The database cannot be started (" + e.getClass().getSimpleName() + ").";
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(PAUSE_MAX) < 0 ? twice : PAUSE_MAX;
  }

  /// Ends the watch; the process goes on.
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
