package nl.jeugdgraaf.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.audit.AuditEntry.Actor;
import nl.jeugdgraaf.audit.AuditEntry.Data;
import nl.jeugdgraaf.audit.AuditEntry.Event;
import nl.jeugdgraaf.audit.AuditEntry.Kind;
import nl.jeugdgraaf.audit.AuditEntry.Operation;
import nl.jeugdgraaf.audit.AuditEntry.Outcome;
import nl.jeugdgraaf.audit.AuditEntry.Period;
import nl.jeugdgraaf.digest.Sha256;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.function.Executable;

/// Entries and keys to test with.
final class Samples {
  static final AuditKeys KEYS = AuditKeys.of("the secret of the tests, 32 long".getBytes(UTF_8));
  static final AuditPublicKey PUBLIC_KEY = KEYS.publicKey();
  static final AuditKeys OTHER_KEYS =
      AuditKeys.of("another secret of tests, 32 long".getBytes(UTF_8));
  static final String SYSTEM = "jeugdgraaf 1.2.3";
  static final String YOUTH = "Y-000001";
  static final Duration WITHIN = Duration.ofSeconds(20);
  static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

  private Samples() {}

  /// An entry that holds its number, one second after the one before.
  static AuditEntry entry(String subject, long number) {
    return new AuditEntry(
        new Event(Kind.READ, Outcome.OK, ""),
        new Actor("PROVIDER", "12345678", "u-1", "CARE", "127.0.0.1"),
        data(subject),
        new Operation(
            "op" + number,
            Sha256.hex("{ youths }".getBytes(UTF_8)),
            "1/PROVIDER",
            List.of("Youth", "Youth.name")),
        new Period(START.plusSeconds(number), START.plusSeconds(number).plusMillis(5)));
  }

  private static Data data(String subject) {
    return subject.isEmpty() ? Data.NONE : new Data(Map.of(subject, 3L), 0);
  }

  static long number(AuditRecord record) {
    return Long.parseLong(record.entry().operation().name().substring("op".length()));
  }

  static void assertProblem(Code code, Executable action) {
    var problem = assertThrows(ProblemException.class, action).problems().getFirst();
    assertEquals(code, problem.code(), problem.message());
  }
}
