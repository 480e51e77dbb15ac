package nl.jeugdgraaf.http;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.execute.ResponseTarget;
import nl.jeugdgraaf.problem.Problem;

/// What the web server needs to answer operations, available once everything behind it has started.
///
/// @param engine answers operations
/// @param schema the public schema, printed
/// @param ready whether operations can be answered now, for the readiness check
/// @param documents documents that a client can refer to instead of sending them
/// @param refusals records who is refused before an operation is read
public record Backend(
    Answers engine,
    Schema schema,
    BooleanSupplier ready,
    PersistedDocuments documents,
    Refusals refusals) {
  /// Answers operations, as [nl.jeugdgraaf.engine.Engine] does.
  public interface Answers {
    /// Writes the response to a request.
    ///
    /// @param request what was asked
    /// @param target where to write, and how
    /// @throws IOException if the client went away
    void answer(Request request, ResponseTarget target) throws IOException;

    /// {@return whether a request asks about the schema and nothing else}
    ///
    /// @param request what was asked
    default boolean asksSchemaOnly(Request request) {
      return false;
    }

    /// {@return whether a caller may ask for all there is}
    ///
    /// @param caller who asks
    default boolean mayExport(Caller caller) {
      return false;
    }
  }

  /// The public schema, printed.
  ///
  /// @param whole all of it
  /// @param visible what the role of a caller can see, whatever its purpose; throws
  ///   [nl.jeugdgraaf.problem.ProblemException] if there is no such role
  public record Schema(String whole, Function<Caller, String> visible) {}

  /// Records refusals, as [nl.jeugdgraaf.engine.Engine#refused] does.
  public interface Refusals {
    /// Records that a request was refused because of its token.
    ///
    /// @param caller who it is, as far as an accepted token says
    /// @param why why
    void refused(Caller caller, Problem.Code why);
  }
}
