package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.conditions.ChangeConditions;
import nl.jeugdgraaf.conditions.Ordering;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;
import org.jspecify.annotations.Nullable;

/// The changes of a relationship around some nodes, with what is bound of each.
///
/// @param rows the changes, filtered, not yet sorted
/// @param before what ended, or nothing
/// @param after what began, or nothing
/// @param names of what is known of each
record ChangeRows(Rows rows, Hop before, Hop after, Rows.ChangeNames names) {
  /// Binds and filters changes.
  ///
  /// @param scope what holds around the field
  /// @param around rows of the nodes around which something changed
  /// @param relationship which changes
  /// @param between the days
  /// @param where a condition, if there is one
  static ChangeRows of(
      Scope scope,
      Around around,
      RelationshipField relationship,
      Rows.Between between,
      @Nullable Input where) {
    var before = scope.hop(around.node(), relationship, true);
    var after = scope.hop(around.node(), relationship, true);
    var binder = scope.binder();
    var keys = relationship.properties().keys().stream().map(_ -> binder.name()).toList();
    var names = new Rows.ChangeNames(binder.name(), binder.name(), keys, binder.name());
    Rows rows = new Rows.Changes(around.rows(), before, after, between, names);
    var holds = new ChangeConditions(scope, before, after, names).of(where);
    return new ChangeRows(new Rows.Filter(rows, holds), before, after, names);
  }

  /// Nodes around which something changed.
  ///
  /// @param rows one row for each
  /// @param node the node
  record Around(Rows rows, NodeVariable node) {}

  NodeVariable node() {
    return before.from();
  }

  ConnectionRows reached() {
    return new ConnectionRows(rows, node(), Optional.empty(), Optional.empty());
  }

  /// Returns the order: the earliest first; of one day by the keys of the relationship, and what
  /// ended before what began.
  List<Rows.SortKey> order(Scope scope) {
    var order = new ArrayList<Rows.SortKey>();
    order.add(new Rows.SortKey(names.on(), false));
    names.keys().forEach(key -> order.add(new Rows.SortKey(key, false)));
    order.add(new Rows.SortKey(names.kind(), true));
    var byNode = new ArrayList<Rows.SortKey>();
    var byEdge = new ArrayList<Rows.SortKey>();
    for (var hop : List.of(before, after)) {
      // A change can have no state before or after it, so what is known of that can be missing.
      var isThere = ChangeConditions.isThere(scope, hop);
      var edge = hop.relationship();
      for (var key : new Ordering(scope).keys(hop.to())) {
        byNode.add(ifThere(isThere, key.term()));
      }
      new Ordering(scope).firstDay(edge).ifPresent(day -> byEdge.add(ifThere(isThere, day)));
      byEdge.add(ifThere(isThere, new Term.ElementId(edge)));
    }
    order.addAll(byNode);
    order.addAll(new Ordering(scope).keys(node()));
    order.addAll(byEdge);
    return order;
  }

  private static Rows.SortKey ifThere(Predicate isThere, Term term) {
    return new Rows.SortKey(new Term.Guarded(isThere, term), false);
  }
}
