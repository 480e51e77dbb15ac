package nl.jeugdgraaf.access;

import static java.util.stream.Collectors.toSet;
import static nl.jeugdgraaf.SeededCallers.ANALYST;
import static nl.jeugdgraaf.SeededCallers.MUNICIPALITY;
import static nl.jeugdgraaf.SeededCallers.SCHOOL;
import static nl.jeugdgraaf.SeededCallers.STEWARD;
import static nl.jeugdgraaf.SeededCallers.id;
import static nl.jeugdgraaf.SeededCallers.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.jeugdgraaf.SeededCallers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Other routes to hidden rows and fields: the id of another caller's node, detours over related
/// nodes, and the interface of a hidden type.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherRoutesTest {
  private final SeededCallers callers = new SeededCallers();
  private final Set<String> own = new TreeSet<>();
  private final List<JsonNode> others = new ArrayList<>();

  @BeforeAll
  void look() {
    own.addAll(texts(callers.youths(OtherRoutesTest::livesInMunicipality), "/key"));
    others.addAll(callers.deliveries(it -> SeededCallers.municipality(it).equals("1969")));
  }

  @AfterAll
  void stop() {
    callers.close();
  }

  private static boolean livesInMunicipality(JsonNode youth) {
    return youth.at("/municipality/code").asText().equals(MUNICIPALITY.organisation());
  }

  private static String node(String type, String key) {
    return "node(id: \"" + id(type, key) + "\") { __typename id }";
  }

  /// The id of a node that another municipality sees finds nothing, like an id that does not exist.
  @Test
  void theIdOfAnotherCallersNodeFindsNothing() {
    var other = others.getFirst();
    var youth = other.at("/trajectory/youth/key").asText();
    var trajectory = other.at("/trajectory/key").asText();
    var delivery = other.path("key").asText();
    for (var query :
        List.of(
            "{ youth(by: {key: \"%s\"}) { name } }".formatted(youth),
            "{ trajectory(by: {key: \"%s\"}) { kind } }".formatted(trajectory),
            "{ delivery(by: {key: \"%s\"}) { status } }".formatted(delivery),
            "{ " + node("Youth", youth) + " }",
            "{ " + node("Trajectory", trajectory) + " }",
            "{ " + node("Delivery", delivery) + " }",
            "{ " + node("Trajectory", youth) + " }",
            "{ path(from: \"%s\", to: \"%s\") { length } }"
                .formatted(id("Youth", youth), id("Municipality", "1969")))) {
      var nothing = query;
      for (var key : List.of(youth, trajectory, delivery)) {
        nothing = nothing.replace(key, "none");
        for (var type : List.of("Youth", "Trajectory", "Delivery")) {
          nothing = nothing.replace(id(type, key), id(type, "none"));
        }
      }
      var answer = callers.data(MUNICIPALITY, query);
      assertEquals(1, answer.size());
      assertTrue(answer.elements().next().isNull(), query);
      assertEquals(callers.data(MUNICIPALITY, nothing), answer);
    }
  }

  /// Guessing ids one after the other finds only the caller's own youths.
  @Test
  void guessedIdsFindOnlyOwnYouths() {
    var keys = IntStream.rangeClosed(1, 100).mapToObj("Y-%06d"::formatted).toList();
    var asked =
        keys.stream().map(key -> "\"" + id("Youth", key) + "\"").collect(Collectors.joining(", "));
    var query = "{ nodes(ids: [" + asked + "]) { ... on Youth { key } } }";
    var found = callers.data(MUNICIPALITY, query).path("nodes");
    assertEquals(keys.size(), found.size());
    for (int i = 0; i < keys.size(); i++) {
      assertEquals(own.contains(keys.get(i)) ? keys.get(i) : "", found.get(i).path("key").asText());
    }
    assertEquals(keys, texts(callers.data(STEWARD, query).path("nodes"), "/key"));
    assertTrue(keys.stream().anyMatch(own::contains));
  }

  /// An id of a type that the caller never sees is refused, whether or not the node exists.
  @Test
  void everyIdOfATypeThatIsNeverSeenIsRefused() {
    var refusal =
        callers.refusal(
            SCHOOL, "{ " + node("Delivery", others.getFirst().path("key").asText()) + " }");
    assertEquals("FORBIDDEN", refusal.code());
    assertEquals(refusal, callers.refusal(SCHOOL, "{ " + node("Delivery", "none") + " }"));
    assertEquals(refusal, callers.refusal(SCHOOL, "{ delivery(by: {key: \"none\"}) { key } }"));
  }

  /// The access log and the explanations of rules do not reveal another caller's ids either.
  @Test
  void theAccessLogDoesNotRevealIdsOfOthers() {
    var youth = new Caller("YOUTH", "Y-000102", "", "OWN_DATA", "");
    var accesses = "{ accesses(subject: \"%s\") { event } }";
    callers.data(STEWARD, "{ youth(by: {key: \"Y-000001\"}) { name } }");
    assertTrue(
        callers.data(STEWARD, accesses.formatted(id("Youth", "Y-000001"))).path("accesses").size()
            > 0);
    assertEquals(
        callers.data(youth, accesses.formatted(id("Youth", "nobody"))),
        callers.data(youth, accesses.formatted(id("Youth", "Y-000001"))));
    for (var key :
        List.of(
            own.iterator().next(),
            others.getFirst().at("/trajectory/youth/key").asText(),
            "none")) {
      var explained =
          "{ explainAccess(id: \"%s\", role: \"SCHOOL\", purpose: \"CARE\") { decision } }"
              .formatted(id("Youth", key));
      for (var query : List.of(accesses.formatted(id("Youth", key)), explained)) {
        assertEquals("FORBIDDEN", callers.refusal(MUNICIPALITY, query).code());
      }
    }
  }

  /// Each detour leads the steward to youths of others, and a municipality only to its own.
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{ families { members { youthKey: key } } }",
        "{ municipality(by: {code: \"1969\"}) { youths { youthKey: key } } municipalities { youths"
            + " { youthKey: key } } }",
        "{ referrers { trajectories(limit: 5) { youth { youthKey: key } } measures { youth {"
            + " youthKey: key } } } }",
        "{ regieHolders { regieOver(limit: 3) { youth { youthKey: key } } } }",
        "{ a: statements(where: {typename: [Youth]}) { ...on Node { ...Y } } } fragment Y on Youth"
            + " { youthKey: key }",
        "{ criteria { trajectories { x: youth { ... { ... on Statement { ... on Youth { youthKey:"
            + " key } } } } } } }",
        "{ productsConnection(first: 40) { edges { node { deliveriesConnection(first: 5) { edges {"
            + " node { trajectory { youthConnection { edges { node { youthKey: key } } } } } } } }"
            + " } } }",
        "{ search(phrase: \"synthetisch\", first: 60) { edges { node { ... on Referrer {"
            + " trajectories(limit: 3) { youth { youthKey: key } } } } } } }",
        "{ deliveriesConnection { groups { key { trajectory { youth { youthKey: key } } } } } }",
        "{ providersConnection { groups { key { deliveries { trajectory { youth { youthKey: key } }"
            + " } } } } }"
      })
  void noDetourLeadsToYouthsOfOthers(String query) {
    var all = new HashSet<>(callers.data(STEWARD, query).findValuesAsText("youthKey"));
    assertFalse(own.containsAll(all), query);
    var found = new HashSet<>(callers.data(MUNICIPALITY, query).findValuesAsText("youthKey"));
    found.remove("null");
    assertFalse(found.isEmpty(), query);
    found.removeAll(own);
    assertEquals(Set.of(), found);
  }

  /// There and back: from an own youth, over its provider, to youths of others.
  @Test
  void theProviderOfAnOwnYouthDoesNotLeadToOthers() {
    var query =
        """
        {
          youths(limit: 3) {
            trajectories { deliveries { deliveredBy { ... on Provider {
              deliveries(limit: 20) { trajectory { youth { youthKey: key } } }
            } } } }
          }
        }
        """;
    var found = new HashSet<>(callers.data(MUNICIPALITY, query).findValuesAsText("youthKey"));
    assertTrue(found.size() > 3 && own.containsAll(found), found::toString);
  }

  /// A relationship whose properties are hidden is hidden from both ends.
  @Test
  void aRelationshipIsHiddenFromBothEnds() {
    var fromYouth = "{ trajectories { regieHoldersConnection { edges { properties { kind } } } } }";
    var fromHolder = "{ regieHolders { regieOverConnection { edges { properties { kind } } } } }";
    for (var query : List.of(fromYouth, fromHolder)) {
      assertTrue(new HashSet<>(callers.data(STEWARD, query).findValuesAsText("kind")).size() > 3);
      assertEquals(
          Set.of("EDUCATION"), new HashSet<>(callers.data(SCHOOL, query).findValuesAsText("kind")));
    }
    var shown =
        texts(
            callers
                .data(SCHOOL, "{ schools(where: {regieOver: {some: {}}}) { key } }")
                .path("schools"),
            "/key");
    assertTrue(shown.contains(SCHOOL.organisation()), shown::toString);
    var hidden = "{ referrers(where: {regieOver: {some: {}}}) { key } }";
    assertEquals("{\"referrers\":[]}", callers.data(SCHOOL, hidden).toString());
  }

  private Map<String, Integer> types(Caller caller) {
    var query =
        "{ statementsConnection { totalCount groups { key { typename } count { nodes } } } }";
    var answer = callers.data(caller, query).path("statementsConnection");
    var counts = new TreeMap<String, Integer>();
    for (var group : answer.path("groups")) {
      counts.put(group.at("/key/typename").asText(), group.at("/count/nodes").asInt());
    }
    assertEquals(
        answer.path("totalCount").asInt(),
        counts.values().stream().mapToInt(Integer::intValue).sum());
    return counts;
  }

  /// Behind an interface the rules of each type apply.
  @Test
  void behindAnInterfaceTheRulesOfEachTypeApply() {
    var all = types(STEWARD);
    var ofAnalyst = types(ANALYST);
    assertTrue(all.keySet().containsAll(Set.of("Youth", "Delivery", "Measure", "Product")));
    assertEquals(
        all.keySet().stream()
            .filter(it -> !RootFieldAccessTest.ofPersons().contains(it))
            .collect(toSet()),
        ofAnalyst.keySet());
    ofAnalyst.forEach((type, count) -> assertEquals(all.get(type), count, type));
    assertEquals(own.size(), types(MUNICIPALITY).get("Youth"));
    assertFalse(types(MUNICIPALITY).containsKey("Meeting"));
  }

  /// A field of an interface is hidden where its type hides it, however it is used.
  @Test
  void aFieldOfAnInterfaceIsHiddenWhereItsTypeHidesIt() {
    var statements =
        "statements(where: {typename: [Trajectory]%s}) { ... on Trajectory { key } %s}";
    var seen = callers.data(SCHOOL, "{ " + statements.formatted("", "source ") + " }");
    var keys = texts(seen.path("statements"), "/key");
    assertTrue(keys.size() > 1, keys::toString);
    assertEquals(Set.of("null"), new HashSet<>(texts(seen.path("statements"), "/source")));
    var eq = ", source: {eq: \"SYNTHETIC\"}";
    var kept = callers.data(SCHOOL, "{ " + statements.formatted(eq, "") + " }");
    assertEquals("{\"statements\":[]}", kept.toString());
    var not = ", NOT: {source: {eq: \"SYNTHETIC\"}}";
    assertEquals(
        keys,
        texts(
            callers.data(SCHOOL, "{ " + statements.formatted(not, "") + " }").path("statements"),
            "/key"));
    assertEquals(
        "{\"statementsConnection\":{\"groups\":[{\"key\":{\"source\":null}}]}}",
        callers
            .data(
                SCHOOL,
                "{ statementsConnection(where: {typename: [Trajectory]}) { groups { key { source }"
                    + " } } }")
            .toString());
    assertEquals("FORBIDDEN", callers.refusal(SCHOOL, "{ trajectories { source } }").code());
    assertTrue(
        callers.data(STEWARD, "{ " + statements.formatted(eq, "") + " }").path("statements").size()
            > keys.size());
  }
}
