package nl.jeugdgraaf.seed;

import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.NodeType;

/// Derives `SHARES_NAME_WITH` between products of one region that share a name.
///
/// There is one relationship for each pair, from the lower key to the higher. Pairs that no longer
/// share a name lose theirs.
final class NamesakeRelationships {
  private static final String TYPE = "Product";
  private static final String FIELD = "namesakes";

  private static final String ADD =
      """
      MATCH (region:Region)<-[:IN_REGION]-(product:Product)
      WITH DISTINCT region, product
      UNWIND product.names AS name
      WITH region, name, collect(DISTINCT product) AS sharing
      UNWIND sharing AS low
      UNWIND sharing AS high
      WITH DISTINCT low, high
      WHERE low.key < high.key
      WITH low, high, NOT EXISTS { (low)-[:SHARES_NAME_WITH]->(high) } AS absent
      FOREACH (_ IN CASE WHEN absent THEN [low] ELSE [] END |
        MERGE (low)-[:SHARES_NAME_WITH]->(high)
      )
      RETURN count(*) AS pairs, sum(CASE WHEN absent THEN 1 ELSE 0 END) AS written
      """;

  private static final String REMOVE =
      """
      MATCH (low:Product)-[stale:SHARES_NAME_WITH]->(high:Product)
      WHERE low.key >= high.key
        OR NOT any(name IN coalesce(low.names, []) WHERE name IN coalesce(high.names, []))
        OR NOT EXISTS { (low)-[:IN_REGION]->(:Region)<-[:IN_REGION]-(high) }
      DELETE stale
      RETURN count(*) AS removed
      """;

  private NamesakeRelationships() {}

  /// Returns whether nodes of a type can have namesakes.
  static boolean concern(NodeType type) {
    return type.name().equals(TYPE) && type.relationships().containsKey(FIELD);
  }

  /// Returns whether a field is derived here, so that no file can hold it.
  static boolean isDerived(NodeType type, String field) {
    return type.name().equals(TYPE) && field.equals(FIELD);
  }

  static void derive(Bolt bolt, ReportBuilder report) {
    var removed = bolt.write(Statement.of(REMOVE)).getFirst().get("removed").asLong();
    report.relationships(removed, removed);
    var added = bolt.write(Statement.of(ADD)).getFirst();
    report.relationships(added.get("pairs").asLong(), added.get("written").asLong());
  }
}
