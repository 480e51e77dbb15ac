package nl.jeugdgraaf.engine;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.jeugdgraaf.problem.ProblemException;

/// Counts the graph when a server starts, and every ten minutes after, so that the cost of an
/// operation is estimated by what is there.
public final class CountSchedule implements AutoCloseable {
  private static final Logger LOG = System.getLogger(CountSchedule.class.getName());
  private static final int EVERY_MINUTES = 10;

  private final Engine engine;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("count").unstarted(work));

  private CountSchedule(Engine engine) {
    this.engine = engine;
  }

  /// Starts counting, in a thread of its own.
  ///
  /// @param engine whose costs are estimated
  /// @return the schedule; closing it ends it
  public static CountSchedule start(Engine engine) {
    var schedule = new CountSchedule(engine);
    var _ =
        schedule.timer.scheduleWithFixedDelay(schedule::count, 0, EVERY_MINUTES, TimeUnit.MINUTES);
    return schedule;
  }

  /// What fails is counted the next time; an exception that got out would end the schedule.
  private void count() {
    try {
      engine.countGraph();
    } catch (ProblemException e) {
      LOG.log(Level.DEBUG, "The graph is not counted: {0}", e.getMessage());
    } catch (UncheckedIOException _) {
      LOG.log(Level.DEBUG, "The graph is not counted: the server stops");
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The graph is not counted", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
