package nl.jeugdgraaf.bench;

import java.util.Map;
import nl.jeugdgraaf.bench.BenchOperation.Asker;

/// What callers see, as a team writes it into the Cypher of its loaders: for a role and a type a
/// condition on `n`, and where a list of all that is visible starts.
final class LoaderRules {
  static final String VALID =
      "(%1$s.validFrom IS NULL OR %1$s.validFrom <= $day)"
          + " AND (%1$s.validTo IS NULL OR %1$s.validTo > $day)";

  /// Of a node that has ended, the relationship that lasted longest counts.
  static final String VALID_OR_LAST =
      "(r.validFrom IS NULL OR r.validFrom <= $day) AND (r.validTo IS NULL OR r.validTo > $day OR"
          + " (%1$s.endedOn <= $day AND NOT EXISTS { (%1$s)<-[l:%2$s]-()"
          + " WHERE (l.validFrom IS NULL OR l.validFrom <= $day)"
          + " AND (l.validTo IS NULL OR l.validTo > r.validTo) }))";

  private static final Map<String, String> SINCE =
      Map.of("Youth", "birthDate", "Trajectory", "signalledOn", "Delivery", "decidedOn");

  private static final String LIVING =
      "-[l:LIVES_IN]->(:Municipality {code: $organisation}) WHERE " + VALID.formatted("l");
  private static final String STEERED =
      "<-[h:HOLDS_REGIE]-(:Referrer {key: $organisation}) WHERE " + VALID.formatted("h");
  private static final String DELIVERED =
      "<-[d:DELIVERS]-(:Provider {agb: $organisation}) WHERE " + VALID.formatted("d");
  private static final String EVER_DELIVERED =
      "<-[e:DELIVERS]-(:Provider {agb: $organisation})"
          + " WHERE (e.validFrom IS NULL OR e.validFrom <= $day)";
  private static final String BESIDE =
      "n.startedOn <= $day AND (n.endedOn IS NULL OR n.endedOn > $day)";

  private static final Map<String, String> CONDITIONS =
      Map.of(
          "MUNICIPALITY Youth", "EXISTS { (n)" + LIVING + " }",
          "MUNICIPALITY Trajectory", "EXISTS { (n)-[:FOR]->()" + LIVING + " }",
          "MUNICIPALITY Delivery", "EXISTS { (n)-[:PART_OF]->()-[:FOR]->()" + LIVING + " }",
          "LOCAL_TEAM Trajectory", "EXISTS { (n)" + STEERED + " }",
          "LOCAL_TEAM Youth", "EXISTS { (n)<-[:FOR]-()" + STEERED + " }",
          "PROVIDER Trajectory", "EXISTS { (n)<-[:PART_OF]-()" + DELIVERED + " }",
          "PROVIDER Delivery",
              "(EXISTS { (n)%s } OR (%s AND EXISTS { (n)-[:PART_OF]->()<-[:PART_OF]-()%s }))"
                  .formatted(EVER_DELIVERED, BESIDE, DELIVERED));

  private static final Map<String, String> STARTS =
      Map.of(
          "MUNICIPALITY Youth",
          "MATCH (:Municipality {code: $organisation})<-[l:LIVES_IN]-(n:Youth) WHERE "
              + VALID.formatted("l")
              + " AND "
              + there("Youth")
              + " WITH DISTINCT n",
          "PROVIDER Delivery",
          "MATCH (:Provider {agb: $organisation})-[e:DELIVERS]->(:Delivery)-[:PART_OF]->(t)"
              + " WHERE (e.validFrom IS NULL OR e.validFrom <= $day)"
              + " WITH t, any(one IN collect(e.validTo IS NULL OR e.validTo > $day) WHERE one) AS"
              + " helps MATCH (t)<-[:PART_OF]-(n:Delivery) WHERE "
              + there("Delivery")
              + " AND (EXISTS { (n)%s } OR (helps AND %s))".formatted(EVER_DELIVERED, BESIDE)
              + " WITH n");

  private LoaderRules() {}

  /// Returns the condition on `n`, for all types without persons `true`.
  static String condition(Asker asker, String type) {
    return there(type) + " AND " + CONDITIONS.getOrDefault(asker.role() + " " + type, "true");
  }

  private static String there(String type) {
    var since = SINCE.get(type);
    return since == null ? "true" : "(n.%1$s IS NULL OR n.%1$s <= $day)".formatted(since);
  }

  /// Returns the start of a statement that has each visible node as `n`.
  static String start(Asker asker, String type) {
    return STARTS.getOrDefault(
        asker.role() + " " + type, "MATCH (n:%s) WHERE %s WITH n".formatted(type, there(type)));
  }
}
