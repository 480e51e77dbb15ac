package nl.jeugdgraaf.access;

import java.util.List;
import java.util.Optional;

/// Allows some callers to see something: always, or where a rule holds.
///
/// @param to roles that it allows; empty for every caller, also without a token
/// @param purposes purposes that it allows; empty for all of the role
/// @param rule name of the rule that must hold, among those of the type, if any
/// @param connected name of the rule that must hold for a node to be seen with its relationships,
///   if another than `rule`
/// @param demoOnly whether it counts in demo mode only
public record Grant(
    List<String> to,
    List<String> purposes,
    Optional<String> rule,
    Optional<String> connected,
    boolean demoOnly) {
  /// Copies the lists.
  public Grant {
    to = List.copyOf(to);
    purposes = List.copyOf(purposes);
  }

  /// {@return whether it allows every caller, for any purpose or none}
  public boolean isPublic() {
    return to.isEmpty() && purposes.isEmpty() && !demoOnly;
  }

  /// Returns whether it counts for a caller.
  ///
  /// @param role the caller's role, empty without a token
  /// @param purpose one that the role may use, empty if none was stated
  /// @param demo whether the server runs in demo mode
  /// @return whether it does; a grant to roles counts only with a purpose
  public boolean counts(String role, String purpose, boolean demo) {
    var asked = to.isEmpty() || (to.contains(role) && !purpose.isEmpty());
    return asked && (purposes.isEmpty() || purposes.contains(purpose)) && (demo || !demoOnly);
  }
}
