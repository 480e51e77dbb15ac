package nl.jeugdgraaf.access;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static nl.jeugdgraaf.SeededCallers.DAY;
import static nl.jeugdgraaf.SeededCallers.MUNICIPALITY;
import static nl.jeugdgraaf.SeededCallers.PROVIDER;
import static nl.jeugdgraaf.SeededCallers.SCHOOL;
import static nl.jeugdgraaf.SeededCallers.STEWARD;
import static nl.jeugdgraaf.SeededCallers.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.jeugdgraaf.SeededCallers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Filtering and sorting by hidden values: neither the rows nor their order reveal what a caller
/// may not read.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InferenceTest {
  private static final String REASON = "{ deliveries { reason } }";
  private static final String SIGNAL = "{ trajectories { signalledOn } }";
  private static final String WAIT = "{ trajectories { waitFromSignal } }";
  private static final String MEETINGS = "{ trajectories { meetings { id } } }";
  private static final String RESIDENCE =
      "{ youths { municipalityConnection { edges { properties { reason } } } } }";
  private static final String PSEUDONYM = "{ youths { pseudonym } }";

  private final SeededCallers callers = new SeededCallers();
  private final List<JsonNode> deliveries = new ArrayList<>();
  private final Set<String> helped = new HashSet<>();

  @BeforeAll
  void look() {
    deliveries.addAll(callers.deliveries(_ -> true));
    deliveries.stream()
        .filter(InferenceTest::byProvider)
        .forEach(it -> helped.add(it.at("/trajectory/id").asText()));
  }

  @AfterAll
  void stop() {
    callers.close();
  }

  private static boolean byProvider(JsonNode delivery) {
    return SeededCallers.provider(delivery).equals(PROVIDER.organisation());
  }

  private static boolean ofMunicipality(JsonNode delivery) {
    return SeededCallers.municipality(delivery).equals(MUNICIPALITY.organisation());
  }

  /// The deliveries of others that run while the provider helps the same youth: it sees them, but
  /// not their reason.
  private boolean besideProvider(JsonNode delivery) {
    return !byProvider(delivery)
        && helped.contains(delivery.at("/trajectory/id").asText())
        && delivery.path("startedOn").isTextual()
        && delivery.path("startedOn").asText().compareTo(DAY) <= 0
        && (delivery.path("endedOn").isNull()
            || delivery.path("endedOn").asText().compareTo(DAY) > 0);
  }

  private void assertRefusedAs(String selection, Caller caller, String operation) {
    var refusal = callers.refusal(caller, operation);
    assertEquals("FORBIDDEN", refusal.code(), operation);
    assertEquals(callers.refusal(caller, selection), refusal, operation);
  }

  /// In each, `?` is a value: one that is stored, and one that is not.
  private static Stream<Arguments> conditionsOnReason() {
    return Stream.of(
        arguments("deliveries", "reason: {eq: ?}"),
        arguments("deliveries", "reason: {in: [?]}"),
        arguments("deliveries", "reason: {contains: ?}"),
        arguments("deliveries", "reason: {startsWith: ?}"),
        arguments("deliveries", "reason: {endsWith: ?}"),
        arguments("deliveries", "reason: {caseInsensitive: {contains: ?}}"),
        arguments("deliveries", "OR: [{id: {eq: \"none\"}}, {reason: {eq: ?}}]"),
        arguments("deliveries", "AND: [{status: {eq: RUNNING}}, {reason: {eq: ?}}]"),
        arguments("deliveries", "id: {eq: \"none\"}, reason: {eq: ?}"),
        arguments("deliveries", "NOT: {reason: {eq: ?}}"),
        arguments("deliveries", "NOT: {NOT: {reason: {eq: ?}}}"),
        arguments("deliveries", "continues: {reason: {eq: ?}}"),
        arguments("deliveries", "trajectory: {deliveries: {some: {reason: {eq: ?}}}}"),
        arguments("trajectories", "deliveries: {some: {reason: {eq: ?}}}"),
        arguments("trajectories", "deliveries: {none: {reason: {eq: ?}}}"),
        arguments("trajectories", "deliveries: {all: {reason: {eq: ?}}}"),
        arguments("trajectories", "deliveries: {single: {reason: {eq: ?}}}"),
        arguments("trajectories", "deliveriesConnection: {some: {node: {reason: {eq: ?}}}}"),
        arguments("youths", "trajectories: {some: {deliveries: {some: {reason: {eq: ?}}}}}"),
        arguments("providers", "deliveries: {some: {reason: {eq: ?}}}"),
        arguments("products", "NOT: {deliveries: {all: {reason: {eq: ?}}}}"),
        arguments("organisations", "Provider: {deliveries: {some: {reason: {eq: ?}}}}"),
        arguments("regieHolders", "Network: {deliveries: {some: {reason: {eq: ?}}}}"),
        arguments("searchables", "Product: {deliveries: {some: {reason: {eq: ?}}}}"),
        arguments("statements", "Delivery: {reason: {eq: ?}}"));
  }

  @ParameterizedTest(name = "{0} where {1}")
  @MethodSource("conditionsOnReason")
  void aConditionOnAHiddenFieldIsRefused(String list, String condition) {
    var reason =
        deliveries.stream()
            .filter(it -> ofMunicipality(it) && it.path("reason").isTextual())
            .findFirst()
            .orElseThrow()
            .path("reason")
            .toString();
    for (var value : List.of(reason, "\"no such reason\"")) {
      var where = "(where: {" + condition.replace("?", value) + "})";
      assertRefusedAs(REASON, MUNICIPALITY, "{ " + list + where + " { __typename } }");
      assertRefusedAs(
          REASON, MUNICIPALITY, "{ " + list + "Connection" + where + " { totalCount } }");
    }
  }

  private static Stream<Arguments> otherConditions() {
    var aggregate = "{ youths(where: {trajectoriesConnection: {aggregate: {node: {%s}}}}) { id } }";
    var meetings = "{ youths(where: {trajectories: {some: {%s}}}) { id } }";
    var residence = "{ youths(where: {municipalityConnection: {some: {edge: {%s}}}}) { id } }";
    return Stream.of(
        arguments(
            MUNICIPALITY, SIGNAL, "{ trajectories(where: {signalledOn: {eq: null}}) { id } }"),
        arguments(
            MUNICIPALITY, SIGNAL, aggregate.formatted("signalledOn: {min: {lt: \"2026-01-01\"}}")),
        arguments(
            MUNICIPALITY, WAIT, "{ trajectories(where: {waitFromSignal: {gt: \"P1D\"}}) { id } }"),
        arguments(MUNICIPALITY, WAIT, aggregate.formatted("waitFromSignal: {average: {gt: 1}}")),
        arguments(MUNICIPALITY, MEETINGS, meetings.formatted("meetings: {some: {}}")),
        arguments(MUNICIPALITY, MEETINGS, meetings.formatted("meetings: {none: {}}")),
        arguments(
            MUNICIPALITY,
            MEETINGS,
            meetings.formatted("meetingsConnection: {aggregate: {count: {nodes: {gt: 0}}}}")),
        arguments(
            MUNICIPALITY,
            SIGNAL,
            "{ youths { trajectories(where: {signalledOn: {lt: \"2026-01-01\"}}) { id } } }"),
        arguments(
            MUNICIPALITY,
            SIGNAL,
            "{ referrersSearch(phrase: \"team\", where: {trajectories: {some: {signalledOn:"
                + " {lt: \"2026-01-01\"}}}}) { totalCount } }"),
        arguments(PROVIDER, RESIDENCE, residence.formatted("reason: {eq: REGISTERED_ADDRESS}")),
        arguments(PROVIDER, RESIDENCE, residence.formatted("NOT: {reason: {eq: null}}")),
        arguments(SCHOOL, PSEUDONYM, "{ youths(where: {pseudonym: {startsWith: \"a\"}}) { id } }"),
        arguments(
            SCHOOL,
            PSEUDONYM,
            "{ statements(where: {Youth: {pseudonym: {eq: \"a\"}}}) { source } }"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("otherConditions")
  void otherConditionsOnWhatIsHiddenAreRefused(Caller caller, String selection, String operation) {
    assertRefusedAs(selection, caller, operation);
  }

  /// Bisecting a hidden day by ranges gets the same refusal at each step.
  @Test
  void aRangeRevealsNothing() {
    for (int year = 2022; year < 2028; year++) {
      for (var operator : List.of("lt", "gte")) {
        assertRefusedAs(
            SIGNAL,
            MUNICIPALITY,
            "{ trajectories(where: {signalledOn: {%s: \"%d-01-01\"}}) { id } }"
                .formatted(operator, year));
      }
    }
  }

  /// A field that may be read on some rows counts as missing on the others, in every condition.
  @Test
  void aHiddenFieldIsMissingInEveryCondition() {
    var beside =
        deliveries.stream()
            .filter(it -> besideProvider(it) && it.path("reason").isTextual())
            .findFirst()
            .orElseThrow();
    var id = beside.path("id").asText();
    assertEquals(
        "[{\"id\":\"" + id + "\",\"reason\":null}]",
        callers
            .data(PROVIDER, "{ deliveries(where: {id: {eq: \"%s\"}}) { id reason } }".formatted(id))
            .path("deliveries")
            .toString());
    for (var reason : List.of(beside.path("reason").toString(), "\"no such reason\"")) {
      assertEquals(List.of(), kept(id, "reason: {eq: %s}".formatted(reason)));
      assertEquals(List.of(id), kept(id, "NOT: {reason: {eq: %s}}".formatted(reason)));
      assertEquals(
          "{\"trajectories\":[]}",
          callers
              .data(
                  PROVIDER,
                  "{ trajectories(where: {deliveries: {some: {id: {eq: \"%s\"}, reason: {eq: %s}}}}) { id } }"
                      .formatted(id, reason))
              .toString());
    }
  }

  private List<String> kept(String id, String condition) {
    var query = "{ deliveries(where: {id: {eq: \"%s\"}, %s}) { id } }".formatted(id, condition);
    return texts(callers.data(PROVIDER, query).path("deliveries"), "/id");
  }

  /// A row that the caller may not see matches no condition, like a row that does not exist.
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{ youths(where: {id: {eq: ?}}) { id } }",
        "{ youthsConnection(where: {id: {in: [?]}}) { totalCount } }",
        "{ trajectories(where: {youth: {id: {eq: ?}}}) { id } }",
        "{ municipalities(where: {youths: {some: {id: {eq: ?}}}}) { code } }",
        "{ municipalities(where: {youths: {none: {id: {eq: ?}}}}) { code } }",
        "{ municipalities(where: {youths: {single: {id: {eq: ?}}}}) { code } }",
        "{ municipalities(where: {NOT: {youths: {all: {NOT: {id: {eq: ?}}}}}}) { code } }",
        "{ municipalities(where: {youthsConnection: {some: {node: {id: {eq: ?}}}}}) { code } }",
        "{ organisations(where: {Municipality: {youths: {some: {id: {eq: ?}}}}}) { name } }",
        "{ statements(where: {Youth: {id: {eq: ?}}}) { source } }",
        "{ providers(where: {deliveries: {some: {trajectory: {youth: {id: {eq: ?}}}}}}) { agb } }"
      })
  void aHiddenRowMatchesNoCondition(String query) {
    var hidden =
        deliveries.stream()
            .filter(it -> SeededCallers.municipality(it).equals("1969") && !provider(it).isEmpty())
            .findFirst()
            .orElseThrow()
            .at("/trajectory/youth/id")
            .toString();
    assertEquals(
        callers.data(MUNICIPALITY, query.replace("?", "\"nobody\"")),
        callers.data(MUNICIPALITY, query.replace("?", hidden)));
    assertNotEquals(
        callers.data(STEWARD, query.replace("?", "\"nobody\"")),
        callers.data(STEWARD, query.replace("?", hidden)));
  }

  private static String provider(JsonNode delivery) {
    return SeededCallers.provider(delivery);
  }

  private static Stream<Arguments> orders() {
    return Stream.of(
        arguments(MUNICIPALITY, REASON, "{ deliveries(sort: [{reason: ASC}]) { id } }"),
        arguments(MUNICIPALITY, REASON, "{ deliveries(sort: [{id: ASC}, {reason: DESC}]) { id } }"),
        arguments(
            MUNICIPALITY, REASON, "{ deliveries(sort: [{continues: {reason: ASC}}]) { id } }"),
        arguments(
            MUNICIPALITY,
            SIGNAL,
            "{ deliveries(sort: [{trajectory: {signalledOn: ASC}}]) { id } }"),
        arguments(MUNICIPALITY, WAIT, "{ trajectories(sort: [{waitFromSignal: ASC}]) { id } }"),
        arguments(
            MUNICIPALITY,
            MEETINGS,
            "{ trajectories(sort: [{meetingsConnection: {aggregate: {count: {nodes: ASC}}}}]) { id"
                + " } }"),
        arguments(
            MUNICIPALITY,
            REASON,
            "{ deliveriesConnection(first: 1, sort: [{reason: ASC}]) { edges { node { id } } } }"),
        arguments(
            MUNICIPALITY,
            REASON,
            "{ providers { deliveriesConnection(sort: [{node: {reason: ASC}}]) { edges { cursor } }"
                + " } }"),
        arguments(
            MUNICIPALITY, REASON, "{ providers { deliveries(sort: [{reason: ASC}]) { id } } }"),
        arguments(
            PROVIDER,
            RESIDENCE,
            "{ municipalities { youthsConnection(sort: [{edge: {reason: ASC}}]) { edges { cursor }"
                + " } } }"),
        arguments(SCHOOL, PSEUDONYM, "{ youths(sort: [{pseudonym: DESC}]) { id } }"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("orders")
  void anOrderByWhatIsHiddenIsRefused(Caller caller, String selection, String operation) {
    assertRefusedAs(selection, caller, operation);
  }

  /// A field that may be read on some rows sorts the others as missing.
  @Test
  void rowsWhoseFieldIsHiddenAreSortedAsMissing() {
    var hidden = deliveries.stream().filter(this::besideProvider).toList();
    assertTrue(hidden.stream().filter(it -> it.path("volume").isInt()).count() > 10);
    var seen = new ArrayList<JsonNode>();
    deliveries.stream()
        .filter(it -> byProvider(it) && it.path("volume").isInt())
        .sorted(
            comparingInt((JsonNode it) -> it.path("volume").asInt())
                .thenComparing(InferenceTest::id))
        .forEach(seen::add);
    deliveries.stream()
        .filter(it -> besideProvider(it) || (byProvider(it) && !it.path("volume").isInt()))
        .sorted(comparing(InferenceTest::id))
        .forEach(seen::add);
    var sorted = callers.data(PROVIDER, "{ deliveries(sort: [{volume: ASC}]) { id } }");
    assertEquals(texts(seen, "/id"), texts(sorted.path("deliveries"), "/id"));
  }

  private static String id(JsonNode delivery) {
    return delivery.path("id").asText();
  }

  /// Related rows that the caller may not see do not count, in a sort or a condition.
  @Test
  void hiddenRowsDoNotCountInOrdersAndConditions() {
    var counts =
        deliveries.stream()
            .filter(it -> ofMunicipality(it) && !provider(it).isEmpty())
            .collect(groupingBy(InferenceTest::provider, TreeMap::new, counting()));
    var first =
        counts.entrySet().stream()
            .sorted(
                comparingLong((Map.Entry<String, Long> it) -> -it.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(5)
            .map(Map.Entry::getKey)
            .toList();
    var order = "sort: [{deliveriesConnection: {aggregate: {count: {nodes: DESC}}}}]";
    var sorted = callers.data(MUNICIPALITY, "{ providers(limit: 5, " + order + ") { agb } }");
    assertEquals(first, texts(sorted.path("providers"), "/agb"));
    for (int least = 1; least <= 4; least++) {
      int count = least;
      var kept =
          callers.data(
              MUNICIPALITY,
              "{ providers(where: {deliveriesConnection: {aggregate: {count: {nodes: {gte: %d}}}}}) { agb } }"
                  .formatted(count));
      assertEquals(
          counts.keySet().stream().filter(it -> counts.getOrDefault(it, 0L) >= count).toList(),
          texts(kept.path("providers"), "/agb"));
    }
  }
}
