package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Refusals;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.RelationshipVariable;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Variable;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The selection set of a node to columns of its query and the shape of its object.
///
/// @param collector merges fields
/// @param refusals gathers what is wrong with fields
record SelectionCompiler(FieldCollector collector, Refusals refusals) {
  /// Returns the shape of an object made of a node; what it needs is added to the columns.
  Shape.Selection node(NodeContext row, List<SelectionSet> selections) {
    if (row.node().entity() instanceof NodeType type) {
      return fixed(row, type, selections);
    }
    var byType = new LinkedHashMap<String, Shape.Selection.Fixed>();
    var hidden = new HiddenFields();
    for (var type : row.scope().model().concrete(row.node().entity())) {
      if (!row.scope().binder().permissions().node(type).never()) {
        byType.put(type.name(), fixed(row, type, selections, Optional.of(hidden)));
      }
    }
    hidden.refuse(row.scope().binder().permissions(), refusals);
    if (byType.values().stream().distinct().count() == 1) {
      return byType.firstEntry().getValue();
    }
    return new Shape.Selection.ByType(row.columns().add(new Column.Labels(row.node())), byType);
  }

  /// Returns the fields of a node whose type is known.
  Shape.Selection.Fixed fixed(NodeContext row, NodeType type, List<SelectionSet> selections) {
    return fixed(row, type, selections, Optional.empty());
  }

  private Shape.Selection.Fixed fixed(
      NodeContext row,
      NodeType type,
      List<SelectionSet> selections,
      Optional<HiddenFields> hidden) {
    var fields = new ArrayList<Shape.Field>();
    var binder = row.scope().binder();
    var typed = new NodeContext(binder.as(row.node(), type), row.columns(), row.scope());
    for (var field : collector.collect(selections, conditions(type, row.scope()))) {
      var isHidden = hidden.isPresent() && hidden.get().hides(binder.permissions(), type, field);
      fields.add(
          isHidden
              ? nothing(field)
              : refusals.field(
                  type.name(), field, () -> field(typed, type, field), nothing(field)));
    }
    return new Shape.Selection.Fixed(fields);
  }

  /// Returns whether a type condition fits a node type: itself, or an interface that it has.
  private static Predicate<String> conditions(NodeType type, Scope scope) {
    return name -> {
      var contract = scope.model().interfaces().get(name);
      return name.equals(type.name())
          || name.equals(ApiNames.NODE_INTERFACE)
          || (contract != null && contract.implementations().contains(type.name()));
    };
  }

  private Shape.Field field(NodeContext row, NodeType type, CollectedField field) {
    var name = field.name();
    if (name.equals(ApiNames.META_TYPE_NAME)) {
      return typeName(field, type.name());
    }
    var relationship = type.relationships().get(name);
    if (relationship != null) {
      var related = new RelatedCompiler(this, type.name(), relationship, field);
      return new Shape.Field(field.key(), related.nodes(row), relationship.target().many());
    }
    var connected = ApiNames.ofConnectionField(name).map(type.relationships()::get);
    if (connected.isPresent()) {
      var related = new RelatedCompiler(this, type.name(), connected.get(), field);
      return new Shape.Field(field.key(), related.connection(row), true);
    }
    return single(row, type, field);
  }

  private Shape.Field single(NodeContext row, NodeType type, CollectedField field) {
    var attribute = type.attributes().get(field.name());
    if (attribute != null) {
      return leaf(row, row.node(), attribute, field);
    }
    var computed = type.computed().get(field.name());
    if (computed != null) {
      var term = row.scope().binder().computed(row.node(), computed);
      return new Shape.Field(field.key(), row.columns().leaf(term, computed.type()), false);
    }
    return switch (field.name()) {
      case ApiNames.ID -> new Shape.Field(field.key(), id(row, type), true);
      case ApiNames.CHANGES ->
          new Shape.Field(
              field.key(),
              new ChangesCompiler(
                      this, type, row.scope(), row.scope().arguments(type.name(), field))
                  .of(row, field),
              true);
      default -> throw unknown(field);
    };
  }

  private static Shape id(NodeContext row, NodeType type) {
    var columns = row.columns();
    return new Shape.Id(
        columns.value(row.scope().binder().property(row.node(), type.key())),
        type.name(),
        new Shape.IdContext(row.scope().day().inIds().map(columns::value), List.of()));
  }

  /// Returns the shape of an object whose type has no node of its own.
  Shape.SameRow object(
      String type, List<SelectionSet> selected, Function<CollectedField, Shape.Field> compile) {
    return new Shape.SameRow(new Shape.Selection.Fixed(fields(type, selected, compile)));
  }

  /// Returns the fields of an object whose type has no node of its own.
  List<Shape.Field> fields(
      String type, List<SelectionSet> selected, Function<CollectedField, Shape.Field> compile) {
    var fields = new ArrayList<Shape.Field>();
    for (var inner : collector.collect(selected, type::equals)) {
      fields.add(
          inner.name().equals(ApiNames.META_TYPE_NAME)
              ? typeName(inner, type)
              : refusals.field(type, inner, () -> compile.apply(inner), nothing(inner)));
    }
    return fields;
  }

  /// Returns the shape of the properties of a relationship.
  Shape properties(NodeContext row, RelationshipVariable edge, CollectedField field) {
    return object(
        edge.entity().name(),
        field.selections(),
        inner -> {
          var attribute = edge.entity().attributes().get(inner.name());
          if (attribute == null) {
            throw unknown(inner);
          }
          return leaf(row, edge, attribute, inner);
        });
  }

  /// Returns a field of no value, for a look at what is selected.
  static Shape.Field nothing(CollectedField field) {
    return new Shape.Field(field.key(), new Shape.Null(), false);
  }

  /// Returns the refusal of a field.
  ///
  /// @param message with `%s` for the response key of the field
  static ProblemException refused(Code code, CollectedField field, String message) {
    return new ProblemException(code, message.formatted(field.key()));
  }

  static Bug unknown(CollectedField field) {
    return ApiField.unknown(field.name());
  }

  /// Returns the field `__typename` of a type that is known beforehand.
  static Shape.Field typeName(CollectedField field, String type) {
    return new Shape.Field(field.key(), new Shape.Constant(type), true);
  }

  /// Returns a field that shows a stored value.
  static Shape.Field leaf(NodeContext row, Variable of, Attribute attribute, CollectedField field) {
    var shape = row.columns().leaf(row.scope().binder().property(of, attribute), attribute.type());
    return new Shape.Field(field.key(), shape, attribute.type().required());
  }
}
