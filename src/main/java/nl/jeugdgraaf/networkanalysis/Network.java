package nl.jeugdgraaf.networkanalysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Actors and the ties between them: an undirected weighted graph without loops.
///
/// Equal data give equal networks, so a network is also the key of what was computed from it.
///
/// @param actors in the order of their ids
/// @param ties in the order of their actors
record Network(List<NamedNode> actors, List<Tie> ties) {
  /// How many times two actors may be found together while ties are counted.
  private static final long PAIRS_MAX = 5_000_000;

  /// A tie between two actors.
  ///
  /// @param first place of the one that comes first in the list of actors
  /// @param second place of the other
  /// @param weight how many affiliations they share, at least 1
  record Tie(int first, int second, int weight) {}

  /// An actor with the ids of what it is affiliated with.
  record Affiliated(NamedNode actor, Set<String> affiliations) {}

  /// Reads actors from the answer to the document of a kind of network.
  static List<Affiliated> affiliated(JsonNode data) {
    var found = new TreeMap<String, Affiliated>();
    for (var list : data) {
      for (var actor : list) {
        var affiliations = new HashSet<String>();
        innermost(actor.path("affiliations"), affiliations);
        var node = NamedNode.of(actor);
        found.put(node.id(), new Affiliated(node, affiliations));
      }
    }
    return List.copyOf(found.values());
  }

  private static void innermost(JsonNode node, Set<String> ids) {
    if (node.isArray()) {
      node.forEach(item -> innermost(item, ids));
    } else if (node.isObject()) {
      var inner = node.properties().stream().filter(field -> field.getValue().isContainerNode());
      var objects = inner.toList();
      if (objects.isEmpty() && node.hasNonNull("id")) {
        ids.add(node.get("id").asText());
      }
      objects.forEach(field -> innermost(field.getValue(), ids));
    }
  }

  /// {@return the network in which two actors are tied by each affiliation that they share}
  ///
  /// @param actors the actors, in the order of their ids
  /// @throws ProblemException `LIMIT_EXCEEDED` if too many share too much
  static Network project(List<Affiliated> actors) {
    var members = new TreeMap<String, List<Integer>>();
    for (int place = 0; place < actors.size(); place++) {
      for (var affiliation : actors.get(place).affiliations()) {
        members.computeIfAbsent(affiliation, _ -> new ArrayList<>()).add(place);
      }
    }
    var pairs =
        members.values().stream().mapToLong(it -> (long) it.size() * (it.size() - 1) / 2).sum();
    if (pairs > PAIRS_MAX) {
      throw tooLarge("The network has too many ties to count at once.");
    }
    var weights = new TreeMap<Long, Integer>();
    for (var together : members.values()) {
      for (int i = 0; i < together.size(); i++) {
        for (int j = i + 1; j < together.size(); j++) {
          weights.merge(
              (long) together.get(i) * actors.size() + together.get(j), 1, Integer::sum);
        }
      }
    }
    var ties = new ArrayList<Tie>();
    weights.forEach((pair, weight) ->
        ties.add(new Tie((int) (pair / actors.size()), (int) (pair % actors.size()), weight)));
    return new Network(actors.stream().map(Affiliated::actor).toList(), List.copyOf(ties));
  }

  /// {@return a network of given ties}
  ///
  /// @param actors the actors, in the order of their ids
  /// @param ties the ties, in any order
  static Network of(List<NamedNode> actors, List<Tie> ties) {
    return new Network(
        List.copyOf(actors),
        ties.stream()
            .sorted(Comparator.comparingInt(Tie::first).thenComparingInt(Tie::second))
            .toList());
  }

  /// {@return the refusal of a network that is too large}
  ///
  /// @param fault a sentence that says what there is too much of
  static ProblemException tooLarge(String fault) {
    return new ProblemException(Code.LIMIT_EXCEEDED, fault + " Give a region or a segment.");
  }
}
