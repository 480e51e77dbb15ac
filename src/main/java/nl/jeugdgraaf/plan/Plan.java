package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.Optional;

/// Everything that one operation reads: one statement, however many root fields it has.
///
/// @param roots what each root field reads, in their order, may be empty
/// @param subjects finds the youths who stand behind conditions of the operation; read first, so
///   that they are recorded before anything is told
/// @param sets nodes that are found once, before all else, because many rows ask for them; a set
///   can use those before it
public record Plan(List<Projection> roots, Optional<Projection> subjects, List<NodeSet> sets) {
  /// Copies the lists.
  public Plan {
    roots = List.copyOf(roots);
    sets = List.copyOf(sets);
  }

  /// Nodes that a [Predicate.InList] asks for.
  ///
  /// @param name of the list of them
  /// @param rows finds each of them
  /// @param node the variable of each of them
  public record NodeSet(Term.Named name, Rows rows, NodeVariable node) {}

  /// Creates a plan that looks for nobody behind its conditions.
  ///
  /// @param roots what each root field reads, in their order, may be empty
  public Plan(List<Projection> roots) {
    this(roots, Optional.empty(), List.of());
  }

  /// Returns the plan as an indented tree, for people and golden files.
  @Override
  public String toString() {
    return PlanText.of(this);
  }
}
