package nl.jeugdgraaf.places;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The places in which operations are answered. May be used by several threads.
///
/// One caller has at most a share of them, so that the rest is there for others. Who finds no place
/// waits, in a queue of the own caller. A place that becomes free goes to each caller in turn
/// (round robin), so that one operation of a caller waits behind at most one of every other. Both
/// queues end: beyond them a caller is refused at once, and after some time too.
public final class Places {
  private final PlaceBounds bounds;
  private int taken;
  private int waiting;

  /// Those who have a place or wait for one. Whose turn it is comes first.
  private final Map<String, Share> shares = new LinkedHashMap<>();

  /// What one caller has.
  private static final class Share {
    private final Deque<Waiter> queue = new ArrayDeque<>();
    private int taken;
  }

  /// One who asked for a place.
  private static final class Waiter {
    private final CompletableFuture<Place> place = new CompletableFuture<>();
  }

  /// A place, which its caller has until it is closed.
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /// Creates free places.
  ///
  /// @param bounds how many, for whom
  public Places(PlaceBounds bounds) {
    this.bounds = bounds;
  }

  /// Takes a place, if need be after waiting for it.
  ///
  /// @param caller who asks
  /// @return the place, or nothing if the caller is refused
  /// @throws InterruptedException if the thread is interrupted while it waits
  public Optional<Place> take(String caller) throws InterruptedException {
    var coming = new Waiter();
    if (!ask(caller, coming)) {
      return Optional.empty();
    }
    try {
      return Optional.of(coming.place.get(bounds.waitWithin().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return leave(caller, coming);
    } catch (InterruptedException e) {
      leave(caller, coming).ifPresent(Place::close);
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// {@return how many places are taken}
  public synchronized int taken() {
    return taken;
  }

  /// {@return how many operations wait for a place}
  public synchronized int waiting() {
    return waiting;
  }

  /// Returns whether the caller has a place already or may wait for one.
  private synchronized boolean ask(String caller, Waiter coming) {
    var share = shares.computeIfAbsent(caller, _ -> new Share());
    // Whoever may have a free place has it already, so nobody is passed.
    if (mayHave(share)) {
      give(caller, share, coming);
      return true;
    }
    if (waiting >= bounds.waiting() || share.queue.size() >= bounds.waitingPerCaller()) {
      forget(caller, share);
      return false;
    }
    share.queue.add(coming);
    waiting++;
    return true;
  }

  /// Returns the place that came just before the caller left.
  private synchronized Optional<Place> leave(String caller, Waiter coming) {
    var share = shares.get(caller);
    if (share != null && share.queue.remove(coming)) {
      waiting--;
      forget(caller, share);
    }
    return Optional.ofNullable(coming.place.getNow(null));
  }

  private boolean mayHave(Share share) {
    return taken < bounds.places() && share.taken < bounds.placesPerCaller();
  }

  private void give(String caller, Share share, Waiter coming) {
    taken++;
    share.taken++;
    coming.place.complete(() -> release(caller));
  }

  private synchronized void release(String caller) {
    taken--;
    var share = shares.get(caller);
    if (share != null) {
      share.taken--;
      forget(caller, share);
    }
    next();
  }

  /// Gives a free place to the first in turn who may have it, whose next turn is after all others.
  private void next() {
    for (var entry : shares.entrySet()) {
      var share = entry.getValue();
      if (!share.queue.isEmpty() && mayHave(share)) {
        waiting--;
        give(entry.getKey(), share, share.queue.remove());
        shares.remove(entry.getKey());
        shares.put(entry.getKey(), share);
        return;
      }
    }
  }

  private void forget(String caller, Share share) {
    if (share.taken == 0 && share.queue.isEmpty()) {
      shares.remove(caller);
    }
  }
}
