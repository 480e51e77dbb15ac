package nl.jeugdgraaf.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ApiNames.InputField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.RelationshipVariable;
import nl.jeugdgraaf.plan.Rows;
import org.jspecify.annotations.Nullable;

/// A `where` argument to a condition.
///
/// @param scope what holds around it
public record WhereCompiler(Scope scope) {
  private static final Set<String> COMBINING =
      Set.of(InputField.AND, InputField.OR, InputField.NOT);

  /// Returns the condition on a node; an absent or null argument holds always.
  public Predicate node(NodeVariable node, @Nullable Input input) {
    return input instanceof Input.Fields fields
        ? node(node, fields, Argument.WHERE)
        : Predicate.Always.TRUE;
  }

  /// Returns the condition on a relationship and the node that it leads to.
  public Predicate connection(Hop hop, @Nullable Input input) {
    return input instanceof Input.Fields fields
        ? connection(hop, fields, Argument.WHERE)
        : Predicate.Always.TRUE;
  }

  /// Returns the condition on the properties of a relationship.
  Predicate edge(RelationshipVariable edge, Input input) {
    return input instanceof Input.Fields fields
        ? edge(edge, fields, Argument.WHERE)
        : Predicate.Always.TRUE;
  }

  /// Returns whether a condition on a connection asks about periods of its own relationships, so
  /// that all of them must be looked at.
  public static boolean asksPeriod(@Nullable Input where) {
    if (!(where instanceof Input.Fields fields)) {
      return false;
    }
    return fields.fields().entrySet().stream()
        .anyMatch(entry ->
            COMBINING.contains(entry.getKey())
                ? inParts(entry.getValue())
                : entry.getKey().equals(InputField.EDGE) && edgeAsksPeriod(entry.getValue()));
  }

  private static boolean inParts(Input value) {
    return value instanceof Input.Items list
        ? list.items().stream().anyMatch(WhereCompiler::asksPeriod)
        : asksPeriod(value);
  }

  private static boolean edgeAsksPeriod(Input edge) {
    return switch (edge) {
      case Input.Fields fields ->
          fields.fields().entrySet().stream()
              .anyMatch(entry ->
                  entry.getKey().equals(RelationshipProperties.PERIOD)
                      || (COMBINING.contains(entry.getKey()) && edgeAsksPeriod(entry.getValue())));
      case Input.Items list -> list.items().stream().anyMatch(WhereCompiler::edgeAsksPeriod);
      case Input.Leaf _, Input.Null _ -> false;
    };
  }

  Predicate connection(Hop hop, Input.Fields input, String at) {
    return all(
        input,
        at,
        (name, value) -> {
          var place = at + "." + name;
          return switch (name) {
            case InputField.NODE -> node(hop.to(), ValueConditions.object(value, place), place);
            case InputField.EDGE ->
                edge(hop.relationship(), ValueConditions.object(value, place), place);
            default ->
                LogicalOperators.predicate(
                    scope.binder(),
                    name,
                    value,
                    at,
                    (inner, where) -> connection(hop, inner, where));
          };
        });
  }

  private Predicate edge(RelationshipVariable edge, Input.Fields input, String at) {
    return all(
        input,
        at,
        (name, value) -> {
          var attribute = edge.entity().attributes().get(name);
          if (attribute != null) {
            return new ValueConditions(scope)
                .of(scope.binder().property(edge, attribute), value, at + "." + name);
          }
          return name.equals(RelationshipProperties.PERIOD)
              ? period(edge, ValueConditions.object(value, at + "." + name), at + "." + name)
              : LogicalOperators.predicate(
                  scope.binder(), name, value, at, (inner, place) -> edge(edge, inner, place));
        });
  }

  private Predicate period(RelationshipVariable edge, Input.Fields input, String at) {
    return all(
        input,
        at,
        (name, value) -> {
          var place = at + "." + name;
          return switch (ApiField.of(ApiField.PeriodFilter.class, name)) {
            case AT -> new Predicate.ValidOn(edge, day(value, place));
            case OVERLAPS -> {
              var given = ValueConditions.object(value, place).fields();
              yield new Predicate.Overlaps(
                  edge, day(given, InputField.FROM, place), day(given, InputField.TO, place));
            }
            case DURING -> {
              var given = ValueConditions.object(value, place).fields();
              yield new Predicate.During(
                  edge, day(given, InputField.FROM, place), day(given, InputField.TO, place));
            }
          };
        });
  }

  private Parameter day(Input value, String at) {
    return scope.binder().parameter(ValueConditions.source(value, at));
  }

  private Optional<Parameter> day(Map<String, Input> given, String side, String at) {
    return Optional.ofNullable(given.get(side)).map(value -> day(value, at + "." + side));
  }

  Predicate node(NodeVariable node, Input.Fields input, String at) {
    NodeEntity entity = node.entity();
    return all(
        input,
        at,
        (name, value) -> {
          var place = at + "." + name;
          var attribute = entity.attributes().get(name);
          var computed = entity.computed().get(name);
          var relationship = entity.relationships().get(name);
          if (attribute != null) {
            return new ValueConditions(scope)
                .of(scope.binder().property(node, attribute), value, place);
          }
          if (computed != null) {
            return new ValueConditions(scope)
                .of(scope.binder().computed(node, computed), value, place);
          }
          if (relationship != null) {
            return relationship(node, relationship, value, place);
          }
          if (entity instanceof InterfaceType && scope.model().nodes().containsKey(name)) {
            return narrowed(node, scope.model().node(name), value, place);
          }
          if (name.equals(ApiNames.TYPE_NAME)) {
            var types = scope.binder().parameter(ValueConditions.source(value, place));
            return new Predicate.HasType(node, types);
          }
          var connected = ApiNames.ofConnectionField(name).map(entity.relationships()::get);
          return connected.isPresent()
              ? connected(node, connected.get(), value, place)
              : LogicalOperators.predicate(
                  scope.binder(), name, value, at, (inner, where) -> node(node, inner, where));
        });
  }

  /// A node is of the type, and what is asked of that type holds.
  private Predicate narrowed(NodeVariable node, NodeType type, Input value, String at) {
    var typed = scope.binder().as(node, type);
    return Predicate.and(
        List.of(new Predicate.HasLabel(typed), node(typed, ValueConditions.object(value, at), at)));
  }

  /// Compiles one entry of an object of conditions.
  private interface Entry {
    Predicate compile(String name, Input value);
  }

  private Predicate all(Input.Fields input, String at, Entry entry) {
    var parts = new ArrayList<Predicate>();
    input
        .fields()
        .forEach((name, value) ->
            parts.add(
                scope.condition(
                    at + "." + name,
                    () -> scope.ifGiven(input, name, entry.compile(name, value)))));
    return Predicate.and(parts);
  }

  private Predicate relationship(
      NodeVariable node, RelationshipField relationship, Input value, String at) {
    if (!relationship.target().many()) {
      var hop = scope.hop(node, relationship, false);
      return value instanceof Input.Null
          ? Predicate.not(
              new Predicate.SemiJoin(hop, Predicate.Always.TRUE, Predicate.Quantity.SOME))
          : new Predicate.SemiJoin(
              hop, node(hop.to(), ValueConditions.object(value, at), at), Predicate.Quantity.SOME);
    }
    return all(
        ValueConditions.object(value, at),
        at,
        (name, inner) -> {
          var place = at + "." + name;
          var hop = scope.hop(node, relationship, false);
          var fits = node(hop.to(), ValueConditions.object(inner, place), place);
          return quantified(hop, name, Predicate.Always.TRUE, fits);
        });
  }

  private Predicate connected(
      NodeVariable node, RelationshipField relationship, Input value, String at) {
    var asked = ValueConditions.object(value, at);
    var where = asked.fields().get(Argument.WHERE);
    return all(
        asked,
        at,
        (name, inner) -> {
          var place = at + "." + name;
          var given = ValueConditions.object(inner, place);
          if (name.equals(Argument.WHERE)) {
            if (asked.fields().size() == 1) {
              // Nothing is asked of them, but who may not see them must not name them either.
              counting(scope.hop(node, relationship, asksPeriod(where)), where, at);
            }
            return Predicate.Always.TRUE;
          }
          if (name.equals(InputField.AGGREGATE)) {
            var counted = scope.hop(node, relationship, asksPeriod(where));
            return aggregate(counted, counting(counted, where, at), given, place);
          }
          var hop = scope.hop(node, relationship, asksPeriod(given) || asksPeriod(where));
          return quantified(hop, name, counting(hop, where, at), connection(hop, given, place));
        });
  }

  /// Returns which of the related nodes count.
  private Predicate counting(Hop hop, @Nullable Input where, String at) {
    return where instanceof Input.Fields fields
        ? connection(hop, fields, at + "." + Argument.WHERE)
        : Predicate.Always.TRUE;
  }

  /// @param counts which of the related nodes count
  /// @param fits what is asked of them
  private static Predicate quantified(
      Hop hop, String quantifier, Predicate counts, Predicate fits) {
    var both = Predicate.and(List.of(counts, fits));
    return switch (ApiField.of(ApiField.Quantifier.class, quantifier)) {
      case SOME -> new Predicate.SemiJoin(hop, both, Predicate.Quantity.SOME);
      case NONE -> Predicate.not(new Predicate.SemiJoin(hop, both, Predicate.Quantity.SOME));
      case ALL ->
          Predicate.not(
              new Predicate.SemiJoin(
                  hop,
                  Predicate.and(List.of(counts, Predicate.not(fits))),
                  Predicate.Quantity.SOME));
      case SINGLE -> new Predicate.SemiJoin(hop, both, Predicate.Quantity.ONE);
    };
  }

  /// All totals that are asked of a relationship come out of one reading of it.
  ///
  /// @param counts which of the related nodes count
  private Predicate aggregate(Hop hop, Predicate counts, Input.Fields given, String at) {
    var member = new Rows.Member(hop.to(), hop.single());
    var totals = new Aggregates(scope, member);
    var asked = new AggregateConditions(scope, totals).of(given, at);
    if (totals.list().isEmpty()) {
      return asked;
    }
    Rows related = new Rows.Expand(new Rows.Argument(hop.from()), hop);
    var counted = counts.equals(Predicate.Always.TRUE) ? related : new Rows.Filter(related, counts);
    var rows = new Rows.Group(counted, member, List.of(), totals.list());
    return new Predicate.Exists(new Rows.Filter(rows, asked));
  }
}
