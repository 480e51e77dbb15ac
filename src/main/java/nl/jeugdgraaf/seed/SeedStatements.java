package nl.jeugdgraaf.seed;

import java.util.stream.Collectors;
import nl.jeugdgraaf.model.NodeType;

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

  /// Parameter `type` and `rows`: maps of `start` and `end`, which are element identifiers, `fact`
  /// and `values`. Besides `written` it returns how many rows `found` both ends.
  ///
  /// One text serves every type, because the database takes longer to plan a new text than to load
  /// a small table.
  ///
  /// @param identified whether several relationships of the type can stand between two nodes
  static String relationships(boolean identified) {
    var identity = identified ? " {fact: row.fact}" : "";
    return """
    UNWIND $rows AS row
    MATCH (start) WHERE elementId(start) = row.start
    MATCH (end) WHERE elementId(end) = row.end
    OPTIONAL MATCH (start)-[old:$($type)%1$s]->(end)
    WITH row, start, end, coalesce(old IS NULL OR %2$s, false) AS differs
    FOREACH (_ IN CASE WHEN differs THEN [row] ELSE [] END |
      MERGE (start)-[made:$($type)%1$s]->(end)
      SET made += row.values
    )
    RETURN count(*) AS found, sum(CASE WHEN differs THEN 1 ELSE 0 END) AS written
    """
        .formatted(identity, DIFFERS);
  }

  /// Parameter `keys`; returns `key` and the element identifier `id` of each node that is there.
  static String present(NodeType type) {
    return """
    UNWIND $keys AS key
    MATCH (node:%s {%s: key})
    RETURN key, elementId(node) AS id
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
