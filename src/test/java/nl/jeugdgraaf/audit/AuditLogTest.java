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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import nl.jeugdgraaf.audit.AuditVerification.Broken;
import nl.jeugdgraaf.audit.AuditVerification.Fault;
import nl.jeugdgraaf.audit.AuditVerification.Intact;
import nl.jeugdgraaf.digest.Sha256;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  private static final int THREADS = 16;

  @TempDir private Path directory;

  private AuditLog open() {
    return AuditLog.open(directory, KEYS, SYSTEM);
  }

  private void write(long from, long to) {
    try (var log = open()) {
      LongStream.rangeClosed(from, to).forEach(i -> log.append(List.of(entry("Y-" + i % 3, i))));
    }
  }

  private AuditVerification verify() {
    return AuditVerification.verify(directory, PUBLIC_KEY, Optional.empty());
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(directory.resolve(file));
  }

  @Test
  void aRecordIsOneLineWithTheHashOfAllBeforeIt() throws IOException {
    try (var log = open()) {
      log.append(List.of(entry(YOUTH, 1)));
      var record = log.accesses(YOUTH, START, Instant.MAX, 10, WITHIN).getFirst();
      var line = lines(AuditLog.RECORDS).getFirst();
      var content = line.substring(0, line.indexOf(",\"hash\""));
      assertEquals(
          ("{\"v\":1,\"seq\":1,\"prevHash\":\"%s\",\"keyId\":\"%s\",\"system\":\"jeugdgraaf"
                  + " 1.2.3\","
                  + "\"instance\":\"%s\",\"kind\":\"READ\",\"outcome\":\"OK\",\"reason\":\"\","
                  + "\"start\":\"2026-11-01T12:00:01.000Z\",\"end\":\"2026-11-01T12:00:01.005Z\","
                  + "\"role\":\"PROVIDER\",\"organisation\":\"12345678\",\"user\":\"u-1\","
                  + "\"purpose\":\"CARE\",\"address\":\"127.0.0.1\",\"subjects\":{\"%s\":3},"
                  + "\"others\":0,\"fields\":[\"Youth\",\"Youth.name\"],\"operation\":\"op1\","
                  + "\"document\":\"%s\",\"rules\":\"1/PROVIDER\"")
              .formatted(
                  "0".repeat(64),
                  KEYS.id(),
                  record.source().instance(),
                  KEYS.pseudonym(YOUTH),
                  entry(YOUTH, 1).operation().documentHash()),
          content);
      var hash = Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
      assertEquals(content + ",\"hash\":\"" + hash + "\"}", line);
      assertEquals(hash, record.seal().hash());
    }
  }

  @Test
  void recordsAreReadBackAsTheyWereWritten() throws IOException {
    try (var log = open()) {
      log.append(List.of(entry(YOUTH, 1), entry("", 2)));
      var record = log.accesses(YOUTH, START, Instant.MAX, 10, WITHIN).getFirst();
      assertEquals(entry(KEYS.pseudonym(YOUTH), 1), record.entry());
      assertEquals(SYSTEM, record.source().system());
      var nobody = records().getLast();
      assertEquals(entry("", 2), nobody.entry());
      assertEquals(record.seal().hash(), nobody.seal().prevHash());
    }
  }

  @Test
  void recordsAboutOnePersonAreFoundInOrder() {
    write(1, 30);
    try (var log = open()) {
      var all = log.accesses("Y-1", START, Instant.MAX, 100, WITHIN);
      assertEquals(List.of(1L, 4L, 7L, 10L), numbers(all).subList(0, 4));
      assertEquals(10, all.size());
      var some = log.accesses("Y-1", START.plusSeconds(4), START.plusSeconds(10), 100, WITHIN);
      assertEquals(List.of(4L, 7L), numbers(some));
      assertEquals(List.of(1L, 4L), numbers(log.accesses("Y-1", START, Instant.MAX, 2, WITHIN)));
      assertEquals(List.of(), log.accesses("Y-9", START, Instant.MAX, 100, WITHIN));
    }
  }

  @Test
  void aRecordIsAboutManyAndALongListIsCutIntoSeveral() throws IOException {
    var example = entry(YOUTH, 1);
    var youths = new HashMap<String, Long>();
    LongStream.range(0, 450).forEach(i -> youths.put("Y-" + i, i));
    try (var log = open()) {
      log.append(
          List.of(
              new AuditEntry(
                  example.event(),
                  example.actor(),
                  new AuditEntry.Data(youths, 7),
                  example.operation(),
                  example.period())));
      var written = new HashMap<String, Long>();
      records().forEach(record -> written.putAll(record.entry().data().subjects()));
      var expected = new HashMap<String, Long>();
      youths.forEach((youth, objects) -> expected.put(KEYS.pseudonym(youth), objects));
      assertEquals(expected, written);
      assertEquals(
          List.of(200, 200, 50),
          records().stream().map(record -> record.entry().data().subjects().size()).toList());
      assertEquals(
          List.of(7L, 0L, 0L),
          records().stream().map(record -> record.entry().data().others()).toList());
      assertTrue(lines(AuditLog.RECORDS).stream().allMatch(line -> line.length() < 7_000));
      var found = log.accesses("Y-449", START, Instant.MAX, 10, WITHIN);
      assertEquals(1, found.size());
      assertEquals(
          Map.of(KEYS.pseudonym("Y-449"), 449L), found.getFirst().entry().data().subjects());
    }
    assertEquals(new Intact(3, 3, false), verify());
  }

  private List<AuditRecord> records() throws IOException {
    return lines(AuditLog.RECORDS).stream()
        .map(line -> RecordJson.parse(line.getBytes(StandardCharsets.UTF_8)).orElseThrow())
        .toList();
  }

  private static List<Long> numbers(List<AuditRecord> records) {
    return records.stream().map(Samples::number).toList();
  }

  @Test
  void aPersonIsNotNamed() throws IOException {
    write(1, 3);
    var file = directory.resolve(AuditLog.RECORDS);
    assertFalse(Files.readString(file).contains("Y-1"));
    assertFalse(Files.readString(file).contains(OTHER_KEYS.pseudonym("Y-1")));
    assertTrue(Files.readString(file).contains(KEYS.pseudonym("Y-1")));
  }

  @Test
  void theChainContinuesAfterARestart() throws IOException {
    write(1, 5);
    write(6, 9);
    assertEquals(new Intact(9, 9, false), verify());
    assertEquals(List.of(0L, 5L, 9L), heads());
  }

  @Test
  void aHeadIsWrittenAtLeastEveryThousandRecords() throws IOException {
    try (var log = open()) {
      log.append(LongStream.rangeClosed(1, 1_000).mapToObj(i -> entry(YOUTH, i)).toList());
      log.append(List.of(entry(YOUTH, 1_001)));
      assertEquals(List.of(0L, 1_000L), heads());
      assertEquals(new Intact(1_001, 1_000, false), verify());
    }
    assertEquals(new Intact(1_001, 1_001, false), verify());
  }

  private List<Long> heads() throws IOException {
    return lines(AuditLog.HEADS).stream()
        .map(line -> AuditHead.parse(line).orElseThrow().seq())
        .toList();
  }

  @Test
  void anIncompleteLastLineIsCutOff() throws IOException {
    write(1, 5);
    var file = directory.resolve(AuditLog.RECORDS);
    var torn = "{\"v\":1,\"seq\":6,\"prev" + "x".repeat(200_000);
    Files.writeString(file, torn, StandardOpenOption.APPEND);
    assertEquals(new Intact(5, 5, true), verify());
    write(6, 7);
    assertEquals(new Intact(7, 7, false), verify());
  }

  @Test
  void threadsShareWritesToDiskAndLoseNoRecord() throws Exception {
    var forced = new AtomicInteger();
    var last = new AtomicInteger();
    try (var log = AuditLog.open(directory, KEYS, SYSTEM, counted(forced));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var work =
          LongStream.range(0, THREADS)
              .<Future<?>>mapToObj(thread ->
                  threads.submit(() -> {
                    for (long i = 0; i < 100; i++) {
                      log.append(List.of(entry("Y-" + thread, i)));
                      last.incrementAndGet();
                    }
                  }))
              .toList();
      while (last.get() < THREADS * 100 && work.stream().noneMatch(Future::isDone)) {
        var known = last.get();
        var intact = assertInstanceOf(Intact.class, verify());
        assertTrue(intact.records() >= known, "verified while it was written");
      }
      for (var one : work) {
        one.get();
      }
      for (long thread = 0; thread < THREADS; thread++) {
        var found = log.accesses("Y-" + thread, START, Instant.MAX, 1_000, WITHIN);
        assertEquals(LongStream.range(0, 100).boxed().toList(), numbers(found));
      }
    }
    assertEquals(new Intact(THREADS * 100, THREADS * 100, false), verify());
    assertTrue(forced.get() < THREADS * 100, "forced to disk " + forced.get() + " times");
  }

  private static AppendOnlyFile.Force counted(AtomicInteger count) {
    return channel -> {
      count.incrementAndGet();
      channel.force(false);
    };
  }

  @Test
  void afterAFailedForceNothingIsAcceptedUntilARestart() {
    var fails = new AtomicBoolean();
    AppendOnlyFile.Force force =
        channel -> {
          if (fails.get()) {
            throw new IOException("Input/output error");
          }
          channel.force(false);
        };
    try (var log = AuditLog.open(directory, KEYS, SYSTEM, force)) {
      log.append(List.of(entry(YOUTH, 1)));
      assertTrue(log.writable());
      fails.set(true);
      assertProblem(Code.AUDIT_UNAVAILABLE, () -> log.append(List.of(entry(YOUTH, 2))));
      fails.set(false);
      assertProblem(Code.AUDIT_UNAVAILABLE, () -> log.append(List.of(entry(YOUTH, 3))));
      assertFalse(log.writable());
      assertEquals(List.of(1L), numbers(log.accesses(YOUTH, START, Instant.MAX, 10, WITHIN)));
    }
    write(4, 4);
    assertInstanceOf(Intact.class, verify());
  }

  @Test
  void aFileThatIsMovedAwayIsNoticed() throws IOException {
    var file = directory.resolve(AuditLog.RECORDS);
    try (var log = open()) {
      log.append(List.of(entry(YOUTH, 1)));
      Files.move(file, directory.resolve("old.jsonl"));
      assertProblem(Code.AUDIT_UNAVAILABLE, () -> log.append(List.of(entry(YOUTH, 2))));
      Files.move(directory.resolve("old.jsonl"), file);
      assertProblem(Code.AUDIT_UNAVAILABLE, () -> log.append(List.of(entry(YOUTH, 3))));
      assertFalse(log.writable());
    }
  }

  @Test
  void anInterruptedCallerWaitsUntilItsEntryIsWritten() {
    try (var log = open()) {
      Thread.currentThread().interrupt();
      log.append(List.of(entry(YOUTH, 1)));
      assertTrue(Thread.interrupted());
      log.append(List.of(entry(YOUTH, 2)));
      assertTrue(log.writable());
    }
    assertInstanceOf(Intact.class, verify());
  }

  @Test
  void aClosedLogAcceptsNoEntriesAndNoSearches() {
    var log = open();
    log.close();
    assertFalse(log.writable());
    assertProblem(Code.AUDIT_UNAVAILABLE, () -> log.append(List.of(entry(YOUTH, 1))));
    assertProblem(Code.AUDIT_UNAVAILABLE, () -> log.accesses(YOUTH, START, Instant.MAX, 1, WITHIN));
  }

  @Test
  void aSecondLogInOneProcessIsRefused() {
    try (var log = open()) {
      assertProblem(Code.STARTUP_FAILED, this::open);
      log.append(List.of(entry(YOUTH, 1)));
    }
    open().close();
  }

  @Test
  void otherKeysAreRefused() {
    write(1, 1);
    assertProblem(Code.STARTUP_FAILED, () -> AuditLog.open(directory, OTHER_KEYS, SYSTEM));
    write(2, 2);
  }

  @Test
  void aLogThatWasChangedAfterItsLastHeadIsNotContinued() throws IOException {
    write(1, 5);
    var file = directory.resolve(AuditLog.RECORDS);
    var text = Files.readString(file);
    var lines = text.lines().toList();
    for (var bad :
        List.of(
            text.replace("op5", "op6"),
            text + "not a record\n",
            text + lines.getLast() + "\n",
            String.join("\n", lines.subList(0, 4)) + "\n",
            "")) {
      Files.writeString(file, bad);
      assertProblem(Code.STARTUP_FAILED, this::open);
    }
    Files.writeString(file, text);
    Files.delete(directory.resolve(AuditLog.HEADS));
    assertProblem(Code.STARTUP_FAILED, this::open);
  }

  @Test
  void openingChecksTheEndOnly() throws IOException {
    try (var log = open()) {
      log.append(LongStream.rangeClosed(1, 3_000).mapToObj(i -> entry(YOUTH, i)).toList());
    }
    var file = directory.resolve(AuditLog.RECORDS);
    Files.writeString(file, Files.readString(file).replaceFirst("op1\"", "op2\""));
    write(3_001, 3_001);
    var broken = assertInstanceOf(Broken.class, verify());
    assertEquals(1, broken.seq());
    assertEquals(Fault.CHANGED, broken.fault());
  }

  @Test
  void onlyTheOwnerReadsTheFiles() throws IOException {
    write(1, 1);
    for (var name : List.of(AuditLog.RECORDS, AuditLog.HEADS, AccessIndex.FILE)) {
      var permissions = Files.getPosixFilePermissions(directory.resolve(name));
      assertEquals("rw-------", PosixFilePermissions.toString(permissions));
    }
  }
}
