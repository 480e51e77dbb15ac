package nl.jeugdgraaf.seed;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.jeugdgraaf.model.NodeType;

/// The Cypher that loads rows. Names come from the model, values are parameters.
///
/// Each statement looks before it writes, so that what already is as the row says stays untouched,
/// and returns how many nodes or relationships it created or changed. One text serves every type
/// where that can be, because a new database takes longer to plan a text than to load a small
/// table.
final class SeedStatements {
  /// Whether `old` differs from `row.values`; an absent property equals a null.
  private static final String DIFFERS =
      """
      any(name IN keys(row.values) WHERE
          (old[name] IS NULL) <> (row.values[name] IS NULL) OR old[name] <> row.values[name])\
      """;

  /// Parameter `labels`; returns each `label` of them that stands on a node. `db.labels()` would
  /// name those too that have a constraint and no node.
  static final String STORED =
      """
      UNWIND $labels AS label
      CALL (label) {
        MATCH (node:$(label))
        RETURN node LIMIT 1
      }
      RETURN label
      """;

  /// Parameter `labels` and `rows`: maps of `key` and `values`. Returns `key` and the element
  /// identifier `id` of each node.
  static final String CREATE_NODES =
      """
      UNWIND $rows AS row
      CREATE (node:$($labels))
      SET node = row.values
      RETURN row.key AS key, elementId(node) AS id
      """;

  /// Parameter `labels` and `rows`: maps of `id`, which is an element identifier, and `values`.
  /// Besides `written` it returns how many nodes were `found`.
  static final String UPDATE_NODES =
      """
      UNWIND $rows AS row
      MATCH (old) WHERE elementId(old) = row.id
      WITH row, old,
        any(label IN $labels WHERE NOT label IN labels(old)) OR coalesce(%s, false) AS differs
      FOREACH (_ IN CASE WHEN differs THEN [row] ELSE [] END |
        SET old:$($labels)
        SET old += row.values
      )
      RETURN count(*) AS found, sum(CASE WHEN differs THEN 1 ELSE 0 END) AS written
      """
          .formatted(DIFFERS);

  private SeedStatements() {}

  /// Parameter `type` and `rows`: maps of `start` and `end`, which are element identifiers, `fact`
  /// and `values`. Besides `written` it returns how many rows `found` both ends.
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

  /// Parameter `rows`: lists of values, as many as there are properties. Returns how many nodes
  /// were made, as `found`; none of them may be there.
  static String newNodes(NodeType type, List<String> properties) {
    return """
    UNWIND $rows AS row
    CREATE (:%s %s)
    RETURN count(*) AS found
    """
        .formatted(
            type.labels().stream().map(SeedStatements::quoted).collect(Collectors.joining(":")),
            values(properties, 0));
  }

  /// Parameter `rows`: lists of the keys of both ends and of the values. Returns how many rows
  /// `found` both ends; of those, no relationship may be there.
  ///
  /// Labels stand in the text, because an older Neo4j finds a key behind no other.
  static String newRelationships(
      NodeType start, String type, NodeType end, List<String> properties) {
    return """
    UNWIND $rows AS row
    MATCH (start:%s {%s: row[0]})
    MATCH (end:%s {%s: row[1]})
    CREATE (start)-[:%s %s]->(end)
    RETURN count(*) AS found
    """
        .formatted(
            quoted(start.name()),
            quoted(start.key().property()),
            quoted(end.name()),
            quoted(end.key().property()),
            quoted(type),
            values(properties, 2));
  }

  /// Values by place cost less than maps, whose keys are sent with every row.
  private static String values(List<String> properties, int first) {
    return IntStream.range(0, properties.size())
        .mapToObj(i -> quoted(properties.get(i)) + ": row[" + (first + i) + "]")
        .collect(Collectors.joining(", ", "{", "}"));
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
