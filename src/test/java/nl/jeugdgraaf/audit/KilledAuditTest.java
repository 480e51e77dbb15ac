package nl.jeugdgraaf.audit;

import static nl.jeugdgraaf.audit.Samples.KEYS;
import static nl.jeugdgraaf.audit.Samples.PUBLIC_KEY;
import static nl.jeugdgraaf.audit.Samples.SYSTEM;
import static nl.jeugdgraaf.audit.Samples.YOUTH;
import static nl.jeugdgraaf.audit.Samples.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import nl.jeugdgraaf.audit.AuditVerification.Intact;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed while it appends, as by `kill -9`, and a second one that is refused.
class KilledAuditTest {
  private static final Duration WITHIN = Duration.ofMinutes(1);

  /// An index of this size holds records.
  private static final int INDEX_BYTES = 20_000;

  @TempDir private Path directory;

  @RepeatedTest(5)
  void everyAcknowledgedEntrySurvivesAKill() throws IOException, InterruptedException {
    var said = directory.resolve("said.txt");
    var process = start(said);
    while (Files.size(said) == 0) {
      assertTrue(process.isAlive(), "it ended before it was killed");
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    LockSupport.parkNanos(Duration.ofMillis(new Random().nextInt(300)).toNanos());
    process.destroyForcibly().waitFor();

    var acknowledged = acknowledged(said);
    try (var log = AuditLog.open(log(), KEYS, SYSTEM)) {
      var there = new HashSet<Long>();
      log.accesses(YOUTH, Instant.MIN, Instant.MAX, Integer.MAX_VALUE, WITHIN)
          .forEach(record -> there.add(Samples.number(record)));
      assertTrue(there.containsAll(acknowledged), "acknowledged and lost");
      log.append(List.of(entry(YOUTH, 0)));
    }
    assertInstanceOf(Intact.class, AuditVerification.verify(log(), PUBLIC_KEY, Optional.empty()));
  }

  /// The index that the killed program leaves behind has a part of the records.
  @Test
  void theIndexCatchesUpAfterAKill() throws IOException, InterruptedException {
    var said = directory.resolve("said.txt");
    var process = start(said);
    var index = log().resolve(AccessIndex.FILE);
    while (Files.notExists(index) || Files.size(index) < INDEX_BYTES) {
      assertTrue(process.isAlive(), "it ended before it was killed");
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    process.destroyForcibly().waitFor();
    try (var log = AuditLog.open(log(), KEYS, SYSTEM)) {
      log.accesses(YOUTH, Instant.MIN, Instant.MAX, 1, WITHIN);
      assertTrue(log.bytesRead() < Files.size(log().resolve(AuditLog.RECORDS)), "it was made anew");
      var there =
          log.accesses(YOUTH, Instant.MIN, Instant.MAX, Integer.MAX_VALUE, WITHIN).stream()
              .map(Samples::number)
              .toList();
      assertTrue(there.containsAll(acknowledged(said)), "acknowledged and lost");
    }
  }

  private Path log() {
    return directory.resolve("log");
  }

  private Process start(Path said) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            AppendUntilKilled.class.getName(),
            log().toString())
        .redirectOutput(said.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// A last line without its line end may be the beginning of a longer number.
  private static List<Long> acknowledged(Path said) throws IOException {
    var text = Files.readString(said);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Long::valueOf).toList();
  }

  @Test
  void aSecondProcessIsRefused() throws IOException, InterruptedException {
    var said = directory.resolve("said.txt");
    try (var log = AuditLog.open(log(), KEYS, SYSTEM)) {
      // None of these may release the lock.
      Samples.assertProblem(Code.STARTUP_FAILED, () -> AuditLog.open(log(), KEYS, SYSTEM));
      AuditVerification.verify(log(), PUBLIC_KEY, Optional.empty());
      log.accesses(YOUTH, Instant.MIN, Instant.MAX, 1, WITHIN);

      assertTrue(start(said).waitFor(WITHIN));
      assertEquals("STARTUP_FAILED\n", Files.readString(said));
      log.append(List.of(entry(YOUTH, 1)));
    }
  }
}
