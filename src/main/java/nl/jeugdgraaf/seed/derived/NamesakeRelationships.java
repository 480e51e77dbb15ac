package nl.jeugdgraaf.seed.derived;

import nl.jeugdgraaf.bolt.QueryRunner;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;

/// Derives `SHARES_NAME_WITH` between products of one region that share a name.
///
/// There is one relationship for each pair, from the lower key to the higher. Pairs that no longer
/// share a name lose theirs.
public final class NamesakeRelationships {
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
        MERGE (low)-[made:SHARES_NAME_WITH]->(high)
        SET made.loads = []
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

  /// {@return whether nodes of a model can have namesakes}
  ///
  /// @param model the graph
  public static boolean concern(Model model) {
    var type = model.nodes().get(TYPE);
    return type != null && type.relationships().containsKey(FIELD);
  }

  /// {@return whether a field is derived here, so that no file can hold it}
  ///
  /// @param type the type that has the field
  /// @param field name of the field
  public static boolean isDerived(NodeType type, String field) {
    return type.name().equals(TYPE) && field.equals(FIELD);
  }

  /// Adds what follows and removes what no longer does.
  ///
  /// @param bolt the database
  /// @return how many there are
  /// @throws nl.jeugdgraaf.problem.ProblemException if the database does not answer or refuses
  public static DerivedCounts derive(QueryRunner bolt) {
    var removed = bolt.write(Statement.of(REMOVE)).getFirst().get("removed").asLong();
    var added = bolt.write(Statement.of(ADD)).getFirst();
    return new DerivedCounts(added.get("pairs").asLong(), added.get("written").asLong(), removed);
  }
}
