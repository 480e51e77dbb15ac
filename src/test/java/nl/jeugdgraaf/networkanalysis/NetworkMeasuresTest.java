package nl.jeugdgraaf.networkanalysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.jeugdgraaf.networkanalysis.Network.Affiliated;
import nl.jeugdgraaf.networkanalysis.Network.Tie;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;

/// Networks that are small enough to be worked out by hand.
class NetworkMeasuresTest {
  private static final double EXACT = 1e-9;

  /// PageRank is iterated until a round changes less than this.
  private static final double RANK = 1e-3;

  private static Network network(int actors, int[]... ties) {
    return Network.of(
        IntStream.range(0, actors).mapToObj(it -> new NamedNode("id" + it, "name" + it)).toList(),
        List.of(ties).stream().map(it -> new Tie(it[0], it[1], it[2])).toList());
  }

  private static List<Double> betweenness(Network network) {
    return NetworkMeasures.of(network).actors().stream()
        .map(it -> it.centrality().betweenness())
        .toList();
  }

  @Test
  void actorsAreTiedByEachAffiliationThatTheyShare() {
    var actors =
        List.of(
            new Affiliated(new NamedNode("a", "A"), Set.of("x", "y")),
            new Affiliated(new NamedNode("b", "B"), Set.of("x", "y", "z")),
            new Affiliated(new NamedNode("c", "C"), Set.of("z")),
            new Affiliated(new NamedNode("d", "D"), Set.of()));
    assertEquals(List.of(new Tie(0, 1, 2), new Tie(1, 2, 1)), Network.project(actors).ties());
  }

  /// In a chain of four the second is on the paths of the first to the third and to the fourth: two
  /// of the three pairs of others.
  @Test
  void betweennessIsThePartOfShortestPathsThatPass() {
    var chain = network(4, new int[] {0, 1, 5}, new int[] {1, 2, 1}, new int[] {2, 3, 9});
    var found = betweenness(chain);
    assertEquals(0, found.get(0), EXACT);
    assertEquals(2.0 / 3, found.get(1), EXACT);
    assertEquals(2.0 / 3, found.get(2), EXACT);
    assertEquals(0, found.get(3), EXACT);
    assertEquals(List.of(0.0, 0.0), betweenness(network(2, new int[] {0, 1, 1})));
  }

  /// The middle of a star with ties of weight 1 and 3: 0.05 each for nothing, then 0.85 of what
  /// comes in. The leaves give all to the middle, the middle a quarter and three quarters.
  @Test
  void pageRankFollowsWeights() {
    var star = network(3, new int[] {0, 1, 1}, new int[] {0, 2, 3});
    var ranks =
        NetworkMeasures.of(star).actors().stream().map(it -> it.centrality().pageRank()).toList();
    var middle = (0.05 + 0.85 * 2 * 0.05) / (1 - 0.85 * 0.85);
    assertEquals(middle, ranks.get(0), RANK);
    assertEquals(0.05 + 0.85 * middle / 4, ranks.get(1), RANK);
    assertEquals(0.05 + 0.85 * middle * 3 / 4, ranks.get(2), RANK);
  }

  /// Two triangles with a tie between them, and one actor alone.
  @Test
  void communitiesComponentsAndCutPointsAreFound() {
    var network =
        network(
            7,
            new int[] {0, 1, 1},
            new int[] {0, 2, 1},
            new int[] {1, 2, 1},
            new int[] {2, 3, 1},
            new int[] {3, 4, 1},
            new int[] {3, 5, 1},
            new int[] {4, 5, 1});
    var found = NetworkMeasures.of(network);
    var actors = found.actors();
    assertEquals(
        List.of(1, 1, 1, 2, 2, 2, 3),
        actors.stream().map(NetworkMeasures.ActorMeasures::community).toList());
    assertEquals(3, found.communities());
    assertEquals(
        List.of(1, 1, 1, 1, 1, 1, 2),
        actors.stream().map(NetworkMeasures.ActorMeasures::component).toList());
    assertEquals(2, found.components());
    assertEquals(
        List.of(false, false, true, true, false, false, false),
        actors.stream().map(NetworkMeasures.ActorMeasures::cutPoint).toList());
    assertEquals(3, actors.get(2).centrality().degree());
    assertEquals(3, actors.get(2).centrality().weightedDegree());
  }

  @Test
  void equalNetworksAreDrawnEquallyInsideTheirBox() {
    var one = network(5, new int[] {0, 1, 1}, new int[] {1, 2, 1}, new int[] {3, 4, 2});
    var other = network(5, new int[] {3, 4, 2}, new int[] {1, 2, 1}, new int[] {0, 1, 1});
    assertEquals(one, other);
    assertEquals(NetworkMeasures.of(one), NetworkMeasures.of(other));
    for (var actor : NetworkMeasures.of(one).actors()) {
      assertTrue(actor.position().x() >= 0 && actor.position().x() <= 1000, actor::toString);
      assertTrue(actor.position().y() >= 0 && actor.position().y() <= 1000, actor::toString);
    }
  }

  /// Of any network each actor is in one community, which lies inside its component, betweenness
  /// and ranks are parts of a whole, and it is measured again alike.
  @Test
  void measuresOfAnyNetworkAreWithinTheirBounds() {
    var random = new Random(7);
    for (int round = 0; round < 300; round++) {
      var size = 1 + random.nextInt(12);
      var ties = new TreeMap<Integer, int[]>();
      for (int tie = random.nextInt(20); tie > 0; tie--) {
        var first = random.nextInt(size);
        var second = random.nextInt(size);
        if (first < second) {
          ties.put(first * size + second, new int[] {first, second, 1 + random.nextInt(4)});
        }
      }
      var network = network(size, ties.values().toArray(int[][]::new));
      var found = NetworkMeasures.of(network);
      var components =
          found.actors().stream()
              .collect(
                  Collectors.groupingBy(
                      NetworkMeasures.ActorMeasures::community,
                      Collectors.mapping(
                          NetworkMeasures.ActorMeasures::component, Collectors.toSet())));
      assertTrue(components.values().stream().allMatch(it -> it.size() == 1), network::toString);
      var ranks = found.actors().stream().mapToDouble(it -> it.centrality().pageRank()).sum();
      assertEquals(1, ranks, RANK);
      assertTrue(betweenness(network).stream().allMatch(it -> it >= 0 && it <= 1));
      assertEquals(found, NetworkMeasures.of(network));
    }
  }

  @Test
  void nothingIsMeasuredOfNobody() {
    assertEquals(new NetworkMeasures(List.of(), 0, 0), NetworkMeasures.of(network(0)));
  }

  @Test
  void whatWouldTakeTooLongIsRefused() {
    var size = 300;
    var all =
        IntStream.range(0, size * size)
            .filter(it -> it / size < it % size)
            .mapToObj(it -> new Tie(it / size, it % size, 1))
            .toList();
    var actors =
        IntStream.range(0, 20 * size).mapToObj(it -> new NamedNode("id" + it, "")).toList();
    var large = Network.of(actors, all);
    var refused = assertThrows(ProblemException.class, () -> NetworkMeasures.of(large));
    assertEquals(Code.LIMIT_EXCEEDED, refused.problems().getFirst().code());
  }
}
