package nl.jeugdgraaf.audit;

/// What is read back: an entry with its place in the chain.
///
/// @param place where it stands
/// @param source which program wrote it
/// @param subject pseudonym of the youth, empty for nobody in particular
/// @param event what happened
public record AuditRecord(Place place, Source source, String subject, AuditEvent event) {

  /// A place in the chain.
  ///
  /// @param seq number, from 1, without gaps
  /// @param prevHash hash of the record before; zeros for the first
  /// @param hash SHA-256 over everything else of the record
  /// @param keyId which key made the pseudonym and signs the heads
  public record Place(long seq, String prevHash, String hash, String keyId) {}

  /// Which program wrote a record.
  ///
  /// @param system its name
  /// @param version its version
  /// @param instance which run of it
  public record Source(String system, String version, String instance) {}
}
