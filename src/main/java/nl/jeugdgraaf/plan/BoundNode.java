package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.function.Function;
import nl.jeugdgraaf.model.NodeEntity;

/// A variable that stands for nodes; made by the [Binder].
public final class BoundNode implements Bound {
  private final String variable;
  private final NodeEntity entity;
  private final List<String> labels;
  private final Parameter day;
  private final Where rule;
  private final Where guard;

  BoundNode(String variable, Kind kind, Parameter day, Function<BoundNode, Where> rule) {
    this.variable = variable;
    this.entity = kind.entity();
    this.labels = kind.labels();
    this.day = day;
    this.rule = rule.apply(this);
    this.guard = this.rule;
  }

  /// The same variable, of which less is left to ask, because the rest is known to hold.
  BoundNode(BoundNode node, Where left) {
    this.variable = node.variable;
    this.entity = node.entity;
    this.labels = node.labels;
    this.day = node.day;
    this.rule = node.rule;
    this.guard = left;
  }

  /// What nodes are.
  ///
  /// @param entity a node type or interface
  /// @param labels of which each such node carries at least one
  record Kind(NodeEntity entity, List<String> labels) {
    Kind {
      labels = List.copyOf(labels);
    }
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
  public Parameter day() {
    return day;
  }

  /// Returns what holds wherever the variable is bound: its guard, and what is known without
  /// asking.
  Where rule() {
    return rule;
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
