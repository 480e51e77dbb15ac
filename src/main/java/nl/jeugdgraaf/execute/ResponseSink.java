package nl.jeugdgraaf.execute;

import java.io.OutputStream;
import java.util.function.Consumer;
import nl.jeugdgraaf.audit.AuditEntry;

/// Where a response leaves the server.
///
/// @param stream takes its bytes
/// @param leaving is told before bytes leave of whom they tell, since the last time. If it fails,
///   nothing leaves
public record ResponseSink(OutputStream stream, Consumer<AuditEntry.Data> leaving) {}
