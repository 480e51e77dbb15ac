package nl.jeugdgraaf.audit;

import static nl.jeugdgraaf.audit.Samples.KEYS;
import static nl.jeugdgraaf.audit.Samples.OTHER_KEYS;
import static nl.jeugdgraaf.audit.Samples.PUBLIC_KEY;
import static nl.jeugdgraaf.audit.Samples.START;
import static nl.jeugdgraaf.audit.Samples.SYSTEM;
import static nl.jeugdgraaf.audit.Samples.WITHIN;
import static nl.jeugdgraaf.audit.Samples.YOUTH;
import static nl.jeugdgraaf.audit.Samples.assertProblem;
import static nl.jeugdgraaf.audit.Samples.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import nl.jeugdgraaf.audit.AuditVerification.Intact;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index of a log follows its records, reads none of them twice, and is made anew whenever it
/// does not fit them.
class AccessIndexTest {
  private static final int RECORDS = 3_000;

  @TempDir private Path directory;

  private Path index() {
    return directory.resolve(AccessIndex.FILE);
  }

  private AuditLog open() {
    return AuditLog.open(directory, KEYS, SYSTEM);
  }

  private void write(long from, long to) {
    try (var log = open()) {
      log.append(LongStream.range(from, to).mapToObj(i -> entry(YOUTH, i)).toList());
      assertEquals(to, search(log).getLast() + 1);
    }
  }

  private static List<Long> search(AuditLog log) {
    return numbers(log.accesses(YOUTH, Instant.MIN, Instant.MAX, Integer.MAX_VALUE, WITHIN));
  }

  private static List<Long> numbers(List<AuditRecord> records) {
    return records.stream().map(Samples::number).toList();
  }

  private static List<Long> range(long from, long to) {
    return LongStream.range(from, to).boxed().toList();
  }

  private long size() throws IOException {
    return Files.size(directory.resolve(AuditLog.RECORDS));
  }

  /// Opens the log, and returns how much of it was read to have the index as it must be.
  private long bytesToBeReady() {
    try (var log = open()) {
      log.accesses("nobody", Instant.MIN, Instant.MAX, 1, WITHIN);
      return log.bytesRead();
    }
  }

  private void assertGoesOn(int records) throws IOException {
    long read = bytesToBeReady();
    assertTrue(read < size() / 4, read + " bytes read of " + size());
    assertFinds(records);
  }

  private void assertMadeAnew(int records) throws IOException {
    long read = bytesToBeReady();
    assertTrue(read >= size(), read + " bytes read of " + size());
    assertFinds(records);
    assertGoesOn(records);
  }

  private void assertFinds(int records) {
    try (var log = open()) {
      assertEquals(range(0, records), search(log));
    }
    assertInstanceOf(
        Intact.class, AuditVerification.verify(directory, PUBLIC_KEY, Optional.empty()));
    assertOwn();
  }

  private void assertOwn() {
    try {
      var permissions = Files.getPosixFilePermissions(index());
      assertEquals("rw-------", PosixFilePermissions.toString(permissions));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aStartGoesOnWhereTheIndexEnds() throws IOException {
    write(0, RECORDS);
    assertGoesOn(RECORDS);
    var old = Files.readAllBytes(index());
    write(RECORDS, RECORDS + 10);
    Files.write(index(), old);
    assertGoesOn(RECORDS + 10);
  }

  @Test
  void anIndexThatIsGoneIsMadeAnew() throws IOException {
    write(0, RECORDS);
    Files.delete(index());
    assertMadeAnew(RECORDS);
  }

  @Test
  void anIndexThatIsDamagedIsMadeAnew() throws IOException {
    write(0, RECORDS);
    var good = Files.readAllBytes(index());
    for (var bad : List.of("", "not an index", "x".repeat(100_000))) {
      Files.writeString(index(), bad);
      assertMadeAnew(RECORDS);
    }
    var zeros = good.clone();
    Arrays.fill(zeros, 0, zeros.length * 3 / 4, (byte) 0);
    Files.write(index(), zeros);
    assertMadeAnew(RECORDS);
    Files.write(index(), Arrays.copyOf(good, good.length / 2));
    assertMadeAnew(RECORDS);
  }

  /// Whatever is damaged, an answer is right, or there is none.
  @Test
  void noDamageGivesAWrongAnswer() throws IOException {
    write(0, RECORDS);
    var good = Files.readAllBytes(index());
    var drawn = new Random(1);
    for (int round = 0; round < 20; round++) {
      var bad = good.clone();
      int start = drawn.nextInt(bad.length - 64);
      for (int i = 0; i < 64; i++) {
        bad[start + i] = (byte) drawn.nextInt();
      }
      Files.write(index(), bad);
      try (var log = open()) {
        var found = numbers(log.accesses(YOUTH, Instant.MIN, Instant.MAX, 50, WITHIN));
        assertEquals(range(0, 50), found, "bytes from " + start);
      } catch (ProblemException e) {
        assertEquals(Code.AUDIT_UNAVAILABLE, e.problems().getFirst().code());
      }
    }
  }

  @Test
  void anIndexThatOthersReadIsMadeAnew() throws IOException {
    write(0, RECORDS);
    Files.setPosixFilePermissions(index(), PosixFilePermissions.fromString("rw-r--r--"));
    assertMadeAnew(RECORDS);
  }

  @Test
  void anIndexOfAnotherKeyIsMadeAnew() throws IOException {
    var other = directory.resolve("other");
    try (var log = AuditLog.open(other, OTHER_KEYS, SYSTEM)) {
      log.append(LongStream.range(0, RECORDS).mapToObj(i -> entry(YOUTH, i)).toList());
      search(log);
    }
    write(0, RECORDS);
    Files.copy(other.resolve(AccessIndex.FILE), index(), StandardCopyOption.REPLACE_EXISTING);
    assertMadeAnew(RECORDS);
  }

  @Test
  void anIndexThatIsAheadOfTheLogIsMadeAnew() throws IOException {
    write(0, RECORDS);
    var records = Files.readAllBytes(directory.resolve(AuditLog.RECORDS));
    var heads = Files.readAllBytes(directory.resolve(AuditLog.HEADS));
    write(RECORDS, RECORDS + 100);
    Files.write(directory.resolve(AuditLog.RECORDS), records);
    Files.write(directory.resolve(AuditLog.HEADS), heads);
    var ahead = Files.readAllBytes(index());
    assertMadeAnew(RECORDS);

    // The log has grown again since, to other records than those in the index.
    try (var log = open()) {
      log.append(LongStream.range(0, 200).mapToObj(i -> entry("Y-other", i)).toList());
    }
    Files.write(index(), ahead);
    assertMadeAnew(RECORDS);
  }

  @Test
  void recordsAreFoundByTimeInWhateverOrderTheyWereWritten() {
    try (var log = open()) {
      for (long i = 20; i > 0; i--) {
        log.append(List.of(entry(YOUTH, i)));
      }
      assertEquals(range(1, 21), search(log));
      var from = START.plusSeconds(5);
      var to = START.plusSeconds(9);
      assertEquals(range(5, 9), numbers(log.accesses(YOUTH, from, to, 9, WITHIN)));
      assertEquals(range(5, 7), numbers(log.accesses(YOUTH, from, to, 2, WITHIN)));
      assertEquals(
          range(6, 10),
          numbers(log.accesses(YOUTH, from.plusNanos(1), to.plusNanos(1), 9, WITHIN)));
      assertEquals(List.of(), log.accesses(YOUTH, from, to, 0, WITHIN));
    }
  }

  @Test
  void aSearchThatTakesTooLongIsRefused() {
    try (var log = open()) {
      log.append(List.of(entry(YOUTH, 1)));
      assertProblem(
          Code.TIMEOUT, () -> log.accesses(YOUTH, Instant.MIN, Instant.MAX, 1, Duration.ZERO));
    }
  }

  @Test
  void theLogIsWrittenAlsoIfTheIndexCannotBe() throws IOException {
    Files.createDirectories(index().resolve("in the way"));
    try (var log = open()) {
      log.append(List.of(entry(YOUTH, 1)));
      assertTrue(log.writable());
      var within = Duration.ofMillis(500);
      assertProblem(
          Code.AUDIT_UNAVAILABLE, () -> log.accesses(YOUTH, Instant.MIN, Instant.MAX, 1, within));
      Files.delete(index().resolve("in the way"));
      assertEquals(List.of(1L), search(log));
    }
  }

  /// What [LargeLog] takes seconds to read is read once, whatever is asked of it.
  @Test
  void ofALargeLogLittleIsRead() throws IOException {
    long records = new LargeLog(1, 200).write(directory);
    var within = Duration.ofMinutes(5);
    try (var log = open()) {
      var early =
          assertThrows(
              ProblemException.class,
              () -> log.accesses(YOUTH, START, Instant.MAX, 1, Duration.ofMillis(1)));
      assertEquals(Code.TIMEOUT, early.problems().getFirst().code());
      var message = early.problems().getFirst().message();
      assertTrue(message.contains("is being built; "), message);
      log.append(List.of(entry(YOUTH, records)));
      assertEquals(List.of(records), numbers(log.accesses(YOUTH, START, Instant.MAX, 1, within)));
      assertTrue(log.bytesRead() > 200_000_000);
    }
    try (var log = open()) {
      assertOften(log, START, 0, 100);
      assertOften(log, START.plusSeconds(records / 2), records / 2, 100);
      assertTrue(log.bytesRead() < 2 * 100 * 1_000, "read " + log.bytesRead());
      long before = log.bytesRead();
      for (int alias = 0; alias < 20; alias++) {
        log.append(List.of(entry(YOUTH, records + alias)));
        assertOften(log, START, 0, 10);
      }
      long read = log.bytesRead() - before;
      assertTrue(read < 20 * 11 * 1_000, "read " + read);
      assertOften(log, START, 0, (int) ((records + LargeLog.EVERY - 1) / LargeLog.EVERY));
    }
  }

  private static void assertOften(AuditLog log, Instant from, long first, int count) {
    var found = new ArrayList<Long>();
    var records = log.accesses(LargeLog.OFTEN, from, Instant.MAX, count, Duration.ofMinutes(1));
    for (var record : records) {
      var subjects = record.entry().data().subjects();
      assertEquals(1, subjects.size());
      found.add(subjects.get(KEYS.pseudonym(LargeLog.OFTEN)));
    }
    assertEquals(LargeLog.often(first, count), found);
  }
}
