package nl.jeugdgraaf.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.SeededServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The groups of a day of `activeOn` are those of the same connection asked on that day, with a
/// condition that says what is active.
class ActiveDaysTest {
  @RegisterExtension static final SeededServer SERVER = new SeededServer();

  private static final List<String> DAYS = List.of("2025-07-01", "2025-10-01", "2026-01-01");
  private static final String NUMBERS = "count { nodes } countDistinct { youths fundedBy }";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | segments { key }
          {status: {eq: RUNNING}} | deliveredBy { id } product { category }
          {trajectory: {youth: {municipality: {code: {eq: "0014"}}}}} | status
          {NOT: {deliveredBy: null}, trajectory: {step: {in: [CARE, PLAN]}}} | segments { key }
          """)
  void eachDayIsReadAsIfItWereAsked(String where, String key)
      throws IOException, InterruptedException {
    var asked = new StringBuilder();
    for (int i = 0; i < DAYS.size(); i++) {
      asked.append(
          "d%d: deliveriesConnection(asOf: \"%s\", where: {AND: [%s, %s]}) { groups { key { %s } %s } }\n"
              .formatted(i, DAYS.get(i), where, active(DAYS.get(i)), key, NUMBERS));
    }
    var all =
        ask(
            """
            { all: deliveriesConnection(where: %s) { groups {
              key { activeOn(every: QUARTER, from: "2025-06-02", to: "2026-01-31") %s } %s } }
            %s }
            """
                .formatted(where, key, NUMBERS, asked));
    var expected = new ArrayList<JsonNode>();
    for (int i = 0; i < DAYS.size(); i++) {
      for (var group : all.get("d" + i).get("groups")) {
        var day = JsonNodeFactory.instance.objectNode().put("activeOn", DAYS.get(i));
        ((ObjectNode) group).set("key", day.setAll((ObjectNode) group.get("key")));
        expected.add(group);
      }
    }
    var actual = new ArrayList<JsonNode>();
    all.get("all").get("groups").forEach(actual::add);
    assertTrue(expected.size() > DAYS.size() - 1, "the days have groups");
    assertEquals(expected, actual, where + " by " + key);
  }

  @Test
  void groupsOfAMunicipalityHaveDaysToo() throws IOException, InterruptedException {
    var found =
        ask(
            """
            { youth(by: {key: "Y-000433"}) { trajectories { deliveriesConnection { groups {
              key { activeOn(every: YEAR, from: "2024-01-01", to: "2026-12-31") } count { nodes } } } } } }
            """);
    var years = found.findValuesAsText("activeOn");
    assertTrue(years.contains("2026-01-01"), years::toString);
  }

  @Test
  void daysAreBounded() throws IOException, InterruptedException {
    var query =
        "{ deliveriesConnection { groups { key { activeOn(every: %s, from: \"%s\", to: \"%s\") }"
            + " count { nodes } } } }";
    assertEquals("LIMIT_EXCEEDED", code(query.formatted("WEEK", "1990-01-01", "2026-01-01")));
    assertEquals("BAD_USER_INPUT", code(query.formatted("WEEK", "2026-01-02", "2026-01-01")));
    assertEquals(
        "BAD_USER_INPUT",
        code(
            "{ deliveriesConnection { groups { key { trajectory { activeOn(every: YEAR, from:"
                + " \"2025-01-01\", to: \"2026-01-01\") } } count { nodes } } } }"));
  }

  private static JsonNode ask(String query) throws IOException, InterruptedException {
    var response = SERVER.askAs(SERVER.steward(), query, JsonNodeFactory.instance.objectNode());
    assertTrue(response.path("errors").isMissingNode(), response::toString);
    return response.get("data");
  }

  private static String code(String query) throws IOException, InterruptedException {
    var response = SERVER.askAs(SERVER.steward(), query, JsonNodeFactory.instance.objectNode());
    return response.path("errors").path(0).path("extensions").path("code").asText();
  }

  private static String active(String day) {
    return "{startedOn: {lte: \"%1$s\"}, OR: [{endedOn: {eq: null}}, {endedOn: {gt: \"%1$s\"}}]}"
        .formatted(day);
  }
}
