package nl.jeugdgraaf;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/// What was started and must be stopped again: first what lets requests in, then the rest, the
/// latest first. May be used by several threads.
///
/// Anything that is added after the stop is stopped at once, so that a signal in the middle of a
/// start leaves nothing running.
final class ShutdownStack implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ShutdownStack.class.getName());

  private final Deque<AutoCloseable> entrances = new ArrayDeque<>();
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean closed;

  /// Adds what lets requests in. Running requests end while everything that answers them still
  /// runs, also what was started later.
  ///
  /// @param <T> its type
  /// @param entrance what must be stopped first
  /// @return the same
  <T extends AutoCloseable> T addEntrance(T entrance) {
    return add(entrance, entrances);
  }

  /// Adds something that was started.
  ///
  /// @param <T> its type
  /// @param something what must be stopped later
  /// @return the same
  <T extends AutoCloseable> T add(T something) {
    return add(something, started);
  }

  private synchronized <T extends AutoCloseable> T add(T something, Deque<AutoCloseable> stack) {
    if (closed) {
      stop(something);
    } else {
      stack.push(something);
    }
    return something;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    stopAll(entrances);
    stopAll(started);
  }

  private static void stopAll(Deque<AutoCloseable> stack) {
    while (!stack.isEmpty()) {
      stop(stack.pop());
    }
  }

  /// A failure to stop one thing must not keep the others running.
  private static void stop(AutoCloseable something) {
    try {
      something.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "Not stopped cleanly: " + something.getClass().getSimpleName(), e);
    }
  }
}
