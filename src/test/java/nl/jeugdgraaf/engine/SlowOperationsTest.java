package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.jeugdgraaf.ListenedLog;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.audit.AuditEntry.Outcome;
import nl.jeugdgraaf.digest.Sha256;
import nl.jeugdgraaf.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The log tells which operations are slow, and nothing of what they ask or of whom.
class SlowOperationsTest {
  private static final ApiSchema SCHEMA = ApiSchema.builtIn();
  private static final Policy POLICY = new Policy(SCHEMA.access(), true);

  private static final String DOCUMENT =
      "query LookForPieterVeenstra($name: String!) {"
          + " veenstra: providers(where: {name: {contains: $name}}) { pieter: name } }";

  private final Engine engine =
      new Engine(
          Planner.of(SCHEMA),
          TestDatabase.shared(),
          new Protection(POLICY::of, new RecordingAudit(new ArrayList<>()), TestDatabase.CURSORS),
          Limits.DEFAULT);
  @RegisterExtension final ListenedLog log = new ListenedLog(SlowOperations.class.getName());

  private List<String> linesAfter(Duration took) {
    var request =
        new Request(DOCUMENT, "", Map.of("name", "Pieter Veenstra"), false, Caller.NOBODY);
    SlowOperations.log(request, engine.start(request), Outcome.ABORTED, took);
    return log.lines();
  }

  @Test
  void theLineHasNoValueAndNoNameThatAClientChose() {
    var lines = linesAfter(Duration.ofMillis(2_345));
    assertEquals(1, lines.size());
    var expected =
        Pattern.compile(
            "Slow operation: 2345 ms, outcome ABORTED, document "
                + Sha256.hex(DOCUMENT.getBytes(StandardCharsets.UTF_8))
                + ", role none, estimated to read [0-9]+, statement of [0-9]+ characters");
    assertTrue(expected.matcher(lines.getFirst()).matches(), lines::getFirst);
  }

  @Test
  void whatIsNotSlowIsNotLogged() {
    assertEquals(List.of(), linesAfter(Duration.ofMillis(1_999)));
  }
}
