package nl.jeugdgraaf.access;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static nl.jeugdgraaf.SeededCallers.MUNICIPALITY;
import static nl.jeugdgraaf.SeededCallers.OTHER_MUNICIPALITY;
import static nl.jeugdgraaf.SeededCallers.PROVIDER;
import static nl.jeugdgraaf.SeededCallers.REFERRER;
import static nl.jeugdgraaf.SeededCallers.SCHOOL;
import static nl.jeugdgraaf.SeededCallers.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.jeugdgraaf.SeededCallers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Counting hidden rows: groups, statistics, totals and pages cover only what the caller may see.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenTotalsTest {
  private final SeededCallers callers = new SeededCallers();
  private final List<JsonNode> deliveries = new ArrayList<>();

  @BeforeAll
  void look() {
    deliveries.addAll(callers.deliveries(_ -> true));
  }

  @AfterAll
  void stop() {
    callers.close();
  }

  private List<JsonNode> of(Caller municipality) {
    return deliveries.stream()
        .filter(it -> SeededCallers.municipality(it).equals(municipality.organisation()))
        .toList();
  }

  private static Stream<Arguments> statistics() {
    var delivery = "{ deliveries { reason } }";
    var by = "{ deliveriesConnection { groups { key { %s } count { nodes } } } }";
    var byEdge = "{ municipalities { youthsConnection { groups { edgeKey { reason } } } } }";
    var residence = "{ youths { municipalityConnection { edges { properties { reason } } } } }";
    return Stream.of(
        arguments(
            MUNICIPALITY,
            "{ trajectories { meetings { key } } }",
            "{ trajectoriesConnection { aggregate { countDistinct { meetings } } } }"),
        arguments(
            MUNICIPALITY,
            delivery,
            "{ deliveriesConnection { aggregate { countDistinct { reason } } } }"),
        arguments(MUNICIPALITY, delivery, by.formatted("reason")),
        arguments(MUNICIPALITY, delivery, by.formatted("continues { reason }")),
        arguments(
            MUNICIPALITY,
            delivery,
            "{ providers { deliveriesConnection { aggregate { countDistinct { reason } } } } }"),
        arguments(
            MUNICIPALITY,
            delivery,
            "{ providersConnection { groups { key { deliveries { reason } } } } }"),
        arguments(PROVIDER, residence, byEdge),
        arguments(
            SCHOOL,
            "{ youths { pseudonym } }",
            "{ youthsConnection { groups { key { pseudonym } } } }"));
  }

  /// A step is hidden from who may not read the days behind it.
  private static Stream<Arguments> statisticsOfDays() {
    var intake = "{ trajectories { intakeOn } }";
    var step = "{ trajectories { step } }";
    var of = "{ trajectoriesConnection { aggregate { %s } } }";
    var by = "{ bigFiveStatusesConnection { groups { key { %s } count { nodes } } } }";
    return Stream.of(
        arguments(SCHOOL, intake, of.formatted("node { intakeOn { min } }")),
        arguments(SCHOOL, intake, of.formatted("node { intakeOn { max median } }")),
        arguments(SCHOOL, intake, of.formatted("countDistinct { intakeOn }")),
        arguments(
            SCHOOL,
            "{ trajectories { waitForIntake } }",
            of.formatted("node { waitForIntake { average } }")),
        arguments(SCHOOL, intake, by.formatted("trajectory { intakeOn }")),
        arguments(SCHOOL, intake, by.formatted("trajectory { intakeOn(bucket: YEAR) }")),
        arguments(
            SCHOOL,
            intake,
            "{ trajectoriesConnection { groups(having: {node: {intakeOn: {min: {lt:"
                + " \"2026-01-01\"}}}}) { key { kind } } } }"),
        arguments(SCHOOL, step, of.formatted("countDistinct { step }")),
        arguments(SCHOOL, step, "{ trajectoriesConnection { groups { key { step } } } }"),
        arguments(SCHOOL, step, by.formatted("trajectory { step }")),
        arguments(REFERRER, step, of.formatted("countDistinct { step }")));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource({"statistics", "statisticsOfDays"})
  void aStatisticOfAHiddenFieldIsRefused(Caller caller, String selection, String operation) {
    var refusal = callers.refusal(caller, operation);
    assertEquals("FORBIDDEN", refusal.code());
    assertEquals(callers.refusal(caller, selection), refusal);
  }

  /// Rows on which a field may not be read add nothing to its statistics.
  @Test
  void statisticsCoverOnlyReadableValues() {
    var volumes =
        deliveries.stream()
            .filter(it -> SeededCallers.everDeliveredBy(PROVIDER, it))
            .filter(it -> it.path("volume").isInt())
            .mapToLong(it -> it.path("volume").asLong())
            .toArray();
    var statistics =
        callers.data(
            PROVIDER,
            """
            {
              deliveriesConnection {
                totalCount
                aggregate { countDistinct { volume } node { volume { min max sum } } }
                groups { key { volume } count { nodes } }
              }
            }
            """);
    var totals = statistics.at("/deliveriesConnection/aggregate/node/volume");
    assertEquals(LongStream.of(volumes).min().orElseThrow(), totals.path("min").asLong());
    assertEquals(LongStream.of(volumes).max().orElseThrow(), totals.path("max").asLong());
    assertEquals(LongStream.of(volumes).sum(), totals.path("sum").asLong());
    assertEquals(
        LongStream.of(volumes).distinct().count(),
        statistics.at("/deliveriesConnection/aggregate/countDistinct/volume").asLong());
    var counted = 0L;
    for (var group : statistics.at("/deliveriesConnection/groups")) {
      counted += group.at("/key/volume").isInt() ? group.at("/count/nodes").asLong() : 0;
    }
    assertEquals(volumes.length, counted);
    assertTrue(statistics.at("/deliveriesConnection/totalCount").asLong() > counted);
  }

  /// Each number of a municipality equals the count of its own youths, made by hand.
  @Test
  void totalsAndGroupsCoverOnlyVisibleRows() {
    var query =
        """
        {
          deliveriesConnection {
            totalCount
            aggregate { count { nodes } countDistinct { youths youthMunicipalities } }
            groups { key { status } count { nodes } countDistinct { youths } }
          }
        }
        """;
    for (var caller : List.of(MUNICIPALITY, OTHER_MUNICIPALITY)) {
      var own = of(caller);
      var answer = callers.data(caller, query).path("deliveriesConnection");
      assertEquals(own.size(), answer.path("totalCount").asInt());
      assertEquals(own.size(), answer.at("/aggregate/count/nodes").asInt());
      assertEquals(youths(own), answer.at("/aggregate/countDistinct/youths").asInt());
      assertEquals(1, answer.at("/aggregate/countDistinct/youthMunicipalities").asInt());
      var expected = new TreeMap<String, String>();
      own.stream()
          .collect(groupingBy(it -> it.path("status").asText()))
          .forEach((status, rows) -> expected.put(status, rows.size() + " of " + youths(rows)));
      assertEquals(
          expected,
          StreamSupport.stream(answer.path("groups").spliterator(), false)
              .collect(
                  toMap(
                      group -> group.at("/key/status").asText(),
                      group ->
                          group.at("/count/nodes").asText()
                              + " of "
                              + group.at("/countDistinct/youths").asText())));
    }
    assertNotEquals(of(MUNICIPALITY).size(), of(OTHER_MUNICIPALITY).size());
  }

  private static int youths(List<JsonNode> rows) {
    return new HashSet<>(texts(rows, "/trajectory/youth/key")).size();
  }

  /// Below public nodes, hidden rows do not count either.
  @Test
  void totalsBelowPublicNodesCoverOnlyVisibleRows() {
    var counts =
        of(MUNICIPALITY).stream()
            .filter(it -> !SeededCallers.provider(it).isEmpty())
            .collect(groupingBy(SeededCallers::provider, counting()));
    var answer =
        callers.data(MUNICIPALITY, "{ providers { agb deliveriesConnection { totalCount } } }");
    var hidden = 0;
    for (var provider : answer.path("providers")) {
      var agb = provider.path("agb").asText();
      var total = provider.at("/deliveriesConnection/totalCount").asLong();
      assertEquals(counts.getOrDefault(agb, 0L), total, agb);
      hidden += total == 0 ? 1 : 0;
    }
    assertTrue(hidden > 0 && !counts.isEmpty());
  }

  /// There is a next page only where there is a visible row, also if no row is asked for.
  @Test
  void pagesEndWhereVisibleRowsEnd() {
    var own = callers.youths(it -> it.at("/municipality/code").asText().equals("1952")).size();
    assertTrue(own > 1);
    var query =
        "{ youthsConnection(%s) { totalCount edges { node { key } } pageInfo { hasNextPage"
            + " hasPreviousPage } } }";
    for (int first : List.of(0, 1, own - 1, own, own + 1)) {
      var page =
          callers.data(MUNICIPALITY, query.formatted("first: " + first)).path("youthsConnection");
      assertEquals(own, page.path("totalCount").asInt());
      assertEquals(Math.min(first, own), page.path("edges").size());
      assertEquals(first < own, page.at("/pageInfo/hasNextPage").asBoolean(), "first: " + first);
    }
    for (int last : List.of(own - 1, own)) {
      var page =
          callers.data(MUNICIPALITY, query.formatted("last: " + last)).path("youthsConnection");
      assertEquals(last < own, page.at("/pageInfo/hasPreviousPage").asBoolean(), "last: " + last);
    }
  }

  /// A caller who sees no youth gets the answer of a graph without youths.
  @Test
  void whereNothingIsVisibleThereIsNothing() {
    var stranger = new Caller("MUNICIPALITY", "0000", "", "ASSIGNMENT", "");
    var answer =
        callers.data(
            stranger,
            """
            {
              youthsConnection(first: 0) { totalCount pageInfo { hasNextPage hasPreviousPage } }
              deliveriesConnection {
                aggregate { count { nodes } node { duration { max } } }
                groups { key { status } }
              }
            }
            """);
    assertEquals(
        "{\"youthsConnection\":{\"totalCount\":0,\"pageInfo\":{\"hasNextPage\":false,"
            + "\"hasPreviousPage\":false}},\"deliveriesConnection\":{\"aggregate\":{\"count\":"
            + "{\"nodes\":0},\"node\":{\"duration\":{\"max\":null}}},\"groups\":[]}}",
        answer.toString());
  }
}
