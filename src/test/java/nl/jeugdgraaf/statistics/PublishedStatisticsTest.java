package nl.jeugdgraaf.statistics;

import static nl.jeugdgraaf.SeededCallers.ANALYST;
import static nl.jeugdgraaf.SeededCallers.MUNICIPALITY;
import static nl.jeugdgraaf.SeededCallers.STEWARD;
import static nl.jeugdgraaf.SeededCallers.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.jeugdgraaf.SeededCallers;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.StatisticsDefinitions;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.store.SchemaViolations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Statistics are published for complete quarters, from one state of the data, and never change:
/// callers cannot compare two filters, two days or two states of the data to single out a person.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedStatisticsTest {
  private static final StatisticsDefinitions DEFINITIONS =
      ApiSchema.builtIn().accessDefinitions().statistics();
  private static final LocalDate TODAY = LocalDate.parse("2026-11-01");
  private static final LocalDate FIRST = LocalDate.parse("2023-01-01");
  private static final LocalDate LAST = LocalDate.parse("2026-07-01");
  private static final Caller OFFICE =
      new Caller("REGION_OFFICE", "GRONINGEN", "", "MONITORING", "");

  private final SeededCallers callers = new SeededCallers();
  private final Bolt bolt = TestDatabase.seeded();
  private final StatisticsPublisher publisher = new StatisticsPublisher(bolt, DEFINITIONS);
  private final PublishedStatistics reader =
      new PublishedStatistics(bolt, DEFINITIONS, Duration.ofSeconds(10));

  @BeforeAll
  void publish() {
    publisher.publish(TODAY);
  }

  @AfterAll
  void stop() {
    callers.close();
  }

  private static String table(String name, String on, String more) {
    return """
    { statistics(table: %s, on: "%s"%s) {
      table on region dimensions total { value suppressed } cells { key youths { value suppressed } }
    } }
    """
        .formatted(name, on, more);
  }

  private static String of(String region) {
    return ", region: \"" + id("Region", region) + "\"";
  }

  private static Stream<String> tables() {
    return DEFINITIONS.facts().stream()
        .flatMap(fact -> fact.tables().stream())
        .map(StatisticsDefinitions.Table::name);
  }

  /// Returns every table of every quarter, of all regions and of each.
  private Map<String, Object> all() {
    var all = new LinkedHashMap<String, Object>();
    for (var on = FIRST; !on.isAfter(LAST); on = on.plusMonths(3)) {
      for (var region : List.of("", "GRONINGEN", "HAAGLANDEN")) {
        var day = on;
        tables()
            .forEach(name ->
                all.put(
                    name + day + region,
                    reader.table(name, day, Optional.of(region).filter(it -> !it.isEmpty()))));
      }
    }
    return all;
  }

  /// The server keeps nodes of its own beside the data, and must not warn of them.
  @Test
  void whatTheServerKeepsInTheDatabaseIsInItsSchema() {
    assertEquals(
        List.of(),
        SchemaViolations.find(bolt, ApiSchema.builtIn().model()).stream()
            .filter(violation -> violation.endsWith(" is not in the schema"))
            .toList());
  }

  /// Two answers for one cell, before and after something changes for a youth, would tell of it.
  @Test
  void aChangeOfOneYouthShowsInNoTableAndNoQuarter() {
    var before = all();
    var youth = callers.data(STEWARD, "{ youths(limit: 1) { key } }").at("/youths/0/key").asText();
    bolt.write(
        new Statement(
            """
            MATCH (y:Youth {key: $youth})
            CREATE (y)<-[:FOR]-(t:Trajectory {key: 'ADDED', kind: 'HSJ', decision: 'HSJ',
              signalledOn: date('2023-01-05'), firstHelpOn: date('2023-02-05')})
            CREATE (t)<-[:PART_OF]-(d:Delivery {key: 'ADDED', startedOn: date('2023-02-05')})
            """,
            Map.of("youth", youth)));
    try {
      assertEquals(0, publisher.publish(TODAY));
      assertEquals(before, all());
      assertEquals(tables().count(), quarters(publisher, LocalDate.parse("2027-01-01")));
      assertEquals(before, all());
    } finally {
      bolt.write(Statement.of("MATCH (n {key: 'ADDED'}) DETACH DELETE n"));
      bolt.write(Statement.of("MATCH (s:PublishedStatistics {on: date('2026-10-01')}) DELETE s"));
    }
  }

  /// Returns how many tables are published for all regions together on a later day.
  private long quarters(StatisticsPublisher publisher, LocalDate today) {
    publisher.publish(today);
    return bolt.command(
            Statement.of(
                "MATCH (s:PublishedStatistics {on: date('2026-10-01'), region: ''}) RETURN count(s)"
                    + " AS tables"))
        .getFirst()
        .get("tables")
        .asLong();
  }

  /// A question counts nothing, whatever it asks: what is published is all there is.
  @Test
  void aQuestionPublishesNothing() {
    var before = published();
    callers.data(ANALYST, table("YOUTHS_BY_STEP", "2025-04-01", ""));
    callers.refusal(ANALYST, table("YOUTHS_BY_STEP", "2026-10-01", ""));
    assertEquals(before, published());
    assertEquals(0, publisher.publish(TODAY));
  }

  @Test
  void twoServersThatPublishAtOncePublishOnce() throws Exception {
    var before = published();
    removeLast("");
    try (var servers = Executors.newFixedThreadPool(2)) {
      var first = servers.submit(() -> publisher.publish(TODAY));
      var second = servers.submit(() -> new StatisticsPublisher(bolt, DEFINITIONS).publish(TODAY));
      var sums = List.of(first.get(), second.get());
      assertTrue(sums.contains(0L), sums::toString);
    }
    assertEquals(before, published());
  }

  /// Counted now, from another state of the data than the tables beside it, a new table would show
  /// what changed since.
  @Test
  void aTableThatIsNewHasLaterQuartersOnly() {
    var before = published();
    removeLast("YOUTHS_WAITING");
    var without = published();
    try {
      assertEquals(0, publisher.publish(TODAY));
      assertEquals(without, published());
    } finally {
      removeLast("");
      publisher.publish(TODAY);
    }
    assertEquals(before, published());
  }

  /// Removes a table of the last quarter, or with an empty name all of them.
  private void removeLast(String table) {
    bolt.write(
        new Statement(
            "MATCH (s:PublishedStatistics {on: $on}) WHERE $table IN ['', s.table] DELETE s",
            Map.of("on", LAST, "table", table)));
  }

  private long published() {
    return bolt.command(Statement.of("MATCH (s:PublishedStatistics) RETURN count(s) AS tables"))
        .getFirst()
        .get("tables")
        .asLong();
  }

  /// A table is asked by its name, its quarter and a region, and by nothing else.
  @Test
  void statisticsHaveNoFilters() {
    for (var more :
        List.of(
            ", where: {}",
            ", municipality: \"1952\"",
            ", key: \"Y-000001\"",
            ", first: 1",
            ", asOf: \"2025-01-01\"")) {
      var query = table("YOUTHS_BY_STEP", "2026-07-01", more);
      assertEquals("GRAPHQL_VALIDATION_FAILED", callers.refusal(ANALYST, query).code());
    }
    for (var name : List.of("youths_by_step", "YOUTHS", "\"YOUTHS_BY_STEP\"")) {
      assertEquals(
          "GRAPHQL_VALIDATION_FAILED",
          callers.refusal(ANALYST, table(name, "2026-07-01", "")).code(),
          name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-07-02",
        "2026-06-30",
        "2026-10-01",
        "2027-01-01",
        "2066-01-01",
        "2022-10-01",
        "0001-01-01",
        "9999-01-01"
      })
  void onlyCompleteQuartersFromTheFirstOneHaveStatistics(String on) {
    var refused = callers.refusal(ANALYST, table("YOUTHS_BY_STEP", on, ""));
    assertEquals("BAD_USER_INPUT", refused.code());
    assertTrue(refused.body().contains("from 2023-01-01 to 2026-07-01"), refused::body);
  }

  @Test
  void aYearBeforeTheCalendarIsRefused() {
    callers.refusal(ANALYST, table("YOUTHS_BY_STEP", "-9999-01-01", ""));
  }

  @Test
  void aTableIsTheSameForAllWhoMayAskIt() {
    var query = table("YOUTHS_BY_STEP", "2026-07-01", of("GRONINGEN"));
    var answer = callers.data(ANALYST, query);
    assertEquals(answer, callers.data(STEWARD, query));
    assertEquals(answer, callers.data(OFFICE, query));
    assertEquals("FORBIDDEN", callers.refusal(MUNICIPALITY, query).code());
    assertEquals("FORBIDDEN", callers.refusal(new Caller("", "", "", "", ""), query).code());
  }

  @Test
  void aRegionOfficeAsksAboutItsOwnRegion() {
    var own = callers.data(OFFICE, table("YOUTHS_BY_STEP", "2026-07-01", of("GRONINGEN")));
    assertEquals(own, callers.data(OFFICE, table("YOUTHS_BY_STEP", "2026-07-01", "")));
    assertNotEquals(own, callers.data(ANALYST, table("YOUTHS_BY_STEP", "2026-07-01", "")));
    assertEquals(
        "FORBIDDEN",
        callers.refusal(OFFICE, table("YOUTHS_BY_STEP", "2026-07-01", of("HAAGLANDEN"))).code());
    assertEquals(
        "BAD_USER_INPUT",
        callers
            .refusal(ANALYST, table("YOUTHS_BY_STEP", "2026-07-01", ", region: \"GRONINGEN\""))
            .code());
  }

  @Test
  void aRegionWithoutYouthsHasAnEmptyTable() {
    var nothing = callers.data(ANALYST, table("YOUTHS_BY_STEP", "2026-07-01", of("NOWHERE")));
    assertEquals(0, nothing.at("/statistics/total/value").asLong());
    assertEquals(0, nothing.at("/statistics/cells").size());
  }

  /// The numbers of a day are those of the seed files, read without the database.
  @ParameterizedTest
  @ValueSource(strings = {"2023-10-01", "2024-07-01", "2025-04-01", "2026-07-01"})
  void aPastQuarterHasTheNumbersOfItsDay(String on) {
    var youths = new SeedOnDay(on).youthsWithHelp().size();
    var shown = callers.data(ANALYST, table("YOUTHS_WITH_HELP_BY_SEGMENT", on, ""));
    assertTrue(youths > 20);
    assertEquals((youths + 2) / 5 * 5, shown.at("/statistics/total/value").asInt());
  }

  /// Outside the tables nothing is counted, filtered or sorted by persons.
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{ youthsConnection(where: {key: {eq: \"Y-000001\"}}) { totalCount } }",
        "{ youthsConnection(where: {birthDate: {lt: \"2010-01-01\"}}) { totalCount } }",
        "{ deliveriesConnection { aggregate { countDistinct { youths } } } }",
        "{ municipalities { youthsConnection { totalCount } } }",
        "{ municipalities(where: {youths: {none: {}}}) { code } }",
        "{ municipalities(where: {youthsConnection: {aggregate: {count: {nodes: {lt: 10}}}}}) {"
            + " code } }",
        "{ municipalities(sort: [{youthsConnection: {aggregate: {count: {nodes: ASC}}}}]) { code }"
            + " }",
        "{ providers(where: {deliveries: {some: {status: {eq: RUNNING}}}}) { agb } }",
        "{ providersConnection { groups { key { deliveries { status } } count { nodes } } } }",
        "{ organisations(where: {Municipality: {youths: {some: {}}}}) { name } }",
        "{ criteriaConnection { aggregate { countDistinct { trajectories } } } }"
      })
  void outsideTheTablesNothingIsCountedByPersons(String query) {
    for (var caller : List.of(ANALYST, OFFICE)) {
      assertEquals("FORBIDDEN", callers.refusal(caller, query).code());
    }
  }
}
