package nl.jeugdgraaf.seed;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;

/// All nodes and relationships of a database with their properties, hidden ones too, as sorted
/// lines; without the entries of the loader's journal.
public final class StoredGraph {
  private StoredGraph() {}

  /// Returns the lines.
  public static List<String> of(Bolt bolt) {
    var nodes =
        bolt
            .command(
                Statement.of(
                    """
                    MATCH (n) WHERE NOT n:SeedBatch
                    RETURN '(' + reduce(all = '', label IN labels(n) | all + ' ' + label) + ')' AS what,
                      properties(n) AS held
                    """))
            .stream();
    var relationships =
        bolt
            .command(
                Statement.of(
                    """
                    MATCH (a)-[r]->(b)
                    RETURN coalesce(a.key, a.agb, a.code) + ' ' + type(r) + ' '
                        + coalesce(b.key, b.agb, b.code) AS what,
                      properties(r) AS held
                    """))
            .stream();
    return Stream.concat(nodes, relationships)
        .map(row -> row.get("what").asString() + " " + new TreeMap<>(row.get("held").asMap()))
        .sorted()
        .toList();
  }
}
