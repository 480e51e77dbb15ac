package nl.jeugdgraaf.plan;

import java.util.function.Function;
import nl.jeugdgraaf.model.EdgeType;

/// A variable that stands for relationships; made by the [Binder].
public final class BoundEdge implements Bound {
  private final String variable;
  private final String type;
  private final EdgeType entity;
  private final Where guard;

  BoundEdge(String variable, String type, EdgeType entity, Function<BoundEdge, Where> guard) {
    this.variable = variable;
    this.type = type;
    this.entity = entity;
    this.guard = guard.apply(this);
  }

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
  public Where guard() {
    return guard;
  }

  @Override
  public String toString() {
    return variable + ":" + type;
  }
}
