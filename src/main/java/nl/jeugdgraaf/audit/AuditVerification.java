package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Whether a log is as it was written: every record, their order, and that none is missing.
///
/// A changed, lost, added or moved record breaks the chain. That the end was cut, or all of it
/// written anew, shows against heads that were signed before: those beside the log, and better one
/// that was kept elsewhere.
///
/// @see <a href="https://www.usenix.org/legacy/event/sec09/tech/full_papers/crosby.pdf">Crosby and
///   Wallach, Efficient Data Structures for Tamper-Evident Logging</a>
public sealed interface AuditVerification {
  /// All is as it was written.
  ///
  /// @param records how many records there are
  /// @param heads how many signed heads fit them
  /// @param unfinished whether a last record was never ended, and so never confirmed
  record Sound(long records, int heads, boolean unfinished) implements AuditVerification {
    @Override
    public String toString() {
      return "The log is sound: %d records, %d signed heads.%s"
          .formatted(
              records,
              heads,
              unfinished ? " A last record was not whole, so it was never confirmed." : "");
    }
  }

  /// Something is not as it was written.
  ///
  /// @param seq number of the first record that is wrong or missing
  /// @param why what is wrong with it
  record Broken(long seq, String why) implements AuditVerification {
    @Override
    public String toString() {
      return "The log is broken at record %d: %s.".formatted(seq, why);
    }
  }

  /// Looks at the log of a directory.
  ///
  /// @param directory where it is
  /// @param keys with which it was written
  /// @param anchor a head that was kept elsewhere, if there is one
  /// @return what was found
  /// @throws ProblemException `AUDIT_UNAVAILABLE` if it cannot be read
  static AuditVerification verify(Path directory, AuditKeys keys, Optional<AuditHead> anchor) {
    try {
      var heads = heads(directory.resolve(AuditLog.HEADS));
      anchor.ifPresent(heads::add);
      var forged = heads.stream().filter(head -> !head.isSignedBy(keys)).findFirst();
      if (forged.isPresent()) {
        return new Broken(
            forged.get().seq(), "a head of it is not signed by the key of this log");
      }
      return chain(directory.resolve(AuditLog.RECORDS), keys, heads);
    } catch (IOException e) {
      throw new ProblemException(
          Code.AUDIT_UNAVAILABLE, "The audit log in " + directory + " cannot be read.", e);
    }
  }

  private static List<AuditHead> heads(Path file) throws IOException {
    var heads = new ArrayList<AuditHead>();
    if (Files.exists(file)) {
      for (var line : Files.readAllLines(file)) {
        heads.add(
            AuditHead.parse(line)
                .orElse(new AuditHead(0, line, Instant.EPOCH, "")));
      }
    }
    return heads;
  }

  private static AuditVerification chain(Path file, AuditKeys keys, List<AuditHead> heads)
      throws IOException {
    long seq = 0;
    var hash = AuditHead.START;
    var unfinished = !endsWithLine(file);
    try (var lines = Files.newBufferedReader(file)) {
      var line = lines.readLine();
      while (line != null) {
        var next = lines.readLine();
        if (next == null && unfinished) {
          break;
        }
        var wrong = wrong(line, new AuditLog.Chain(seq, hash), keys);
        if (wrong != null) {
          return new Broken(seq + 1, wrong);
        }
        seq++;
        hash = AuditLine.stated(line).orElseThrow();
        for (var head : heads) {
          if (head.seq() == seq && !head.hash().equals(hash)) {
            return new Broken(seq, "it is another than the one whose head was signed");
          }
        }
        line = next;
      }
    }
    var last = seq;
    var cut = heads.stream().filter(head -> head.seq() > last).findFirst();
    return cut.isPresent()
        ? new Broken(last + 1, "it is missing; a head of record " + cut.get().seq() + " was signed")
        : new Sound(last, heads.size(), unfinished);
  }

  private static boolean endsWithLine(Path file) throws IOException {
    try (var channel = Files.newByteChannel(file)) {
      if (channel.size() == 0) {
        return true;
      }
      channel.position(channel.size() - 1);
      var last = ByteBuffer.allocate(1);
      channel.read(last);
      return last.get(0) == '\n';
    }
  }

  private static @Nullable String wrong(String line, AuditLog.Chain before, AuditKeys keys) {
    var record = AuditLine.read(line).orElse(null);
    if (record == null || !AuditLine.isWhole(line)) {
      return "it was changed";
    }
    if (!line.contains("\"keyId\":\"" + keys.id() + "\"")) {
      return "it was written with another key";
    }
    return record.seq() == before.seq() + 1 && record.previousHash().equals(before.hash())
        ? null
        : "it does not follow the record before it, so one was lost, added or moved";
  }
}
