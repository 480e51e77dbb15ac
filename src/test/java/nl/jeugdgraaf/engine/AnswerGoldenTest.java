package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.clock.FixedDay;
import nl.jeugdgraaf.limits.LenientLimits;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The response to each case on the seeded database, and what is recorded of it. It is always the
/// same day.
class AnswerGoldenTest {
  private static final FixedDay TODAY = FixedDay.of(LocalDate.parse("2026-11-01"));

  @AfterAll
  static void letTimePass() {
    TODAY.close();
  }

  @BeforeAll
  static void seedTheDatabase() {
    TestDatabase.seeded();
    assertFalse(GoldenCase.UPDATE && "true".equals(System.getenv("CI")), "-Dgolden=update with CI");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nl.jeugdgraaf.engine.GoldenCase#all")
  void answersAsWrittenDown(GoldenCase golden) throws IOException {
    var bolt = TestDatabase.seeded();
    var audited = new ArrayList<AuditEntry>();
    var engine =
        new Engine(
            Planner.of(GoldenCase.SCHEMA),
            bolt,
            golden.protection(new RecordingAudit(audited)),
            LenientLimits.LENIENT);
    long before = bolt.readsSent();
    var response = new ByteArrayOutputStream();
    try {
      engine.answer(golden.request(), response);
      assertEquals(golden.readsNothing() ? 0 : 1, bolt.readsSent() - before, "statements");
      golden.check(
          "response.json",
          GoldenCase.PRETTY.writeValueAsString(GoldenCase.JSON.readTree(response.toByteArray()))
              + "\n");
    } catch (ProblemException e) {
      assertEquals(0, bolt.readsSent() - before, "statements");
      golden.check("response.json", null);
    }
    golden.check("audit.txt", audited.isEmpty() ? null : text(audited));
  }

  private static String text(List<AuditEntry> audited) {
    return audited.stream()
        .flatMap(entry ->
            subjects(entry.data())
                .map(each ->
                    "%s %s %s of %s: %d objects, %s\n"
                        .formatted(
                            entry.event().kind(),
                            entry.event().outcome(),
                            entry.event().reason(),
                            each.getKey(),
                            each.getValue(),
                            entry.operation().fields())))
        .collect(Collectors.joining());
  }

  /// What is of no youth that is named has an empty key.
  private static Stream<Map.Entry<String, Long>> subjects(AuditEntry.Data data) {
    var others =
        data.subjects().isEmpty() || data.others() > 0
            ? Map.of("", data.others())
            : Map.<String, Long>of();
    return Stream.concat(
        new TreeMap<>(data.subjects()).entrySet().stream(), others.entrySet().stream());
  }
}
