package nl.jeugdgraaf.seed;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.NodeType;

/// The Cypher that loads rows. Names come from the model, values are parameters.
///
/// Statements that compare write only what differs, and return how many nodes or relationships they
/// created or changed. Where possible one text serves every type, because a new database takes
/// longer to plan a text than to load a small table.
final class SeedStatements {
  /// Whether `old` differs from `row.values`; an absent property equals a null.
  private static final String DIFFERS =
      """
      any(name IN keys(row.values) WHERE
          (old[name] IS NULL) <> (row.values[name] IS NULL) OR old[name] <> row.values[name])\
      """;

  /// Parameter `labels`; returns each `label` of them that a node has. `db.labels()` would include
  /// labels that have a constraint but no node.
  static final String STORED_LABELS =
      """
      UNWIND $labels AS label
      CALL (label) {
        MATCH (node:$(label))
        RETURN node LIMIT 1
      }
      RETURN label
      """;

  /// Parameters `labels` and `rows`: maps of `key` and `values`. Returns `key` and the element id
  /// `id` of each node.
  static final String CREATE_NODES =
      """
      UNWIND $rows AS row
      CREATE (node:$($labels))
      SET node = row.values
      RETURN row.key AS key, elementId(node) AS id
      """;

  /// Parameters `labels` and `rows`: maps of `id`, which is an element id, and `values`. Returns
  /// how many nodes were `found`, and how many were `written`.
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

  /// Parameters `type` and `rows`: maps of `start` and `end`, which are element ids, `fact` and
  /// `values`. Returns for how many rows both nodes were `found`, and how many relationships were
  /// `written`.
  ///
  /// @param repeatable whether two nodes can have several relationships of the type
  static String relationships(boolean repeatable) {
    var identity = repeatable ? " {fact: row.fact}" : "";
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

  /// Parameter `rows`: lists of values, one for each property. Returns how many nodes were created,
  /// as `found`; none of them may exist.
  static String newNodes(NodeType type, List<String> properties) {
    return """
    UNWIND $rows AS row
    CREATE (:%s %s)
    RETURN count(*) AS found
    """
        .formatted(
            type.labels().stream().map(Statement::quoted).collect(Collectors.joining(":")),
            values(properties, 0));
  }

  /// Parameter `rows`: lists of the keys of both nodes, then the values. Returns for how many rows
  /// both nodes were `found`; none of the relationships may exist.
  ///
  /// The text names the labels, because an older Neo4j uses the index of a key only then.
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
            Statement.quoted(start.name()),
            Statement.quoted(start.key().property()),
            Statement.quoted(end.name()),
            Statement.quoted(end.key().property()),
            Statement.quoted(type),
            values(properties, 2));
  }

  /// Reads values by position: maps would send their keys with every row.
  private static String values(List<String> properties, int first) {
    return IntStream.range(0, properties.size())
        .mapToObj(i -> Statement.quoted(properties.get(i)) + ": row[" + (first + i) + "]")
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /// Parameter `keys`; returns `key` and the element id `id` of each node that exists.
  static String find(NodeType type) {
    return """
    UNWIND $keys AS key
    MATCH (node:%s {%s: key})
    RETURN key, elementId(node) AS id
    """
        .formatted(Statement.quoted(type.name()), Statement.quoted(type.key().property()));
  }

  /// Returns a `key` for each node of a type.
  static String keys(NodeType type) {
    return "MATCH (node:%s) RETURN node.%s AS key"
        .formatted(Statement.quoted(type.name()), Statement.quoted(type.key().property()));
  }
}
