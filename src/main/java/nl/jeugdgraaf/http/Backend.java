package nl.jeugdgraaf.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import nl.jeugdgraaf.engine.Request;

/// What the server has to offer once everything behind it has started.
///
/// @param engine answers operations
/// @param schema the public schema, printed
/// @param ready whether the database can be reached now; asked by the readiness check
/// @param documents what a client can name instead of sending
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
