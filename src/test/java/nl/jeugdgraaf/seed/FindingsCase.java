package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;

/// Loads a few rows into an empty database and returns the findings of one rule.
final class FindingsCase {
  private static final String FINDINGS =
      """
      MATCH (finding:Finding {rule: $rule})
      OPTIONAL MATCH (finding)-[:FOUND_AT]->(node)
      WITH finding, node ORDER BY labels(node)[0] DESC
      WITH finding, collect(coalesce(node.key, '')) AS keys
      RETURN reduce(all = '', key IN keys | all + key + ' ')
        + coalesce(toString(finding.since), '') + '/' + coalesce(toString(finding.until), '') AS row
      ORDER BY row
      """;

  private FindingsCase() {}

  /// Returns the findings as `keys since/until`.
  ///
  /// @param tables each a name, a header and rows, as lines
  /// @param more as well
  static List<String> of(Bolt bolt, String rule, List<String> tables, String... more) {
    load(bolt, Stream.concat(tables.stream(), Stream.of(more)).toArray(String[]::new));
    return of(bolt, rule);
  }

  static List<String> of(Bolt bolt, String rule) {
    return bolt.command(new Statement(FINDINGS, Map.of("rule", rule))).stream()
        .map(row -> row.get("row").asString())
        .toList();
  }

  static SeedReport load(Bolt bolt, String... tables) {
    var parsed = new ArrayList<SeedTable>();
    for (var table : tables) {
      var lines = new ArrayList<>(table.strip().lines().toList());
      parsed.add(SeedDatabase.table(lines.removeFirst(), lines.toArray(String[]::new)));
    }
    var report = SeedDatabase.load(bolt, parsed);
    if (!report.skipped().isEmpty()) {
      throw new AssertionError(report.skipped());
    }
    return report;
  }
}
