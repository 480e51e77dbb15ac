package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.api.CountDistinctPaths;
import nl.jeugdgraaf.conditions.FollowedWhere;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.plan.NodeVariable;

/// The related nodes that totals count, and the rows that reach them.
///
/// A measure along relationships to one node, of which `where` asks something, counts the nodes
/// that fit: the deliveries for youths of a municipality have youths of that municipality. So the
/// rows of the condition bind what the measure counts, and the pattern is read once.
///
/// @param rows the rows
/// @param passed the nodes that they bind, by the relationships that lead there
record Measures(ConnectionRows rows, Map<List<RelationshipField>, NodeVariable> passed) {
  /// Reads the rows of totals.
  ///
  /// @param selections merges fields
  /// @param origin where the rows come from
  /// @param scope what holds in the connection
  /// @param arguments of the connection
  /// @param selected what is selected of each object of totals
  static Measures of(
      SelectionCompiler selections,
      ConnectionSource origin,
      Scope scope,
      Map<String, Input> arguments,
      List<SelectionSet> selected) {
    if (origin.unread() instanceof ConnectionSource.AllNodes(var entity)
        && arguments.get(Argument.WHERE) instanceof Input.Fields where) {
      var type = origin.type(scope.model());
      var fields = new LinkedHashSet<>(measured(selections, scope, type, selected));
      fields.removeIf(field -> !FollowedWhere.follows(scope, where, field));
      if (!fields.isEmpty()) {
        var node = scope.node(entity);
        var followed = FollowedWhere.of(scope, node, where, fields);
        return new Measures(
            new ConnectionRows(followed.rows(), node, Optional.empty(), Optional.empty()),
            followed.passed());
      }
    }
    return new Measures(origin.reach(scope, arguments), Map.of());
  }

  /// Returns the first relationships of measures along relationships to one node, but of those that
  /// the key goes through.
  private static Set<String> measured(
      SelectionCompiler selections, Scope scope, ConnectionType type, List<SelectionSet> selected) {
    var ways = CountDistinctPaths.of(scope.model(), type.target());
    var measured = new LinkedHashSet<String>();
    var keys = new LinkedHashSet<String>();
    selections.fields(
        ApiNames.aggregate(type.name()),
        selected,
        field -> {
          switch (ApiField.of(ApiField.Aggregate.class, field.name())) {
            case KEY ->
                selections.fields(
                    ApiNames.key(type.target().name()),
                    field.selections(),
                    key -> {
                      keys.add(key.name());
                      return SelectionCompiler.nothing(key);
                    });
            case COUNT_DISTINCT ->
                selections.fields(
                    ApiNames.countDistinct(type.target().name()),
                    field.selections(),
                    measure -> {
                      var way = ways.get(measure.name());
                      if (way != null && way.stream().noneMatch(step -> step.target().many())) {
                        measured.add(way.getFirst().name());
                      }
                      return SelectionCompiler.nothing(measure);
                    });
            case EDGE_KEY, COUNT, NODE, EDGE -> {}
          }
          return SelectionCompiler.nothing(field);
        });
    measured.removeAll(keys);
    return measured;
  }
}
