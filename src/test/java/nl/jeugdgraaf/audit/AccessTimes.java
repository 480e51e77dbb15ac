package nl.jeugdgraaf.audit;

import static nl.jeugdgraaf.audit.Samples.KEYS;
import static nl.jeugdgraaf.audit.Samples.SYSTEM;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a search for the records about a youth takes in a large log, and how long it takes to
/// make the index anew.
///
/// Its name keeps it out of the build, because it measures; `-Dtest=AccessTimes -Dsubjects=200
/// -Dmegabytes=200` runs it for records with so many youths each.
class AccessTimes {
  private static final LargeLog LOG =
      new LargeLog(Integer.getInteger("subjects", 1), Integer.getInteger("megabytes", 200));
  private static final Duration WITHIN = Duration.ofMinutes(30);
  private static final int TIMES = 5;

  @TempDir private Path directory;

  @Test
  void searches() throws IOException {
    System.out.printf("%d records, with %d youths each%n", LOG.write(directory), LOG.subjects());
    var start = System.nanoTime();
    try (var log = AuditLog.open(directory, KEYS, SYSTEM)) {
      log.accesses("Y-1", Instant.MIN, Instant.MAX, 100, WITHIN);
      print("index made anew", start);
    }
    System.out.printf(
        "log %d MB, index %d MB%n",
        Files.size(directory.resolve(AuditLog.RECORDS)) / 1_000_000,
        Files.size(directory.resolve(AccessIndex.FILE)) / 1_000_000);
    start = System.nanoTime();
    try (var log = AuditLog.open(directory, KEYS, SYSTEM)) {
      print("opened", start);
      for (int i = 0; i < TIMES; i++) {
        search(log, "Y-" + i, 1_000);
        search(log, LargeLog.OFTEN, 100);
        search(log, LargeLog.OFTEN, 1_000);
      }
    }
  }

  private static void search(AuditLog log, String youth, int limit) {
    long start = System.nanoTime();
    var found = log.accesses(youth, Instant.MIN, Instant.MAX, limit, WITHIN);
    print(youth + ", " + found.size() + " records", start);
  }

  private static void print(String what, long start) {
    System.out.printf("%s: %.4f s%n", what, (System.nanoTime() - start) / 1e9);
  }
}
