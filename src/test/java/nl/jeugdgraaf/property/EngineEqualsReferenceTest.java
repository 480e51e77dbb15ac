package nl.jeugdgraaf.property;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.property.draw.Operation;
import nl.jeugdgraaf.property.draw.RandomGraph;
import nl.jeugdgraaf.property.draw.RandomOperation;
import nl.jeugdgraaf.property.draw.RandomSource;
import nl.jeugdgraaf.property.draw.Shrinker;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.Reference;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;

/// The engine's answer is that of graphql-java's own execution over the same graph, for every graph
/// and operation, and takes one statement.
///
/// `-Dproperty.graphs`, `-Dproperty.operations` and `-Dproperty.seed` set how many cases are drawn,
/// and from which seed on; a failure names its seed. After `-Dproperty.failures` failures it stops.
/// `-Dproperty.shrinkSeconds` is how long each step of making a failure small may take.
@EmptiesDatabase
class EngineEqualsReferenceTest {
  private static final int GRAPHS = Integer.getInteger("property.graphs", 7);
  private static final int OPERATIONS = Integer.getInteger("property.operations", 15);
  private static final int SHARING = Integer.getInteger("property.sharing", 2);
  private static final int SHARING_OPERATIONS = 40;
  private static final long SEED = Long.getLong("property.seed", 1);
  private static final int FAILURES_MAX = Integer.getInteger("property.failures", 1);

  private static final int OPERATIONS_MAX = 100_000;

  private final Model model = SchemaReader.read(SchemaFile.builtIn());

  private final ApiSchema api = ApiSchema.of(model);
  private final Reference reference = new Reference(model, api.text());
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
  private final List<String> failures = new ArrayList<>();

  @Test
  void everyAnswerIsThatOfTheReference() {
    var bolt = TestDatabase.constrained();
    var engine = EngineAnswers.over(Planner.of(api), bolt);
    for (long seed = SEED; seed < SEED + GRAPHS && failures.size() < FAILURES_MAX; seed++) {
      var graph = RandomGraph.of(model, seed, today);
      GraphWriter.write(graph, bolt);
      for (int i = 0; i < OPERATIONS && failures.size() < FAILURES_MAX; i++) {
        var operation =
            RandomOperation.of(reference.schema(), model, graph, seed * OPERATIONS_MAX + i);
        check(seed, graph, operation, engine);
        if (!operation.variables().isEmpty()) {
          var other = operation.withOtherValues(new RandomSource(seed));
          check(seed, graph, other, engine);
        }
      }
    }
    GraphWriter.clear(bolt);
    assertTrue(failures.isEmpty(), () -> String.join("\n\n", failures));
  }

  @Test
  void aSharedStatementAsksWhatIsGiven() {
    var bolt = TestDatabase.constrained();
    var engine = EngineAnswers.sharing(Planner.of(api), bolt);
    for (long seed = SEED; seed < SEED + SHARING && failures.size() < FAILURES_MAX; seed++) {
      var graph = RandomGraph.of(model, seed, today);
      GraphWriter.write(graph, bolt);
      var draw = new RandomSource(seed);
      for (int i = 0; i < SHARING_OPERATIONS && failures.size() < FAILURES_MAX; i++) {
        var operation =
            RandomOperation.of(reference.schema(), model, graph, seed * OPERATIONS_MAX + i);
        if (!operation.withoutSomeConditions(draw).equals(operation)) {
          check(seed, graph, operation, engine);
          check(seed, graph, operation.withoutSomeConditions(draw), engine);
          check(seed, graph, operation.withoutSomeConditions(draw), engine);
        }
      }
    }
    GraphWriter.clear(bolt);
    assertTrue(failures.isEmpty(), () -> String.join("\n\n", failures));
  }

  private void check(long seed, Graph graph, Operation operation, EngineAnswers engine) {
    var expected = reference.answer(operation, graph);
    var difference = expected.difference(engine.answer(operation));
    if (difference.isEmpty()) {
      return;
    }
    var small = smaller(graph, operation, engine);
    GraphWriter.write(small, engine.bolt());
    var smallest =
        new Shrinker(reference.schema())
            .operation(operation, smaller -> differs(smaller, small, engine));
    var least = smaller(small, smallest, engine);
    GraphWriter.write(least, engine.bolt());
    var report =
        """
        seed %d: a graph of %d nodes and %d relationships, and
        %s
        %s
        The smallest that fails, graph and operation:
        %s
        %s
        expected %s
        actual   %s
        """
            .formatted(
                seed,
                graph.nodes().size(),
                graph.edges().size(),
                operation.text(),
                difference.get(),
                least.text(),
                smallest.text(),
                reference.answer(smallest, least),
                engine.answer(smallest));
    failures.add(report);
    GraphWriter.write(graph, engine.bolt());
  }

  private Graph smaller(Graph graph, Operation operation, EngineAnswers engine) {
    return new Shrinker(reference.schema())
        .graph(
            graph,
            smaller -> {
              GraphWriter.write(smaller, engine.bolt());
              return differs(operation, smaller, engine);
            });
  }

  private boolean differs(Operation operation, Graph graph, EngineAnswers engine) {
    var expected = reference.answer(operation, graph);
    return expected.isPromise() && expected.difference(engine.answer(operation)).isPresent();
  }
}
