package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A laid out statement is the statement that is sent: only spaces became line breaks.
class CypherLayoutTest {
  private static final String SUBQUERY =
      "MATCH (n0)<-[r0:PART_OF]-(n1:Delivery) WHERE (n1.status = $p1 OR n1.status IS NULL)";

  @Test
  void breaksAtClausesBracesAndOperators() {
    var statement =
        "CYPHER 5 MATCH (n0:Trajectory) WHERE n0.key STARTS WITH $p0 RETURN 0 AS field, [COLLECT { "
            + SUBQUERY
            + " RETURN [n1.key] }] AS row";
    assertEquals(
        """
        CYPHER 5
        MATCH (n0:Trajectory)
        WHERE n0.key STARTS WITH $p0
        RETURN 0 AS field,
          [COLLECT {
            MATCH (n0)<-[r0:PART_OF]-(n1:Delivery)
            WHERE (n1.status = $p1 OR n1.status IS NULL)
            RETURN [n1.key]
          }] AS row\
        """,
        CypherLayout.of(statement));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RETURN 1",
        "RETURN 'a, b (  { AND }', `odd, name` AS `WHERE (`",
        "MATCH (n) WHERE (" + SUBQUERY + " AND " + SUBQUERY + ") RETURN n",
        "RETURN [CASE WHEN n.a IS :: DATE THEN CASE WHEN n.b THEN n.a END END, n.c][0]",
      })
  void joinedItIsTheStatement(String statement) {
    assertEquals(statement, CypherLayout.joined(CypherLayout.of(statement)));
  }
}
