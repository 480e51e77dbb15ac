package nl.jeugdgraaf.compile;

import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.problem.Bug;

/// The youths whose data an answer shows, for the access log.
final class DataSubjects {
  private DataSubjects() {}

  /// Adds the ids of the youths whose data a node is, unless the object around it has the same.
  ///
  /// They are read without guards: a caller who may not see a youth may still see data of it.
  ///
  /// @param row the node, bound to its type
  /// @param type the type
  /// @return position of the column
  static Optional<Integer> column(NodeContext row, NodeType type) {
    return row.accounted()
        ? Optional.empty()
        : row.scope().binder().permissions().subject(type).map(path -> column(row, type, path));
  }

  private static int column(NodeContext row, NodeType type, List<String> path) {
    var binder = row.scope().binder().ofAudit();
    if (path.isEmpty()) {
      return row.columns().value(binder.property(row.node(), type.key()));
    }
    Rows rows = new Rows.Argument(row.node());
    var node = row.node();
    var at = type;
    for (var step : path) {
      var relationship = at.relationships().get(step);
      if (relationship == null) {
        throw new Bug("no relationship " + at.name() + "." + step);
      }
      var hop = binder.hop(node, relationship, row.scope().day().term());
      rows = new Rows.Expand(rows, hop);
      node = hop.to();
      at = row.scope().model().node(relationship.target().entity());
    }
    var id = new Column.Value(binder.property(node, at.key()));
    return row.columns().add(new Column.NestedRows(new Projection(rows, List.of(id))));
  }

  /// Returns whether a relationship leads from a node to others of the same youths: it is a step of
  /// the way from one of them to its youths, and the same on every day.
  static boolean same(Scope scope, NodeType from, RelationshipField relationship) {
    if (relationship.properties().temporal()) {
      return false;
    }
    var permissions = scope.binder().permissions();
    var own = permissions.subject(from);
    var to = scope.model().nodes().get(relationship.target().entity());
    if (own.isEmpty() || to == null) {
      return false;
    }
    var other = permissions.subject(to);
    return other.isPresent()
        && (leads(own.get(), relationship) || leadsBack(to, other.get(), relationship));
  }

  private static boolean leads(List<String> path, RelationshipField relationship) {
    return !path.isEmpty() && path.getFirst().equals(relationship.name());
  }

  private static boolean leadsBack(NodeType to, List<String> path, RelationshipField relationship) {
    if (path.isEmpty()) {
      return false;
    }
    var back = to.relationships().get(path.getFirst());
    return back != null
        && !back.target().many()
        && back.type().equals(relationship.type())
        && back.direction() == relationship.direction().reversed();
  }

  /// Returns what an operation asks of data of persons.
  static List<String> personal(Scope scope) {
    var permissions = scope.binder().permissions();
    return scope.binder().reads().stream()
        .filter(coordinate -> {
          var dot = coordinate.indexOf('.');
          var name = dot < 0 ? coordinate : coordinate.substring(0, dot);
          var type = scope.model().find(name);
          return type.stream()
              .flatMap(entity -> scope.model().concrete(entity).stream())
              .anyMatch(
                  each -> !permissions.node(each).never() && permissions.subject(each).isPresent());
        })
        .toList();
  }
}
