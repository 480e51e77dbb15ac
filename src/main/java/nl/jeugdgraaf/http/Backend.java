package nl.jeugdgraaf.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import nl.jeugdgraaf.engine.Request;

/// What the web server needs to answer operations, available once everything behind it has started.
///
/// @param engine answers operations
/// @param schema the public schema, printed
/// @param ready whether operations can be answered now, for the readiness check
/// @param documents documents that a client can refer to instead of sending them
public record Backend(
    Answers engine, String schema, BooleanSupplier ready, PersistedDocuments documents) {
  /// Answers operations, as [nl.jeugdgraaf.engine.Engine#answer] does.
  public interface Answers {
    /// Writes the response to a request.
    ///
    /// @param request what was asked
    /// @param out where to write
    /// @throws IOException if the client went away
    void answer(Request request, OutputStream out) throws IOException;
  }
}
