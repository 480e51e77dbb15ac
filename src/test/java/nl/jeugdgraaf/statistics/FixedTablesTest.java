package nl.jeugdgraaf.statistics;

import static nl.jeugdgraaf.SeededCallers.ANALYST;
import static nl.jeugdgraaf.SeededCallers.STEWARD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.jeugdgraaf.SeededCallers;
import nl.jeugdgraaf.access.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Figures are fixed tables: callers cannot compare two filters to single out a person, and cannot
/// subtract shown cells from a total to recover one that is left out.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FixedTablesTest {
  private static final String QUARTER = "2026-10-01";
  private static final Caller REGION_OFFICE =
      new Caller("REGION_OFFICE", "GRONINGEN", "", "MONITORING", "");

  private final SeededCallers callers = new SeededCallers();

  @AfterAll
  void stop() {
    callers.close();
  }

  private static String table(String name) {
    return table(name, QUARTER);
  }

  private static String table(String name, String on) {
    return "{ figures(table: \"%s\", on: \"%s\") { dimensions total { value } cells { key youths { value suppressed } } } }"
        .formatted(name, on);
  }

  /// A table is asked by its name and its day, and by nothing else.
  @Test
  void figuresHaveNoFilters() {
    var type =
        callers.ask(ANALYST, "{ __type(name: \"Query\") { fields { name args { name } } } }");
    for (var field : type.json().at("/data/__type/fields")) {
      if (field.path("name").asText().equals("figures")) {
        assertEquals(List.of("table", "on"), field.path("args").findValuesAsText("name"));
      }
    }
    for (var more :
        List.of(
            "where: {}",
            "municipality: \"1952\"",
            "key: \"Y-000001\"",
            "first: 1",
            "asOf: \"2025-01-01\"")) {
      var query = table("YOUTHS_BY_STEP").replace("(table", "(" + more + ", table");
      assertEquals("GRAPHQL_VALIDATION_FAILED", callers.refusal(ANALYST, query).code());
    }
  }

  /// Another caller does not move a table by a few persons, and only quarters that have begun have
  /// one.
  @Test
  void aTableIsTheSameWhoeverAsksItAndHow() {
    var answer = callers.data(ANALYST, table("YOUTHS_BY_STEP"));
    assertEquals(answer, callers.data(REGION_OFFICE, table("YOUTHS_BY_STEP")));
    assertEquals(answer, callers.data(STEWARD, table("YOUTHS_BY_STEP")));
    for (var day : List.of("2026-09-30", "2026-10-02", "2026-11-01", "2066-01-01")) {
      var refused = callers.refusal(ANALYST, table("YOUTHS_BY_STEP", day));
      assertEquals("BAD_USER_INPUT", refused.code(), day);
    }
    for (var name : List.of("", "youths_by_step", "YOUTHS", "YOUTHS_BY_STEP\\\" OR 1=1")) {
      assertEquals("BAD_USER_INPUT", callers.refusal(ANALYST, table(name)).code(), name);
    }
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
    for (var caller : List.of(ANALYST, REGION_OFFICE)) {
      assertEquals("FORBIDDEN", callers.refusal(caller, query).code());
    }
  }

  /// The figures of a quarter are those of its first day, by the days in the seed files.
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"2023-10-01", "2024-07-01", "2025-04-01", QUARTER})
  void aPastQuarterHasTheFiguresOfItsDay(String on) {
    var seed = new SeedOnDay(on);
    assertTotal("YOUTHS_BY_STEP", on, seed.youthsInSpecialisedTrajectories().size());
    assertTotal("YOUTHS_WITH_HELP_BY_MUNICIPALITY", on, seed.youthsWithHelp().size());
    assertTotal("YOUTHS_WITH_HELP_BY_SEGMENT", on, seed.youthsWithHelp().size());
  }

  private void assertTotal(String name, String on, int youths) {
    var total = callers.data(ANALYST, table(name, on)).at("/figures/total/value");
    var shown = total.isNull() ? Optional.empty() : Optional.of(total.asLong());
    assertEquals(DisclosureControl.DEFAULT.total(youths), shown, name + " " + on);
  }

  /// The youths of each cell, counted by hand from what the steward sees on a day.
  private Map<List<String>, Set<String>> counted(
      String selection, String list, Function<JsonNode, List<String>> key) {
    var cells = new HashMap<List<String>, Set<String>>();
    for (var row : callers.data(STEWARD, selection).path(list)) {
      var youths = new HashSet<String>();
      row.findParents("birthDate").forEach(youth -> youths.add(youth.path("key").asText()));
      if (!youths.isEmpty()) {
        cells.computeIfAbsent(key.apply(row), _ -> new HashSet<>()).addAll(youths);
      }
    }
    return cells;
  }

  private static String running(String on) {
    return """
    { deliveries(where: {status: {eq: RUNNING}}, asOf: "%s") {
      segments { key }
      trajectory { youth { key birthDate municipality { name } } }
    } }
    """
        .formatted(on);
  }

  private static String text(JsonNode row, String pointer) {
    var found = row.at(pointer);
    return found.isTextual() ? found.asText() : "";
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"2025-04-01", QUARTER})
  void noCellOfTheStepsIsWorkedOut(String on) {
    var notEnded = "OR: [{endedOn: {eq: null}}, {endedOn: {gt: \"" + on + "\"}}]";
    check(
        "YOUTHS_BY_STEP",
        on,
        counted(
            """
            { trajectories(where: {kind: {eq: HSJ}, %s}, asOf: "%s") {
              step youth { key birthDate }
            } }
            """
                .formatted(notEnded, on),
            "trajectories",
            row -> List.of(text(row, "/step"))));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"2025-04-01", QUARTER})
  void noCellOfMunicipalitiesAndSegmentsIsWorkedOut(String on) {
    Function<JsonNode, String> municipality =
        row -> text(row, "/trajectory/youth/municipality/name");
    Function<JsonNode, String> segment = row -> text(row, "/segments/0/key");
    var running = running(on);
    check(
        "YOUTHS_WITH_HELP_BY_MUNICIPALITY",
        on,
        counted(running, "deliveries", row -> List.of(municipality.apply(row))));
    check(
        "YOUTHS_WITH_HELP_BY_SEGMENT",
        on,
        counted(running, "deliveries", row -> List.of(segment.apply(row))));
    check(
        "YOUTHS_WITH_HELP_BY_MUNICIPALITY_AND_SEGMENT",
        on,
        counted(
            running, "deliveries", row -> List.of(municipality.apply(row), segment.apply(row))));
  }

  private void check(String table, String on, Map<List<String>, Set<String>> counted) {
    var shown = callers.data(ANALYST, table(table, on)).path("figures");
    var cells = new HashSet<List<String>>();
    var hidden = new HashMap<String, Integer>();
    var all = new HashMap<String, Integer>();
    for (var cell : shown.path("cells")) {
      var key = new ArrayList<String>();
      cell.path("key").forEach(part -> key.add(part.isTextual() ? part.asText() : ""));
      assertTrue(cells.add(key), () -> table + " has two cells " + key);
      var value = cell.at("/youths/value");
      var persons = counted.getOrDefault(key, Set.of()).size();
      if (value.isNull()) {
        assertTrue(cell.at("/youths/suppressed").isTextual(), cell::toString);
      } else {
        assertTrue(persons >= 10, () -> table + cell + " of " + persons);
        assertEquals(0, value.asLong() % 5, cell::toString);
        assertTrue(Math.abs(value.asLong() - persons) < 5, () -> table + cell + " of " + persons);
      }
      for (int i = 0; i <= key.size(); i++) {
        var line = i == key.size() ? "all" : i + " " + key.get(i);
        all.merge(line, 1, Integer::sum);
        hidden.merge(line, value.isNull() ? 1 : 0, Integer::sum);
      }
    }
    assertEquals(counted.keySet(), cells, table);
    hidden.forEach((line, count) -> {
      if (all.getOrDefault(line, 0) > 1) {
        assertNotEquals(1, count, () -> table + ": one cell is left out of " + line);
      }
    });
  }
}
