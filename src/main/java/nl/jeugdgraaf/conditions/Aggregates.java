package nl.jeugdgraaf.conditions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.model.AggregateFunction;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.Aggregation.Over;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.plan.Variable;
import nl.jeugdgraaf.problem.Bug;

/// The totals of one reading of rows, while they are asked for; what is asked twice is computed
/// once.
public final class Aggregates {
  private final Scope scope;
  private final Rows.Member member;
  private final Optional<Consumer<Hop>> steps;
  private final List<Rows.Aggregate> totals = new ArrayList<>();
  private final Map<List<RelationshipField>, NodeVariable> passed = new LinkedHashMap<>();

  public Aggregates(Scope scope, Rows.Member member) {
    this(scope, member, Optional.empty());
  }

  /// @param scope what holds around the totals
  /// @param member what a row is about
  /// @param steps takes a relationship to one node into the rows, where rows may grow
  public Aggregates(Scope scope, Rows.Member member, Optional<Consumer<Hop>> steps) {
    this.scope = scope;
    this.member = member;
    this.steps = steps;
  }

  /// Notes that the rows followed relationships from their member to a node. The first way counts
  /// if they did so more than once.
  public void passed(List<RelationshipField> path, NodeVariable node) {
    passed.putIfAbsent(List.copyOf(path), node);
  }

  Scope scope() {
    return scope;
  }

  Rows.Member member() {
    return member;
  }

  public List<Rows.Aggregate> list() {
    return List.copyOf(totals);
  }

  /// Returns the name of a total.
  public Term.Named total(Aggregation aggregation) {
    for (var known : totals) {
      if (known.aggregation().equals(aggregation)) {
        return known.name();
      }
    }
    var total = new Rows.Aggregate(scope.binder().name(), aggregation);
    totals.add(total);
    return total.name();
  }

  /// {@return the number of different nodes, or of relationships}
  ///
  /// @param count which of the two
  public Term.Named count(ApiField.Count count) {
    return total(
        switch (count) {
          case NODES -> new Aggregation.CountNodes();
          case EDGES -> new Aggregation.CountRelationships();
        });
  }

  /// Returns the number of different nodes to which relationships lead from those of the rows. As
  /// far as the rows followed them on the way to their keys, the path goes on from there.
  public Term.Named related(List<RelationshipField> path) {
    int known = path.size();
    while (known > 0 && !passed.containsKey(path.subList(0, known))) {
      known--;
    }
    var from = passed.getOrDefault(path.subList(0, known), member.node());
    var rest = path.subList(known, path.size());
    if (steps.isPresent() && rest.stream().noneMatch(step -> step.target().many())) {
      return total(new Aggregation.CountReached(followed(path, known, from, steps.get())));
    }
    if (rest.isEmpty()) {
      return total(new Aggregation.CountReached(from));
    }
    Rows rows = new Rows.Argument(from);
    var end = from;
    for (var step : rest) {
      var hop = scope.hop(end, step, false);
      rows = new Rows.Expand(rows, hop);
      end = hop.to();
    }
    return total(new Aggregation.CountRelated(from, rows, end));
  }

  private NodeVariable followed(
      List<RelationshipField> path, int known, NodeVariable from, Consumer<Hop> steps) {
    var end = from;
    for (int i = known; i < path.size(); i++) {
      var hop = scope.hop(end, path.get(i), false);
      steps.accept(hop);
      end = hop.to();
      passed(path.subList(0, i + 1), end);
    }
    return end;
  }

  /// Returns a statistic of a field of the nodes or of the relationships.
  public Term.Named statistic(
      AggregateFunction statistic, String field, Over over, Optional<Parameter> share) {
    return total(
        new Aggregation.OfValues(statistic, value(field, over), type(field, over), over, share));
  }

  /// Returns a field of the nodes or of the relationships.
  public Term value(String field, Over over) {
    var node = member.node();
    var computed = node.entity().computed().get(field);
    if (over == Over.NODES && computed != null) {
      return scope.binder().computed(node, computed);
    }
    var of = of(over);
    return scope.binder().property(of, attribute(of, field));
  }

  /// Returns the type of a field of the nodes or of the relationships.
  public ValueType type(String field, Over over) {
    var node = member.node();
    var computed = node.entity().computed().get(field);
    if (over == Over.NODES && computed != null) {
      return computed.type();
    }
    return attribute(of(over), field).type();
  }

  private Variable of(Over over) {
    return switch (over) {
      case NODES -> member.node();
      case RELATIONSHIPS ->
          member.relationship().orElseThrow(() -> new Bug("nodes at the root have no edges"));
    };
  }

  private static Attribute attribute(Variable of, String field) {
    var attribute = of.entity().attributes().get(field);
    if (attribute == null) {
      throw ApiField.unknown(of.entity().name() + "." + field);
    }
    return attribute;
  }
}
