package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.Optional;

/// Everything that one operation reads: one statement, however many root fields it has.
///
/// @param roots what each root field reads, in their order, may be empty
/// @param subjects finds the youths who stand behind conditions of the operation; read first, so
///   that they are recorded before anything is told
public record Plan(List<Projection> roots, Optional<Projection> subjects) {
  /// Copies the list.
  public Plan {
    roots = List.copyOf(roots);
  }

  /// Creates a plan that looks for nobody behind its conditions.
  ///
  /// @param roots what each root field reads, in their order, may be empty
  public Plan(List<Projection> roots) {
    this(roots, Optional.empty());
  }

  /// Returns the plan as an indented tree, for people and golden files.
  @Override
  public String toString() {
    return PlanText.of(this);
  }
}
