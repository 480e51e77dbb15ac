package nl.jeugdgraaf.audit;

import java.nio.file.Path;
import java.util.Optional;
import nl.jeugdgraaf.problem.ProblemException;

/// What a look at a whole log found; its text says so in a sentence or two.
public sealed interface AuditVerification {

  /// Reads a log from its beginning and checks every record, also while it is written.
  ///
  /// @param directory where the log is
  /// @param keys with which it is written
  /// @param anchor a head that was kept outside, where there is one; without it a log that was set
  ///   back with all its files cannot be told from a whole one
  /// @return what was found
  /// @throws ProblemException `AUDIT_UNAVAILABLE` if the files cannot be read
  static AuditVerification verify(Path directory, AuditKeys keys, Optional<AuditHead> anchor) {
    return Verifier.verify(directory, keys, anchor);
  }

  /// Every record is as it was written.
  ///
  /// @param records how many there are
  /// @param signed up to which record a head confirms them
  /// @param unfinished whether the last line was not written to its end, so it was never
  ///   acknowledged and is no record
  record Intact(long records, long signed, boolean unfinished) implements AuditVerification {
    @Override
    public String toString() {
      return "The audit record is whole: %d records, of which %d are confirmed by a signed head.%s"
          .formatted(
              records,
              signed,
              unfinished ? " A last line is unfinished; it was never acknowledged." : "");
    }
  }

  /// Something is not as it was written.
  ///
  /// @param seq number of the first record that is wrong or missing
  /// @param fault what is wrong with it
  /// @param how how it was seen
  record Broken(long seq, Fault fault, String how) implements AuditVerification {
    @Override
    public String toString() {
      return "The audit record is broken from record %d: %s.".formatted(seq, how);
    }
  }

  /// What can be wrong with a log.
  enum Fault {
    /// A record has another content than when it was written.
    CHANGED,
    /// A record is gone from between others.
    DELETED,
    /// A record stands between others that were written one after the other.
    INSERTED,
    /// A record stands in another place.
    SWAPPED,
    /// Records at the end are gone that a head in the same directory knows.
    CUT,
    /// The log and its heads end before the head that was kept outside.
    ROLLED_BACK,
    /// The chain fits in itself, but is not the one that a head knows.
    REPLACED,
    /// A head is not signed by the keys, is no head, or is gone.
    BAD_SIGNATURE
  }
}
