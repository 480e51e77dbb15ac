package nl.jeugdgraaf.audit;

import java.util.Map;

/// An entry in the log, with its place in the chain.
///
/// @param seq its number, from 1, without gaps
/// @param entry what happened; subjects are pseudonyms
/// @param source the server that wrote it
/// @param seal what fixes it in its place
public record AuditRecord(long seq, AuditEntry entry, Source source, Seal seal) {

  /// Returns the record without the other subjects.
  AuditRecord about(String pseudonym) {
    var data = entry.data();
    var own = Map.of(pseudonym, data.subjects().getOrDefault(pseudonym, 0L));
    return new AuditRecord(
        seq,
        new AuditEntry(
            entry.event(),
            entry.actor(),
            new AuditEntry.Data(own, data.others()),
            entry.operation(),
            entry.period()),
        source,
        seal);
  }

  /// The server that wrote a record.
  ///
  /// @param system its name and version
  /// @param instance id of one run of it
  public record Source(String system, String instance) {}

  /// What fixes a record in its place.
  ///
  /// @param prevHash hash of the record before; zeros for the first
  /// @param hash SHA-256 of the rest of the record, in hexadecimal
  /// @param keyId id of the keys that gave the pseudonyms and sign the heads
  public record Seal(String prevHash, String hash, String keyId) {}
}
