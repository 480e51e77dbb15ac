package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import nl.jeugdgraaf.compile.FieldCollector.Merged;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.Bound;
import nl.jeugdgraaf.plan.Project.Column;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.problem.Bug;

/// The selection set of a node to columns of its query and the shape of its object.
///
/// @param collector merges fields
record SelectionCompiler(FieldCollector collector) {
  static final String TYPE_NAME = "__typename";
  private static final String CONNECTION = "Connection";

  /// Returns the shape of an object made of a node; what it needs is added to the columns.
  Shape.Selection node(NodeRow row, List<SelectionSet> selections) {
    if (row.node().entity() instanceof NodeType type) {
      return fields(row, type, selections);
    }
    var byType = new LinkedHashMap<String, Shape.Selection.Fixed>();
    for (var type : row.scope().model().concrete(row.node().entity())) {
      byType.put(type.name(), fields(row, type, selections));
    }
    if (byType.values().stream().distinct().count() == 1) {
      return byType.firstEntry().getValue();
    }
    return new Shape.Selection.ByType(row.columns().add(new Column.Labels(row.node())), byType);
  }

  private Shape.Selection.Fixed fields(NodeRow row, NodeType type, List<SelectionSet> selections) {
    var fields = new ArrayList<Shape.Field>();
    for (var field : collector.collect(selections, conditions(type, row.scope()))) {
      fields.add(field(row, type, field));
    }
    return new Shape.Selection.Fixed(fields);
  }

  /// Returns whether a type condition fits a node type: itself, or an interface that it has.
  private static Predicate<String> conditions(NodeType type, Scope scope) {
    return name -> {
      var contract = scope.model().interfaces().get(name);
      return name.equals(type.name())
          || contract != null && contract.implementations().contains(type.name());
    };
  }

  private Shape.Field field(NodeRow row, NodeType type, Merged field) {
    if (field.name().equals(TYPE_NAME)) {
      return typeName(field, type.name());
    }
    var attribute = type.attributes().get(field.name());
    if (attribute != null) {
      return leaf(row, row.node(), attribute, field);
    }
    var relationship = type.relationships().get(field.name());
    if (relationship != null) {
      var related = new RelatedCompiler(this, type.name(), relationship, field);
      return new Shape.Field(field.key(), related.nodes(row), relationship.target().many());
    }
    var name = field.name().substring(0, field.name().length() - CONNECTION.length());
    var connected = type.relationships().get(name);
    if (connected == null) {
      throw new Bug("validation let " + type.name() + "." + field.name() + " pass");
    }
    var related = new RelatedCompiler(this, type.name(), connected, field);
    return new Shape.Field(field.key(), related.connection(row), true);
  }

  /// Returns the field `__typename` of a type that is known beforehand.
  static Shape.Field typeName(Merged field, String type) {
    return new Shape.Field(field.key(), new Shape.Constant(type), true);
  }

  /// Returns a field that shows a stored value.
  static Shape.Field leaf(NodeRow row, Bound of, Attribute attribute, Merged field) {
    var key = List.of(of.variable(), attribute.property(), attribute.type());
    var shape =
        row.columns()
            .shared(
                key,
                () -> {
                  var property = row.scope().binder().property(of, attribute);
                  return new Shape.Leaf(
                      row.columns().add(new Column.Value(property)), attribute.type());
                });
    return new Shape.Field(field.key(), shape, attribute.type().required());
  }
}
