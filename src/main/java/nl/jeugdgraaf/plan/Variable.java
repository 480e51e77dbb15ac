package nl.jeugdgraaf.plan;

import nl.jeugdgraaf.model.Entity;

/// A variable for nodes or relationships of a plan.
///
/// Only the [Binder] makes one, and it comes with its guard: what must hold for the caller and the
/// day before anything of it may be read, filtered, sorted or counted. Whoever writes a plan out
/// must write the guard wherever the variable is introduced.
public sealed interface Variable permits NodeVariable, RelationshipVariable {
  /// {@return the name, unique within a plan}
  String name();

  /// Returns the type of its nodes or relationships.
  ///
  /// @return a node type, an interface or relationship properties
  Entity entity();

  /// {@return the day that was asked when it was bound, on which rules are decided too}
  Term day();

  /// {@return what must hold of it, beside what is asked}
  Predicate guard();
}
