package nl.jeugdgraaf.plan;

import java.util.List;

/// Everything that one operation reads: one statement, however many root fields it has.
///
/// @param roots what each root field reads, in their order, may be empty
public record Plan(List<Projection> roots) {
  /// Copies the list.
  public Plan {
    roots = List.copyOf(roots);
  }

  /// Returns the plan as an indented tree, for people and golden files.
  @Override
  public String toString() {
    return PlanText.of(this);
  }
}
