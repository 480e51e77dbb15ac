package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.function.Function;
import nl.jeugdgraaf.model.NodeEntity;

/// A variable for nodes; made by the [Binder].
public final class NodeVariable implements Variable {
  private final String name;
  private final NodeEntity entity;
  private final List<String> labels;
  private final Term day;
  private final Predicate rule;
  private final Predicate guard;

  NodeVariable(
      String variable, NodePattern kind, Term day, Function<NodeVariable, Predicate> rule) {
    this.name = variable;
    this.entity = kind.entity();
    this.labels = kind.labels();
    this.day = day;
    this.rule = rule.apply(this);
    this.guard = this.rule;
  }

  /// The same variable, of which less is left to ask, because the rest is known to hold.
  NodeVariable(NodeVariable node, Predicate left) {
    this.name = node.name;
    this.entity = node.entity;
    this.labels = node.labels;
    this.day = node.day;
    this.rule = node.rule;
    this.guard = left;
  }

  /// The same variable where it is bound already, so that nothing is left to ask.
  NodeVariable(NodeVariable node) {
    this.name = node.name;
    this.entity = node.entity;
    this.labels = List.of();
    this.day = node.day;
    this.rule = node.rule;
    this.guard = Predicate.Always.TRUE;
  }

  /// Which nodes a pattern matches.
  ///
  /// @param entity a node type or interface
  /// @param labels of which each such node carries at least one
  record NodePattern(NodeEntity entity, List<String> labels) {
    NodePattern {
      labels = List.copyOf(labels);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public NodeEntity entity() {
    return entity;
  }

  /// Returns the labels of which each such node carries at least one.
  ///
  /// @return one label, or those of all node types of an interface; none where it is bound already
  public List<String> labels() {
    return labels;
  }

  @Override
  public Term day() {
    return day;
  }

  /// Returns what holds wherever the variable is bound: its guard, and what is known without
  /// asking.
  public Predicate rule() {
    return rule;
  }

  @Override
  public Predicate guard() {
    return guard;
  }

  @Override
  public String toString() {
    return name + ":" + entity.name();
  }
}
