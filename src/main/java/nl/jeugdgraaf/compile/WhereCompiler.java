package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.model.EdgeType;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.Relationship;
import nl.jeugdgraaf.plan.BoundEdge;
import nl.jeugdgraaf.plan.BoundNode;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Where;
import nl.jeugdgraaf.problem.Bug;
import org.jspecify.annotations.Nullable;

/// A `where` argument to a condition.
///
/// @param scope what holds around it
record WhereCompiler(Scope scope) {
  private static final String CONNECTION = "Connection";
  private static final Set<String> COMBINING = Set.of("AND", "OR", "NOT");

  /// Returns the condition on a node; an absent or null argument holds always.
  Where node(BoundNode node, @Nullable Input input) {
    return input instanceof Input.Fields fields ? node(node, fields, "where") : Where.Always.TRUE;
  }

  /// Returns the condition on a relationship and the node that it leads to.
  Where connection(Hop hop, @Nullable Input input) {
    return input instanceof Input.Fields fields
        ? connection(hop, fields, "where")
        : Where.Always.TRUE;
  }

  /// Returns the condition on the properties of a relationship.
  Where edge(BoundEdge edge, Input input) {
    return input instanceof Input.Fields fields ? edge(edge, fields, "where") : Where.Always.TRUE;
  }

  /// Returns whether a condition on a connection asks about periods of its own relationships, so
  /// that all of them must be looked at.
  static boolean asksPeriod(@Nullable Input where) {
    if (!(where instanceof Input.Fields fields)) {
      return false;
    }
    return fields.fields().entrySet().stream()
        .anyMatch(entry ->
            COMBINING.contains(entry.getKey())
                ? inParts(entry.getValue())
                : entry.getKey().equals("edge") && edgeAsksPeriod(entry.getValue()));
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
                  entry.getKey().equals(EdgeType.PERIOD)
                      || (COMBINING.contains(entry.getKey()) && edgeAsksPeriod(entry.getValue())));
      case Input.Items list -> list.items().stream().anyMatch(WhereCompiler::edgeAsksPeriod);
      case Input.Leaf _, Input.Null _ -> false;
    };
  }

  private Where connection(Hop hop, Input.Fields input, String at) {
    return all(
        input,
        (name, value) -> {
          var place = at + "." + name;
          return switch (name) {
            case "node" -> node(hop.to(), ValueConditions.object(value, place), place);
            case "edge" -> edge(hop.edge(), ValueConditions.object(value, place), place);
            default ->
                Combined.of(name, value, at, (inner, where) -> connection(hop, inner, where));
          };
        });
  }

  private Where edge(BoundEdge edge, Input.Fields input, String at) {
    return all(
        input,
        (name, value) -> {
          var attribute = edge.entity().attributes().get(name);
          if (attribute != null) {
            return new ValueConditions(scope)
                .of(scope.binder().property(edge, attribute), value, at + "." + name);
          }
          return name.equals(EdgeType.PERIOD)
              ? period(edge, ValueConditions.object(value, at + "." + name), at + "." + name)
              : Combined.of(name, value, at, (inner, place) -> edge(edge, inner, place));
        });
  }

  private Where period(BoundEdge edge, Input.Fields input, String at) {
    return all(
        input,
        (name, value) -> {
          var place = at + "." + name;
          if (name.equals("at")) {
            return new Where.ValidOn(edge, day(value, place));
          }
          var given = ValueConditions.object(value, place).fields();
          var from = day(given, "from", place);
          var to = day(given, "to", place);
          return switch (name) {
            case "overlaps" -> new Where.Overlaps(edge, from, to);
            case "during" -> new Where.During(edge, from, to);
            default -> throw new Bug("validation let " + place + " pass");
          };
        });
  }

  private Parameter day(Input value, String at) {
    return scope.binder().parameter(ValueConditions.source(value, at));
  }

  private Optional<Parameter> day(Map<String, Input> given, String side, String at) {
    return Optional.ofNullable(given.get(side)).map(value -> day(value, at + "." + side));
  }

  private Where node(BoundNode node, Input.Fields input, String at) {
    NodeEntity entity = node.entity();
    return all(
        input,
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
            return new ValueConditions(scope).of(scope.binder().days(node, computed), value, place);
          }
          if (relationship != null) {
            return relationship(node, relationship, value, place);
          }
          if (entity instanceof InterfaceType && scope.model().nodes().containsKey(name)) {
            return narrowed(node, scope.model().node(name), value, place);
          }
          if (name.equals("typename")) {
            var types = scope.binder().parameter(ValueConditions.source(value, place));
            return new Where.OfType(node, types);
          }
          return name.endsWith(CONNECTION)
              ? connected(node, connected(entity, name), value, place)
              : Combined.of(name, value, at, (inner, where) -> node(node, inner, where));
        });
  }

  /// A node is of the type, and what is asked of that type holds.
  private Where narrowed(BoundNode node, NodeType type, Input value, String at) {
    var typed = scope.binder().as(node, type);
    return Where.all(
        List.of(new Where.Labelled(typed), node(typed, ValueConditions.object(value, at), at)));
  }

  private static Relationship connected(NodeEntity entity, String name) {
    var relationship =
        entity.relationships().get(name.substring(0, name.length() - CONNECTION.length()));
    if (relationship == null) {
      throw new Bug("validation let " + entity.name() + "." + name + " pass");
    }
    return relationship;
  }

  /// Compiles one entry of an object of conditions.
  private interface Entry {
    Where compile(String name, Input value);
  }

  private static Where all(Input.Fields input, Entry entry) {
    var parts = new ArrayList<Where>();
    input.fields().forEach((name, value) -> parts.add(entry.compile(name, value)));
    return Where.all(parts);
  }

  private Where relationship(BoundNode node, Relationship relationship, Input value, String at) {
    if (!relationship.target().many()) {
      var hop = scope.hop(node, relationship, false);
      return value instanceof Input.Null
          ? Where.none(new Where.SemiJoin(hop, Where.Always.TRUE, Where.Quantity.SOME))
          : new Where.SemiJoin(
              hop, node(hop.to(), ValueConditions.object(value, at), at), Where.Quantity.SOME);
    }
    return all(
        ValueConditions.object(value, at),
        (name, inner) -> {
          var place = at + "." + name;
          var hop = scope.hop(node, relationship, false);
          var fits = node(hop.to(), ValueConditions.object(inner, place), place);
          return quantified(hop, name, fits, place);
        });
  }

  private Where connected(BoundNode node, Relationship relationship, Input value, String at) {
    return all(
        ValueConditions.object(value, at),
        (name, inner) -> {
          var place = at + "." + name;
          var given = ValueConditions.object(inner, place);
          if (name.equals("aggregate")) {
            return aggregate(node, relationship, given, place);
          }
          var hop = scope.hop(node, relationship, asksPeriod(given));
          return quantified(hop, name, connection(hop, given, place), place);
        });
  }

  private static Where quantified(Hop hop, String quantifier, Where fits, String at) {
    return switch (quantifier) {
      case "some" -> new Where.SemiJoin(hop, fits, Where.Quantity.SOME);
      case "none" -> Where.none(new Where.SemiJoin(hop, fits, Where.Quantity.SOME));
      case "all" -> Where.none(new Where.SemiJoin(hop, Where.none(fits), Where.Quantity.SOME));
      case "single" -> new Where.SemiJoin(hop, fits, Where.Quantity.ONE);
      default -> throw new Bug("validation let " + at + " pass");
    };
  }

  /// All totals that are asked of a relationship come out of one reading of it.
  private Where aggregate(
      BoundNode node, Relationship relationship, Input.Fields given, String at) {
    var hop = scope.hop(node, relationship, false);
    var member = new Rows.Member(hop.to(), Optional.of(hop.edge()));
    var totals = new Totals(scope, member);
    var where = new TotalsCondition(scope, totals).of(given, at);
    var rows =
        new Rows.Group(
            new Rows.Expand(new Rows.Argument(node), hop), member, List.of(), totals.list());
    return totals.list().isEmpty() ? where : new Where.AnyRow(new Rows.Filter(rows, where));
  }
}
