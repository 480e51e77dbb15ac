package nl.jeugdgraaf.cypher;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.plan.TextFolding;
import org.junit.jupiter.api.Test;
import org.neo4j.cypherdsl.core.Cypher;

/// Measures what it costs the database to sort texts, and to look into them, without letter case
/// and accents: `mvn -q test -Dtest=FoldingTimes`.
class FoldingTimes {
  private static final Duration WITHIN = Duration.ofMinutes(1);
  private static final int ROUNDS = 5;
  private static final int TEXTS = 200_000;

  @Test
  void measure() {
    var folded =
        Cypher.returning(RawCypher.folded(Cypher.name("text"), Cypher.parameter("replacements")))
            .build()
            .getCypher()
            .substring("RETURN ".length());
    var ways = new LinkedHashMap<String, String>();
    ways.put("sorted as they are", "ORDER BY text LIMIT 10");
    ways.put("sorted without case and accents", "ORDER BY " + folded + " LIMIT 10");
    ways.put("looked into as they are", "WHERE text CONTAINS 'belgie' WITH text");
    ways.put("looked into in lower case", "WHERE toLower(text) CONTAINS 'belgie' WITH text");
    ways.put(
        "looked into without case and accents", "WHERE " + folded + " CONTAINS 'belgie' WITH text");
    for (int round = 1; round <= ROUNDS; round++) {
      for (var way : ways.entrySet()) {
        System.out.printf(
            "round %d: %s: %.2f microseconds a text%n",
            round, way.getKey(), microseconds(way.getValue()));
      }
    }
  }

  private static double microseconds(String clause) {
    var text =
        "UNWIND range(1, $texts) AS i WITH 'Stichting Jeugdzorg België ' + i AS text "
            + clause
            + " RETURN count(text) AS texts";
    var parameters =
        Map.<String, Object>of("texts", TEXTS, "replacements", TextFolding.REPLACEMENTS);
    var start = System.nanoTime();
    TestDatabase.shared().read(new Statement(text, parameters), WITHIN, _ -> {});
    return (System.nanoTime() - start) / 1e3 / TEXTS;
  }
}
