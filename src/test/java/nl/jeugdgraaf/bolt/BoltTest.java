package nl.jeugdgraaf.bolt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.cypher.Statement;
import org.junit.jupiter.api.Test;

class BoltTest {
  private static final Duration WITHIN = Duration.ofSeconds(10);

  @Test
  void recordsArriveInOrder() {
    var seen = new ArrayList<Long>();
    TestDatabase.empty()
        .read(
            new Statement("UNWIND $list AS x RETURN x", Map.of("list", List.of(1, 2, 3))),
            WITHIN,
            row -> seen.add(row.get("x").asLong()));
    assertEquals(List.of(1L, 2L, 3L), seen);
  }
}
