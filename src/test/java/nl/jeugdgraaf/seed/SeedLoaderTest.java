package nl.jeugdgraaf.seed;

import static nl.jeugdgraaf.seed.SeedDatabase.one;
import static nl.jeugdgraaf.seed.SeedDatabase.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.seed.SeedReport.WriteCounts;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Small tables in a real database.
@EmptiesDatabase
class SeedLoaderTest {
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
  void valuesAreStoredWithTheirTypes() {
    load(
        table("Delivery", "key,startedOn,volume", "D,2026-01-31,3"),
        table("Provider", "agb,name,expertise,source", "12345678,,LVB|GGZ,"),
        table("Trajectory", "key,outOfHomeRisk", "T,true"));
    var delivery = one(bolt, "MATCH (n:Delivery) RETURN properties(n)");
    assertEquals(LocalDate.of(2026, 1, 31), delivery.get("startedOn").asLocalDate());
    assertEquals(3, delivery.get("volume").asLong());
    var provider = one(bolt, "MATCH (n:Provider:Organisation:RegieHolder) RETURN properties(n)");
    assertEquals(List.of("LVB", "GGZ"), provider.get("expertise").asList());
    assertEquals(
        List.of("agb", "expertise", "loads"), provider.asMap().keySet().stream().sorted().toList());
    assertTrue(one(bolt, "MATCH (n:Trajectory) RETURN n.outOfHomeRisk").asBoolean());
  }

  @Test
  void onlyWhatDiffersIsWritten() {
    load(table("Region", "code,name,buyingBody", "A,Region A,a", "B,Region B,b"));
    var report = load(table("Region", "code,name,buyingBody", "A,Region A,a", "B,Region B,"));
    assertEquals(1, report.written());
    assertEquals(1, report.unchanged());
    assertTrue(one(bolt, "MATCH (n:Region {code: 'B'}) RETURN n.buyingBody").isNull());
  }

  @Test
  void tablesThatWereLoadedCompletelyNeedNoLoad() {
    var first = table("Region", "code,name", "A,Region A", "B,Region B");
    var changed = table("Region", "code,name", "A,Region A", "B,Region b");
    assertFalse(isLoaded(first));
    load(first);
    assertTrue(isLoaded(first));
    assertFalse(isLoaded(changed));
    load(changed);
    assertTrue(isLoaded(changed));
    assertFalse(isLoaded(first), "what was loaded since then differs from it");
  }

  @Test
  void aCommaThatMovedToAnotherCellIsAnotherRow() {
    var columns = List.of("code", "name", "buyingBody");
    var first = List.of(new SeedRow(2L, List.of("A", "a, b", "c")));
    var moved = List.of(new SeedRow(2L, List.of("A", "a", "b, c")));
    load(new SeedTable("Region", "Region.csv", columns, first));
    assertFalse(isLoaded(new SeedTable("Region", "Region.csv", columns, moved)));
  }

  @Test
  void aTableWithASkippedRowIsLoadedAgainEveryTime() {
    var broken = table("Region", "code,name", "A,Region A", ",nameless");
    load(broken);
    assertFalse(isLoaded(broken));
  }

  private static boolean isLoaded(SeedTable... tables) {
    return SeedLoader.isLoaded(bolt, SeedDatabase.MODEL, Load.of("test", List.of(tables)));
  }

  @Test
  void aPropertyOfNobodysNodeWithoutAColumnStays() {
    bolt.write(Statement.of("CREATE (:Region {code: 'A', name: 'Region A', buyingBody: 'a'})"));
    var report = load(table("Region", "code,name", "A,Region A"));
    assertEquals(0, report.written());
    assertEquals("a", one(bolt, "MATCH (n:Region) RETURN n.buyingBody").asString());
  }

  @Test
  void aNodeWithNothingButItsKeyIsWrittenOnce() {
    assertEquals(1, load(table("Family", "key", "F")).written());
    assertEquals(0, load(table("Family", "key", "F")).written());
  }

  @Test
  void theFirstOfContradictingRowsCountsAndTheOtherIsReported() {
    var report =
        load(
            table("Region", "code,name,buyingBody", "A,First,", "A,Second,a"),
            table("Region", "code,name", "A,First"));
    assertEquals(1, report.written());
    var region = one(bolt, "MATCH (n:Region) RETURN properties(n)");
    assertEquals("First", region.get("name").asString());
    assertEquals("a", region.get("buyingBody").asString());
    assertEquals(
        List.of("Region.csv line 3: name differs from Region.csv line 2, which counts"),
        report.issues().stream().map(Object::toString).toList());
  }

  @Test
  void aFirstDayOrKeyTellsRelationshipsBetweenTheSameNodesApart() {
    var report =
        load(
            table("Provider", "agb", "12345678"),
            table("Product", "key,code,name", "R/45A48,45A48,a"),
            table(
                "Provider.contractedProducts",
                "from,to,agreement,validFrom,validTo",
                "12345678,R/45A48,X,2024-01-01,2025-01-01",
                "12345678,R/45A48,X,2025-01-01,",
                "12345678,R/45A48,Y,2025-01-01,",
                "12345678,R/45A48,,,2024-01-01",
                "12345678,R/45A48,X,2025-01-01,"));
    assertEquals(6, report.written());
    assertEquals(
        List.of("2024-01-01|X", "2025-01-01|X", "2025-01-01|Y", "|"),
        one(bolt, "MATCH ()-[r:CONTRACTED_FOR]->() WITH r ORDER BY r.fact RETURN collect(r.fact)")
            .asList());
    var again =
        load(
            table("Provider", "agb", "12345678"),
            table("Product", "key,code,name", "R/45A48,45A48,a"),
            table(
                "Provider.contractedProducts",
                "from,to,agreement,validFrom,validTo",
                "12345678,R/45A48,X,2025-01-01,2026-01-01",
                "12345678,R/45A48,Y,2025-01-01,"));
    assertEquals(new WriteCounts(0, 1, 2, 1), again.changes().relationships());
    assertEquals(2, one(bolt, "MATCH ()-[r:CONTRACTED_FOR]->() RETURN count(r)").asInt());
  }

  @Test
  void theFirstOfTwoRowsForOneRelationshipCountsAndTheOtherIsReported() {
    var report =
        load(
            table("Region", "code,name", "A,a"),
            table("Network", "key", "N"),
            table(
                "Network.region",
                "from,to,validFrom,validTo",
                "N,A,2024-01-01,",
                "N,A,2024-01-01,2025-01-01"));
    assertEquals(DataQualityIssue.CONTRADICTING_ROWS, report.issues().getFirst().issue());
    assertTrue(one(bolt, "MATCH ()-[r:IN_REGION]->() RETURN r.validTo").isNull());
  }

  @Test
  void theFieldsAtBothEndsDescribeTheSameRelationship() {
    var nodes =
        List.of(
            table("Region", "code,name", "A,a"),
            table("Network", "key", "N"),
            table("Network.region", "from,to,validFrom", "N,A,2024-01-01"),
            table("Region.networks", "from,to,validFrom", "A,N,2024-01-01"));
    SeedDatabase.load(bolt, nodes);
    assertEquals(1, one(bolt, "MATCH (:Network)-[r:IN_REGION]->(:Region) RETURN count(r)").asInt());
    assertEquals(1, one(bolt, "MATCH ()-[r]->() RETURN count(r)").asInt());
  }

  @Test
  void theTargetOfAnInterfaceFieldIsFoundByItsKey() {
    var report =
        load(
            table("Agreement", "key,kind", "G,LOCAL"),
            table("Municipality", "code", "0014"),
            table("Network", "key", "N", "same"),
            table("School", "key", "same"),
            table("Agreement.parties", "from,to", "G,0014", "G,N", "G,same", "G,nobody"));
    assertEquals(2, one(bolt, "MATCH (:Agreement)<-[r:PARTY_TO]-() RETURN count(r)").asInt());
    assertEquals(
        List.of(
            "to is a key of several types: Network, School",
            "to is not a known Organisation key (Provider, Network, Referrer, SafetyPartner,"
                + " School, ExpertTeam, Municipality)"),
        report.skipped().stream().map(SeedReport.SkippedRow::message).toList());
  }

  @Test
  void aNodeIsStatedInItsSourcesUnlessItIsSynthetic() {
    load(
        table("Source", "key,title,source", "S0,a,", "S1,b,S0", "SYNTHETIC,c,"),
        table(
            "Network", "key,source,place", "N,S0,line 1", "N,S1,", "N,S0,line 2", "M,SYNTHETIC,"));
    assertEquals(
        List.of("N S0 line 1; line 2", "N S1 ", "S1 S0 "),
        one(
                bolt,
                "MATCH (n)-[r:STATED_IN]->(s) WITH n.key + ' ' + s.key + ' ' +"
                    + " coalesce(r.place, '') AS text ORDER BY text RETURN collect(text)")
            .asList());
    assertEquals("S0", one(bolt, "MATCH (n:Network {key: 'N'}) RETURN n.source").asString());
  }

  @Test
  void namesakesAreProductsOfOneRegionAndOutdatedPairsAreRemoved() {
    var regions = table("Region", "code,name", "A,a", "B,b");
    var places =
        table("Product.region", "from,to", "A/45A01,A", "A/45A02,A", "A/45A03,A", "B/45A01,B");
    SeedTable products =
        table(
            "Product",
            "key,code,name",
            "A/45A02,45A02,same",
            "A/45A01,45A01,same",
            "A/45A03,45A03,other",
            "B/45A01,45A01,same");
    load(regions, products, places);
    assertEquals(List.of("A/45A01 A/45A02"), namesakes());
    assertEquals(0, load(regions, products, places).written());

    var renamed =
        table(
            "Product",
            "key,code,name",
            "A/45A01,45A01,same",
            "A/45A02,45A02,other",
            "A/45A03,45A03,other",
            "B/45A01,45A01,same");
    assertEquals(3, load(regions, renamed, places).written());
    assertEquals(List.of("A/45A02 A/45A03"), namesakes());
  }

  @Test
  void aLoadThatFailsHalfwayIsCompletedByTheNext() {
    var rows = IntStream.range(0, 5_000).mapToObj(i -> new SeedRow(i + 2L, List.of("F" + i)));
    var families = new SeedTable("Family", "generated", List.of("key"), rows.toList());
    var reads = new AtomicInteger();
    // The first time they are read is for their fingerprint.
    Iterable<SeedRow> none =
        () -> reads.incrementAndGet() == 1 ? Collections.emptyIterator() : failingRows();
    var breaking = new SeedTable("Youth.family", "generated", List.of("from", "to"), none);
    var youths = table("Youth", "key", "Y");
    assertThrows(IllegalStateException.class, () -> load(families, youths, breaking));
    assertEquals(5_000, one(bolt, "MATCH (n:Family) RETURN count(n)").asInt());

    var report = load(families, youths, table("Youth.family", "from,to", "Y,F4999"));
    assertEquals(1, report.written());
    assertEquals(5_001, report.unchanged());
  }

  @Test
  void nodesThatAnotherLoadCreatesFirstAreCompared() {
    var rows = List.of(new SeedRow(2L, List.of("A", "a")), new SeedRow(3L, List.of("B", "b")));
    Iterable<SeedRow> overtaken =
        () -> {
          bolt.write(Statement.of("MERGE (a:Region {code: 'A'}) ON CREATE SET a.name = 'old'"));
          return rows.iterator();
        };
    var report = load(new SeedTable("Region", "generated", List.of("code", "name"), overtaken));
    assertEquals(2, report.written());
    assertEquals(
        List.of("A a", "B b"),
        one(
                bolt,
                "MATCH (n:Region) WITH n.code + ' ' + n.name AS text ORDER BY text"
                    + " RETURN collect(text)")
            .asList());
  }

  @Test
  void aMissingLabelIsAdded() {
    bolt.write(Statement.of("CREATE (:Provider {agb: '12345678'})"));
    assertEquals(1, load(table("Provider", "agb", "12345678")).written());
    assertEquals(1, one(bolt, "MATCH (n:Provider:Organisation) RETURN count(n)").asInt());
    assertEquals(0, load(table("Provider", "agb", "12345678")).written());
  }

  private static Iterator<SeedRow> failingRows() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public SeedRow next() {
        throw new IllegalStateException("the rows end here");
      }
    };
  }

  private static List<Object> namesakes() {
    return one(
            bolt,
            "MATCH (a)-[:SHARES_NAME_WITH]->(b) WITH a.key + ' ' + b.key AS pair ORDER BY pair"
                + " RETURN collect(pair)")
        .asList();
  }

  private static SeedReport load(SeedTable... tables) {
    return SeedDatabase.load(bolt, List.of(tables));
  }
}
