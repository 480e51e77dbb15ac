package nl.jeugdgraaf.property.visible;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.audit.AuditKeys;
import nl.jeugdgraaf.audit.AuditLog;
import nl.jeugdgraaf.audit.AuditVerification;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.limits.LenientLimits;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.property.EngineAnswers;
import nl.jeugdgraaf.property.GraphWriter;
import nl.jeugdgraaf.property.visible.VisibleRound.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a caller may not see makes no difference: over the whole graph the engine answers as the
/// reference does over the part that the caller may see, or refuses what nobody of the role sees.
/// And whoever makes a difference is in the audit log.
///
/// A round is for one role; `-Dvisible.rounds`, `.graphs`, `.operations`, `.organisations` and
/// `.days` say how much is drawn, and `-Dvisible.seed` from which seed on; a failure names its
/// seed.
@EmptiesDatabase
class AnswersEqualVisibleGraphTest {
  private static final int ROUNDS = Integer.getInteger("visible.rounds", 14);
  private static final int GRAPHS = Integer.getInteger("visible.graphs", 3);
  private static final int OPERATIONS = Integer.getInteger("visible.operations", 2);
  private static final int ORGANISATIONS = Integer.getInteger("visible.organisations", 2);
  private static final int DAYS = Integer.getInteger("visible.days", 3);
  private static final long SEED = Long.getLong("visible.seed", 1);
  private static final int PROGRESS_EACH = 10;
  private static final int FAILURES_MAX = Integer.getInteger("visible.failures", 1);

  @TempDir private Path folder;

  private final ApiSchema api = ApiSchema.builtIn();
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));

  @Test
  void hiddenMakesNoDifferenceWhereOperationsStartAtPersons() {
    check(new VisibleRound(api.model(), today, VisibleRound.AT_PERSONS), LenientLimits.SHARING);
  }

  @Test
  void hiddenMakesNoDifferenceWhereOperationsStartAtOthers() {
    check(new VisibleRound(api.model(), today, VisibleRound.AT_OTHERS), LenientLimits.LENIENT);
  }

  private void check(VisibleRound rounds, Limits limits) {
    var keys = AuditKeys.readOrCreate(folder);
    try (var log = AuditLog.open(folder, keys, "test")) {
      check(
          rounds, EngineAnswers.recorded(Planner.of(api), TestDatabase.constrained(), log, limits));
    }
    var verified = AuditVerification.verify(folder, keys.publicKey(), Optional.empty());
    assertInstanceOf(AuditVerification.Intact.class, verified);
  }

  private void check(VisibleRound rounds, EngineAnswers engine) {
    var size = new Size(GRAPHS, OPERATIONS, ORGANISATIONS, DAYS);
    var failures = new ArrayList<String>();
    for (long seed = SEED; seed < SEED + ROUNDS && failures.size() < FAILURES_MAX; seed++) {
      long now = seed;
      rounds
          .first(seed, size, engine)
          .ifPresent(failing -> failures.add(report(rounds, now, failing, engine)));
      if ((seed - SEED) % PROGRESS_EACH == PROGRESS_EACH - 1) {
        System.out.println("up to seed " + seed + ": " + rounds.tally());
      }
    }
    GraphWriter.clear(engine.bolt());
    var summary = "visible.seed=" + SEED + ": " + rounds.tally();
    System.out.println(summary);
    assertTrue(failures.isEmpty(), () -> summary + "\n" + String.join("\n\n", failures));
    assertTrue(rounds.tally().late <= rounds.tally().cases / 100, summary);
  }

  private String report(
      VisibleRound rounds, long seed, VisibleRound.Case failing, EngineAnswers engine) {
    var before = rounds.difference(failing, engine).orElse("not wrong any more");
    var least = rounds.smallest(failing, engine);
    return """
    seed %d, today %s: %s
    %s
    The smallest that is wrong, graph and operation:
    %s
    %s
    %s
    """
        .formatted(
            seed,
            today,
            failing.text(),
            before,
            least.graph().text(),
            least.text(),
            rounds.difference(least, engine).orElse("not wrong any more"));
  }
}
