package nl.jeugdgraaf.plan;

import nl.jeugdgraaf.model.Attribute;

/// A property of a bound node or relationship; made by the [Binder], which asks whether the caller
/// may read it.
///
/// @param of whose property it is
/// @param attribute which one
public record Property(Bound of, Attribute attribute) implements Term {
  @Override
  public String toString() {
    return of.variable() + "." + attribute.property();
  }
}
