package nl.jeugdgraaf.audit;

import java.nio.file.Path;
import java.util.Optional;
import nl.jeugdgraaf.problem.ProblemException;

/// The result of checking a whole log; its text says so in a sentence or two.
public sealed interface AuditVerification {

  /// Reads a log from its beginning and checks every record and every head. Writes nothing, and may
  /// run while a server appends to the log.
  ///
  /// @param directory where the log is
  /// @param key the key that checks the heads
  /// @param anchor a head of which a copy was kept elsewhere, if there is one; without it a log
  ///   that was set back together with its heads looks intact
  /// @return what was found
  /// @throws ProblemException `AUDIT_UNAVAILABLE` if the files cannot be read
  static AuditVerification verify(Path directory, AuditPublicKey key, Optional<AuditHead> anchor) {
    return Verifier.verify(directory, key, anchor);
  }

  /// Every record is as it was written.
  ///
  /// @param records how many there are
  /// @param signed number of the last record that a head confirms
  /// @param unfinished whether the last line is incomplete; such a line was never acknowledged and
  ///   does not count as a record
  record Intact(long records, long signed, boolean unfinished) implements AuditVerification {
    @Override
    public String toString() {
      return "The audit log is intact: %d %s, %d confirmed by a signed head.%s"
          .formatted(
              records,
              records == 1 ? "record" : "records",
              signed,
              unfinished ? " The last line is incomplete; it was never acknowledged." : "");
    }
  }

  /// A record or a head is not as it was written.
  ///
  /// @param seq number of the first record that is wrong or missing
  /// @param fault what is wrong with it
  /// @param evidence what shows it, as a part of a sentence
  record Broken(long seq, Fault fault, String evidence) implements AuditVerification {
    @Override
    public String toString() {
      return "The audit log is broken from record %d: %s.".formatted(seq, evidence);
    }
  }

  /// What can be wrong with a log.
  enum Fault {
    /// A record has other content than when it was written.
    CHANGED,
    /// A record between others is missing.
    DELETED,
    /// A record was put between two that were written one after the other.
    INSERTED,
    /// A record was moved to another place.
    SWAPPED,
    /// Records at the end are missing that a head in the same directory confirms.
    CUT,
    /// The log and its heads end before the head that was kept elsewhere.
    ROLLED_BACK,
    /// The chain is consistent, but it is not the one that a head confirms.
    REPLACED,
    /// A head is missing, malformed, or not signed by the key.
    BAD_SIGNATURE
  }
}
