package nl.jeugdgraaf.property;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.property.draw.DecidingDays;
import nl.jeugdgraaf.property.draw.ExcludedFeatures;
import nl.jeugdgraaf.property.draw.Operation;
import nl.jeugdgraaf.property.draw.RandomGraph;
import nl.jeugdgraaf.property.draw.RandomOperation;
import nl.jeugdgraaf.property.draw.RandomSource;
import nl.jeugdgraaf.property.reference.AskedDay;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.GraphOnDay;
import nl.jeugdgraaf.property.reference.Reference;
import nl.jeugdgraaf.property.reference.RelatedNodes;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;

/// Two things are shown of everything that can be asked on one day, which is a day before or after
/// today.
///
/// - What is not there on the day makes no difference: neither nodes whose first day is later, nor
///   relationships that do not count on the day. The graph without them is asked on the same day,
///   so that states are those of the same day.
/// - Of the days that decide what a node is, only on which side of the day they lie makes a
///   difference. In the second graph each of them has moved, but none across the day: what comes
///   later comes at another time, and so does what came before. Operations that show, or compare,
///   such days themselves are left out. So nothing that happens after the day is seen on it,
///   neither by a node that will begin, nor by one that will end, nor by a state that will change.
///
/// `-Dcut.graphs`, `-Dcut.operations` and `-Dcut.seed` set how many cases are drawn, and from which
/// seed on; a failure names its seed.
@EmptiesDatabase
class AsOfEqualsCutGraphTest {
  private static final int GRAPHS = Integer.getInteger("cut.graphs", 2);
  private static final int OPERATIONS = Integer.getInteger("cut.operations", 10);
  private static final long SEED = Long.getLong("cut.seed", 1);
  private static final int OPERATIONS_MAX = 100_000;

  private final Model model = SchemaReader.read(SchemaFile.builtIn());
  private final ApiSchema api = ApiSchema.of(model);
  private final Reference reference = new Reference(model, api.text());
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
  private final List<String> failures = new ArrayList<>();

  /// How a graph is changed without changing what is asked of it on a day.
  private interface Change {
    Graph of(Graph graph, LocalDate day, RandomSource draw);
  }

  @Test
  void whatIsNotThereOnTheDayMakesNoDifference() {
    check(Set.of(), (graph, day, _) -> cut(graph, day));
  }

  @Test
  void onlyWhetherADayHasComeMakesADifference() {
    check(Set.of(ExcludedFeatures.DECIDING_DAYS), this::moved);
  }

  private void check(Set<ExcludedFeatures> without, Change change) {
    var bolt = TestDatabase.constrained();
    var engine = EngineAnswers.over(Planner.of(api), bolt);
    for (long seed = SEED; seed < SEED + GRAPHS && failures.isEmpty(); seed++) {
      var graph = RandomGraph.of(model, seed, today);
      var draw = new RandomSource(seed);
      var day = today.plusDays(draw.between(-5, 5));
      var operations = operations(graph, seed, day, without);
      GraphWriter.write(graph, bolt);
      var whole = operations.stream().map(engine::answer).toList();
      var changed = change.of(graph, day, draw);
      GraphWriter.write(changed, bolt);
      for (int i = 0; i < operations.size(); i++) {
        var operation = operations.get(i);
        whole
            .get(i)
            .difference(engine.answer(operation))
            .ifPresent(difference ->
                failures.add(
                    String.join("\n", operation.text(), difference, graph.text(), changed.text())));
      }
    }
    GraphWriter.clear(bolt);
    assertTrue(failures.isEmpty(), () -> String.join("\n\n", failures));
  }

  private List<Operation> operations(
      Graph graph, long seed, LocalDate day, Set<ExcludedFeatures> without) {
    var source = RandomOperation.Source.of(reference.schema(), model, graph);
    var operations = new ArrayList<Operation>();
    for (int i = 0; i < OPERATIONS; i++) {
      operations.add(RandomOperation.onDay(source, seed * OPERATIONS_MAX + i, day, without));
    }
    return operations;
  }

  private Graph cut(Graph graph, LocalDate day) {
    var links = new RelatedNodes(model, graph);
    var view = new GraphOnDay(links, new AskedDay(day, true), true);
    var gone = new LinkedHashSet<Graph.Edge>();
    for (var edge : graph.edges()) {
      if (!view.counts(edge, links.typeOf(edge))) {
        gone.add(edge);
      }
    }
    var absent = new LinkedHashSet<>(graph.nodes());
    view.nodes().forEach(absent::remove);
    return graph.withoutEdges(gone).withoutNodes(absent);
  }

  private Graph moved(Graph graph, LocalDate day, RandomSource draw) {
    var nodes = new LinkedHashMap<Graph.Node, Graph.Node>();
    for (var node : graph.nodes()) {
      var properties = new LinkedHashMap<>(node.properties());
      for (var name : DecidingDays.of(node.type())) {
        properties.computeIfPresent(
            node.type().attribute(name).property(),
            (_, stored) -> stored instanceof LocalDate old ? moved(old, day, draw) : stored);
      }
      nodes.put(node, new Graph.Node(node.number(), node.type(), properties));
    }
    return graph.withNodes(nodes::get);
  }

  private static LocalDate moved(LocalDate old, LocalDate day, RandomSource draw) {
    return old.isAfter(day) ? day.plusDays(draw.between(1, 9)) : day.minusDays(draw.between(0, 9));
  }
}
