package nl.jeugdgraaf.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedSet;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;

/// A relation that ended between an organisation and a youth, by which callers of a role saw the
/// youth. Found in the graph without any of the access rules.
///
/// @param caller whom it opens nothing any more
/// @param youth key of the youth
/// @param began its first day
/// @param ended its first day after it
/// @param kept keys of what the caller sees for good nonetheless
record EndedRelation(
    Caller caller, String youth, LocalDate began, LocalDate ended, SequencedSet<String> kept) {

  private static final String HOLDS =
      "coalesce(s.validFrom <= $today, true) AND coalesce(s.validTo > $today, true)";

  /// Ways in which relations end, with the names of their roles.
  ///
  /// In each, `o` is an organisation, `y` a youth, and `r` the relation with its period. The rows
  /// leave out whom another relation of the role still ties to the youth.
  enum Way {
    MOVED_AWAY(
        "MUNICIPALITY",
        "ASSIGNMENT REGIE",
        """
        MATCH (o:Municipality)<-[r:LIVES_IN]-(y:Youth)
        WHERE r.validTo <= $today AND NOT EXISTS { MATCH (o)<-[s:LIVES_IN]-(y) WHERE %s }
        WITH o, y, r, [] AS kept
        """),
    REGIE_OF_A_TEAM_ENDED("LOCAL_TEAM", "CARE REGIE REFERRAL SAFETY", regieOf("Referrer")),
    REGIE_OF_A_SCHOOL_ENDED("SCHOOL", "EDUCATION", regieOf("School")),
    MEASURE_ENDED(
        "CERTIFIED_INSTITUTION",
        "REGIE REFERRAL SAFETY",
        """
        MATCH (o:Referrer)<-[:EXECUTED_BY]-(m:Measure)-[:CONCERNS]->(y:Youth)
        WHERE m.endedOn <= $today AND NOT EXISTS {
          MATCH (o)<-[:EXECUTED_BY]-(other:Measure)-[:CONCERNS]->(y)
          WITH {validFrom: other.startedOn, validTo: other.endedOn} AS s WHERE %s
        }
        WITH o, y, {validFrom: m.startedOn, validTo: m.endedOn} AS r, [] AS kept
        """),
    DELIVERY_ENDED(
        "PROVIDER",
        "CARE SAFETY",
        """
        MATCH (o:Provider)-[r:DELIVERS]->()-[:PART_OF]->()-[:FOR]->(y:Youth)
        WHERE r.validTo <= $today
          AND NOT EXISTS { MATCH (o)-[s:DELIVERS]->()-[:PART_OF]->()-[:FOR]->(y) WHERE %s }
        WITH o, y, r, COLLECT {
          MATCH (o)-[e:DELIVERS]->(k)-[:PART_OF]->()-[:FOR]->(y)
          WHERE coalesce(e.validFrom <= $today, true)
          RETURN k.key
        } AS kept
        """),
    PARTNERSHIP_ENDED(
        "NETWORK_PARTNER",
        "CARE REGIE SAFETY",
        """
        MATCH (o:Provider)-[r:PARTNER_IN]->(:Network)-[:HOLDS_REGIE {kind: 'CARE'}]->
              (:Trajectory {kind: 'HSJ'})-[:FOR]->(y:Youth)
        WHERE r.validTo <= $today AND NOT EXISTS {
          MATCH (o)-[p:PARTNER_IN]->()-[s:HOLDS_REGIE {kind: 'CARE'}]->()-[:FOR]->(y)
          WHERE coalesce(p.validTo > $today, true) AND %s
        }
        WITH o, y, r, [] AS kept
        """),
    REGIE_OF_A_NETWORK_ENDED(
        "NETWORK_PARTNER",
        "CARE REGIE SAFETY",
        """
        MATCH (o:Provider)-[p:PARTNER_IN]->(:Network)-[r:HOLDS_REGIE {kind: 'CARE'}]->
              (:Trajectory {kind: 'HSJ'})-[:FOR]->(y:Youth)
        WHERE r.validTo <= $today AND p.validTo IS NULL AND NOT EXISTS {
          MATCH (o)-[q:PARTNER_IN]->()-[s:HOLDS_REGIE {kind: 'CARE'}]->()-[:FOR]->(y)
          WHERE coalesce(q.validTo > $today, true) AND %s
        }
        WITH o, y, r, [] AS kept
        """),
    TRAJECTORY_ENDED(
        "REFERRER",
        "REFERRAL",
        """
        MATCH (o:Referrer)<-[:REFERRED_BY]-(t:Trajectory)-[:FOR]->(y:Youth)
        WHERE t.endedOn <= $today AND NOT EXISTS {
          MATCH (o)<-[:REFERRED_BY]-(other)-[:FOR]->(y)
          WITH {validFrom: $today, validTo: other.endedOn} AS s WHERE %s
        }
        WITH o, y, {validFrom: coalesce(t.signalledOn, t.startedOn), validTo: t.endedOn} AS r,
          COLLECT { MATCH (o)<-[:REFERRED_BY]-(k)-[:FOR]->(y) RETURN k.key } AS kept
        """);

    private static final String FOUND =
        """
        WHERE r.validFrom < r.validTo
        RETURN coalesce(o.agb, o.key, o.code) AS organisation, y.key AS youth,
          r.validFrom AS began, r.validTo AS ended, kept
        ORDER BY organisation, youth, began, ended
        """;

    private final String role;

    /// Separated by spaces.
    private final String purposes;

    private final String found;

    Way(String role, String purposes, String found) {
      this.role = role;
      this.purposes = purposes;
      this.found = found.formatted(HOLDS) + FOUND;
    }

    /// A regie of a holder of a type; the trajectories over which it ever held one are kept.
    private static String regieOf(String type) {
      return """
      MATCH (o:%s)-[r:HOLDS_REGIE]->(:Trajectory)-[:FOR]->(y:Youth)
      WHERE r.validTo <= $today
        AND NOT EXISTS { MATCH (o)-[s:HOLDS_REGIE]->()-[:FOR]->(y) WHERE %%s }
      WITH o, y, r, COLLECT {
        MATCH (o)-[e:HOLDS_REGIE]->(k)-[:FOR]->(y) WHERE coalesce(e.validFrom <= $today, true)
        RETURN k.key
      } AS kept
      """
          .formatted(type);
    }

    /// Returns all relations that ended so.
    List<EndedRelation> ended(Bolt bolt, LocalDate today, Random random) {
      var relations = new ArrayList<EndedRelation>();
      for (var row : bolt.command(new Statement(found, Map.of("today", today)))) {
        var given = purposes.split(" ", -1);
        var purpose = given[random.nextInt(given.length)];
        relations.add(
            new EndedRelation(
                new Caller(role, row.get("organisation").asString(), "", purpose, ""),
                row.get("youth").asString(),
                row.get("began").asLocalDate(),
                row.get("ended").asLocalDate(),
                new LinkedHashSet<>(row.get("kept").asList(key -> key.asString()))));
      }
      return relations;
    }
  }

  /// Returns a day on which it held.
  LocalDate past(Random random) {
    return began.plusDays(random.nextLong(ended.toEpochDay() - began.toEpochDay()));
  }

  /// A record about a youth.
  ///
  /// @param type name of its node type
  /// @param key its key
  record Data(String type, String key) {}

  /// Returns all that the graph holds of the youth. A family with other members is left out: the
  /// caller can see it because of them.
  List<Data> data(Bolt bolt) {
    var all =
        """
        MATCH (y:Youth {key: $youth})
        WITH [y] + COLLECT { MATCH (y)<-[:FOR|CONCERNS]-(n) RETURN n }
          + COLLECT { MATCH (y)<-[:FOR]-()<-[:PART_OF]-(n) RETURN n }
          + COLLECT { MATCH (y)-[:MEMBER_OF]->(n) WHERE COUNT { (n)<-[:MEMBER_OF]-() } = 1 RETURN n }
          AS all
        UNWIND all AS n
        WITH DISTINCT n
        RETURN labels(n)[0] AS type, n.key AS key ORDER BY type, key
        """;
    return bolt.command(new Statement(all, Map.of("youth", youth))).stream()
        .map(row -> new Data(row.get("type").asString(), row.get("key").asString()))
        .toList();
  }
}
