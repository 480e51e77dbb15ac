package nl.jeugdgraaf.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.ParseAndValidate;
import graphql.ExecutionInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.schema.ApiSchema;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;

class RandomOperationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 27);
  private final Model model = SchemaReader.read(SchemaFile.builtIn());
  private final Reference reference = new Reference(model, ApiSchema.of(model).text());

  @Test
  void everyDrawnOperationIsValidAndSurvivesTheReference() {
    long bytes = 0;
    for (long seed = 1; seed <= 300; seed++) {
      var graph = RandomGraph.of(model, seed, TODAY);
      var operation = RandomOperation.of(reference.schema(), model, graph, seed);
      var input =
          ExecutionInput.newExecutionInput(operation.document()).build();
      var checked = ParseAndValidate.parseAndValidate(reference.schema(), input);
      assertEquals(List.of(), checked.getErrors(), operation::text);
      var outcome = reference.answer(operation, graph);
      System.out.println(seed + " nodes " + graph.nodes().size() + " edges " + graph.edges().size() + " doc " + operation.document().length() + " data " + outcome.data().length() + " errors " + outcome.errors());
      if (seed < 10) System.out.println(operation.text() + "\n" + outcome.data());
    }
  }
}
