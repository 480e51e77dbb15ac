package nl.jeugdgraaf.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Where a log had come at some time, signed. Kept elsewhere, it tells later whether the log was cut
/// or replaced.
///
/// @param seq number of the last record, 0 for an empty log
/// @param hash hash of the last record
/// @param time when it was signed
/// @param signature Ed25519 over the other parts, in base64
public record AuditHead(long seq, String hash, Instant time, String signature) {
  /// What precedes the first record.
  static final String START = "0".repeat(64);

  static AuditHead sign(long seq, String hash, Instant time, AuditKeys keys) {
    return new AuditHead(seq, hash, time, keys.sign(signed(seq, hash, time)));
  }

  boolean isSignedBy(AuditKeys keys) {
    return keys.verify(signed(seq, hash, time), signature);
  }

  private static String signed(long seq, String hash, Instant time) {
    return seq + " " + hash + " " + time;
  }

  /// Reads a head out of its line.
  ///
  /// @param line as [#toString()] writes it
  /// @return the head, if it is one
  public static Optional<AuditHead> parse(String line) {
    var parts = line.strip().split(" ");
    if (parts.length != 4) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new AuditHead(Long.parseLong(parts[0]), parts[1], Instant.parse(parts[2]), parts[3]));
    } catch (NumberFormatException | DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// The head on one line: number, hash, time and signature, with spaces between.
  @Override
  public String toString() {
    return signed(seq, hash, time) + " " + signature;
  }
}
