package nl.jeugdgraaf.networkanalysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.alg.clustering.GreedyModularityAlgorithm;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.AsUnweightedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/// What is measured of a network. Equal networks have equal measures.
///
/// @param actors measures of each actor, in the order of the network
/// @param communities how many groups have more ties inside than chance would give
/// @param components how many parts have no tie to another
record NetworkMeasures(List<ActorMeasures> actors, int communities, int components) {
  /// Actors times ties that betweenness may cost.
  private static final long COST_MAX = 20_000_000;

  private static final double SIZE = 1_000;

  /// Each round moves each actor away from each other.
  private static final int LAYOUT_ROUNDS_MAX = 100;

  private static final int LAYOUT_COST_MAX = 40_000_000;

  /// Measures of one actor.
  ///
  /// @param centrality how central it is
  /// @param community number of its community, the largest first
  /// @param component number of its component, the largest first
  /// @param cutPoint whether its component falls apart without it
  /// @param position where to draw it
  record ActorMeasures(
      Centrality centrality, int community, int component, boolean cutPoint, Position position) {}

  /// How central an actor is.
  ///
  /// @param degree number of ties
  /// @param weightedDegree sum of the weights of its ties
  /// @param betweenness part of the shortest paths between others that pass it, weights left aside,
  ///   from 0 to 1 (Freeman, 1977; Brandes, 2001)
  /// @param pageRank from 0 to 1, all together 1, by weights, damping 0.85 (Brin and Page, 1998)
  record Centrality(int degree, int weightedDegree, double betweenness, double pageRank) {}

  /// Where to draw an actor.
  ///
  /// @param x from 0 to 1000
  /// @param y from 0 to 1000
  record Position(double x, double y) {}

  /// Measures a network.
  ///
  /// @param network the network
  /// @return its measures
  /// @throws nl.jeugdgraaf.problem.ProblemException `LIMIT_EXCEEDED` if that would take too long
  static NetworkMeasures of(Network network) {
    var size = network.actors().size();
    if ((long) size * network.ties().size() > COST_MAX) {
      throw Network.tooLarge(
          "The network has %d actors and %d ties, which is too much to measure at once."
              .formatted(size, network.ties().size()));
    }
    var graph = graph(network);
    if (size == 0) {
      return new NetworkMeasures(List.of(), 0, 0);
    }
    var betweenness = new BetweennessCentrality<>(new AsUnweightedGraph<>(graph)).getScores();
    var pairsOfOthers = Math.max(1, (size - 1) * (size - 2) / 2);
    var ranks = new PageRank<>(graph).getScores();
    var connected = new ConnectivityInspector<>(graph).connectedSets();
    var components = numbered(connected);
    var communities = numbered(communities(graph, connected));
    var cutPoints = new BiconnectivityInspector<>(graph).getCutpoints();
    var positions = layout(graph);
    var actors = new ArrayList<ActorMeasures>();
    for (int place = 0; place < size; place++) {
      var centrality =
          new Centrality(
              graph.degreeOf(place),
              (int)
                  graph.edgesOf(place).stream().mapToDouble(graph::getEdgeWeight).sum(),
              betweenness.get(place) / pairsOfOthers,
              ranks.get(place));
      actors.add(
          new ActorMeasures(
              centrality,
              communities.get(place),
              components.get(place),
              cutPoints.contains(place),
              positions.get(place)));
    }
    return new NetworkMeasures(
        List.copyOf(actors), count(communities), count(components));
  }

  /// {@return the graph of a network; its vertices are the places of the actors}
  ///
  /// @param network the network
  static Graph<Integer, DefaultWeightedEdge> graph(Network network) {
    var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    for (int place = 0; place < network.actors().size(); place++) {
      graph.addVertex(place);
    }
    for (var tie : network.ties()) {
      graph.setEdgeWeight(graph.addEdge(tie.first(), tie.second()), tie.weight());
    }
    return graph;
  }

  /// Greedy optimisation of modularity (Clauset, Newman and Moore, 2004), of each component by
  /// itself.
  private static List<Set<Integer>> communities(
      Graph<Integer, DefaultWeightedEdge> graph, List<Set<Integer>> components) {
    return components.stream()
        .flatMap(component ->
            component.size() == 1
                ? Stream.of(component)
                : new GreedyModularityAlgorithm<>(new AsSubgraph<>(graph, component))
                    .getClustering().getClusters().stream())
        .toList();
  }

  /// Numbers sets, the largest first, then that of the first actor.
  private static Map<Integer, Integer> numbered(List<Set<Integer>> sets) {
    var ordered = new ArrayList<>(sets);
    ordered.sort(
        Comparator.<Set<Integer>>comparingInt(set -> -set.size())
            .thenComparingInt(set -> set.stream().mapToInt(it -> it).min().orElse(0)));
    var numbers = new HashMap<Integer, Integer>();
    for (int number = 0; number < ordered.size(); number++) {
      for (var place : ordered.get(number)) {
        numbers.put(place, number + 1);
      }
    }
    return numbers;
  }

  private static int count(Map<Integer, Integer> numbers) {
    return numbers.values().stream().mapToInt(it -> it).max().orElse(0);
  }

  /// Force-directed (Fruchterman and Reingold, 1991), from positions that are the same each time.
  private static Map<Integer, Position> layout(Graph<Integer, DefaultWeightedEdge> graph) {
    var model = new MapLayoutModel2D<Integer>(Box2D.of(SIZE, SIZE));
    var size = graph.vertexSet().size();
    new FRLayoutAlgorithm2D<Integer, DefaultWeightedEdge>(
            Math.clamp(LAYOUT_COST_MAX / ((long) size * size), 1, LAYOUT_ROUNDS_MAX),
            FRLayoutAlgorithm2D.DEFAULT_NORMALIZATION_FACTOR,
            new Random(1))
        .layout(graph, model);
    var positions = new HashMap<Integer, Position>();
    for (var place : graph.vertexSet()) {
      Point2D point = model.get(place);
      positions.put(place, new Position(point.getX(), point.getY()));
    }
    return positions;
  }
}
