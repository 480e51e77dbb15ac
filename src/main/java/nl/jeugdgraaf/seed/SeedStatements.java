package nl.jeugdgraaf.seed;

import java.util.stream.Collectors;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.seed.RelationshipRows.Route;

/// The Cypher that loads rows. Names come from the model, values are parameters.
///
/// Each statement looks before it writes, so that what already is as the row says stays untouched,
/// and returns how many nodes or relationships it created or changed.
final class SeedStatements {
  /// Whether `old` differs from `row.values`; an absent property equals a null.
  private static final String DIFFERS =
      """
      any(name IN keys(row.values) WHERE
          (old[name] IS NULL) <> (row.values[name] IS NULL) OR old[name] <> row.values[name])\
      """;

  private SeedStatements() {}

  /// Parameter `rows`: maps of `key` and `values`; no key stands twice.
  static String nodes(NodeType type) {
    var labels =
        type.labels().stream().map(SeedStatements::quoted).collect(Collectors.joining(":"));
    return """
    UNWIND $rows AS row
    OPTIONAL MATCH (old:%1$s {%2$s: row.key})
    WITH row, old
    WHERE old IS NULL OR NOT old:%3$s OR %4$s
    MERGE (node:%1$s {%2$s: row.key})
    SET node:%3$s, node += row.values
    RETURN count(*) AS written
    """
        .formatted(quoted(type.name()), quoted(type.key().property()), labels, DIFFERS);
  }

  /// Parameter `rows`: maps of `index`, `from`, `to`, `fact` and `values`. Besides `written` it
  /// returns `missing`: maps of `index`, `from` and `to`, the latter two telling which end is not
  /// there.
  static String relationships(Route route) {
    var identity = route.identified() ? " {fact: row.fact}" : "";
    var pattern =
        (route.towards() ? "(from)<-[%s:%s%s]-(to)" : "(from)-[%s:%s%s]->(to)")
            .formatted("%s", quoted(route.field().type()), identity);
    return """
    UNWIND $rows AS row
    OPTIONAL MATCH (from:%1$s {%2$s: row.from})
    OPTIONAL MATCH (to:%3$s {%4$s: row.to})
    OPTIONAL MATCH %5$s
    WITH row, from, to, from IS NULL OR to IS NULL AS missing,
      coalesce(old IS NULL OR %7$s, false) AS differs
    FOREACH (_ IN CASE WHEN differs AND NOT missing THEN [row] ELSE [] END |
      MERGE %6$s
      SET made += row.values
    )
    RETURN sum(CASE WHEN differs AND NOT missing THEN 1 ELSE 0 END) AS written,
      collect(CASE WHEN missing
        THEN {index: row.index, from: from IS NULL, to: to IS NULL} END) AS missing
    """
        .formatted(
            quoted(route.from().name()),
            quoted(route.from().key().property()),
            quoted(route.to().name()),
            quoted(route.to().key().property()),
            pattern.formatted("old"),
            pattern.formatted("made"),
            DIFFERS);
  }

  /// Parameter `keys`; returns a `key` for each node that is there.
  static String present(NodeType type) {
    return """
    UNWIND $keys AS key
    MATCH (node:%s {%s: key})
    RETURN key
    """
        .formatted(quoted(type.name()), quoted(type.key().property()));
  }

  /// Returns a `key` for each node of a type.
  static String keys(NodeType type) {
    return "MATCH (node:%s) RETURN node.%s AS key"
        .formatted(quoted(type.name()), quoted(type.key().property()));
  }

  private static String quoted(String name) {
    return '`' + name.replace("`", "``") + '`';
  }
}
