package nl.jeugdgraaf.audit;

import static nl.jeugdgraaf.audit.Samples.KEYS;
import static nl.jeugdgraaf.audit.Samples.OTHER_KEYS;
import static nl.jeugdgraaf.audit.Samples.PUBLIC_KEY;
import static nl.jeugdgraaf.audit.Samples.SYSTEM;
import static nl.jeugdgraaf.audit.Samples.YOUTH;
import static nl.jeugdgraaf.audit.Samples.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import nl.jeugdgraaf.audit.AuditVerification.Broken;
import nl.jeugdgraaf.audit.AuditVerification.Fault;
import nl.jeugdgraaf.audit.AuditVerification.Intact;
import nl.jeugdgraaf.digest.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten records, with heads of records 0, 6 and 10, and everything that someone with the files but
/// without the secret can do to them.
class AuditVerificationTest {
  @TempDir private Path directory;
  private List<String> lines = new ArrayList<>();

  @BeforeEach
  void writeTenRecords() throws IOException {
    write(directory, KEYS, 1, 6);
    write(directory, KEYS, 7, 10);
    lines = new ArrayList<>(Files.readAllLines(directory.resolve(AuditLog.RECORDS)));
  }

  /// Writes records, and returns the head that confirms the last of them.
  private static AuditHead write(Path directory, AuditKeys keys, long from, long to)
      throws IOException {
    try (var log = AuditLog.open(directory, keys, SYSTEM)) {
      log.append(LongStream.rangeClosed(from, to).mapToObj(i -> entry(YOUTH, i)).toList());
    }
    var heads = Files.readAllLines(directory.resolve(AuditLog.HEADS));
    return AuditHead.parse(heads.getLast()).orElseThrow();
  }

  private AuditVerification verify() throws IOException {
    return verify(Optional.empty());
  }

  private AuditVerification verify(Optional<AuditHead> anchor) throws IOException {
    Files.writeString(directory.resolve(AuditLog.RECORDS), String.join("\n", lines) + "\n");
    return AuditVerification.verify(directory, PUBLIC_KEY, anchor);
  }

  private static void assertBroken(long seq, Fault fault, AuditVerification found) {
    var broken = assertInstanceOf(Broken.class, found);
    assertEquals(fault, broken.fault(), broken.toString());
    assertEquals(seq, broken.seq(), broken.toString());
  }

  /// A record with a matching hash, as someone without the secret can make it.
  private static String forged(ChainLink previous, long number) {
    var out = new ByteArrayOutputStream();
    var source = new AuditRecord.Source(SYSTEM, "0");
    previous.next(RecordJson.bodies(List.of(entry(YOUTH, number)), source, KEYS).getFirst(), out);
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  private ChainLink link(int line) {
    return ChainLink.parse(lines.get(line).getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  /// The line of a record, changed, with a matching hash.
  private String rehashed(int line) {
    var changed = lines.get(line).replace("PROVIDER", "CLIENT");
    var content = changed.substring(0, changed.indexOf(",\"hash\""));
    return content
        + ",\"hash\":\"%s\"}".formatted(Sha256.hex(content.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anUnchangedLogIsIntact() throws IOException {
    assertEquals(new Intact(10, 10, false), verify());
    assertEquals(
        "The audit log is intact: 10 records, 10 confirmed by a signed head.", verify().toString());
  }

  @Test
  void aChangedRecordIsFound() throws IOException {
    lines.set(3, lines.get(3).replace("CARE", "CASE"));
    assertBroken(4, Fault.CHANGED, verify());
    assertEquals(
        "The audit log is broken from record 4: its hash does not match its content.",
        verify().toString());
  }

  @Test
  void aChangedRecordWithANewHashIsFound() throws IOException {
    lines.set(3, rehashed(3));
    assertBroken(4, Fault.CHANGED, verify());
  }

  @Test
  void aChangedFirstRecordWithANewHashIsFound() throws IOException {
    lines.set(0, rehashed(0));
    assertBroken(1, Fault.CHANGED, verify());
  }

  @Test
  void aChangedRecordThatAHeadConfirmsIsFound() throws IOException {
    lines.set(5, rehashed(5));
    assertBroken(1, Fault.REPLACED, verify());
  }

  @Test
  void aChangedLastRecordWithANewHashIsFound() throws IOException {
    lines.set(9, rehashed(9));
    assertBroken(7, Fault.REPLACED, verify());
  }

  @Test
  void aDeletedRecordIsFound() throws IOException {
    lines.remove(3);
    assertBroken(4, Fault.DELETED, verify());
  }

  @Test
  void aDeletedFirstRecordIsFound() throws IOException {
    lines.removeFirst();
    assertBroken(1, Fault.DELETED, verify());
  }

  @Test
  void severalDeletedRecordsAreFound() throws IOException {
    lines.subList(2, 8).clear();
    assertBroken(3, Fault.DELETED, verify());
  }

  @Test
  void anInsertedRecordIsFound() throws IOException {
    lines.add(4, forged(link(3), 99));
    assertBroken(5, Fault.INSERTED, verify());
  }

  @Test
  void aRepeatedRecordIsFound() throws IOException {
    lines.add(3, lines.get(2));
    assertBroken(3, Fault.INSERTED, verify());
  }

  @Test
  void aRecordRepeatedElsewhereIsFound() throws IOException {
    lines.add(6, lines.get(1));
    assertBroken(7, Fault.INSERTED, verify());
  }

  @Test
  void anAddedLastRecordIsNotFoundUntilAHeadIsWritten() throws IOException {
    lines.add(forged(link(9), 11));
    // The chain holds no secret: anyone with the file can append records that no head confirms.
    assertEquals(new Intact(11, 10, false), verify());
  }

  @Test
  void swappedRecordsAreFound() throws IOException {
    Collections.swap(lines, 3, 4);
    assertBroken(4, Fault.SWAPPED, verify());
  }

  @Test
  void swappedRecordsFarApartAreFound() throws IOException {
    Collections.swap(lines, 0, 7);
    assertBroken(1, Fault.SWAPPED, verify());
  }

  @Test
  void aCutTailIsFound() throws IOException {
    lines.subList(7, 10).clear();
    assertBroken(8, Fault.CUT, verify());
  }

  @Test
  void anEmptiedLogIsFound() throws IOException {
    Files.writeString(directory.resolve(AuditLog.RECORDS), "");
    assertBroken(1, Fault.CUT, AuditVerification.verify(directory, PUBLIC_KEY, Optional.empty()));
    Files.delete(directory.resolve(AuditLog.RECORDS));
    assertBroken(1, Fault.CUT, AuditVerification.verify(directory, PUBLIC_KEY, Optional.empty()));
  }

  @Test
  void aLogThatWasSetBackIsFoundWithAHeadKeptElsewhere() throws IOException {
    var heads = Files.readString(directory.resolve(AuditLog.HEADS));
    var anchor = write(directory, KEYS, 11, 12);
    Files.writeString(directory.resolve(AuditLog.HEADS), heads);
    assertEquals(new Intact(10, 10, false), verify());
    assertBroken(11, Fault.ROLLED_BACK, verify(Optional.of(anchor)));
  }

  @Test
  void anOlderHeadKeptElsewhereIsConfirmed() throws IOException {
    write(directory, KEYS, 11, 12);
    lines = Files.readAllLines(directory.resolve(AuditLog.RECORDS));
    var second = Files.readAllLines(directory.resolve(AuditLog.HEADS)).get(1);
    assertEquals(new Intact(12, 12, false), verify(AuditHead.parse(second)));
  }

  @Test
  void aReplacedChainIsFound(@TempDir Path other) throws IOException {
    write(other, OTHER_KEYS, 1, 10);
    lines = Files.readAllLines(other.resolve(AuditLog.RECORDS));
    assertBroken(1, Fault.REPLACED, verify());
  }

  @Test
  void aReplacedLogIsFound(@TempDir Path other) throws IOException {
    write(other, OTHER_KEYS, 1, 10);
    assertBroken(
        1, Fault.BAD_SIGNATURE, AuditVerification.verify(other, PUBLIC_KEY, Optional.empty()));
  }

  @Test
  void aLogReplacedByItsOwnKeyIsFoundWithAHeadKeptElsewhere(@TempDir Path other)
      throws IOException {
    var anchor = write(directory, KEYS, 11, 12);
    write(other, KEYS, 101, 112);
    assertEquals(
        new Intact(12, 12, false), AuditVerification.verify(other, PUBLIC_KEY, Optional.empty()));
    assertBroken(
        1, Fault.REPLACED, AuditVerification.verify(other, PUBLIC_KEY, Optional.of(anchor)));
  }

  @Test
  void changedOrMissingHeadsAreFound() throws IOException {
    var file = directory.resolve(AuditLog.HEADS);
    var heads = Files.readAllLines(file);
    for (var bad :
        List.of(
            "",
            "not a head\n",
            heads.get(0) + "\n" + heads.get(1).replace("\"seq\":6", "\"seq\":5") + "\n")) {
      Files.writeString(file, bad);
      assertBroken(1, Fault.BAD_SIGNATURE, verify());
    }
    Files.writeString(file, heads.get(0) + "\n" + heads.get(2) + "\n" + heads.get(1) + "\n");
    assertBroken(11, Fault.BAD_SIGNATURE, verify());
    Files.delete(file);
    assertBroken(1, Fault.BAD_SIGNATURE, verify());
  }

  @Test
  void aForgedHeadFromElsewhereIsFound() throws IOException {
    var anchor = AuditHead.sign(10, link(9).hash(), Samples.START, OTHER_KEYS);
    assertBroken(10, Fault.BAD_SIGNATURE, verify(Optional.of(anchor)));
  }

  @Test
  void anIncompleteLastLineIsNotAFault() throws IOException {
    lines.add(lines.getLast().substring(0, 50));
    Files.writeString(directory.resolve(AuditLog.RECORDS), String.join("\n", lines));
    assertEquals(
        new Intact(10, 10, true),
        AuditVerification.verify(directory, PUBLIC_KEY, Optional.empty()));
  }

  @Test
  void anyChangedByteIsFoundInItsRecord() throws IOException {
    var file = directory.resolve(AuditLog.RECORDS);
    var bytes = Files.readAllBytes(file);
    long seq = 1;
    for (int i = 0; i < bytes.length; i++) {
      byte original = bytes[i];
      if (i % 31 == 0 || original == '\n') {
        bytes[i] ^= 1;
        Files.write(file, bytes);
        var found = AuditVerification.verify(directory, PUBLIC_KEY, Optional.empty());
        assertEquals(seq, assertInstanceOf(Broken.class, found).seq(), "byte " + i);
        bytes[i] = original;
      }
      seq += original == '\n' ? 1 : 0;
    }
  }
}
