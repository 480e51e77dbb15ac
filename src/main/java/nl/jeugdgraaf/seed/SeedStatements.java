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
  /// Works out for an `old` node or relationship, which may be null, what a row makes of it.
  ///
  /// `gone` are the properties that it loses: where nobody states it, those with an empty cell;
  /// where this load alone states it, also those without a column; where another load states it
  /// too, none. `loads` are the names that it has then, and `differs` tells whether a value is
  /// another.
  private static final String COMPARE =
      """
      [name IN coalesce(old.loads, []) WHERE name <> $load] AS others
      WITH *,
        CASE
          WHEN others <> [] THEN []
          WHEN old.loads IS NULL OR NOT $states THEN row.empty
          ELSE row.empty + $attributes
        END AS candidates
      WITH *,
        [name IN candidates WHERE row.given[name] IS NULL AND old[name] IS NOT NULL] AS gone,
        CASE
          WHEN old.loads IS NULL THEN null
          WHEN $states THEN
            [name IN others WHERE name < $load] + [$load] + [name IN others WHERE name > $load]
          WHEN others = [] THEN null
          ELSE others
        END AS loads
      WITH *,
        gone <> []
          OR any(name IN keys(row.given) WHERE coalesce(old[name] <> row.given[name], true))\
      """;

  /// Writes what [#COMPARE] worked out.
  private static final String CHANGE =
      """
      SET old += row.given
        SET old.loads = loads
        FOREACH (name IN gone | SET old[name] = null)\
      """;

  /// Whether anything has to be written; a name that is added does not count as a change.
  private static final String IS_STALE =
      "differs OR coalesce(loads <> old.loads, (loads IS NULL) <> (old.loads IS NULL))";

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

  /// Parameters `load`, `states`, `labels`, `attributes` and `rows`: maps of `number`, `id`, which
  /// is an element id, `given` values and names of properties that are `empty`. Returns how many
  /// nodes were `found`, and the numbers of those that were `changed`.
  static final String UPDATE_NODES =
      """
      UNWIND $rows AS row
      MATCH (old) WHERE elementId(old) = row.id
      WITH *, %s
          OR any(label IN $labels WHERE NOT label IN labels(old)) AS differs
      FOREACH (_ IN CASE WHEN %s THEN [row] ELSE [] END |
        SET old:$($labels)
        %s
      )
      RETURN count(*) AS found, collect(CASE WHEN differs THEN row.number END) AS changed
      """
          .formatted(COMPARE, IS_STALE, CHANGE);

  /// Parameters `type` and `rows`: maps of `start` and `end`, which are element ids, and `values`.
  /// Returns how many relationships were `made`; none of them may exist.
  static final String CREATE_RELATIONSHIPS =
      """
      UNWIND $rows AS row
      MATCH (start) WHERE elementId(start) = row.start
      MATCH (end) WHERE elementId(end) = row.end
      CREATE (start)-[made:$($type)]->(end)
      SET made = row.values
      RETURN count(*) AS made
      """;

  private SeedStatements() {}

  /// Parameters `load`, `states`, `type`, `attributes`, `created`, which are the names on a new
  /// relationship, and `rows`: maps of `number`, `start` and `end`, which are element ids, `fact`,
  /// `given` values and names of properties that are `empty`. Returns for how many rows both nodes
  /// were `found`, and the numbers of those that were `made` and `changed`.
  ///
  /// The type of `old` is a condition and not part of its pattern: for a pattern with a type that
  /// is a parameter, Neo4j may read all relationships of the type for each row, and 2026.08 then
  /// found some that lead elsewhere.
  ///
  /// @param repeatable whether two nodes can have several relationships of the type
  static String relationships(boolean repeatable) {
    return """
    UNWIND $rows AS row
    MATCH (start) WHERE elementId(start) = row.start
    MATCH (end) WHERE elementId(end) = row.end
    OPTIONAL MATCH (start)-[old]->(end) WHERE type(old) = $type%1$s
    WITH *, %2$s AS differs
    FOREACH (_ IN CASE WHEN old IS NULL THEN [row] ELSE [] END |
      CREATE (start)-[made:$($type)]->(end)
      SET made = row.given
      SET made.loads = $created
      SET made.fact = %3$s
    )
    FOREACH (_ IN CASE WHEN old IS NOT NULL AND (%4$s) THEN [row] ELSE [] END |
      %5$s
    )
    RETURN count(DISTINCT row.number) AS found,
      collect(DISTINCT CASE WHEN old IS NULL THEN row.number END) AS made,
      collect(DISTINCT CASE WHEN old IS NOT NULL AND differs THEN row.number END) AS changed
    """
        .formatted(
            repeatable ? " AND old.fact = row.fact" : "",
            COMPARE,
            repeatable ? "row.fact" : "null",
            IS_STALE,
            CHANGE);
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

  /// Parameters `keys` and `load`; returns `key` and the element id `id` of each node that exists,
  /// and whether that load `alone` states it.
  static String find(NodeType type) {
    return """
    UNWIND $keys AS key
    MATCH (node:%s {%s: key})
    RETURN key, elementId(node) AS id, coalesce(node.loads = [$load], false) AS alone
    """
        .formatted(Statement.quoted(type.name()), Statement.quoted(type.key().property()));
  }

  /// Parameter `load`; returns a `key` for each node of a type, but for those that this load alone
  /// states.
  static String keysOfOthers(NodeType type) {
    return """
    MATCH (node:%s) WHERE coalesce(node.loads <> [$load], true)
    RETURN node.%s AS key
    """
        .formatted(Statement.quoted(type.name()), Statement.quoted(type.key().property()));
  }
}
