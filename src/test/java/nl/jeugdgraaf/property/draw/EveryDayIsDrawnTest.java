package nl.jeugdgraaf.property.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.property.ModelChange;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.Reference;
import nl.jeugdgraaf.property.reference.ReferenceId;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Days are asked in every way that there is, and decide something in what is drawn: a reference
/// that does not know how gives other answers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryDayIsDrawnTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 27);
  private static final int OPERATIONS_MAX = 600;
  private static final Pattern ID = Pattern.compile("ids?: \\[?\"([A-Za-z0-9_-]+)\"");

  private final Model model = SchemaReader.read(SchemaFile.builtIn());
  private final String text = ApiSchema.of(model).text();
  private final Reference reference = new Reference(model, text);

  @Test
  void everyWayToAskADayIsDrawn() {
    var missing =
        Stream.of(
                "asOf: \"", "asOf: \\$", "asOf: null", "history: true", "history: \\$", "id", "id@")
            .collect(Collectors.toCollection(HashSet::new));
    for (long seed = 1; seed <= OPERATIONS_MAX && !missing.isEmpty(); seed++) {
      var graph = RandomGraph.of(model, seed, TODAY);
      var document = RandomOperation.of(reference.schema(), model, graph, seed).document();
      missing.removeIf(way -> Pattern.compile(way).matcher(document).find() && !way.contains("id"));
      ID.matcher(document)
          .results()
          .map(found -> ReferenceId.day(found.group(1)).isPresent() ? "id@" : "id")
          .forEach(missing::remove);
    }
    assertEquals(Set.of(), missing);
  }

  @ParameterizedTest
  @EnumSource
  void everyUseOfADayMakesADifference(ModelChange change) {
    var wrong = change.of(model);
    var other = new Reference(wrong, text);
    // Odd seeds start at nodes of which something depends on the day.
    for (long seed = 1; seed < 2 * OPERATIONS_MAX; seed += 2) {
      var graph = RandomGraph.of(model, seed, TODAY);
      var operation = RandomOperation.of(reference.schema(), model, graph, seed);
      var changed = graph.withNodes(node -> typed(node, wrong));
      if (!reference.answer(operation, graph).equals(other.answer(operation, changed))) {
        return;
      }
    }
    fail(change + " made no difference in " + OPERATIONS_MAX + " operations");
  }

  private static Graph.Node typed(Graph.Node node, Model model) {
    return new Graph.Node(node.number(), model.node(node.type().name()), node.properties());
  }
}
