package nl.jeugdgraaf.access;

import java.util.List;
import java.util.Optional;

/// That some callers may see something: all of it, or that for which a rule holds.
///
/// @param to roles that may; empty is everybody, nobody in particular included
/// @param purposes for which they may; empty is any that the role can have
/// @param rule name of the rule that must hold, among those of the type, if any
/// @param demoOnly whether it counts in demo mode only
public record Grant(
    List<String> to, List<String> purposes, Optional<String> rule, boolean demoOnly) {
  /// Copies the lists.
  public Grant {
    to = List.copyOf(to);
    purposes = List.copyOf(purposes);
  }

  /// {@return whether everybody may, whatever the purpose}
  public boolean isPublic() {
    return to.isEmpty() && purposes.isEmpty() && !demoOnly;
  }

  /// Returns whether it counts for a caller.
  ///
  /// @param role the caller's role, empty for nobody
  /// @param purpose one that the role can have, empty where none was stated
  /// @param demo whether the server runs in demo mode
  /// @return true if so; a grant to roles counts only with a purpose
  public boolean counts(String role, String purpose, boolean demo) {
    var asked = to.isEmpty() || (to.contains(role) && !purpose.isEmpty());
    return asked && (purposes.isEmpty() || purposes.contains(purpose)) && (demo || !demoOnly);
  }
}
