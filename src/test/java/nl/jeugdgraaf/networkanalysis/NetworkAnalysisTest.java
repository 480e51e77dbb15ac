package nl.jeugdgraaf.networkanalysis;

import static nl.jeugdgraaf.SeededCallers.ANALYST;
import static nl.jeugdgraaf.SeededCallers.MUNICIPALITY;
import static nl.jeugdgraaf.SeededCallers.PROVIDER;
import static nl.jeugdgraaf.SeededCallers.SCHOOL;
import static nl.jeugdgraaf.SeededCallers.STEWARD;
import static nl.jeugdgraaf.SeededCallers.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.jeugdgraaf.SeededCallers;
import nl.jeugdgraaf.access.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Analyses of the project's own seed, over HTTP.
class NetworkAnalysisTest {
  private static final String PROVIDER_12 = id("Provider", "99000012");

  private static SeededCallers callers;

  @BeforeAll
  static void start() {
    callers = new SeededCallers();
  }

  @AfterAll
  static void stop() {
    callers.close();
  }

  private static JsonNode analyse(Caller caller, String selection) {
    return callers
        .data(caller, "{ networkAnalysis { " + selection + " } }")
        .path("networkAnalysis");
  }

  private static JsonNode network(Caller caller, String kind) {
    return analyse(
            caller,
            "network(of: %s) { on published suppressed communities components actors { id name degree weightedDegree betweenness pageRank community component cutPoint x y } ties { first second weight } }"
                .formatted(kind))
        .path("network");
  }

  /// Ties by the ids of both, worked out from a list of actors.
  private static Map<Set<String>, Integer> shared(Map<String, Set<String>> actors) {
    var ties = new java.util.HashMap<Set<String>, Integer>();
    actors.forEach((one, ours) -> actors.forEach((other, theirs) -> {
      var both = new TreeSet<>(ours);
      both.retainAll(theirs);
      if (!one.equals(other) && !both.isEmpty()) {
        ties.put(Set.of(one, other), both.size());
      }
    }));
    return ties;
  }

  private static Map<Set<String>, Integer> ties(JsonNode network) {
    var ties = new java.util.HashMap<Set<String>, Integer>();
    network.path("ties").forEach(tie ->
        ties.put(
            Set.of(tie.path("first").asText(), tie.path("second").asText()),
            tie.path("weight").asInt()));
    return ties;
  }

  @Test
  void whoHasNoTokenSeesWhoIsContractedForTheSame() {
    var anybody = new Caller("", "", "", "", "");
    var providers = callers.data(anybody, "{ providers { id contractedProducts { id } } }");
    var actors = new TreeMap<String, Set<String>>();
    providers.path("providers").forEach(provider -> {
      var products = new TreeSet<String>();
      provider.path("contractedProducts").forEach(it -> products.add(it.path("id").asText()));
      actors.put(provider.path("id").asText(), products);
    });
    var found = network(anybody, "CONTRACTS");
    assertEquals(shared(actors), ties(found));
    assertFalse(found.path("published").asBoolean());
    assertTrue(found.path("actors").size() > 10, found::toString);
    System.out.println(found.toString().substring(0, 600));
    System.out.println(analyse(anybody, "singlePointsOfFailure { provider { name } products { name } coverage { segment { name } municipality { name } providerCount } } concentration { segment { name } hhi providers }"));
    System.out.println(analyse(anybody, "coverage { segment { name } municipality { name } providerCount productCount }").toString().substring(0, 600));
    System.out.println(analyse(ANALYST, "concentration(of: DELIVERIES) { segment { name } municipality { name } hhi hhiMax providers }"));
    System.out.println(analyse(STEWARD, "concentration(of: DELIVERIES) { segment { name } municipality { name } hhi hhiMax providers }"));
    for (var caller : java.util.List.of(anybody, ANALYST, STEWARD, MUNICIPALITY, PROVIDER, SCHOOL)) {
      System.out.println(caller.role() + callers.ask(caller, "{ networkAnalysis { whatIf(provider: \"%s\") { youths { value suppressed on published } lostProducts { name } lostCoverage { segment { name } } substitutes { provider { name } share } nextSinglePoints { provider { name } products { name } } } network(of: DELIVERIES) { on published suppressed communities ties { weight} } } }".formatted(PROVIDER_12)).body().substring(0, 300));
    }
  }
}
