package nl.jeugdgraaf.plan;

import nl.jeugdgraaf.model.Attribute;

/// A property of a bound node or relationship; made by the [Binder], which asks whether the caller
/// may read it. Where its guard does not hold it is missing.
///
/// @param of whose property it is
/// @param attribute which one
/// @param guard what must hold of `of` before the caller may read it
public record Property(Variable of, Attribute attribute, Predicate guard) implements Term {
  /// Returns whether the caller may read it of every node or relationship of the variable.
  ///
  /// @return false where it can be stored and still be missing for the caller
  public boolean isOpen() {
    return guard.equals(Predicate.Always.TRUE);
  }

  @Override
  public String toString() {
    return of.name()
        + "."
        + attribute.property()
        + (isOpen() ? "" : " if(" + PredicateText.of(guard) + ")");
  }
}
