package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.GlobalId;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Term;

/// `node(id)` and `nodes(ids)`: look-ups by key, of the types that the ids name.
///
/// The types are part of the form of an operation, the keys are not: ids of the same types share a
/// statement.
///
/// @param selections compiles what is selected of nodes
/// @param scope what holds around the field
/// @param field the field
record NodeCompiler(SelectionCompiler selections, Scope scope, CollectedField field) {
  Shape compile(Columns columns) {
    var arguments = scope.arguments(ApiNames.QUERY, field);
    return switch (arguments.get(Argument.IDS)) {
      case Input.Items ids -> {
        var project = lookups(ids.source(), leaves(ids));
        yield new Shape.ValueList(
            columns.add(new Column.NestedRows(project.project())), project.node());
      }
      case null, default -> {
        if (!(arguments.get(Argument.ID) instanceof Input.Leaf id)) {
          throw ApiField.unknown("node without an id");
        }
        var project = lookups(new ParameterSource.ListOf(List.of(id.source())), List.of(id));
        yield new Shape.Nested(
            columns.add(new Column.NestedRow(project.project())), project.node());
      }
    };
  }

  private static List<Input.Leaf> leaves(Input.Items ids) {
    return ids.items().stream()
        .filter(Input.Leaf.class::isInstance)
        .map(Input.Leaf.class::cast)
        .toList();
  }

  /// A row for each id, and the shape of the node in it.
  private record Lookups(Projection project, Shape node) {}

  private Lookups lookups(ParameterSource ids, List<Input.Leaf> now) {
    var id = scope.binder().name();
    var list = scope.binder().parameter(new ParameterSource.GlobalIds(ids, Limits.IDS_MAX));
    var projects = new ArrayList<Projection>();
    var byType = new LinkedHashMap<String, Shape.Selection.Fixed>();
    for (var name : types(now)) {
      var type = scope.model().nodes().get(name);
      if (type != null) {
        projects.add(lookup(id, type, byType));
      }
    }
    var any = new Column.FirstOf(projects);
    return new Lookups(
        new Projection(new Rows.Unwind(list, id), List.of(any)),
        new Shape.NestedObject(0, new Shape.Selection.ByType(0, byType)));
  }

  private static Set<String> types(List<Input.Leaf> ids) {
    var types = new LinkedHashSet<String>();
    ids.forEach(
        id -> GlobalId.of(id.value().toString()).ifPresent(found -> types.add(found.type())));
    return types;
  }

  private Projection lookup(
      Term.Named id, NodeType type, LinkedHashMap<String, Shape.Selection.Fixed> byType) {
    var day =
        new Scope.AskedDay(
            new Term.MapEntry(id, ParameterSource.GlobalIds.DAY),
            Optional.of(new Term.MapEntry(id, ParameterSource.GlobalIds.AS_OF)));
    var inner = scope.on(day);
    var node = inner.node(type);
    var columns = new Columns();
    columns.add(new Column.Labels(node));
    var row = new NodeContext(node, columns, inner);
    byType.put(type.name(), selections.fixed(row, type, field.selections()));
    var key = scope.binder().property(node, type.key());
    var ofType =
        new Predicate.Compare(
            new Term.MapEntry(id, ParameterSource.GlobalIds.TYPE),
            Predicate.Operator.EQ,
            scope.binder().parameter(new ParameterSource.Literal(type.name())));
    var rows =
        new Rows.Filter(
            new Rows.Lookup(node, key, new Term.MapEntry(id, ParameterSource.GlobalIds.KEY)),
            ofType);
    return new Projection(rows, columns.list());
  }
}
