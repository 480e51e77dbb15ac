package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.conditions.Ordering;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.plan.Variable;
import nl.jeugdgraaf.problem.Problem.Code;

/// The keys of groups: the values that are selected of them, and the rows that reach those values.
final class GroupKeys {
  private static final ValueType PRESENT = new ValueType(Scalar.BuiltIn.BOOLEAN, false, true);
  private static final ValueType DAY = new ValueType(Scalar.BuiltIn.DATE, false, false);

  private final SelectionCompiler selections;
  private final Scope scope;
  private final Optional<ActiveDays> active;
  private final List<Rows.GroupKey> keys = new ArrayList<>();

  /// Keys below a field that leads to many nodes.
  private final List<Rows.GroupKey> ofMany = new ArrayList<>();

  /// Values of lists by the list.
  private final Map<Property, Term.Named> unwound = new HashMap<>();

  /// Types of the keys that have a value.
  private final Map<Term.Named, ValueType> types = new HashMap<>();

  private Rows rows;

  /// @param selections merges fields
  /// @param scope what holds in the groups
  /// @param reached the rows
  /// @param active the days on which they are read, if they are read on several
  GroupKeys(
      SelectionCompiler selections,
      Scope scope,
      ConnectionRows reached,
      Optional<ActiveDays> active) {
    this.selections = selections;
    this.scope = scope;
    this.active = active;
    this.rows = reached.rows();
  }

  List<Rows.GroupKey> list() {
    return List.copyOf(keys);
  }

  /// Returns the rows, with all that they had to follow.
  Rows rows() {
    return rows;
  }

  /// Takes a relationship to one node into the rows.
  void follow(Hop hop) {
    rows = new Rows.OptionalExpand(rows, hop);
  }

  /// A node while what is selected of its key is compiled.
  ///
  /// @param scope what holds around its fields
  /// @param node the node
  /// @param at response keys that lead to it
  /// @param path relationships that lead to it from the node of a row; absent where a measure along
  ///   the same relationships would mean others
  private record KeyNode(
      Scope scope, NodeVariable node, String at, Optional<List<RelationshipField>> path) {
    String type() {
      return node.entity().name();
    }

    String at(CollectedField field) {
      return at + "." + field.key();
    }
  }

  /// Returns the key that is selected of nodes.
  Shape.Field node(AggregateCompiler aggregate, CollectedField field) {
    var root = new KeyNode(scope, aggregate.reached().node(), field.key(), Optional.of(List.of()));
    var selection = node(aggregate, root, field.selections());
    return new Shape.Field(field.key(), new Shape.SameRow(selection), false);
  }

  /// Returns a key of nodes that rows have already reached by other ways.
  Shape.Selection reached(
      AggregateCompiler aggregate, NodeVariable node, String at, List<SelectionSet> selected) {
    return node(aggregate, new KeyNode(scope, node, at, Optional.empty()), selected);
  }

  /// Returns the key that is selected of relationships.
  Shape.Field edge(AggregateCompiler aggregate, ConnectionType type, CollectedField field) {
    var edge =
        aggregate.reached().relationship().orElseThrow(() -> SelectionCompiler.unknown(field));
    var shape = properties(aggregate, edge, type.edge().name(), field, field.key());
    return new Shape.Field(field.key(), shape, false);
  }

  /// Returns a key of properties of relationships.
  Shape.SameRow properties(
      AggregateCompiler aggregate, Variable edge, String name, CollectedField field, String at) {
    return selections.object(
        ApiNames.key(name),
        field.selections(),
        inner -> value(aggregate, edge, name, inner, at + "." + inner.key()));
  }

  private Shape.Selection node(
      AggregateCompiler aggregate, KeyNode at, List<SelectionSet> selected) {
    refuseProducts(at, selected);
    int before = ofMany.size();
    var fields =
        selections.fields(
            ApiNames.key(at.type()),
            selected,
            field -> {
              var relationship = at.node().entity().relationships().get(field.name());
              if (relationship != null) {
                return related(aggregate, at, relationship, field);
              }
              return switch (field.name()) {
                case ApiNames.ID -> new Shape.Field(field.key(), id(aggregate, at), true);
                case ApiNames.ACTIVE_ON -> activeOn(aggregate, at, field);
                case ApiNames.TYPE_NAME ->
                    leaf(
                        aggregate,
                        at.at(field),
                        field,
                        scope.typeName(at.node()),
                        new ValueType(typeNames(at.node()), false, false));
                default -> value(aggregate, at.node(), at.type(), field, at.at(field));
              };
            });
    var others =
        ofMany.subList(before, ofMany.size()).stream()
            .map(key -> aggregate.columns().value(key.name()))
            .toList();
    return new Shape.Selection.Fixed(
        fields.stream().map(field -> toldApart(field, others)).toList());
  }

  /// One node can be in several groups, where its key leads to many others; its id says in which.
  private static Shape.Field toldApart(Shape.Field field, List<Integer> others) {
    var shape =
        switch (field.shape()) {
          case Shape.Id(var column, var type, var beside) ->
              new Shape.Id(column, type, new Shape.IdContext(beside.day(), others));
          case Shape.IdOfType(var type, var named, var beside) ->
              new Shape.IdOfType(type, named, new Shape.IdContext(beside.day(), others));
          case Shape other -> other;
        };
    return new Shape.Field(field.key(), shape, field.required());
  }

  /// Fields that lead to many nodes make every pair of these, so only few may be beside each other.
  private void refuseProducts(KeyNode at, List<SelectionSet> selected) {
    var many = new ArrayList<CollectedField>();
    selections.fields(
        ApiNames.key(at.type()),
        selected,
        field -> {
          var relationship = at.node().entity().relationships().get(field.name());
          var attribute = at.node().entity().attributes().get(field.name());
          var isList = attribute != null && attribute.type().list();
          if (isList || (relationship != null && leadsToMany(at, relationship, field))) {
            many.add(field);
          }
          return SelectionCompiler.nothing(field);
        });
    if (many.size() > Limits.KEYS_OF_MANY_MAX) {
      var last = many.getLast();
      var refusal =
          SelectionCompiler.refused(
              Code.LIMIT_EXCEEDED,
              last,
              "%s has many values, and so do "
                  + Limits.KEYS_OF_MANY_MAX
                  + " other fields of the same key. Groups would be made of every combination of"
                  + " them; ask for fewer, and for the others in groups of their own.");
      selections
          .refusals()
          .run(
              ApiNames.key(at.type()),
              last,
              () -> {
                throw refusal;
              });
    }
  }

  private boolean leadsToMany(KeyNode at, RelationshipField relationship, CollectedField field) {
    return relationship.target().many()
        || Scope.everyPeriod(scope.arguments(ApiNames.key(at.type()), field));
  }

  private Shape.Field related(
      AggregateCompiler aggregate,
      KeyNode at,
      RelationshipField relationship,
      CollectedField field) {
    int before = keys.size();
    var related = compiled(aggregate, at, relationship, field);
    if (leadsToMany(at, relationship, field)) {
      ofMany.addAll(keys.subList(before, keys.size()));
    }
    return related;
  }

  private Shape.Field compiled(
      AggregateCompiler aggregate,
      KeyNode at,
      RelationshipField relationship,
      CollectedField field) {
    var arguments = scope.arguments(ApiNames.key(at.type()), field);
    var inner = at.scope().on(arguments);
    var hop = inner.hop(at.node(), relationship, Scope.everyPeriod(arguments));
    follow(hop);
    var path = at.path().map(known -> longer(known, relationship));
    path.ifPresent(known -> aggregate.totals().passed(known, hop.to()));
    var present = key(new Term.Present(hop.to()));
    var column = aggregate.columns().leaf(present, PRESENT).column();
    var to = new KeyNode(inner, hop.to(), at.at(field), path);
    return new Shape.Field(
        field.key(),
        new Shape.OptionalObject(column, node(aggregate, to, field.selections())),
        false);
  }

  private static List<RelationshipField> longer(
      List<RelationshipField> path, RelationshipField step) {
    var longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  /// Nodes of an interface are identified by their type and the key of that type.
  private Shape id(AggregateCompiler aggregate, KeyNode at) {
    var columns = aggregate.columns();
    var beside = new Shape.IdContext(at.scope().day().inIds().map(columns::value), List.of());
    if (at.node().entity() instanceof NodeType type) {
      var key = key(scope.binder().property(at.node(), type.key()));
      return new Shape.Id(columns.value(key), type.name(), beside);
    }
    var ordered = new Ordering(scope).keys(at.node());
    var named = new LinkedHashMap<String, Integer>();
    for (var level : ordered) {
      var column = columns.value(key(level.term()));
      if (level.term() instanceof Property property) {
        for (var type : scope.model().concrete(at.node().entity())) {
          if (type.key().property().equals(property.attribute().property())) {
            named.put(type.name(), column);
          }
        }
      }
    }
    return new Shape.IdOfType(columns.value(key(scope.typeName(at.node()))), named, beside);
  }

  private Shape.Field activeOn(AggregateCompiler aggregate, KeyNode at, CollectedField field) {
    if (active.isEmpty() || at.path().filter(List::isEmpty).isEmpty()) {
      throw SelectionCompiler.refused(
          Code.BAD_USER_INPUT,
          field,
          "%s counts the nodes of the connection itself. Select it directly in key, not of a"
              + " related node.");
    }
    var day = active.get().day();
    if (keys.stream().noneMatch(key -> key.name().equals(day))) {
      keys.add(new Rows.GroupKey(day, day));
    }
    return aggregate.leaf(at.at(field), field, day, DAY);
  }

  private static Scalar typeNames(NodeVariable node) {
    return node.entity() instanceof InterfaceType type
        ? new Scalar.Enumeration(
            ApiNames.implementation(type.name()),
            type.implementations().stream()
                .map(name -> new Scalar.Enumeration.Value(name, ""))
                .toList(),
            "")
        : Scalar.BuiltIn.STRING;
  }

  private Shape.Field value(
      AggregateCompiler aggregate, Variable of, String entity, CollectedField field, String at) {
    if (of instanceof NodeVariable node) {
      var computed = node.entity().computed().get(field.name());
      if (computed != null) {
        var term = scope.binder().computed(node, computed);
        return leaf(aggregate, at, field, term, computed.type());
      }
    }
    var attribute = of.entity().attributes().get(field.name());
    if (attribute == null) {
      throw SelectionCompiler.unknown(field);
    }
    var property = scope.binder().property(of, attribute);
    var type = new ValueType(attribute.type().scalar(), false, false);
    if (attribute.type().list()) {
      return leaf(aggregate, at, field, each(property), type);
    }
    return leaf(aggregate, at, field, bucketed(property, ApiNames.key(entity), field), type);
  }

  /// Takes each value of a list into the rows; a list that is selected twice is taken once.
  private Term.Named each(Property list) {
    var known = unwound.get(list);
    if (known != null) {
      return known;
    }
    var value = scope.binder().name();
    rows = new Rows.UnwindValues(rows, list, value);
    unwound.put(list, value);
    ofMany.add(new Rows.GroupKey(key(value), value));
    return value;
  }

  /// Returns a day, or the first day of the stretch in which it lies, as the field asks.
  ///
  /// @param parent the public type that has the field
  Term bucketed(Term day, String parent, CollectedField field) {
    return scope.arguments(parent, field).get(Argument.BUCKET) instanceof Input.Leaf bucket
        ? new Term.Bucketed(
            day, scope.binder().parameter(new ParameterSource.LowerCase(bucket.source())))
        : day;
  }

  private Shape.Field leaf(
      AggregateCompiler aggregate, String at, CollectedField field, Term term, ValueType type) {
    var key = key(term);
    types.put(key, type);
    return aggregate.leaf(at, field, key, type);
  }

  /// Returns what a key is sorted by.
  Term collated(Term.Named key) {
    var type = types.get(key);
    return type == null ? key : scope.collated(key, type);
  }

  /// Returns the name of a key; one that is selected twice groups once.
  Term.Named key(Term term) {
    for (var known : keys) {
      if (known.term().equals(term)) {
        return known.name();
      }
    }
    var key = new Rows.GroupKey(scope.binder().name(), term);
    keys.add(key);
    return key.name();
  }
}
