package nl.jeugdgraaf.audit;

/// An entry as it stands in the log.
///
/// @param seq its number, from 1, without gaps
/// @param entry what it says; the subject is a pseudonym
/// @param source which server wrote it
/// @param seal what holds it in its place
public record AuditRecord(long seq, AuditEntry entry, Source source, Seal seal) {

  /// Which server wrote a record.
  ///
  /// @param system its name and version
  /// @param instance which run of it
  public record Source(String system, String instance) {}

  /// What holds a record in its place.
  ///
  /// @param prevHash hash of the record before; zeros for the first
  /// @param hash SHA-256 over everything else of the record, in hexadecimal
  /// @param keyId which key made the pseudonym and signs the heads
  public record Seal(String prevHash, String hash, String keyId) {}
}
