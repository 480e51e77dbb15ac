package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.jeugdgraaf.audit.AuditVerification.Broken;
import nl.jeugdgraaf.audit.AuditVerification.Fault;
import nl.jeugdgraaf.audit.AuditVerification.Intact;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// One pass over a log, record by record, together with its heads.
final class Verifier {
  private final LineReader records;
  private final LineReader heads;
  private final AuditPublicKey key;
  private final Optional<AuditHead> anchor;

  private ChainLink last = ChainLink.genesis();

  /// The next head; null after the last one.
  private @Nullable AuditHead head;

  /// Number of the last record that a head confirms.
  private long signed;

  private Verifier(
      LineReader records, LineReader heads, AuditPublicKey key, Optional<AuditHead> anchor) {
    this.records = records;
    this.heads = heads;
    this.key = key;
    this.anchor = anchor;
  }

  static AuditVerification verify(Path directory, AuditPublicKey key, Optional<AuditHead> anchor) {
    var headFile = directory.resolve(AuditLog.HEADS);
    var recordFile = directory.resolve(AuditLog.RECORDS);
    if (Files.notExists(headFile)) {
      return new Broken(1, Fault.BAD_SIGNATURE, AuditLog.HEADS + " is missing");
    }
    if (Files.notExists(recordFile)) {
      return new Broken(1, Fault.CUT, AuditLog.RECORDS + " is missing");
    }
    try (var headChannel = FileChannel.open(headFile);
        var recordChannel = FileChannel.open(recordFile)) {
      // Heads first: a record that a head confirms is on disk by then, even while both files grow.
      var heads = new LineReader(headChannel, 0, headChannel.size());
      var records = new LineReader(recordChannel, 0, recordChannel.size());
      return new Verifier(records, heads, key, anchor).walk();
    } catch (IOException e) {
      throw new ProblemException(
          Code.AUDIT_UNAVAILABLE, "The audit log in " + directory + " cannot be read.", e);
    }
  }

  private AuditVerification walk() throws IOException {
    if (anchor.isPresent() && !anchor.get().isSignedBy(key)) {
      return new Broken(
          anchor.get().seq(),
          Fault.BAD_SIGNATURE,
          "the head kept elsewhere is not signed by the key " + key.id());
    }
    var broken = firstHead();
    while (broken.isEmpty()) {
      var line = records.next();
      if (line.isEmpty()) {
        return ending();
      }
      broken = step(ChainLink.parse(line.get()));
    }
    return broken.get();
  }

  /// A log has a head before it has its first record.
  private Optional<Broken> firstHead() throws IOException {
    var broken = readHead();
    if (broken.isEmpty() && head == null) {
      return badHead(AuditLog.HEADS + " is empty");
    }
    return broken.isPresent() ? broken : compare();
  }

  private Optional<Broken> step(Optional<ChainLink> found) throws IOException {
    if (found.isEmpty() || !found.get().follows(last)) {
      return Optional.of(new BreakDiagnosis(last, signed == last.seq(), records).diagnose(found));
    }
    last = found.get();
    return compare();
  }

  /// Compares the record with the heads that were signed when it was the last one.
  private Optional<Broken> compare() throws IOException {
    if (anchor.isPresent() && isOther(anchor.get())) {
      return replaced("the head kept elsewhere");
    }
    while (head != null && head.seq() <= last.seq()) {
      if (head.seq() < last.seq()) {
        return badHead("the heads are out of order");
      }
      if (isOther(head)) {
        return replaced("a head");
      }
      signed = last.seq();
      var broken = readHead();
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private boolean isOther(AuditHead known) {
    return known.seq() == last.seq() && !known.hash().equals(last.hash());
  }

  private Optional<Broken> replaced(String witness) {
    var evidence =
        "records %d to %d are consistent, but they are not the ones that %s confirms"
            .formatted(Math.min(signed + 1, last.seq()), last.seq(), witness);
    return Optional.of(new Broken(Math.min(signed + 1, last.seq()), Fault.REPLACED, evidence));
  }

  private Optional<Broken> readHead() throws IOException {
    var line = heads.next().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    head = line.flatMap(AuditHead::parse).orElse(null);
    if (line.isPresent() && head == null) {
      return badHead(AuditLog.HEADS + " has a line that is not a head");
    }
    if (head != null && !head.isSignedBy(key)) {
      return badHead(
          "the head of record %d is not signed by the key %s".formatted(head.seq(), key.id()));
    }
    return Optional.empty();
  }

  private Optional<Broken> badHead(String evidence) {
    return Optional.of(new Broken(signed + 1, Fault.BAD_SIGNATURE, evidence));
  }

  /// All records continue the chain; checks that none is missing at the end.
  private AuditVerification ending() {
    if (head != null) {
      return missing(Fault.CUT, "a head confirms record %d".formatted(head.seq()));
    }
    if (anchor.isPresent() && anchor.get().seq() > last.seq()) {
      return missing(
          Fault.ROLLED_BACK,
          "the head kept elsewhere confirms record %d".formatted(anchor.get().seq()));
    }
    return new Intact(last.seq(), signed, records.isUnfinished());
  }

  private Broken missing(Fault fault, String witness) {
    return new Broken(
        last.seq() + 1, fault, "the last record is %d, but %s".formatted(last.seq(), witness));
  }
}
