package nl.jeugdgraaf.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nl.jeugdgraaf.places.Places.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who gets a place, in which order, and who is refused.
@Timeout(20)
class PlacesTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private static Place take(Places places, String caller) throws InterruptedException {
    return places.take(caller).orElseThrow();
  }

  /// Waits for a place in a thread of its own, and notes under a name when it has one.
  private static Thread waiting(Places places, String caller, String name, List<String> served)
      throws InterruptedException {
    var before = places.waiting();
    var thread =
        Thread.ofVirtual()
            .start(() -> {
              try (var _ = take(places, caller)) {
                served.add(name);
              } catch (InterruptedException _) {
                served.add(name + " left");
              }
            });
    while (places.waiting() == before) {
      Thread.sleep(1);
    }
    return thread;
  }

  @Test
  void aCallerHasNoMoreThanItsShare() throws Exception {
    var places = new Places(new PlaceBounds(4, 2, 0, 0, LONG));
    try (var _ = take(places, "a")) {
      try (var _ = take(places, "a")) {
        assertEquals(Optional.empty(), places.take("a"));
        try (var _ = take(places, "b")) {
          assertEquals(3, places.taken());
        }
      }
      try (var _ = take(places, "a")) {
        assertEquals(2, places.taken());
      }
    }
    assertEquals(0, places.taken());
  }

  @Test
  void callersTakeTurns() throws Exception {
    var places = new Places(new PlaceBounds(1, 1, 10, 10, LONG));
    var served = new CopyOnWriteArrayList<String>();
    try (var _ = take(places, "a")) {
      waiting(places, "a", "a1", served);
      waiting(places, "a", "a2", served);
      waiting(places, "a", "a3", served);
      waiting(places, "b", "b1", served);
      waiting(places, "c", "c1", served);
    }
    while (served.size() < 5) {
      Thread.sleep(1);
    }
    assertEquals(List.of("a1", "b1", "c1", "a2", "a3"), served);
    assertEquals(0, places.waiting());
  }

  /// Others go on while one caller waits for its own share.
  @Test
  void whoWaitsForItsOwnShareKeepsNobodyWaiting() throws Exception {
    var places = new Places(new PlaceBounds(2, 1, 10, 10, LONG));
    var served = new CopyOnWriteArrayList<String>();
    try (var _ = take(places, "a")) {
      waiting(places, "a", "a1", served);
      for (int i = 0; i < 3; i++) {
        try (var _ = take(places, "b")) {
          assertEquals(List.of(), served);
        }
      }
    }
  }

  /// It would have to wait for a minute if it waited.
  @Test
  void whoFindsTheQueueFullIsRefusedAtOnce() throws Exception {
    var places = new Places(new PlaceBounds(1, 1, 3, 2, LONG));
    var served = new CopyOnWriteArrayList<String>();
    try (var _ = take(places, "a")) {
      waiting(places, "a", "a1", served);
      waiting(places, "a", "a2", served);
      assertEquals(Optional.empty(), places.take("a"), "the queue of the caller");
      waiting(places, "b", "b1", served);
      assertEquals(Optional.empty(), places.take("c"), "the queue of all");
    }
  }

  @Test
  void whoHasWaitedLongEnoughIsRefused() throws Exception {
    var places = new Places(new PlaceBounds(1, 1, 3, 3, Duration.ofMillis(20)));
    try (var _ = take(places, "a")) {
      assertEquals(Optional.empty(), places.take("b"));
      assertEquals(0, places.waiting());
    }
    take(places, "b").close();
  }

  @Test
  void whoLeavesTheQueueTakesNoPlace() throws Exception {
    var places = new Places(new PlaceBounds(1, 1, 3, 3, LONG));
    var served = new CopyOnWriteArrayList<String>();
    try (var _ = take(places, "a")) {
      var leaving = waiting(places, "b", "b1", served);
      leaving.interrupt();
      leaving.join();
      assertEquals(List.of("b1 left"), served);
      assertEquals(0, places.waiting());
    }
    assertEquals(0, places.taken());
  }

  /// Many at once, of whom some leave and some wait too long: no place is lost or given twice.
  @Test
  void noPlaceIsLostOrGivenTwice() throws Exception {
    var places = new Places(new PlaceBounds(8, 4, 50, 20, Duration.ofMillis(3)));
    var held = new AtomicInteger();
    var refused = new AtomicInteger();
    var most = new AtomicInteger();
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2_000; i++) {
        var caller = "caller " + i % 5;
        var asking =
            threads.submit(() -> {
              start.await();
              var place = places.take(caller);
              if (place.isEmpty()) {
                refused.incrementAndGet();
                return null;
              }
              try (var _ = place.get()) {
                most.accumulateAndGet(held.incrementAndGet(), Math::max);
                LockSupport.parkNanos(1_000_000);
                held.decrementAndGet();
              }
              return null;
            });
        if (ThreadLocalRandom.current().nextInt(10) == 0) {
          asking.cancel(true);
        }
      }
      start.countDown();
    }
    assertEquals(0, places.taken());
    assertEquals(0, places.waiting());
    assertTrue(most.get() <= 8, () -> most + " places at once");
    assertTrue(refused.get() > 0, "nobody was refused");
  }
}
