package nl.jeugdgraaf.access;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static nl.jeugdgraaf.SeededCallers.DAY;
import static nl.jeugdgraaf.SeededCallers.MUNICIPALITY;
import static nl.jeugdgraaf.SeededCallers.PROVIDER;
import static nl.jeugdgraaf.SeededCallers.REFERRER;
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
  private static final String INTAKE = "{ trajectories { intakeOn } }";
  private static final String WAIT = "{ trajectories { waitForIntake } }";
  private static final String STEP = "{ trajectories { step } }";
  private static final String MEETINGS = "{ trajectories { meetings { key } } }";
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
        .filter(it -> SeededCallers.deliveredBy(PROVIDER, it))
        .forEach(it -> helped.add(it.at("/trajectory/key").asText()));
  }

  @AfterAll
  void stop() {
    callers.close();
  }

  private static boolean byProvider(JsonNode delivery) {
    return SeededCallers.everDeliveredBy(PROVIDER, delivery);
  }

  private static boolean ofMunicipality(JsonNode delivery) {
    return SeededCallers.municipality(delivery).equals(MUNICIPALITY.organisation());
  }

  /// The deliveries of others that run while the provider helps the same youth: it sees them, but
  /// not their reason.
  private boolean besideProvider(JsonNode delivery) {
    return !byProvider(delivery)
        && helped.contains(delivery.at("/trajectory/key").asText())
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
        arguments("deliveries", "OR: [{key: {eq: \"none\"}}, {reason: {eq: ?}}]"),
        arguments("deliveries", "AND: [{status: {eq: RUNNING}}, {reason: {eq: ?}}]"),
        arguments("deliveries", "key: {eq: \"none\"}, reason: {eq: ?}"),
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
    var aggregate =
        "{ youths(where: {trajectoriesConnection: {aggregate: {node: {%s}}}}) { key } }";
    var meetings = "{ youths(where: {trajectories: {some: {%s}}}) { key } }";
    var residence = "{ youths(where: {municipalityConnection: {some: {edge: {%s}}}}) { key } }";
    return Stream.of(
        arguments(SCHOOL, INTAKE, "{ trajectories(where: {intakeOn: {eq: null}}) { key } }"),
        arguments(SCHOOL, INTAKE, aggregate.formatted("intakeOn: {min: {lt: \"2026-01-01\"}}")),
        arguments(SCHOOL, WAIT, "{ trajectories(where: {waitForIntake: {gt: \"P1D\"}}) { key } }"),
        arguments(SCHOOL, WAIT, aggregate.formatted("waitForIntake: {average: {gt: 1}}")),
        arguments(SCHOOL, STEP, "{ trajectories(where: {step: {eq: CARE}}) { key } }"),
        arguments(SCHOOL, STEP, "{ trajectories(where: {NOT: {step: {in: [CARE]}}}) { key } }"),
        arguments(
            SCHOOL, STEP, "{ youths(where: {trajectories: {some: {step: {eq: null}}}}) { key } }"),
        arguments(REFERRER, STEP, "{ trajectories(where: {step: {eq: CARE}}) { key } }"),
        arguments(MUNICIPALITY, MEETINGS, meetings.formatted("meetings: {some: {}}")),
        arguments(MUNICIPALITY, MEETINGS, meetings.formatted("meetings: {none: {}}")),
        arguments(
            MUNICIPALITY,
            MEETINGS,
            meetings.formatted("meetingsConnection: {aggregate: {count: {nodes: {gt: 0}}}}")),
        arguments(
            SCHOOL,
            INTAKE,
            "{ youths { trajectories(where: {intakeOn: {lt: \"2026-01-01\"}}) { key } } }"),
        arguments(
            SCHOOL,
            INTAKE,
            "{ providersSearch(phrase: \"a\", where: {contactFor: {some: {intakeOn:"
                + " {lt: \"2026-01-01\"}}}}) { totalCount } }"),
        arguments(PROVIDER, RESIDENCE, residence.formatted("reason: {eq: REGISTERED_ADDRESS}")),
        arguments(PROVIDER, RESIDENCE, residence.formatted("NOT: {reason: {eq: null}}")),
        arguments(SCHOOL, PSEUDONYM, "{ youths(where: {pseudonym: {startsWith: \"a\"}}) { key } }"),
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
            INTAKE,
            SCHOOL,
            "{ trajectories(where: {intakeOn: {%s: \"%d-01-01\"}}) { key } }"
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
    var key = beside.path("key").asText();
    assertEquals(
        "[{\"key\":\"" + key + "\",\"reason\":null}]",
        callers
            .data(
                PROVIDER,
                "{ deliveries(where: {key: {eq: \"%s\"}}) { key reason } }".formatted(key))
            .path("deliveries")
            .toString());
    for (var reason : List.of(beside.path("reason").toString(), "\"no such reason\"")) {
      assertEquals(List.of(), kept(key, "reason: {eq: %s}".formatted(reason)));
      assertEquals(List.of(key), kept(key, "NOT: {reason: {eq: %s}}".formatted(reason)));
      assertEquals(
          "{\"trajectories\":[]}",
          callers
              .data(
                  PROVIDER,
                  "{ trajectories(where: {deliveries: {some: {key: {eq: \"%s\"}, reason: {eq: %s}}}}) { key } }"
                      .formatted(key, reason))
              .toString());
    }
  }

  private List<String> kept(String key, String condition) {
    var query = "{ deliveries(where: {key: {eq: \"%s\"}, %s}) { key } }".formatted(key, condition);
    return texts(callers.data(PROVIDER, query).path("deliveries"), "/key");
  }

  /// A row that the caller may not see matches no condition, like a row that does not exist.
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{ youths(where: {key: {eq: ?}}) { key } }",
        "{ youthsConnection(where: {key: {in: [?]}}) { totalCount } }",
        "{ trajectories(where: {youth: {key: {eq: ?}}}) { key } }",
        "{ municipalities(where: {youths: {some: {key: {eq: ?}}}}) { code } }",
        "{ municipalities(where: {youths: {none: {key: {eq: ?}}}}) { code } }",
        "{ municipalities(where: {youths: {single: {key: {eq: ?}}}}) { code } }",
        "{ municipalities(where: {NOT: {youths: {all: {NOT: {key: {eq: ?}}}}}}) { code } }",
        "{ municipalities(where: {youthsConnection: {some: {node: {key: {eq: ?}}}}}) { code } }",
        "{ organisations(where: {Municipality: {youths: {some: {key: {eq: ?}}}}}) { name } }",
        "{ statements(where: {Youth: {key: {eq: ?}}}) { source } }",
        "{ providers(where: {deliveries: {some: {trajectory: {youth: {key: {eq: ?}}}}}}) { agb } }"
      })
  void aHiddenRowMatchesNoCondition(String query) {
    var hidden =
        deliveries.stream()
            .filter(it -> SeededCallers.municipality(it).equals("1969") && !provider(it).isEmpty())
            .findFirst()
            .orElseThrow()
            .at("/trajectory/youth/key")
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
        arguments(MUNICIPALITY, REASON, "{ deliveries(sort: [{reason: ASC}]) { key } }"),
        arguments(
            MUNICIPALITY, REASON, "{ deliveries(sort: [{key: ASC}, {reason: DESC}]) { key } }"),
        arguments(
            MUNICIPALITY, REASON, "{ deliveries(sort: [{continues: {reason: ASC}}]) { key } }"),
        arguments(
            SCHOOL, INTAKE, "{ bigFiveStatuses(sort: [{trajectory: {intakeOn: ASC}}]) { key } }"),
        arguments(SCHOOL, WAIT, "{ trajectories(sort: [{waitForIntake: ASC}]) { key } }"),
        arguments(SCHOOL, STEP, "{ trajectories(sort: [{step: ASC}]) { key } }"),
        arguments(REFERRER, STEP, "{ trajectories(sort: [{step: DESC}]) { key } }"),
        arguments(
            MUNICIPALITY,
            MEETINGS,
            "{ trajectories(sort: [{meetingsConnection: {aggregate: {count: {nodes: ASC}}}}]) { key"
                + " } }"),
        arguments(
            MUNICIPALITY,
            REASON,
            "{ deliveriesConnection(first: 1, sort: [{reason: ASC}]) { edges { node { key } } } }"),
        arguments(
            MUNICIPALITY,
            REASON,
            "{ providers { deliveriesConnection(sort: [{node: {reason: ASC}}]) { edges { cursor } }"
                + " } }"),
        arguments(
            MUNICIPALITY, REASON, "{ providers { deliveries(sort: [{reason: ASC}]) { key } } }"),
        arguments(
            PROVIDER,
            RESIDENCE,
            "{ municipalities { youthsConnection(sort: [{edge: {reason: ASC}}]) { edges { cursor }"
                + " } } }"),
        arguments(SCHOOL, PSEUDONYM, "{ youths(sort: [{pseudonym: DESC}]) { key } }"));
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
                .thenComparing(InferenceTest::key))
        .forEach(seen::add);
    deliveries.stream()
        .filter(it -> besideProvider(it) || (byProvider(it) && !it.path("volume").isInt()))
        .sorted(comparing(InferenceTest::key))
        .forEach(seen::add);
    var sorted = callers.data(PROVIDER, "{ deliveries(sort: [{volume: ASC}]) { key } }");
    assertEquals(texts(seen, "/key"), texts(sorted.path("deliveries"), "/key"));
  }

  private static String key(JsonNode delivery) {
    return delivery.path("key").asText();
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
