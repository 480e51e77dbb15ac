package nl.jeugdgraaf.networkanalysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads the answers to analyses.
final class AnswerReader {
  private AnswerReader() {}

  static Set<String> ids(JsonNode nodes) {
    var ids = new TreeSet<String>();
    nodes.findValues("id").forEach(id -> ids.add(id.asText()));
    return ids;
  }

  /// Returns how much each two share, by the ids of both.
  static Map<Set<String>, Integer> shared(Map<String, Set<String>> actors) {
    var ties = new HashMap<Set<String>, Integer>();
    actors.forEach((one, ours) ->
        actors.forEach((other, theirs) -> {
          var both = new TreeSet<>(ours);
          both.retainAll(theirs);
          if (!one.equals(other) && !both.isEmpty()) {
            ties.put(Set.of(one, other), both.size());
          }
        }));
    return ties;
  }

  static Map<Set<String>, Integer> ties(JsonNode network) {
    var ties = new HashMap<Set<String>, Integer>();
    network
        .path("ties")
        .forEach(tie ->
            ties.put(
                Set.of(tie.path("first").asText(), tie.path("second").asText()),
                tie.path("weight").asInt()));
    return ties;
  }

  static String path(JsonNode response) {
    var path = new StringBuilder();
    response.at("/errors/0/path").forEach(key -> path.append('/').append(key.asText()));
    return path.toString();
  }

  static Set<String> uncovered(JsonNode analysis) {
    var uncovered = new TreeSet<String>();
    analysis.path("coverage").forEach(it -> uncovered.addAll(ids(it.path("uncovered"))));
    return uncovered;
  }

  static long gaps(JsonNode analysis) {
    var gaps = 0;
    for (var place : analysis.path("coverage")) {
      gaps += place.path("providerCount").asInt() == 0 ? 1 : 0;
    }
    return gaps;
  }

  static Set<String> single(JsonNode analysis) {
    var products = new TreeSet<String>();
    var points =
        analysis.has("products") ? List.of(analysis) : analysis.path("singlePointsOfFailure");
    points.forEach(it ->
        it.path("products")
            .forEach(product ->
                products.add(it.at("/provider/id").asText() + " " + product.path("id").asText())));
    return products;
  }
}
