package nl.jeugdgraaf.conditions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Rows;

/// Whether a rule holds of one node, and over which others: every relationship that must be there
/// becomes a step, so that the nodes on the way can be shown.
///
/// @param plan one root whose only value is null where the rule does not hold, and else a list: for
///   each node on the way its labels and then its keys, in the order of `keys`
/// @param binder of the plan
/// @param keys for each node on the way, keys by the node types that it can have
public record RulePath(Plan plan, Binder binder, List<Map<String, Attribute>> keys) {
  /// Copies the list.
  public RulePath {
    keys = List.copyOf(keys);
  }

  /// Compiles a rule.
  ///
  /// @param schema the graph and the rules
  /// @param permissions of the caller whom the rule is about
  /// @param type type of the node
  /// @param rule name of a rule of the type
  /// @param at key of the node, and the day on which the rule is read
  /// @return the compiled rule
  public static RulePath of(
      ApiSchema schema, Permissions permissions, NodeType type, String rule, At at) {
    var binder = new Binder(schema.model());
    var day = binder.parameter(new ParameterSource.Literal(at.day()));
    var node = binder.node(type, day);
    var key = binder.parameter(new ParameterSource.Literal(at.key()));
    var where = new CallerGuards(schema, permissions, day.source()).guard(rule, node, binder);
    var steps = new ArrayList<NodeVariable>();
    var rest = new ArrayList<Predicate>();
    Rows rows = new Rows.Lookup(node, binder.property(node, type.key()), key);
    rows = new Rows.Filter(follow(rows, where, steps, rest), Predicate.and(rest));
    var keys = new ArrayList<Map<String, Attribute>>();
    var columns = new ArrayList<Column>();
    for (var step : steps) {
      columns.add(new Column.Labels(step));
      var ofStep = new LinkedHashMap<String, Attribute>();
      for (var each : schema.model().concrete(step.entity())) {
        ofStep.put(each.name(), each.key());
        columns.add(new Column.Value(binder.property(binder.as(step, each), each.key())));
      }
      keys.add(ofStep);
    }
    if (columns.isEmpty()) {
      columns.add(new Column.Labels(node));
    }
    var root =
        new Projection(
            new Rows.Unit(), List.of(new Column.NestedRow(new Projection(rows, columns))));
    return new RulePath(new Plan(List.of(root)), binder, keys);
  }

  /// Of which node a rule is asked, and on which day.
  ///
  /// @param key key of the node
  /// @param day the day
  public record At(String key, LocalDate day) {}

  private static Rows follow(
      Rows rows, Predicate where, List<NodeVariable> steps, List<Predicate> rest) {
    var followed = rows;
    for (var part : where.conjuncts()) {
      if (part instanceof Predicate.SemiJoin(var hop, var inner, var quantity)
          && quantity == Predicate.Quantity.SOME) {
        steps.add(hop.to());
        followed = follow(new Rows.Expand(followed, hop), inner, steps, rest);
      } else {
        rest.add(part);
      }
    }
    return followed;
  }
}
