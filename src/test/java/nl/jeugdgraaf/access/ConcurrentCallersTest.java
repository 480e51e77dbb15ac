package nl.jeugdgraaf.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.jeugdgraaf.SeededCallers;
import nl.jeugdgraaf.SeededCallers.Said;
import org.junit.jupiter.api.Test;

/// Mixing up callers: a caller who asks at the same time as others gets the same answer as alone.
class ConcurrentCallersTest {
  private static final int REQUESTS = 200;

  /// No more than the server answers at once, so that no request is refused as busy.
  private static final int AT_ONCE = 40;

  @Test
  void parallelRequestsOfTwoCallersAreNeverMixedUp() throws Exception {
    var query =
        "{ youthsConnection { totalCount edges { node { key name municipality { code } } } }"
            + " }";
    try (var callers = new SeededCallers();
        var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var who =
          List.of(
              SeededCallers.MUNICIPALITY,
              SeededCallers.OTHER_MUNICIPALITY,
              SeededCallers.PROVIDER,
              Caller.NOBODY);
      var alone = who.stream().map(caller -> callers.ask(caller, query)).toList();
      assertEquals(
          who.size(), new HashSet<>(alone).size(), "every caller gets an answer of its own");
      assertEquals(List.of(200, 200, 200, 400), alone.stream().map(Said::status).toList());
      var asking = new ArrayList<Callable<Said>>();
      for (int i = 0; i < REQUESTS; i++) {
        var caller = who.get(i % who.size());
        asking.add(() -> callers.ask(caller, query));
      }
      var answers = threads.invokeAll(asking);
      for (int i = 0; i < REQUESTS; i++) {
        assertEquals(alone.get(i % who.size()), answers.get(i).get());
      }
    }
  }
}
