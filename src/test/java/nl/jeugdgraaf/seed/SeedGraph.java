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

/// The model of the schema folder, and a database with its keys, for tests that load.
final class SeedGraph {
  static final Model MODEL = SchemaReader.read(SchemaFile.builtIn());

  private SeedGraph() {}

  /// Returns the shared database without data, with a constraint for each key.
  static Bolt empty() {
    var bolt = TestDatabase.empty();
    Constraints.make(bolt, MODEL);
    return bolt;
  }

  static SeedReport load(Bolt bolt, List<SeedTable> tables) {
    return SeedLoader.load(bolt, MODEL, tables, _ -> {});
  }

  static SeedReport load(Bolt bolt, String folder) {
    return load(bolt, SeedReader.read(Path.of(folder)));
  }

  /// Returns a table of lines such as `a,b`, the first being the header; cells hold no commas.
  static SeedTable table(String name, String... lines) {
    var rows =
        IntStream.range(1, lines.length)
            .mapToObj(i -> new SeedRow(i + 1L, List.of(lines[i].split(",", -1))))
            .toList();
    return new SeedTable(name, name + ".csv", List.of(lines[0].split(",", -1)), rows);
  }

  /// Returns a table whose rows are known to be the same whenever the fingerprint is.
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
