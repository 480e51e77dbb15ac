package nl.jeugdgraaf.seed;

import static nl.jeugdgraaf.seed.SeedDatabase.generated;
import static nl.jeugdgraaf.seed.SeedDatabase.one;
import static nl.jeugdgraaf.seed.SeedDatabase.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;
import nl.jeugdgraaf.store.SchemaViolations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Loads of generated tables: equal fingerprints mean equal rows, so a batch is written once and
/// not compared again.
@EmptiesDatabase
class GeneratedLoadTest {
  private static final SeedTable REGIONS = table("Region", "code,name", "A,a", "B,b");
  private static final SeedTable NETWORKS = table("Network", "key,name", "N,n", "M,m");
  private static final SeedTable PLACES =
      table("Network.region", "from,to,validFrom", "N,A,2024-01-01", "N,B,2024-01-01", "M,B,");

  private static Bolt bolt;

  @BeforeAll
  static void open() {
    bolt = SeedDatabase.empty();
  }

  @BeforeEach
  void clear() {
    bolt.write(Statement.of("MATCH (n) DETACH DELETE n"));
  }

  @Test
  void aCompleteTableIsNotReadAgain() {
    var first = load(REGIONS, generated(NETWORKS, "1"), generated(PLACES, "1"));
    assertEquals(7, first.written());
    assertEquals(
        List.of("M B |", "N A 2024-01-01|", "N B 2024-01-01|"),
        one(
                bolt,
                "MATCH (n:Network:Organisation)-[r:IN_REGION]->(m) WITH n.key + ' ' + m.code + ' '"
                    + " + r.fact + '|' AS text ORDER BY text RETURN collect(text)")
            .asList());
    var second = load(REGIONS, generated(NETWORKS, "1"), generated(PLACES, "1"));
    assertEquals(0, second.written());
    assertEquals(7, second.unchanged());
    assertEquals(2, second.read());
    assertEquals(List.of(), SchemaViolations.find(bolt, SeedDatabase.MODEL));
  }

  @Test
  void rowsOfAnotherFingerprintAreCompared() {
    load(REGIONS, generated(NETWORKS, "1"), generated(PLACES, "1"));
    var other = table("Network", "key,name", "N,n", "M,other", "L,l");
    var report = load(REGIONS, generated(other, "2"), generated(PLACES, "1"));
    assertEquals(2, report.written());
    assertEquals(3 + 3, report.unchanged());
    assertEquals(3, one(bolt, "MATCH (n:Network) RETURN count(n)").asInt());
    assertEquals(0, load(REGIONS, generated(other, "2"), generated(PLACES, "1")).written());
  }

  @Test
  void aLoadWithoutATableDeletesItsJournalEntries() {
    load(generated(NETWORKS, "1"));
    load(table("Network", "key,name", "N,changed"));
    var report = load(generated(NETWORKS, "1"));
    assertEquals(1, report.written());
    assertEquals("n", one(bolt, "MATCH (n:Network {key: 'N'}) RETURN n.name").asString());
  }

  @Test
  void aChangeByAnotherWriterIsUndoneOnceTheJournalIsDeleted() {
    load(generated(NETWORKS, "1"));
    bolt.write(Statement.of("MATCH (n:Network {key: 'N'}) SET n.name = 'changed'"));
    assertEquals(0, load(generated(NETWORKS, "1")).written());
    bolt.write(Statement.of("MATCH (entry:SeedBatch) DELETE entry"));
    assertEquals(1, load(generated(NETWORKS, "1")).written());
  }

  @Test
  void aRowWithAMissingNodeIsSkippedAndTheOthersAreLoaded() {
    var places = table("Network.region", "from,to,validFrom", "N,A,", "N,C,", "M,B,");
    var report = load(REGIONS, generated(NETWORKS, "1"), generated(places, "1"));
    assertEquals(2 + 2 + 2, report.written());
    assertEquals(
        List.of(
            "Network.region.csv line 3: to is not a known Region key; add it to Region.csv or"
                + " correct the cell"),
        report.skipped().stream().map(Object::toString).toList());
    assertEquals(2, one(bolt, "MATCH ()-[r:IN_REGION]->() RETURN count(r)").asInt());
  }

  @Test
  void aKeyThatAFileHasAsWellIsCompared() {
    var report =
        load(
            table("Network", "key,name", "N,of the file"),
            generated(NETWORKS, "1"),
            REGIONS,
            generated(PLACES, "1"),
            table("Network.region", "from,to,validFrom,validTo", "N,A,2024-01-01,2025-01-01"));
    assertEquals(List.of(), report.skipped());
    assertEquals(2, one(bolt, "MATCH (n:Network) RETURN count(n)").asInt());
    assertEquals(3, one(bolt, "MATCH ()-[r:IN_REGION]->() RETURN count(r)").asInt());
    assertEquals(0, load(generated(NETWORKS, "1"), REGIONS, generated(PLACES, "1")).written());
  }

  @Test
  void aTargetOfAnInterfaceFieldIsFoundByItsKey() {
    var parties = table("Agreement.parties", "from,to", "G,N", "G,M");
    var agreement = table("Agreement", "key,kind", "G,LOCAL");
    var report = load(generated(agreement, "1"), generated(NETWORKS, "1"), generated(parties, "1"));
    assertEquals(5, report.written());
    assertEquals(2, one(bolt, "MATCH (:Agreement)<-[r:PARTY_TO]-() RETURN count(r)").asInt());
  }

  @Test
  void aLoadThatFailsInTheMiddleOfATableIsCompletedWithoutDuplicates() {
    assertThrows(IllegalStateException.class, () -> load(families(23_000)));
    long before = one(bolt, "MATCH (n:Family) RETURN count(n)").asLong();
    assertTrue(before > 0, "nothing was written before the failure");
    var report = load(families(30_000));
    assertEquals(30_000 - before, report.written());
    assertEquals(before, report.unchanged());
    assertEquals(30_000, one(bolt, "MATCH (n:Family) RETURN count(n)").asLong());
  }

  /// Returns 30,000 families, of which reading stops at one.
  private static SeedTable families(int readable) {
    Iterable<SeedRow> rows =
        () ->
            IntStream.range(0, 30_000)
                .peek(i -> {
                  if (i == readable) {
                    throw new IllegalStateException("the rows end here");
                  }
                })
                .mapToObj(i -> new SeedRow(i + 2L, List.of("F" + i)))
                .iterator();
    return generated(new SeedTable("Family", "generated", List.of("key"), rows), "1");
  }

  private static SeedReport load(SeedTable... tables) {
    return SeedDatabase.load(bolt, List.of(tables));
  }
}
