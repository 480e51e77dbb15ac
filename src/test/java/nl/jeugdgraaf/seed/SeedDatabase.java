package nl.jeugdgraaf.seed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import nl.jeugdgraaf.seed.SeedTable.Generated;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;
import nl.jeugdgraaf.store.Constraints;
import org.neo4j.driver.Value;

/// A database with the constraints of the schema folder, for tests that load seed tables.
final class SeedDatabase {
  static final Model MODEL = SchemaReader.read(SchemaFile.builtIn());

  private SeedDatabase() {}

  /// Returns the shared database without data, but with all constraints and indexes.
  static Bolt empty() {
    var bolt = TestDatabase.empty();
    Constraints.make(bolt, MODEL);
    return bolt;
  }

  static SeedReport load(Bolt bolt, List<SeedTable> tables) {
    return SeedLoader.load(bolt, MODEL, Load.of("test", tables), _ -> {});
  }

  static SeedReport load(Bolt bolt, String folder) {
    return load(bolt, SeedReader.read(Path.of(folder)));
  }

  /// Returns a table of lines such as `a,b`. The first is the header; cells contain no commas.
  static SeedTable table(String name, String... lines) {
    var rows =
        IntStream.range(1, lines.length)
            .mapToObj(i -> new SeedRow(i + 1L, List.of(lines[i].split(",", -1))))
            .toList();
    return new SeedTable(name, name + ".csv", List.of(lines[0].split(",", -1)), rows);
  }

  /// Returns the table as one that a program makes.
  static SeedTable generated(SeedTable table, String fingerprint) {
    return new SeedTable(
        table.name(),
        table.origin(),
        table.columns(),
        table.rows(),
        Optional.of(new Generated(fingerprint, 100)));
  }

  /// Returns the only value of the only record.
  static Value one(Bolt bolt, String cypher) {
    return bolt.command(new Statement(cypher, Map.of())).getFirst().get(0);
  }
}
