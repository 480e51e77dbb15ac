package nl.jeugdgraaf;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/// What was started and must be stopped again, the last first. May be used by several threads.
///
/// Something that is added after the end is stopped at once, so that nothing is left behind when a
/// signal arrives in the middle of a start.
final class ShutdownStack implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ShutdownStack.class.getName());

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean closed;

  /// Adds something that was started.
  ///
  /// @param <T> its type
  /// @param something what must be stopped later
  /// @return the same
  synchronized <T extends AutoCloseable> T add(T something) {
    if (closed) {
      stop(something);
    } else {
      started.push(something);
    }
    return something;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!started.isEmpty()) {
      stop(started.pop());
    }
  }

  /// One thing that does not stop must not keep the others running.
  private static void stop(AutoCloseable something) {
    try {
      something.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "not stopped cleanly: " + something.getClass().getSimpleName(), e);
    }
  }
}
