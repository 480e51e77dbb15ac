package nl.jeugdgraaf.seed;

import static nl.jeugdgraaf.seed.SeedDatabase.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A delivery without a stated segment has those of its product on its first day.
@EmptiesDatabase
class DerivedSegmentsTest {
  private static Bolt bolt;

  @BeforeAll
  static void open() {
    bolt = SeedDatabase.empty();
  }

  @BeforeEach
  void clear() {
    bolt.write(Statement.of("MATCH (n) DETACH DELETE n"));
  }

  private static SeedTable placements(String... rows) {
    return table("Product.segments", with("from,to,purpose,validFrom,validTo,confidence", rows));
  }

  private static SeedTable deliveries(String... rows) {
    return table("Delivery", with("key,startedOn,decidedOn", rows));
  }

  private static String[] with(String header, String... rows) {
    var lines = new ArrayList<>(List.of(header));
    lines.addAll(List.of(rows));
    return lines.toArray(String[]::new);
  }

  private static SeedReport load(SeedTable placements, SeedTable deliveries, SeedTable... others) {
    var tables =
        new ArrayList<>(
            List.of(
                table("Segment", "key,code,scheme", "R/S/1,1,S", "R/S/2,2,S"),
                table("Product", "key,code", "R/45A01,45A01"),
                placements,
                deliveries));
    tables.addAll(List.of(others));
    for (var row : deliveries.rows()) {
      tables.add(table("Delivery.product", "from,to", row.cells().getFirst() + ",R/45A01"));
    }
    return SeedDatabase.load(bolt, tables);
  }

  private static List<String> segments() {
    return bolt
        .command(
            Statement.of(
                """
                MATCH (d:Delivery)-[r:IN_SEGMENT]->(s:Segment)
                RETURN d.key + ' ' + s.code + ' ' + r.status + coalesce(' ' + r.confidence, '') AS row
                ORDER BY row
                """))
        .stream()
        .map(row -> row.get("row").asString())
        .toList();
  }

  @Test
  void theFirstDayDecidesElseTheDayOfTheDecision() {
    load(
        placements(
            "R/45A01,R/S/1,CONTRACTING,2024-01-01,2025-01-01,HIGH",
            "R/45A01,R/S/2,CONTRACTING,2025-01-01,,LOW"),
        deliveries(
            "BEFORE,2023-12-31,2023-12-01",
            "FIRST,2024-12-31,2025-06-01",
            "SECOND,2025-01-01,2024-06-01",
            "DECIDED,,2024-06-01",
            "NO_DAY,,"));
    assertEquals(
        List.of("DECIDED 1 DERIVED HIGH", "FIRST 1 DERIVED HIGH", "SECOND 2 DERIVED LOW"),
        segments());
  }

  @Test
  void whatASourceStatesTakesThePlaceOfWhatIsDerived() {
    var placed = placements("R/45A01,R/S/1,CONTRACTING,,,");
    var deliveries = deliveries("D,2025-01-01,", "E,2025-01-01,");
    load(placed, deliveries);
    assertEquals(List.of("D 1 DERIVED", "E 1 DERIVED"), segments());
    load(placed, deliveries, table("Delivery.segments", "from,to,status", "D,R/S/2,STATED"));
    assertEquals(List.of("D 2 STATED", "E 1 DERIVED"), segments());
  }

  @Test
  void aRelationshipGoesWhenItNoLongerFollows() {
    var placed = placements("R/45A01,R/S/1,CONTRACTING,2025-01-01,,HIGH");
    load(placed, deliveries("D,2025-01-01,"));
    assertEquals(List.of("D 1 DERIVED HIGH"), segments());
    assertEquals(0, load(placed, deliveries("D,2025-01-01,")).written());
    load(placements("R/45A01,R/S/1,CONTRACTING,2025-01-01,,LOW"), deliveries("D,2025-01-01,"));
    assertEquals(List.of("D 1 DERIVED LOW"), segments());
    load(placed, deliveries("D,2024-12-31,"));
    assertEquals(List.of(), segments());
  }
}
