package nl.jeugdgraaf.seed;

import static nl.jeugdgraaf.seed.SeedDatabase.one;
import static nl.jeugdgraaf.seed.SeedDatabase.table;
import static nl.jeugdgraaf.seed.WithdrawalTest.PRODUCTS;
import static nl.jeugdgraaf.seed.WithdrawalTest.PROVIDERS;
import static nl.jeugdgraaf.seed.WithdrawalTest.SOURCES;
import static nl.jeugdgraaf.seed.WithdrawalTest.contracts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Loads of which all or nothing is kept, and those that wait for each other.
@EmptiesDatabase
class LoadAtOnceTest {
  private Bolt bolt;

  @BeforeEach
  void clear() {
    bolt = TestDatabase.constrained();
  }

  private SeedReport load(SeedTable... tables) {
    return SeedLoader.load(bolt, SeedDatabase.MODEL, Load.of("a", List.of(tables)), _ -> {});
  }

  private SeedReport atOnce(boolean keep, boolean strict, SeedTable... tables) {
    var load = new Load("a", List.of(tables), strict, Set.of("Provider", "Product", "Contract"));
    return SeedLoader.loadAtOnce(bolt, SeedDatabase.MODEL, load, keep, _ -> {});
  }

  @Test
  void aDryRunTellsWhatALoadThenDoesAndWritesNothing() {
    load(SOURCES, PROVIDERS, PRODUCTS, contracts("11111111,R/45A01,,", "22222222,R/45A01,,"));
    var before = StoredGraph.of(bolt);
    SeedTable[] next = {
      SOURCES,
      table("Provider", "agb,name,source", "11111111,other,S", "22222222,two,S2"),
      PRODUCTS,
      contracts("11111111,R/45A01,2025-01-01,"),
      table("Youth", "key,name", "Y-1,Someone")
    };
    var dry = atOnce(false, false, next);
    assertEquals(before, StoredGraph.of(bolt));
    assertEquals(
        """
        Provider: 0 created, 1 changed, 0 withdrawn
          changed 11111111 (Provider.csv line 2)
        Provider.contractedProducts: 1 created, 0 changed, 2 withdrawn
          created 11111111 to R/45A01 from 2025-01-01 (Provider.contractedProducts.csv line 2)
          withdrawn 11111111 to R/45A01
          withdrawn 22222222 to R/45A01
        Youth: 1 created, 0 changed, 0 withdrawn
          created (Youth.csv line 2)\
        """,
        String.join("\n", dry.differences(true)));
    var load = new Load("a", List.of(next), false, Set.of("Provider", "Product", "Contract"));
    assertEquals(dry, SeedLoader.load(bolt, SeedDatabase.MODEL, load, _ -> {}));
    var after = StoredGraph.of(bolt);
    assertEquals(0, load(next).written());
    assertEquals(after, StoredGraph.of(bolt));
    assertEquals(0, atOnce(true, true, next).written());
  }

  @Test
  void aStrictLoadWithABrokenRowWritesNothing() {
    load(SOURCES, PROVIDERS);
    var before = StoredGraph.of(bolt);
    var broken =
        new Load(
            "a",
            List.of(SOURCES, PRODUCTS, contracts("11111111,R/45A01,,", "33333333,R/45A01,,")),
            true,
            Set.of());
    var problem =
        assertThrows(
            ProblemException.class,
            () -> SeedLoader.load(bolt, SeedDatabase.MODEL, broken, _ -> {}));
    assertEquals(
        """
        Nothing was loaded, because 2 rows or files do not fit:
          Provider.contractedProducts.csv line 2: from is not a known Provider key; add it to Provider.csv or correct the cell
          Provider.contractedProducts.csv line 3: from is not a known Provider key; add it to Provider.csv or correct the cell\
        """,
        problem.getMessage());
    assertEquals(before, StoredGraph.of(bolt));
  }

  @Test
  void aLoadAtOnceThatFailsInTheMiddleLeavesNothing() {
    load(SOURCES);
    var before = StoredGraph.of(bolt);
    // Rows are read to count them, and for their fingerprint, before they are loaded.
    var reads = new int[1];
    Iterable<SeedRow> failing =
        () -> {
          if (++reads[0] > 2) {
            throw new IllegalStateException("the rows end here");
          }
          return List.<SeedRow>of().iterator();
        };
    var contracts =
        new SeedTable("Provider.contractedProducts", "c", List.of("from", "to"), failing);
    assertThrows(
        IllegalStateException.class, () -> atOnce(true, false, SOURCES, PROVIDERS, contracts));
    assertEquals(before, StoredGraph.of(bolt));
  }

  @Test
  void moreRowsThanOneTransactionHoldsAreRefusedBeforeAnythingIsWritten() {
    var row = new SeedRow(2, List.of("F"));
    Iterable<SeedRow> rows = () -> IntStream.rangeClosed(0, 100_000).mapToObj(_ -> row).iterator();
    var families = new SeedTable("Family", "f", List.of("key"), rows);
    assertEquals(
        "There are 100,001 rows, and one transaction can hold 100,000. Load them without --atomic"
            + " and --dry-run, or in parts under names of their own.",
        assertThrows(ProblemException.class, () -> atOnce(true, false, families)).getMessage());
    assertEquals(List.of(), StoredGraph.of(bolt));
  }

  @Test
  void aLoadWaitsForAnotherOneAndSaysSo() throws Exception {
    load(SOURCES);
    var lines = new LinkedBlockingQueue<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<SeedReport> waiting;
      try (var other = bolt.begin()) {
        LoadJournal.lock(other);
        waiting =
            threads.submit(() ->
                SeedLoader.load(
                    bolt, SeedDatabase.MODEL, Load.of("b", List.of(SOURCES)), lines::add));
        assertEquals(
            "Another load of this database runs; this one waits for its end.",
            lines.poll(1, TimeUnit.MINUTES));
        assertEquals(List.of("a"), names());
      }
      assertEquals(0, waiting.get().written());
    }
    assertEquals(List.of("a", "b"), names());
  }

  private List<Object> names() {
    return one(bolt, "MATCH (n:Source {key: 'S'}) RETURN n.loads").asList();
  }
}
