package nl.jeugdgraaf.execute;

import java.io.OutputStream;
import java.util.function.Consumer;
import nl.jeugdgraaf.audit.AuditEntry;

/// Where a response leaves the server.
///
/// @param stream takes its bytes
/// @param leaving is told, before bytes leave, about whom they reveal something that was not yet
///   recorded. If it fails, nothing leaves
public record ResponseSink(OutputStream stream, Consumer<AuditEntry.Data> leaving) {}
