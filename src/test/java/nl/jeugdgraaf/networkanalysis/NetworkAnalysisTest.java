package nl.jeugdgraaf.networkanalysis;

import static nl.jeugdgraaf.SeededCallers.ANALYST;
import static nl.jeugdgraaf.SeededCallers.MUNICIPALITY;
import static nl.jeugdgraaf.SeededCallers.PROVIDER;
import static nl.jeugdgraaf.SeededCallers.SCHOOL;
import static nl.jeugdgraaf.SeededCallers.STEWARD;
import static nl.jeugdgraaf.SeededCallers.id;
import static nl.jeugdgraaf.networkanalysis.AnswerReader.gaps;
import static nl.jeugdgraaf.networkanalysis.AnswerReader.ids;
import static nl.jeugdgraaf.networkanalysis.AnswerReader.path;
import static nl.jeugdgraaf.networkanalysis.AnswerReader.shared;
import static nl.jeugdgraaf.networkanalysis.AnswerReader.single;
import static nl.jeugdgraaf.networkanalysis.AnswerReader.ties;
import static nl.jeugdgraaf.networkanalysis.AnswerReader.uncovered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.SeededCallers;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.statistics.StatisticsPublisher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Analyses of the project's own seed, over HTTP.
@EmptiesDatabase
class NetworkAnalysisTest {
  private static final Caller ANYBODY = new Caller("", "", "", "", "");
  private static final String NETWORK =
      """
      network(of: %s) {
        on published suppressed communities components
        actors { id name degree weightedDegree betweenness pageRank community component cutPoint x y }
        ties { first second weight }
      }
      """;
  private static final String SUPPLY =
      """
      coverage { segment { id } municipality { id } productCount providerCount providers { id } uncovered { id } }
      singlePointsOfFailure { provider { id } products { id } coverage { segment { id } municipality { id } } }
      concentration { segment { id } providers hhi }
      """;

  private static SeededCallers callers;

  @BeforeAll
  static void start() {
    TestDatabase.seeded();
    new StatisticsPublisher(
            TestDatabase.shared(), ApiSchema.builtIn().accessDefinitions().statistics())
        .publish(LocalDate.parse(SeededCallers.DAY));
    callers = new SeededCallers();
  }

  @AfterAll
  static void stop() {
    callers.close();
    TestDatabase.empty();
  }

  private static JsonNode analyse(Caller caller, String arguments, String selection) {
    return callers
        .data(caller, "{ networkAnalysis" + arguments + " { " + selection + " } }")
        .path("networkAnalysis");
  }

  private static JsonNode network(Caller caller, String kind) {
    return analyse(caller, "", NETWORK.formatted(kind)).path("network");
  }

  @ParameterizedTest
  @CsvSource({"CONTRACTS, contractedProducts", "PARTNERSHIPS, networks"})
  void everybodySeesWhoSharesWhatIsPublic(String kind, String field) {
    var providers = callers.data(ANYBODY, "{ providers { id %s { id } } }".formatted(field));
    var actors = new HashMap<String, Set<String>>();
    for (var provider : providers.path("providers")) {
      actors.put(provider.path("id").asText(), ids(provider.path(field)));
    }
    var found = network(ANYBODY, kind);
    assertTrue(found.path("ties").size() > 10, found::toString);
    assertEquals(shared(actors), ties(found));
    assertFalse(found.path("published").asBoolean());
  }

  @Test
  void helpToTheSameYouthsIsThatWhichTheCallerSees() {
    for (var caller : List.of(STEWARD, MUNICIPALITY, PROVIDER)) {
      var actors = new HashMap<String, Set<String>>();
      for (var deliverers : List.of("providers", "networks")) {
        var helped =
            callers.data(
                caller,
                "{ %s { id deliveries(where: {status: {eq: RUNNING}}) { trajectory { youth { id } } } } }"
                    .formatted(deliverers));
        for (var deliverer : helped.path(deliverers)) {
          actors.put(deliverer.path("id").asText(), ids(deliverer.path("deliveries")));
        }
      }
      assertEquals(shared(actors), ties(network(caller, "DELIVERIES")), caller::toString);
    }
  }

  @Test
  void whoSeesStatisticsOnlyGetsPublishedNumbers() {
    var found = network(ANALYST, "DELIVERIES");
    var table =
        callers
            .data(
                ANALYST,
                "{ statistics(table: PAIRS_OF_PROVIDERS, on: \"%s\") { cells { key youths { value } } } }"
                    .formatted(found.path("on").asText()))
            .at("/statistics/cells");
    var shown = new ArrayList<Integer>();
    table.forEach(cell -> {
      if (!cell.at("/youths/value").isNull()) {
        shown.add(cell.at("/youths/value").asInt());
      }
    });
    assertTrue(found.path("published").asBoolean());
    assertEquals(table.size() - shown.size(), found.path("suppressed").asInt());
    assertEquals(shown.stream().sorted().toList(), ties(found).values().stream().sorted().toList());
  }

  @Test
  void publishedTiesHaveNoSegments() {
    var refused =
        callers.ask(
            ANALYST,
            "{ networkAnalysis(segment: \"%s\") { network(of: DELIVERIES) { components } } }"
                .formatted(id("Segment", "GRONINGEN/MEMO_2026/BASIS")));
    assertEquals("BAD_USER_INPUT", refused.code(), refused::body);
    assertTrue(refused.body().contains("Leave segment out"), refused::body);
  }

  /// Youths elsewhere do not count for a region.
  @Test
  void touchedYouthsAreThoseOfTheRegion() {
    var youths = new ArrayList<Long>();
    for (var region : List.of("", "GRONINGEN", "HAAGLANDEN")) {
      var scope = region.isEmpty() ? "" : "(region: \"%s\")".formatted(id("Region", region));
      var found =
          callers.ask(
              STEWARD,
              "{ networkAnalysis%s { whatIf(provider: \"%s\") { youths { value } } } }"
                  .formatted(scope, id("Provider", "99000012")));
      var value = found.json().at("/data/networkAnalysis/whatIf/youths/value");
      youths.add(value.asLong());
    }
    assertTrue(youths.getFirst() > 0);
    assertEquals(youths.getFirst(), youths.get(1) + youths.get(2), youths::toString);
  }

  @Test
  void whoMaySeeNeitherIsRefusedAtTheField() {
    for (var caller : List.of(ANYBODY, SCHOOL)) {
      var refused =
          callers.ask(caller, "{ networkAnalysis { network(of: DELIVERIES) { components } } }");
      assertEquals("FORBIDDEN", refused.code(), refused::body);
      assertEquals("/networkAnalysis/network", path(refused.json()));
    }
  }

  @Test
  void aLookAtDeliveriesIsRecorded() {
    network(PROVIDER, "DELIVERIES");
    var youth =
        callers
            .data(
                PROVIDER,
                "{ deliveries(where: {status: {eq: RUNNING}}) { trajectory { youth { id } } } }")
            .at("/deliveries/0/trajectory/youth/id")
            .asText();
    var records =
        callers.data(STEWARD, "{ accesses(subject: \"%s\") { operation role } }".formatted(youth));
    assertTrue(
        records.findValuesAsText("operation").contains("NetworkOfDeliveries"), records::toString);
  }

  /// Where a segment has no product with a contract, its place is a gap.
  @Test
  void coverageIsWhatListsSay() {
    var places =
        callers
            .data(
                ANYBODY,
                """
                {
                  municipalities(asOf: "2026-02-01") {
                    id
                    segments { ...supply }
                    region { segments { ...supply } }
                  }
                }
                fragment supply on Segment { id products { id contractedProviders { id } } }
                """)
            .path("municipalities");
    var wanted = new HashMap<Set<String>, Set<String>>();
    for (var municipality : places) {
      var stated = municipality.path("segments");
      for (var segment : stated.isEmpty() ? municipality.at("/region/segments") : stated) {
        var providers = new TreeSet<String>();
        segment
            .path("products")
            .forEach(it -> providers.addAll(ids(it.path("contractedProviders"))));
        wanted.put(
            Set.of(municipality.path("id").asText(), segment.path("id").asText()), providers);
      }
    }
    var found = new HashMap<Set<String>, Set<String>>();
    for (var place : analyse(ANYBODY, "(asOf: \"2026-02-01\")", SUPPLY).path("coverage")) {
      assertEquals(place.path("providerCount").asInt(), place.path("providers").size());
      found.put(
          Set.of(place.at("/municipality/id").asText(), place.at("/segment/id").asText()),
          ids(place.path("providers")));
    }
    assertTrue(wanted.size() > 40, wanted::toString);
    assertEquals(wanted, found);
  }

  @Test
  void regionAndSegmentLimitWhatCounts() {
    var region = id("Region", "GRONINGEN");
    var whole = analyse(ANYBODY, "", "coverage { segment { id } }").path("coverage");
    var part =
        analyse(ANYBODY, "(region: \"%s\")".formatted(region), "coverage { segment { id } }")
            .path("coverage");
    assertTrue(part.size() > 10 && part.size() < whole.size(), part::toString);
    var segment = part.at("/0/segment/id").asText();
    var one =
        analyse(ANYBODY, "(segment: \"%s\")".formatted(segment), "coverage { segment { id } }")
            .path("coverage");
    assertEquals(Set.of(segment), ids(one));
    var refused =
        callers.ask(
            ANYBODY,
            "{ networkAnalysis(region: \"%s\") { on } }".formatted(id("Segment", "GRONINGEN")));
    assertEquals("BAD_USER_INPUT", refused.code(), refused::body);
    assertTrue(refused.body().contains("region must be the id of a Region"), refused::body);
    refused =
        callers.ask(
            ANYBODY,
            "{ networkAnalysis(segment: \"%s\") { network(of: PARTNERSHIPS) { components } } }"
                .formatted(segment));
    assertEquals("BAD_USER_INPUT", refused.code(), refused::body);
  }

  /// What is predicted for the end of a provider is what the graph without its contracts says.
  @Test
  void whatIfEqualsTheGraphWithoutTheContracts() {
    var alone = analyse(ANYBODY, "", SUPPLY).path("singlePointsOfFailure");
    var provider = alone.at("/0/provider/id").asText();
    var code = NamedNode.key(provider);
    var before = analyse(ANYBODY, "", SUPPLY);
    var predicted =
        analyse(
                ANYBODY,
                "",
                """
                whatIf(provider: "%s") {
                  lostProducts { id }
                  lostCoverage { segment { id } municipality { id } }
                  nextSinglePoints { provider { id } products { id } }
                }
                """
                    .formatted(provider))
            .path("whatIf");
    TestDatabase.shared()
        .command(
            Statement.of(
                "MATCH (:Provider {agb: '%s'})-[c:CONTRACTED_FOR]->() SET c.validTo = date('2000-01-01')"
                    .formatted(code)));
    try {
      var after = analyse(ANYBODY, "", SUPPLY);
      var lost = uncovered(after);
      lost.removeAll(uncovered(before));
      assertFalse(lost.isEmpty());
      assertEquals(lost, ids(predicted.path("lostProducts")));
      assertEquals(
          gaps(after) - gaps(before), predicted.path("lostCoverage").size(), predicted::toString);
      var news = single(after);
      news.removeAll(single(before));
      var next = new TreeSet<String>();
      predicted.path("nextSinglePoints").forEach(it -> next.addAll(single(it)));
      assertEquals(news, next);
    } finally {
      TestDatabase.shared()
          .command(
              Statement.of(
                  "MATCH (:Provider {agb: '%s'})-[c:CONTRACTED_FOR]->() REMOVE c.validTo"
                      .formatted(code)));
    }
  }

  /// Every delivery that a caller may not see can go, and nothing of its answers changes.
  @Test
  void whatACallerMayNotSeeChangesNothing() {
    var selection =
        NETWORK.formatted("DELIVERIES")
            + "concentration(of: DELIVERIES) { segment { id } municipality { id } providers hhi }"
            + "whatIf(provider: \"%s\") { youths { value } lostProducts { id } }"
                .formatted(id("Provider", PROVIDER.organisation()))
            + SUPPLY.replace("concentration", "byProduct: concentration");
    var before = analyse(PROVIDER, "", selection);
    var everything = analyse(STEWARD, "", selection);
    var visible = callers.data(PROVIDER, "{ deliveries { key } }").findValuesAsText("key");
    assertTrue(visible.size() > 5);
    TestDatabase.shared()
        .command(
            new Statement(
                "MATCH (d:Delivery) WHERE NOT d.key IN $visible SET d:Hidden REMOVE d:Delivery",
                Map.of("visible", visible)));
    try {
      assertEquals(before, analyse(PROVIDER, "", selection));
      assertNotEquals(everything, analyse(STEWARD, "", selection));
    } finally {
      TestDatabase.shared()
          .command(Statement.of("MATCH (d:Hidden) SET d:Delivery REMOVE d:Hidden"));
    }
  }

  @Test
  void substitutesShareContracts() {
    var provider = id("Provider", "99000012");
    var found =
        analyse(
                ANYBODY,
                "",
                "substitutes(provider: \"%s\") { provider { id } products { id } share }"
                    .formatted(provider))
            .path("substitutes");
    var products =
        ids(
            callers
                .data(
                    ANYBODY, "{ provider(by: {agb: \"99000012\"}) { contractedProducts { id } } }")
                .at("/provider/contractedProducts"));
    assertTrue(found.size() > 3, found::toString);
    for (var substitute : found) {
      assertNotEquals(provider, substitute.at("/provider/id").asText());
      assertTrue(products.containsAll(ids(substitute.path("products"))));
      assertEquals(
          (double) substitute.path("products").size() / products.size(),
          substitute.path("share").asDouble());
    }
    var refused =
        callers.ask(
            ANYBODY,
            "{ networkAnalysis { substitutes(provider: \"%s\") { share } } }"
                .formatted(id("Provider", "00000000")));
    assertEquals("BAD_USER_INPUT", refused.code(), refused::body);
  }
}
