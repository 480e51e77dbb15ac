package nl.jeugdgraaf.audit;

/// An entry as it stands in the log.
///
/// @param seq its number, from 1
/// @param entry what it says; the subject is a pseudonym
/// @param system name and version of the server that wrote it
/// @param previousHash hash of the record before it, zeros for the first
/// @param hash SHA-256 of the record with `previousHash`, in hexadecimal
public record AuditRecord(
    long seq, AuditEntry entry, String system, String previousHash, String hash) {}
