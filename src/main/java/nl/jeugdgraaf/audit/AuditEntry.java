package nl.jeugdgraaf.audit;

/// What is to be recorded of one operation for one person, or for nobody in particular.
///
/// @param subject id of the youth whose data it is, which is stored as a pseudonym; empty for an
///   event that is about nobody in particular, such as a search that matched nothing
/// @param event what happened
public record AuditEntry(String subject, AuditEvent event) {}
