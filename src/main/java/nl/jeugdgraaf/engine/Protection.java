package nl.jeugdgraaf.engine;

import java.util.function.Function;
import nl.jeugdgraaf.audit.Audit;
import nl.jeugdgraaf.plan.Access;
import nl.jeugdgraaf.plan.Cursors;
import nl.jeugdgraaf.policy.Caller;

/// What stands between callers and data.
///
/// @param policy what a caller may see
/// @param audit takes down who saw whose data
/// @param cursors seals what a cursor holds
public record Protection(Function<Caller, Access> policy, Audit audit, Cursors cursors) {
  /// Returns what stands between the server itself and data: nothing.
  ///
  /// @param cursors seals what a cursor holds
  /// @return the protection; for no caller
  public static Protection none(Cursors cursors) {
    return new Protection(_ -> Access.EVERYTHING, _ -> {}, cursors);
  }
}
