package nl.jeugdgraaf.conditions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Rows;

/// A `where` whose conditions on one related node are followed and not only asked: the rows bind
/// that node, so that totals can count it without a second walk. A row is repeated where several
/// related nodes fit.
///
/// @param rows the rows, filtered
/// @param passed the nodes that they bind, by the relationships that lead there
public record FollowedWhere(Rows rows, Map<List<RelationshipField>, NodeVariable> passed) {
  /// Follows conditions.
  ///
  /// @param scope what holds around the field
  /// @param node the node of the rows
  /// @param where the conditions
  /// @param fields fields of the node whose conditions are followed; those below them all are
  public static FollowedWhere of(
      Scope scope, NodeVariable node, Input.Fields where, Set<String> fields) {
    var follower = new Follower(scope, new Rows.Scan(node));
    follower.follow(node, where, Argument.WHERE, List.of(), fields);
    return new FollowedWhere(
        new Rows.Filter(follower.rows, Predicate.and(follower.parts)), follower.passed);
  }

  /// {@return whether conditions ask for a related node under a field, so that they can be
  /// followed}
  ///
  /// @param scope what holds around them
  /// @param where the conditions
  /// @param field the field
  public static boolean follows(Scope scope, Input where, String field) {
    return where instanceof Input.Fields fields
        && fields.fields().get(field) instanceof Input.Fields
        && !(scope.isShared() && fields.optional().containsKey(field));
  }

  private static final class Follower {
    private final Scope scope;
    private final List<Predicate> parts = new ArrayList<>();
    private final Map<List<RelationshipField>, NodeVariable> passed = new LinkedHashMap<>();
    private Rows rows;

    private Follower(Scope scope, Rows rows) {
      this.scope = scope;
      this.rows = rows;
    }

    private void follow(
        NodeVariable node,
        Input.Fields where,
        String at,
        List<RelationshipField> path,
        Set<String> fields) {
      var asked = new LinkedHashMap<>(where.fields());
      for (var entry : where.fields().entrySet()) {
        var relationship = node.entity().relationships().get(entry.getKey());
        if (relationship != null
            && !relationship.target().many()
            && entry.getValue() instanceof Input.Fields inner
            && fields.contains(relationship.name())
            && follows(scope, where, relationship.name())) {
          asked.remove(entry.getKey());
          var hop = scope.hop(node, relationship, false);
          rows = new Rows.Expand(rows, hop);
          var longer = new ArrayList<>(path);
          longer.add(relationship);
          passed.put(List.copyOf(longer), hop.to());
          var below = hop.to().entity().relationships().keySet();
          follow(hop.to(), inner, at + "." + relationship.name(), longer, below);
        }
      }
      parts.add(new WhereCompiler(scope).node(node, new Input.Fields(asked, where.optional()), at));
    }
  }
}
