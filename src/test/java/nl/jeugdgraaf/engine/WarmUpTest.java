package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Documents that are known before anybody asks.
class WarmUpTest {
  private static final ApiSchema SCHEMA = ApiSchema.builtIn();
  private static final Policy POLICY = new Policy(SCHEMA.access(), true);

  private final RecordingAudit taken = new RecordingAudit(new ArrayList<>());
  private final Engine engine =
      new Engine(
          Planner.of(SCHEMA),
          TestDatabase.shared(),
          new Protection(POLICY::of, taken, TestDatabase.CURSORS),
          Limits.DEFAULT);
  private final WarmUp warmUp = new WarmUp(engine, SCHEMA.access());

  @BeforeAll
  static void seed() {
    TestDatabase.seeded();
  }

  /// Each role without a purpose and with each of its purposes, and nobody.
  private static int kinds() {
    return 1
        + SCHEMA.access().roles().values().stream()
            .mapToInt(role -> 1 + role.purposes().size())
            .sum();
  }

  @Test
  void whatIsPublicIsPlannedForAll() {
    assertEquals(
        kinds(),
        warmUp.run(
            List.of(
                "query Q($by: ProviderBy!, $day: Date!) {"
                    + " provider(by: $by, asOf: $day) { name } }")));
  }

  /// Only for those who may ask it, with a value made up for what it needs; nothing is recorded,
  /// since nobody sees it.
  @Test
  void dataOfPersonsIsPlannedForThoseWhoMaySeeIt() {
    var runs = warmUp.run(List.of("query Q($key: ID!) { youth(by: {key: $key}) { name } }"));
    assertTrue(runs > 5 && runs < kinds() - SCHEMA.access().roles().size(), () -> runs + " runs");
    assertEquals(List.of(), taken.entries());
  }

  @Test
  void whatWasWarmedIsKnownWhenSomebodyAsks() throws IOException {
    try (var metrics = new Metrics()) {
      engine.measure(metrics);
      var document = "query Q($day: Date!) { segments(asOf: $day) { code } }";
      warmUp.run(List.of(document));
      var planned = gets(metrics, "operations", "miss");
      assertEquals(0, gets(metrics, "operations", "hit"));
      engine.answer(
          new Request(document, "", Map.of("day", "2026-01-01"), false, Caller.NOBODY),
          OutputStream.nullOutputStream());
      assertEquals(planned, gets(metrics, "operations", "miss"));
      assertEquals(1, gets(metrics, "operations", "hit"));
      assertEquals(1, gets(metrics, "documents", "miss"));
    }
  }

  private static double gets(Metrics metrics, String cache, String result) {
    var series = "cache_gets_total{cache=\"%s\",result=\"%s\"} ".formatted(cache, result);
    return metrics
        .text()
        .lines()
        .filter(line -> line.startsWith(series))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
        .sum();
  }

  @Test
  void aDocumentThatDoesNotFitIsNamed() {
    var documents = Map.of("Broken", "{ providers { shoeSize } }");
    var problem = assertThrows(ProblemException.class, () -> warmUp.check(documents)).problems();
    assertEquals(Code.STARTUP_FAILED, problem.getFirst().code());
    assertTrue(problem.getFirst().message().startsWith("Trusted document Broken: "));
  }
}
