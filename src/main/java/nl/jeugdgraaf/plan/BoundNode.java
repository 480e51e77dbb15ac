package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.function.Function;
import nl.jeugdgraaf.model.NodeEntity;

/// A variable that stands for nodes; made by the [Binder].
public final class BoundNode implements Bound {
  private final String variable;
  private final NodeEntity entity;
  private final List<String> labels;
  private final Where guard;

  BoundNode(
      String variable, NodeEntity entity, List<String> labels, Function<BoundNode, Where> guard) {
    this.variable = variable;
    this.entity = entity;
    this.labels = List.copyOf(labels);
    this.guard = guard.apply(this);
  }

  @Override
  public String variable() {
    return variable;
  }

  @Override
  public NodeEntity entity() {
    return entity;
  }

  /// Returns the labels of which each such node carries at least one.
  ///
  /// @return one label, or those of all node types of an interface
  public List<String> labels() {
    return labels;
  }

  @Override
  public Where guard() {
    return guard;
  }

  @Override
  public String toString() {
    return variable + ":" + entity.name();
  }
}
