package nl.jeugdgraaf.audit;

/// An entry as it stands in the log.
///
/// @param place where it stands
/// @param source which server wrote it
/// @param entry what it says; the subject is a pseudonym
public record AuditRecord(Place place, Source source, AuditEntry entry) {

  /// A place in the chain.
  ///
  /// @param seq number, from 1, without gaps
  /// @param prevHash hash of the record before; zeros for the first
  /// @param hash SHA-256 over everything else of the record, in hexadecimal
  /// @param keyId which key made the pseudonym and signs the heads
  public record Place(long seq, String prevHash, String hash, String keyId) {}

  /// Which server wrote a record.
  ///
  /// @param system its name and version
  /// @param instance which run of it
  public record Source(String system, String instance) {}
}
