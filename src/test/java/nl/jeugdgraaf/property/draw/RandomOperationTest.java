package nl.jeugdgraaf.property.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import java.time.LocalDate;
import java.util.List;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.property.reference.Reference;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomOperationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 27);
  private static final int OPERATIONS = 300;

  private final Model model = SchemaReader.read(SchemaFile.builtIn());
  private final Reference reference = new Reference(model, ApiSchema.of(model).text());

  @Test
  void everyOperationIsValidAndWithinTheLimits() {
    for (long seed = 1; seed <= OPERATIONS; seed++) {
      var graph = RandomGraph.of(model, seed, TODAY);
      var operation = RandomOperation.of(reference.schema(), model, graph, seed);
      var input = ExecutionInput.newExecutionInput(operation.document()).build();
      var checked = ParseAndValidate.parseAndValidate(reference.schema(), input);
      assertEquals(List.of(), checked.getErrors(), operation::text);
      assertTrue(
          operation.document().length() < Limits.DEFAULT.document().charactersMax(),
          operation::text);
    }
  }

  @Test
  void theSameSeedGivesTheSameOperation() {
    var graph = RandomGraph.of(model, 7, TODAY);
    assertEquals(graph.text(), RandomGraph.of(model, 7, TODAY).text());
    assertEquals(
        RandomOperation.of(reference.schema(), model, graph, 7),
        RandomOperation.of(reference.schema(), model, graph, 7));
  }

  @Test
  void mostAnswersSaySomethingAndTheReferenceAlwaysHasOne() {
    int telling = 0;
    for (long seed = 1; seed <= OPERATIONS; seed++) {
      var graph = RandomGraph.of(model, seed, TODAY);
      var operation = RandomOperation.of(reference.schema(), model, graph, seed);
      var outcome = reference.answer(operation, graph);
      assertTrue(outcome.isPromise(), () -> operation.text() + "\n" + outcome.errors());
      telling += outcome.data().length() > 80 || !outcome.errors().isEmpty() ? 1 : 0;
    }
    assertTrue(telling > OPERATIONS / 2, telling + " of " + OPERATIONS + " answers say something");
  }
}
