package nl.jeugdgraaf.seed;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.jeugdgraaf.GivenDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;

/// A program whose load takes long enough to be killed halfway.
final class LoadProgram {
  static final int YOUTHS = 30_000;
  static final int FAMILIES = 5_000;

  private LoadProgram() {}

  public static void main(String[] arguments) {
    try (var bolt = Bolt.open(GivenDatabase.given())) {
      SeedDatabase.load(bolt, tables());
    }
  }

  /// Returns generated tables, the same every time.
  static List<SeedTable> tables() {
    return Stream.of(
            table("Family", List.of("key"), FAMILIES, i -> List.of("F" + i)),
            table(
                "Youth", List.of("key", "birthDate"), YOUTHS, i -> List.of("Y" + i, "2015-06-01")),
            table(
                "Youth.family",
                List.of("from", "to", "role", "validFrom"),
                YOUTHS,
                i -> List.of("Y" + i, "F" + i % FAMILIES, "CHILD", "2020-01-01")))
        .map(table -> SeedDatabase.generated(table, "a"))
        .toList();
  }

  private static SeedTable table(
      String name, List<String> columns, int rows, IntFunction<List<String>> cells) {
    return new SeedTable(
        name,
        "generated",
        columns,
        () ->
            IntStream.range(0, rows).mapToObj(i -> new SeedRow(i + 1L, cells.apply(i))).iterator());
  }
}
