package nl.jeugdgraaf.seed;

import static nl.jeugdgraaf.seed.SeedDatabase.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import org.junit.jupiter.api.Test;

/// After any sequence of loads the graph is that of the last load of each name, alone, in an empty
/// database.
///
/// The folders are drawn. Two loads state the same values of what both state, as the last one
/// counts where they differ.
@EmptiesDatabase
class LoadSequencesTest {
  private static final int SEQUENCES = Integer.getInteger("load.sequences", 2);
  private static final int LOADS = 4;
  private static final int KEYS = 4;

  private final Random random = new Random(Long.getLong("load.seed", 20));

  /// A folder states some of the same products, regions and placements, and everything that these
  /// refer to. The values of a load of one name change from one to the next.
  private List<SeedTable> folder(String name, int version) {
    var products = some();
    var regions = some();
    var places = new ArrayList<String>(List.of("from,to,validFrom,validTo,source"));
    for (var product : products) {
      for (var region : regions) {
        if (random.nextInt(3) == 0) {
          var month = 1 + ((name.equals("a") ? product + region : 0) + version) % 3;
          places.add(
              "R/45A0%d,R%d,2025-0%d-01,%s,"
                  .formatted(product, region, month, month == 2 ? "" : "2026-01-01"));
        }
      }
    }
    return List.of(
        table("Source", "key,title", "S,shared"),
        table(
            "Product",
            lines(
                "key,code,name,source",
                products.stream().map(it -> "R/45A0%d,45A0%d,same,S".formatted(it, it)).toList())),
        table(
            "Region",
            lines("code,name", regions.stream().map(it -> "R%d,r".formatted(it)).toList())),
        table("Product.region", places.toArray(String[]::new)),
        table(
            "Youth",
            lines(
                "key,name,source",
                some().stream()
                    .map(it -> name + it + "," + (random.nextBoolean() ? "v" + version : "") + ",S")
                    .toList())));
  }

  private List<Integer> some() {
    return IntStream.range(0, KEYS).filter(_ -> random.nextBoolean()).boxed().toList();
  }

  private static String[] lines(String header, List<String> rows) {
    var lines = new ArrayList<>(List.of(header));
    lines.addAll(rows);
    return lines.toArray(String[]::new);
  }

  private void load(Bolt bolt, String name, List<SeedTable> tables) {
    var load = Load.of(name, tables);
    var report =
        random.nextBoolean()
            ? SeedLoader.load(bolt, SeedDatabase.MODEL, load, _ -> {})
            : SeedLoader.loadAtOnce(bolt, SeedDatabase.MODEL, load, true, _ -> {});
    assertEquals(List.of(), report.skipped());
    assertEquals(List.of(), report.changes().warnings());
  }

  @Test
  void theGraphIsThatOfTheLastLoads() {
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      var bolt = TestDatabase.constrained();
      SequencedMap<String, List<SeedTable>> last = new LinkedHashMap<>();
      for (int version = 0; version < LOADS; version++) {
        var name = random.nextBoolean() ? "a" : "b";
        var tables = folder(name, version);
        load(bolt, name, tables);
        last.putLast(name, tables);
      }
      var graph = StoredGraph.of(bolt);
      var fresh = TestDatabase.constrained();
      last.forEach((name, tables) -> load(fresh, name, tables));
      var drawn = sequence;
      assertEquals(
          String.join("\n", StoredGraph.of(fresh)),
          String.join("\n", graph),
          () -> "sequence " + drawn + " of " + Map.copyOf(last).keySet());
    }
  }
}
