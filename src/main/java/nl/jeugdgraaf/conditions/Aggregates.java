package nl.jeugdgraaf.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.model.AggregateFunction;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.Aggregation.Over;
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
  private final List<Rows.Aggregate> totals = new ArrayList<>();

  public Aggregates(Scope scope, Rows.Member member) {
    this.scope = scope;
    this.member = member;
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

  /// Returns the number of different nodes that are related to those of the rows.
  public Term.Named related(List<RelationshipField> path) {
    NodeVariable node = member.node();
    Rows rows = new Rows.Argument(node);
    for (var step : path) {
      var hop = scope.hop(node, step, false);
      rows = new Rows.Expand(rows, hop);
      node = hop.to();
    }
    return total(new Aggregation.CountRelated(rows, node));
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
      return scope.binder().days(node, computed);
    }
    var of = of(over);
    return scope.binder().property(of, attribute(of, field));
  }

  /// Returns the type of a field of the nodes or of the relationships.
  public ValueType type(String field, Over over) {
    var node = member.node();
    if (over == Over.NODES && node.entity().computed().containsKey(field)) {
      return ComputedField.TYPE;
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
