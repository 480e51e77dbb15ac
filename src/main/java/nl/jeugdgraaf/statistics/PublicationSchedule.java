package nl.jeugdgraaf.statistics;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.problem.ProblemException;

/// Publishes statistics when a server starts, and then looks once a day whether another quarter is
/// complete.
public final class PublicationSchedule implements AutoCloseable {
  private static final Logger LOG = System.getLogger(PublicationSchedule.class.getName());

  private static final int CLOSE_SECONDS = 10;

  private final StatisticsPublisher publisher;
  private final ScheduledExecutorService daily =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("statistics").unstarted(work));

  private PublicationSchedule(StatisticsPublisher publisher) {
    this.publisher = publisher;
  }

  /// Starts publishing, in a thread of its own.
  ///
  /// @param publisher publishes
  /// @return the schedule; closing it ends it
  public static PublicationSchedule start(StatisticsPublisher publisher) {
    var schedule = new PublicationSchedule(publisher);
    var _ = schedule.daily.scheduleWithFixedDelay(schedule::publish, 0, 1, TimeUnit.DAYS);
    return schedule;
  }

  /// What fails on one day is due on the next; an exception that got out would end the schedule.
  private void publish() {
    try {
      var start = System.nanoTime();
      var tables = publisher.publish(AmsterdamClock.today());
      if (tables > 0) {
        LOG.log(
            Level.INFO,
            "Statistics: {0} tables published, in {1} ms",
            tables,
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
      }
    } catch (ProblemException e) {
      LOG.log(Level.WARNING, "Statistics not published: {0}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Statistics not published", e);
    }
  }

  /// Waits a little for the statement that runs, since one that is broken off fills the log.
  @Override
  public void close() {
    publisher.stop();
    daily.shutdown();
    try {
      if (!daily.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        daily.shutdownNow();
      }
    } catch (InterruptedException e) {
      daily.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
