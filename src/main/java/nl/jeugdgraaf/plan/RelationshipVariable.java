package nl.jeugdgraaf.plan;

import java.util.function.Function;
import nl.jeugdgraaf.model.RelationshipProperties;

/// A variable for relationships; made by the [Binder].
public final class RelationshipVariable implements Variable {
  private final String name;
  private final String type;
  private final RelationshipProperties entity;
  private final Term day;
  private final Predicate guard;

  RelationshipVariable(
      String variable,
      RelationshipPattern kind,
      Term day,
      Function<RelationshipVariable, Predicate> guard) {
    this.name = variable;
    this.type = kind.type();
    this.entity = kind.entity();
    this.day = day;
    this.guard = guard.apply(this);
  }

  /// Which relationships a pattern matches.
  ///
  /// @param type in the database
  /// @param entity their properties
  record RelationshipPattern(String type, RelationshipProperties entity) {}

  @Override
  public String name() {
    return name;
  }

  /// {@return the relationship type in the database}
  public String type() {
    return type;
  }

  @Override
  public RelationshipProperties entity() {
    return entity;
  }

  @Override
  public Term day() {
    return day;
  }

  @Override
  public Predicate guard() {
    return guard;
  }

  @Override
  public String toString() {
    return name + ":" + type;
  }
}
