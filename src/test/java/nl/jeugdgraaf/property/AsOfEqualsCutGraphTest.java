package nl.jeugdgraaf.property;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.Reference;
import nl.jeugdgraaf.property.reference.RelatedNodes;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;

/// Asked on a day, a graph is as if the relationships that do not hold on the day were not there.
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

  @Test
  void whatDoesNotHoldOnTheDayIsAsIfItWereNotThere() {
    var bolt = TestDatabase.constrained();
    var engine = EngineAnswers.over(Planner.of(api), bolt);
    var failures = new ArrayList<String>();
    for (long seed = SEED; seed < SEED + GRAPHS && failures.isEmpty(); seed++) {
      var graph = RandomGraph.of(model, seed, today);
      var day = today.plusDays(new RandomSource(seed).between(-5, 5));
      var operations = operations(graph, seed, day);
      GraphWriter.write(graph, bolt);
      var whole = operations.stream().map(engine::answer).toList();
      GraphWriter.write(cut(graph, day), bolt);
      for (int i = 0; i < operations.size(); i++) {
        var operation = operations.get(i);
        whole
            .get(i)
            .difference(engine.answer(operation))
            .ifPresent(difference ->
                failures.add(operation.text() + "\n" + difference + "\n" + graph.text()));
      }
    }
    GraphWriter.clear(bolt);
    assertTrue(failures.isEmpty(), () -> String.join("\n\n", failures));
  }

  private List<Operation> operations(Graph graph, long seed, LocalDate day) {
    var operations = new ArrayList<Operation>();
    for (int i = 0; i < OPERATIONS; i++) {
      var operationSeed = seed * OPERATIONS_MAX + i;
      operations.add(RandomOperation.onDay(reference.schema(), model, graph, operationSeed, day));
    }
    return operations;
  }

  private Graph cut(Graph graph, LocalDate day) {
    var links = new RelatedNodes(model, graph);
    var gone = new LinkedHashSet<Graph.Edge>();
    for (var edge : graph.edges()) {
      if (!RelatedNodes.counts(edge, links.typeOf(edge), day)) {
        gone.add(edge);
      }
    }
    return graph.withoutEdges(gone);
  }
}
