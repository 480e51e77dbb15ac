package nl.jeugdgraaf.seed;

import static nl.jeugdgraaf.seed.SeedDatabase.generated;
import static nl.jeugdgraaf.seed.SeedDatabase.one;
import static nl.jeugdgraaf.seed.SeedDatabase.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.seed.SeedReport.WriteCounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a load takes back: all that only an earlier load of its name stated.
@EmptiesDatabase
class WithdrawalTest {
  static final SeedTable SOURCES = table("Source", "key,title", "S,a", "S2,b");
  static final SeedTable PROVIDERS =
      table("Provider", "agb,name,source", "11111111,one,S", "22222222,two,S2");
  static final SeedTable PRODUCTS =
      table("Product", "key,code,name", "R/45A01,45A01,help", "R/45A02,45A02,care");
  private static final String CONTRACT = "from,to,validFrom,validTo";

  private Bolt bolt;

  @BeforeEach
  void clear() {
    bolt = TestDatabase.constrained();
  }

  static SeedTable contracts(String... rows) {
    return table(
        "Provider.contractedProducts",
        Stream.concat(Stream.of(CONTRACT), Stream.of(rows)).toArray(String[]::new));
  }

  private SeedReport load(String name, SeedTable... tables) {
    return SeedLoader.load(bolt, SeedDatabase.MODEL, Load.of(name, List.of(tables)), _ -> {});
  }

  private List<Object> facts() {
    return one(
            bolt,
            """
            MATCH (a:Provider)-[r:CONTRACTED_FOR]->(b)
            WITH a.agb + ' ' + b.code + ' ' + r.fact AS text ORDER BY text RETURN collect(text)
            """)
        .asList();
  }

  private List<Object> keys() {
    return one(
            bolt,
            """
            MATCH (n) WHERE NOT n:SeedBatch
            WITH coalesce(n.key, n.agb, n.code) AS text ORDER BY text RETURN collect(text)
            """)
        .asList();
  }

  @Test
  void aChangedPeriodReplacesTheFormerOne() {
    load("a", SOURCES, PROVIDERS, PRODUCTS, contracts("11111111,R/45A01,2025-01-01,"));
    var report =
        load(
            "a", SOURCES, PROVIDERS, PRODUCTS, contracts("11111111,R/45A01,2025-02-01,2026-12-31"));
    assertEquals(List.of("11111111 45A01 2025-02-01|"), facts());
    assertEquals(new WriteCounts(1, 0, 1, 0), report.changes().relationships());
    assertEquals(0, report.changes().nodes().written());
  }

  @Test
  void aRowThatWentAwayIsWithdrawnWithWhatItsNodeCites() {
    load(
        "a",
        SOURCES,
        PROVIDERS,
        PRODUCTS,
        contracts("11111111,R/45A01,,", "22222222,R/45A01,,"),
        table("Youth", "key,name", "Y,Someone", "Z,Other"),
        table("Trajectory", "key,kind", "T,REGULAR", "U,REGULAR"),
        table("Trajectory.youth", "from,to", "T,Y", "U,Z"));
    var report =
        load(
            "a",
            table("Source", "key,title", "S,a"),
            table("Provider", "agb,name,source", "11111111,one,S"),
            PRODUCTS,
            contracts("11111111,R/45A01,,"),
            table("Youth", "key,name", "Y,Someone"),
            table("Trajectory", "key,kind", "T,REGULAR"),
            table("Trajectory.youth", "from,to", "T,Y"));
    assertEquals(List.of(), report.skipped());
    assertEquals(List.of("11111111", "R/45A01", "R/45A02", "S", "T", "Y"), keys());
    assertEquals(new WriteCounts(0, 0, 4, 6), report.changes().nodes());
    assertEquals(new WriteCounts(0, 0, 2, 2), report.changes().relationships());
    assertEquals(0, load("a", table("Source", "key,title")).skipped().size());
    assertEquals(List.of(), keys());
  }

  @Test
  void whatTwoLoadsStateGoesWithTheLastOfThem() {
    var mine = contracts("11111111,R/45A01,,", "22222222,R/45A02,,");
    load("b", SOURCES, PROVIDERS, PRODUCTS, contracts("11111111,R/45A01,,"));
    assertEquals(1, load("a", SOURCES, PROVIDERS, PRODUCTS, mine).written());
    assertEquals(
        List.of("a", "b"), one(bolt, "MATCH (n:Provider {name: 'one'}) RETURN n.loads").asList());
    var report = load("a", table("Source", "key,title"));
    assertEquals(new WriteCounts(0, 0, 1, 0), report.changes().relationships());
    assertEquals(0, report.changes().nodes().written());
    assertEquals(List.of("11111111 45A01 |"), facts());
    assertEquals(6, load("b", table("Source", "key,title")).changes().nodes().withdrawn());
    assertEquals(List.of(), keys());
  }

  @Test
  void aValueThatWentAwayGoesUnlessAnotherLoadStatesItsNode() {
    var columns = "code,name,buyingBody";
    load("a", table("Region", columns, "A,a,x", "B,b,x", "C,c,x"));
    load("b", table("Region", "code,name", "C,c"));
    var report = load("a", table("Region", "code,name", "A,a", "B,b", "C,c"));
    assertEquals(new WriteCounts(0, 2, 0, 1), report.changes().nodes());
    assertEquals(
        List.of("C"), one(bolt, "MATCH (n {buyingBody: 'x'}) RETURN collect(n.code)").asList());
  }

  @Test
  void aValueOfAWithdrawnRowGoesWithTheNextLoadOfTheOther() {
    var others = table("Region", "code,name", "A,a");
    load("b", others);
    load("a", table("Region", "code,name,buyingBody", "A,a,x"));
    load("a", table("Region", "code,name"));
    assertEquals(List.of("b"), one(bolt, "MATCH (n {buyingBody: 'x'}) RETURN n.loads").asList());
    var b = Load.of("b", List.of(others));
    assertFalse(SeedLoader.isLoaded(bolt, SeedDatabase.MODEL, b));
    assertEquals(1, load("b", others).changes().nodes().changed());
    assertTrue(SeedLoader.isLoaded(bolt, SeedDatabase.MODEL, b));
  }

  @Test
  void aLoadWithABrokenRowOrFileWithdrawsNothingAndSaysSo() {
    load("a", SOURCES, PROVIDERS, PRODUCTS, contracts("11111111,R/45A01,,"));
    var before = StoredGraph.of(bolt);
    for (var broken :
        List.of(table("Provider", "agb;name", "1"), table("Region", "code,name", "A"))) {
      var report = load("a", SOURCES, broken);
      assertEquals(1, report.skipped().size());
      assertEquals(
          List.of(
              "Nothing is withdrawn, because a row or file was skipped: what it states may still"
                  + " hold."),
          report.changes().warnings());
      assertEquals(before, StoredGraph.of(bolt));
    }
    assertEquals(6, load("a", table("Source", "key,title")).changes().nodes().withdrawn());
  }

  @Test
  void aRowMayNotReferToWhatItsLoadNoLongerStates() {
    load("a", SOURCES, PROVIDERS, PRODUCTS, contracts("11111111,R/45A01,,"));
    var report = load("a", PROVIDERS, PRODUCTS, contracts("11111111,R/45A01,,"));
    assertEquals(
        List.of(
            "Provider.contractedProducts.csv line 2: from is not a known Provider key; add it to"
                + " Provider.csv or correct the cell",
            "Provider.csv line 2: source is not a known Source key; add it to Source.csv or correct"
                + " the cell",
            "Provider.csv line 3: source is not a known Source key; add it to Source.csv or correct"
                + " the cell"),
        report.skipped().stream().map(Object::toString).toList());
    assertEquals(6, keys().size());
  }

  @Test
  void aNodeThatOthersTouchStays() {
    load("a", SOURCES, PROVIDERS, PRODUCTS);
    load("b", contracts("11111111,R/45A01,,"));
    var report = load("a", SOURCES, PRODUCTS);
    assertEquals(new WriteCounts(0, 0, 1, 4), report.changes().nodes());
    assertEquals(
        List.of(
            "Provider.csv: 1 nodes that no row states any more stay, because relationships that"
                + " another load or nobody states touch them."),
        report.changes().warnings());
    load("b", table("Source", "key,title"));
    assertEquals(1, load("a", SOURCES, PRODUCTS).changes().nodes().withdrawn());
  }

  @Test
  void whatNobodyStatesIsUpdatedAndNeverWithdrawn() {
    bolt.write(
        Statement.of(
            "CREATE (:Provider:Organisation:RegieHolder {agb: '11111111', name: 'hand'})"
                + "-[:CONTRACTED_FOR {fact: '|'}]->(:Product {key: 'R/45A01', code: '45A01'})"));
    load("a", SOURCES, PROVIDERS, PRODUCTS, contracts("11111111,R/45A01,,"));
    assertEquals("one", one(bolt, "MATCH (n {agb: '11111111'}) RETURN n.name").asString());
    load("a", table("Source", "key,title"));
    assertEquals(List.of("11111111", "R/45A01"), keys());
    assertEquals(List.of("11111111 45A01 |"), facts());
  }

  @Test
  void whatIsGeneratedTakesTheNameFromWhatFilesStated() {
    load("a", PRODUCTS);
    load("a", generated(PRODUCTS, "1"));
    assertEquals(List.of("R/45A01", "R/45A02"), keys());
    assertEquals(0, one(bolt, "MATCH (n:Product) RETURN count(n.loads)").asInt());
  }

  @Test
  void whatIsDerivedFollows() {
    var places = table("Product.region", "from,to", "R/45A01,R", "R/45A02,R");
    var region = table("Region", "code,name", "R,r");
    var same = table("Product", "key,code,name", "R/45A01,45A01,same", "R/45A02,45A02,same");
    var segments = table("Segment", "key,code,scheme", "R/1,1,S", "R/2,2,S");
    var placed = table("Product.segments", "from,to,purpose", "R/45A01,R/1,CONTRACTING");
    var delivery = table("Delivery", "key,startedOn", "D,2025-01-01");
    var product = table("Delivery.product", "from,to", "D,R/45A01");
    load(
        "a",
        region,
        same,
        places,
        segments,
        placed,
        delivery,
        product,
        table("Delivery.segments", "from,to,status", "D,R/2,STATED"));
    assertEquals(1, one(bolt, "MATCH ()-[r:SHARES_NAME_WITH]->() RETURN count(r)").asInt());
    assertEquals("2 STATED", segment());
    load("a", region, same, places, segments, placed, delivery, product);
    assertEquals("1 DERIVED", segment());
    load("b", region, same, places, segments, placed, delivery);
    load("a", table("Source", "key,title"));
    assertEquals("", segment());
    load("b", region, table("Product", "key,code,name", "R/45A01,45A01,same"));
    assertEquals(List.of("R", "R/45A01"), keys());
  }

  private String segment() {
    return one(
            bolt,
            """
            MATCH (:Delivery)-[r:IN_SEGMENT]->(s)
            WITH collect(s.code + ' ' + r.status) AS texts RETURN coalesce(head(texts), '')
            """)
        .asString();
  }

  @Test
  void overlappingPeriodsOfOnePairAreReportedWithBothLines() {
    var report =
        load(
            "a",
            SOURCES,
            PROVIDERS,
            PRODUCTS,
            contracts(
                "11111111,R/45A01,2026-01-01,2026-06-01",
                "11111111,R/45A01,2025-01-01,",
                "11111111,R/45A02,2025-01-01,2026-01-01",
                "11111111,R/45A02,2026-01-01,",
                "22222222,R/45A01,2025-01-01,"));
    assertEquals(
        List.of(
            "Provider.contractedProducts.csv line 2: has a period that overlaps that of"
                + " Provider.contractedProducts.csv line 3"),
        report.issues().stream()
            .filter(it -> it.issue() == DataQualityIssue.OVERLAPPING_PERIODS)
            .map(Object::toString)
            .toList());
    assertEquals(5, report.changes().relationships().created());
  }
}
