package nl.jeugdgraaf.bench;

import java.util.Map;
import nl.jeugdgraaf.bench.BenchOperation.Asker;

/// What callers see, as a team writes it into the Cypher of its loaders: for a role and a type a
/// condition on `n`, and where a list of all that is visible starts.
final class LoaderRules {
  static final String VALID =
      "(%1$s.validFrom IS NULL OR %1$s.validFrom <= $day)"
          + " AND (%1$s.validTo IS NULL OR %1$s.validTo > $day)";

  private static final String LIVING =
      "-[l:LIVES_IN]->(:Municipality {code: $organisation}) WHERE " + VALID.formatted("l");
  private static final String STEERED =
      "<-[h:HOLDS_REGIE]-(:Referrer {key: $organisation}) WHERE " + VALID.formatted("h");
  private static final String DELIVERED =
      "<-[d:DELIVERS]-(:Provider {agb: $organisation}) WHERE " + VALID.formatted("d");
  private static final String RUNNING_OR_MINE =
      "((n.startedOn <= $day AND (n.endedOn IS NULL OR n.endedOn > $day)) OR EXISTS { (n)%s })"
          .formatted(DELIVERED);

  private static final Map<String, String> CONDITIONS =
      Map.of(
          "MUNICIPALITY Youth", "EXISTS { (n)" + LIVING + " }",
          "MUNICIPALITY Trajectory", "EXISTS { (n)-[:FOR]->()" + LIVING + " }",
          "MUNICIPALITY Delivery", "EXISTS { (n)-[:PART_OF]->()-[:FOR]->()" + LIVING + " }",
          "LOCAL_TEAM Trajectory", "EXISTS { (n)" + STEERED + " }",
          "LOCAL_TEAM Youth", "EXISTS { (n)<-[:FOR]-()" + STEERED + " }",
          "PROVIDER Trajectory", "EXISTS { (n)<-[:PART_OF]-()" + DELIVERED + " }",
          "PROVIDER Delivery",
              "EXISTS { (n)-[:PART_OF]->()<-[:PART_OF]-()%s } AND %s"
                  .formatted(DELIVERED, RUNNING_OR_MINE));

  private static final Map<String, String> STARTS =
      Map.of(
          "MUNICIPALITY Youth",
          "MATCH (:Municipality {code: $organisation})<-[l:LIVES_IN]-(n:Youth) WHERE "
              + VALID.formatted("l")
              + " WITH DISTINCT n",
          "PROVIDER Delivery",
          "MATCH (:Provider {agb: $organisation})-[d:DELIVERS]->(:Delivery)-[:PART_OF]->(t) WHERE "
              + VALID.formatted("d")
              + " WITH DISTINCT t MATCH (t)<-[:PART_OF]-(n:Delivery) WHERE "
              + RUNNING_OR_MINE
              + " WITH n");

  private LoaderRules() {}

  /// Returns the condition on `n`, for all types without persons `true`.
  static String condition(Asker asker, String type) {
    return CONDITIONS.getOrDefault(asker.role() + " " + type, "true");
  }

  /// Returns the start of a statement that has each visible node as `n`.
  static String start(Asker asker, String type) {
    return STARTS.getOrDefault(asker.role() + " " + type, "MATCH (n:" + type + ") WITH n");
  }
}
