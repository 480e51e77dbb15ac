package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.engine.AnswerMemory.Need;
import nl.jeugdgraaf.estimate.GraphSizes;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;

/// Large answers wait for each other, and small ones for none.
class AnswerMemoryTest {
  private static final long MEGABYTE = 1_000_000;
  private static final ApiSchema SCHEMA = ApiSchema.builtIn();

  private final AnswerMemory memory = new AnswerMemory(100 * MEGABYTE, Duration.ofMillis(50));

  private static Need need(long megabytes) {
    return new Need(megabytes * MEGABYTE, 1);
  }

  private Code refused(Need need) {
    return assertThrows(ProblemException.class, () -> memory.take(need))
        .problems()
        .getFirst()
        .code();
  }

  @Test
  void whatDoesNotFitBesideOthersWaitsForThem() {
    try (var _ = memory.take(need(60))) {
      assertEquals(Code.SERVER_BUSY, refused(need(60)));
      memory.take(need(20)).close();
    }
    memory.take(need(60)).close();
  }

  @Test
  void whatNeedsAllOfItIsMadeAloneButForSmallOnes() {
    try (var _ = memory.take(need(5_000))) {
      assertEquals(Code.SERVER_BUSY, refused(need(60)));
      memory.take(need(20)).close();
    }
  }

  @Test
  void aLookUpNeedsNextToNothing() {
    var need = need("{ product(by: {key: \"GRONINGEN/45A04\"}) { code name segments { code } } }");
    assertTrue(need.bytes() < 100_000, need::toString);
    assertTrue(need.recordsAhead() > 10, need::toString);
  }

  @Test
  void listsInListsAreReadFewRecordsAhead() {
    var flat = need("{ products { code name } }");
    var nested = need("{ products { segments { products { segments { code name } } } } }");
    assertTrue(flat.recordsAhead() > nested.recordsAhead(), nested::toString);
    assertTrue(nested.bytes() < 10 * MEGABYTE, nested::toString);
  }

  /// All of it is one record, because it is the value of one field of the root.
  @Test
  void oneRowWithAllListsInsideNeedsMuch() {
    var row =
        need(
            "{ region(by: {code: \"GRONINGEN\"}) { products { segments { products { segments {"
                + " products { code name } } } } } } }");
    assertTrue(row.bytes() > 40 * MEGABYTE, row::toString);
    try (var _ = memory.take(need(60))) {
      assertEquals(Code.SERVER_BUSY, refused(row));
    }
  }

  private static Need need(String document) {
    var preparation = new Preparation(Planner.of(SCHEMA), Limits.DEFAULT);
    var request = new Request(document, "", Map.of(), false, Caller.NOBODY);
    return preparation
        .prepare(request, new Policy(SCHEMA.access(), true).of(Caller.NOBODY))
        .operation()
        .cost()
        .memory(GraphSizes.ASSUMED);
  }
}
