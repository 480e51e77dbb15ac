package nl.jeugdgraaf.access;

import static nl.jeugdgraaf.SeededCallers.STEWARD;
import static nl.jeugdgraaf.SeededCallers.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.EndedRelation.Data;
import nl.jeugdgraaf.access.EndedRelation.Way;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.clock.FixedDay;
import nl.jeugdgraaf.engine.Engine;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.engine.RecordingAudit;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.limits.LenientLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A relation that ended opens nothing, on no day: who asks about a day on which it held learns no
/// more than about a record that does not exist. What a rule names for good is seen, and alone.
///
/// The cases are drawn, the same on each run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndedRelationsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ApiSchema SCHEMA = ApiSchema.builtIn();
  private static final Policy POLICY = new Policy(SCHEMA.access(), true);
  private static final LocalDate TODAY = LocalDate.parse("2026-11-01");
  private static final int CASES_OF_A_WAY = 6;
  private static final int TRIES = 40 * CASES_OF_A_WAY;
  private static final int KEPT_OF_A_WAY = 8;

  private final FixedDay day = FixedDay.of(TODAY);
  private final Bolt bolt = TestDatabase.seeded();
  private final Engine engine =
      new Engine(
          Planner.of(SCHEMA), bolt, RecordingAudit.protection(POLICY), LenientLimits.LENIENT);

  @AfterAll
  void letTimePass() {
    day.close();
  }

  private JsonNode ask(Caller caller, String document, Map<String, Object> variables) {
    var out = new ByteArrayOutputStream();
    try {
      engine.answer(new Request(document, "", variables, false, caller), out);
      var answer = JSON.readTree(out.toByteArray());
      assertFalse(answer.has("errors"), () -> document + variables + answer);
      return answer.path("data");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode about(Caller caller, String document, Data data, LocalDate day) {
    var given = new HashMap<String, Object>();
    given.put("key", data.key());
    given.put("day", day.toString());
    given.put("id", id(data.type(), data.key(), day.toString()));
    given.keySet().removeIf(name -> !document.contains("$" + name + ":"));
    return ask(caller, document, given);
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  @ParameterizedTest
  @EnumSource
  void whatARelationShowedIsAsIfItDidNotExist(Way way) {
    var random = new Random(way.name().hashCode());
    var relations = way.ended(bolt, TODAY, random);
    assertFalse(relations.isEmpty());
    var asked = new ArrayList<String>();
    for (int i = 0; i < TRIES && asked.size() < CASES_OF_A_WAY; i++) {
      var relation = one(relations, random);
      var access = POLICY.of(relation.caller());
      var hidden =
          relation.data(bolt).stream()
              .filter(it -> !relation.kept().contains(it.key()))
              .filter(it -> !access.node(SCHEMA.model().node(it.type())).never())
              .toList();
      var past = relation.past(random);
      if (!hidden.isEmpty()) {
        var data = one(hidden, random);
        var question = one(QuestionsAbout.of(SCHEMA, access, data.type()), random);
        if (isTold(STEWARD, question, data, past)) {
          assertFalse(
              isTold(relation.caller(), question, data, past),
              () -> "%s about %s on %s: %s".formatted(relation, data, past, question));
          asked.add(question);
        }
      }
    }
    assertEquals(CASES_OF_A_WAY, asked.size());
    assertTrue(new HashSet<>(asked).size() > CASES_OF_A_WAY / 2, asked::toString);
  }

  /// Returns whether an answer about a record differs from that about a record that is not there.
  private boolean isTold(Caller caller, String question, Data data, LocalDate past) {
    var nothing = about(caller, question, new Data(data.type(), "NONE"), past);
    return !nothing.equals(about(caller, question, data, past));
  }

  /// A provider sees a delivery of its own for good, and not whose it is.
  @Test
  void aProviderSeesItsOwnDeliveryForGood() {
    var random = new Random(1);
    var relations = Way.DELIVERY_ENDED.ended(bolt, TODAY, random);
    var document =
        """
        query ($key: ID!, $day: Date!, $id: ID!) {
          delivery(by: {key: $key}, asOf: $day) {
            key startedOn volume status product { code } trajectory { key }
          }
          node(id: $id) { ... on Delivery { key trajectory { key youth { key } } } }
          deliveriesConnection(asOf: $day, where: {key: {eq: $key}}) {
            totalCount
            groups { key { key trajectory { key } } count { nodes } }
          }
          inferred: deliveries(asOf: $day, where: {key: {eq: $key}, trajectory: {}}) { key }
        }
        """;
    int alone = 0;
    for (int i = 0; i < TRIES && alone < KEPT_OF_A_WAY; i++) {
      var relation = one(relations, random);
      var own = new Data("Delivery", relation.kept().getFirst());
      var steward = about(STEWARD, document, own, TODAY);
      var seen = about(relation.caller(), document, own, TODAY);
      assertFalse(steward.at("/delivery/trajectory/key").isMissingNode());
      for (var field : List.of("key", "startedOn", "volume", "status", "product")) {
        assertEquals(steward.path("delivery").get(field), seen.path("delivery").get(field), field);
      }
      assertTrue(seen.at("/delivery/trajectory").isNull(), seen::toString);
      assertEquals(own.key(), seen.at("/node/key").asText());
      assertTrue(seen.at("/node/trajectory").isNull(), seen::toString);
      assertEquals(1, seen.at("/deliveriesConnection/totalCount").asInt());
      assertEquals(
          "[{\"key\":{\"key\":\"%s\",\"trajectory\":null},\"count\":{\"nodes\":1}}]"
              .formatted(own.key()),
          seen.at("/deliveriesConnection/groups").toString());
      assertEquals(0, seen.path("inferred").size());
      assertEquals(1, steward.path("inferred").size());
    }
  }

  /// A trajectory that stays visible is seen without all that it is related to, but for the
  /// caller's own organisation.
  @ParameterizedTest
  @EnumSource(names = {"REGIE_OF_A_TEAM_ENDED", "REGIE_OF_A_SCHOOL_ENDED", "TRAJECTORY_ENDED"})
  void aTrajectoryIsSeenAloneForGood(Way way) {
    var random = new Random(way.name().hashCode());
    var relations = way.ended(bolt, TODAY, random);
    int alone = 0;
    for (int i = 0; i < TRIES && alone < KEPT_OF_A_WAY; i++) {
      var relation = one(relations, random);
      var kept = new Data("Trajectory", relation.kept().getFirst());
      var past = relation.past(random);
      var document = aloneDocument(POLICY.of(relation.caller()));
      var all = about(STEWARD, document, kept, past);
      var seen = about(relation.caller(), document, kept, past);
      var context = "%s on %s: %s".formatted(relation, past, seen);
      if (all.path("trajectory").isNull()) {
        // Another one that the caller keeps had not begun by then.
        assertEquals(all, seen, context);
        continue;
      }
      alone++;
      for (var field : List.of("key", "kind", "signalledOn", "startedOn", "endedOn")) {
        assertEquals(
            all.path("trajectory").get(field), seen.path("trajectory").get(field), context);
      }
      var own = Set.of("\"" + relation.caller().organisation() + "\"");
      assertTrue(own.containsAll(related(seen)), context);
      assertTrue(related(all).size() > 1, () -> "nothing to hide: " + all);
      assertTrue(numbers(seen).stream().allMatch(it -> it <= 2), context);
      assertEquals(List.of(), List.copyOf(inferred(relation.caller(), kept, past)), context);
    }
    assertEquals(KEPT_OF_A_WAY, alone);
  }

  /// Asks for every relationship of a trajectory that the caller may ask for.
  private static String aloneDocument(Permissions access) {
    var type = SCHEMA.model().node("Trajectory");
    var document =
        new StringBuilder(
                "query ($key: ID!, $day: Date!) { trajectory(by: {key: $key}, asOf: $day)")
            .append(" { key kind signalledOn startedOn endedOn");
    for (var relationship : type.relationships().values()) {
      var ends = SCHEMA.model().concrete(SCHEMA.model().entity(relationship.target().entity()));
      if (!access.relationship(relationship.properties()).never()
          && !ends.stream().allMatch(end -> access.node(end).never())) {
        var keys = new StringBuilder("__typename");
        for (var end : ends) {
          if (!access.node(end).never()) {
            keys.append(
                " ... on %s { related%s: %s }".formatted(end.name(), end.name(), end.key().name()));
          }
        }
        document
            .append(" %s { %s }".formatted(relationship.name(), keys))
            .append(
                " %sConnection { totalCount aggregate { count { nodes } } edges { node { %s } } }"
                    .formatted(relationship.name(), keys));
      }
    }
    return document.append(" } }").toString();
  }

  /// Returns the keys of all nodes that are related to what is shown, as JSON.
  private static Set<String> related(JsonNode answer) {
    var related = new TreeSet<String>();
    for (var type : SCHEMA.model().nodes().keySet()) {
      answer.findValues("related" + type).forEach(it -> related.add(it.toString()));
    }
    return related;
  }

  private static List<Integer> numbers(JsonNode answer) {
    return answer.findValues("totalCount").stream().map(JsonNode::asInt).toList();
  }

  /// Returns relationships with whose help a condition still finds the trajectory.
  private Set<String> inferred(Caller caller, Data kept, LocalDate past) {
    var found = new TreeSet<String>();
    var access = POLICY.of(caller);
    for (var relationship : SCHEMA.model().node("Trajectory").relationships().values()) {
      var ends = SCHEMA.model().concrete(SCHEMA.model().entity(relationship.target().entity()));
      var isAsked =
          !access.relationship(relationship.properties()).never()
              && ends.stream()
                  .noneMatch(it -> access.organisationType().equals(Optional.of(it.name())))
              && !ends.stream().allMatch(end -> access.node(end).never());
      if (isAsked) {
        var condition = relationship.target().many() ? "{some: {}}" : "{}";
        var document =
            "query ($key: ID!, $day: Date!) { trajectories(asOf: $day, where: {key: {eq: $key}, %s: %s}) { key } }"
                .formatted(relationship.name(), condition);
        if (about(caller, document, kept, past).path("trajectories").size() > 0) {
          found.add(relationship.name());
        }
      }
    }
    return found;
  }

  @Test
  void theFormerMunicipalitySeesNoTrajectoryOnTheLastDayOnWhichTheYouthLivedThere() {
    var document =
        """
        query ($key: ID!, $day: Date!, $id: ID!) {
          trajectories(asOf: $day, where: {youth: {key: {eq: $key}}}) { key }
          youth(by: {key: $key}, asOf: $day) {
            municipality { code }
            trajectoriesConnection { totalCount }
          }
          municipality(by: {code: "1952"}, asOf: $day) { youths(where: {key: {eq: $key}}) { key } }
          node(id: $id) { id }
        }
        """;
    var former = new Caller("MUNICIPALITY", "1952", "", "ASSIGNMENT", "");
    var days = new TreeSet<LocalDate>();
    int trajectories = 0;
    for (var relation : Way.MOVED_AWAY.ended(bolt, TODAY, new Random(1))) {
      if (relation.caller().organisation().equals("1952")) {
        var youth = new Data("Youth", relation.youth());
        var last = relation.ended().minusDays(1);
        days.add(last);
        var all = about(STEWARD, document, youth, last);
        assertEquals("1952", all.at("/youth/municipality/code").asText());
        trajectories += all.path("trajectories").size();
        assertEquals(
            "{\"trajectories\":[],\"youth\":null,\"municipality\":{\"youths\":[]},\"node\":null}",
            about(former, document, youth, last).toString());
      }
    }
    assertTrue(days.contains(LocalDate.parse("2024-02-27")), days::toString);
    assertTrue(trajectories > 0, "there was nothing to see");
  }

  /// Nobody was awarded the network of the case yet, so a partner is added for the test.
  @ParameterizedTest
  @ValueSource(strings = {"CARE", "REGIE"})
  void aPartnerOfTheNetworkThatHoldsTheCareRegieSeesTheWorkedCase(String purpose) {
    var partner = new Caller("NETWORK_PARTNER", "99000001", "", purpose, "");
    var document =
        "{ trajectory(by: {key: \"CASUS\"}) { key step youth { key } deliveriesConnection {"
            + " totalCount } } trajectories(where: {key: {eq: \"CASUS\"}}, asOf: \"2026-01-01\") {"
            + " key } }";
    var nothing = "{\"trajectory\":null,\"trajectories\":[]}";
    assertEquals(nothing, ask(partner, document, Map.of()).toString());
    bolt.write(
        Statement.of(
            "MATCH (p:Provider {agb: '99000001'}), (n:Network {key: 'GRONINGEN/HSJ'}) CREATE"
                + " (p)-[:PARTNER_IN {role: 'LEAD', validFrom: date('2025-01-01')}]->(n)"));
    try {
      var seen = ask(partner, document, Map.of());
      assertEquals(ask(STEWARD, document, Map.of()), seen);
      assertEquals("CASUS", seen.at("/trajectory/youth/key").asText());
      assertEquals(1, seen.path("trajectories").size());
      var stranger = new Caller("NETWORK_PARTNER", "99000019", "", purpose, "");
      assertEquals(nothing, ask(stranger, document, Map.of()).toString());
    } finally {
      bolt.write(
          Statement.of(
              "MATCH (:Provider)-[r:PARTNER_IN]->(:Network {key: 'GRONINGEN/HSJ'}) DELETE r"));
    }
  }
}
