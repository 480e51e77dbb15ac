package nl.jeugdgraaf.plan;

import java.util.function.Function;
import nl.jeugdgraaf.model.EdgeType;

/// A variable that stands for relationships; made by the [Binder].
public final class BoundEdge implements Bound {
  private final String variable;
  private final String type;
  private final EdgeType entity;
  private final Parameter day;
  private final Where guard;

  BoundEdge(String variable, Kind kind, Parameter day, Function<BoundEdge, Where> guard) {
    this.variable = variable;
    this.type = kind.type();
    this.entity = kind.entity();
    this.day = day;
    this.guard = guard.apply(this);
  }

  /// What relationships are.
  ///
  /// @param type in the database
  /// @param entity their properties
  record Kind(String type, EdgeType entity) {}

  @Override
  public String variable() {
    return variable;
  }

  /// Returns the relationship type in the database.
  ///
  /// @return the type
  public String type() {
    return type;
  }

  @Override
  public EdgeType entity() {
    return entity;
  }

  @Override
  public Parameter day() {
    return day;
  }

  @Override
  public Where guard() {
    return guard;
  }

  @Override
  public String toString() {
    return variable + ":" + type;
  }
}
