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

/// One walk over a log, record by record, with the heads beside it.
final class Verifier {
  private final LineReader records;
  private final LineReader heads;
  private final AuditKeys keys;
  private final Optional<AuditHead> anchor;

  private ChainLink last = ChainLink.genesis();

  /// The next that the walk comes to; none behind the last.
  private @Nullable AuditHead head;

  /// Up to which record a head confirmed the chain.
  private long signed;

  private Verifier(
      LineReader records, LineReader heads, AuditKeys keys, Optional<AuditHead> anchor) {
    this.records = records;
    this.heads = heads;
    this.keys = keys;
    this.anchor = anchor;
  }

  static AuditVerification verify(Path directory, AuditKeys keys, Optional<AuditHead> anchor) {
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
      // Heads first: what they know is in the records by then, also while both grow.
      var heads = new LineReader(headChannel, 0, headChannel.size());
      var records = new LineReader(recordChannel, 0, recordChannel.size());
      return new Verifier(records, heads, keys, anchor).walk();
    } catch (IOException e) {
      throw new ProblemException(
          Code.AUDIT_UNAVAILABLE, "The audit record in " + directory + " cannot be read.", e);
    }
  }

  private AuditVerification walk() throws IOException {
    if (anchor.isPresent() && !anchor.get().isSignedBy(keys)) {
      return new Broken(
          anchor.get().seq(),
          Fault.BAD_SIGNATURE,
          "the head from outside is not signed by the key " + keys.id());
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

  /// A log has a head before it has a record.
  private Optional<Broken> firstHead() throws IOException {
    var broken = readHead();
    if (broken.isEmpty() && head == null) {
      return badHead("there is no head");
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

  /// Compares the record with the heads that were made when it was the last.
  private Optional<Broken> compare() throws IOException {
    if (anchor.isPresent() && isOther(anchor.get())) {
      return replaced("the head from outside");
    }
    while (head != null && head.seq() <= last.seq()) {
      if (head.seq() < last.seq()) {
        return badHead("the heads are not in their order");
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

  private Optional<Broken> replaced(String who) {
    var how =
        "the records from %d to %d fit together, but are not those that %s knows"
            .formatted(Math.min(signed + 1, last.seq()), last.seq(), who);
    return Optional.of(new Broken(Math.min(signed + 1, last.seq()), Fault.REPLACED, how));
  }

  private Optional<Broken> readHead() throws IOException {
    var line = heads.next().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    head = line.flatMap(AuditHead::parse).orElse(null);
    if (line.isPresent() && head == null) {
      return badHead("a line of %s is no head".formatted(AuditLog.HEADS));
    }
    if (head != null && !head.isSignedBy(keys)) {
      return badHead(
          "the head of record %d is not signed by the key %s".formatted(head.seq(), keys.id()));
    }
    return Optional.empty();
  }

  private Optional<Broken> badHead(String how) {
    return Optional.of(new Broken(signed + 1, Fault.BAD_SIGNATURE, how));
  }

  /// All records fit; asks whether they are all.
  private AuditVerification ending() {
    if (head != null) {
      return missing(Fault.CUT, "a head knows record %d".formatted(head.seq()));
    }
    if (anchor.isPresent() && anchor.get().seq() > last.seq()) {
      return missing(
          Fault.ROLLED_BACK, "the head from outside knows record %d".formatted(anchor.get().seq()));
    }
    return new Intact(last.seq(), signed, records.isUnfinished());
  }

  private Broken missing(Fault fault, String known) {
    return new Broken(
        last.seq() + 1, fault, "record %d is the last, but %s".formatted(last.seq(), known));
  }
}
