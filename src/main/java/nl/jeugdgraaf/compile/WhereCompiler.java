package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.Relationship;
import nl.jeugdgraaf.plan.Bound;
import nl.jeugdgraaf.plan.BoundEdge;
import nl.jeugdgraaf.plan.BoundNode;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Where;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A `where` argument to a condition.
///
/// @param scope what holds around it
record WhereCompiler(Scope scope) {

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

  private Where connection(Hop hop, Input.Fields input, String at) {
    var parts = new ArrayList<Where>();
    input
        .fields()
        .forEach((name, value) ->
            parts.add(
                switch (name) {
                  case "node" -> node(hop.to(), object(value, at + ".node"), at + ".node");
                  case "edge" -> edge(hop.edge(), object(value, at + ".edge"), at + ".edge");
                  default ->
                      combined(name, value, at, (inner, place) -> connection(hop, inner, place));
                }));
    return Where.all(parts);
  }

  private Where edge(BoundEdge edge, Input.Fields input, String at) {
    var parts = new ArrayList<Where>();
    input
        .fields()
        .forEach((name, value) -> {
          var attribute = edge.entity().attributes().get(name);
          parts.add(
              attribute == null
                  ? combined(name, value, at, (inner, place) -> edge(edge, inner, place))
                  : attribute(edge, attribute, value, at + "." + name));
        });
    return Where.all(parts);
  }

  private Where node(BoundNode node, Input.Fields input, String at) {
    NodeEntity entity = node.entity();
    var parts = new ArrayList<Where>();
    input
        .fields()
        .forEach((name, value) -> {
          var attribute = entity.attributes().get(name);
          var relationship = entity.relationships().get(name);
          var place = at + "." + name;
          if (attribute != null) {
            parts.add(attribute(node, attribute, value, place));
          } else if (relationship != null) {
            parts.add(relationship(node, relationship, value, place));
          } else {
            parts.add(combined(name, value, at, (inner, where) -> node(node, inner, where)));
          }
        });
    return Where.all(parts);
  }

  /// Compiles one object of conditions.
  private interface Part {
    Where compile(Input.Fields input, String at);
  }

  private static Where combined(String name, Input value, String at, Part part) {
    var place = at + "." + name;
    return switch (name) {
      case "AND" -> Where.all(parts(value, place, part));
      case "OR" -> {
        var parts = parts(value, place, part);
        if (parts.isEmpty()) {
          throw bad(place + " is an empty list, so nothing could fit; leave it out, or fill it.");
        }
        yield Where.any(parts);
      }
      case "NOT" -> Where.none(part.compile(object(value, place), place));
      default -> throw new Bug("validation let " + place + " pass");
    };
  }

  private static List<Where> parts(Input value, String at, Part part) {
    if (!(value instanceof Input.Items list)) {
      throw isNull(at);
    }
    var parts = new ArrayList<Where>();
    for (int i = 0; i < list.items().size(); i++) {
      var place = at + "[" + i + "]";
      parts.add(part.compile(object(list.items().get(i), place), place));
    }
    return parts;
  }

  private Where relationship(BoundNode node, Relationship relationship, Input value, String at) {
    if (!relationship.target().many()) {
      var hop = scope.binder().hop(node, relationship, scope.day());
      return value instanceof Input.Null
          ? Where.none(new Where.SemiJoin(hop, Where.Always.TRUE, Where.Quantity.SOME))
          : new Where.SemiJoin(hop, node(hop.to(), object(value, at), at), Where.Quantity.SOME);
    }
    var parts = new ArrayList<Where>();
    object(value, at)
        .fields()
        .forEach((name, inner) -> parts.add(quantified(node, relationship, name, inner, at)));
    return Where.all(parts);
  }

  private Where quantified(
      BoundNode node, Relationship relationship, String quantifier, Input value, String at) {
    var place = at + "." + quantifier;
    var hop = scope.binder().hop(node, relationship, scope.day());
    var inner = node(hop.to(), object(value, place), place);
    return switch (quantifier) {
      case "some" -> new Where.SemiJoin(hop, inner, Where.Quantity.SOME);
      case "none" -> Where.none(new Where.SemiJoin(hop, inner, Where.Quantity.SOME));
      case "all" -> Where.none(new Where.SemiJoin(hop, Where.none(inner), Where.Quantity.SOME));
      case "single" -> new Where.SemiJoin(hop, inner, Where.Quantity.ONE);
      default -> throw new Bug("validation let " + place + " pass");
    };
  }

  private Where attribute(Bound of, Attribute attribute, Input value, String at) {
    var property = scope.binder().property(of, attribute);
    var parts = new ArrayList<Where>();
    object(value, at)
        .fields()
        .forEach((operator, operand) ->
            parts.add(
                operator.equals("size")
                    ? size(property, operand, at + ".size")
                    : comparison(property, operator, operand, at + "." + operator)));
    return Where.all(parts);
  }

  private Where comparison(Property property, String operator, Input operand, String at) {
    if (operand instanceof Input.Null && operator.equals("eq")) {
      return new Where.Missing(property);
    }
    return new Where.Compare(property, operator(operator), parameter(operand, at));
  }

  private Where size(Property property, Input value, String at) {
    var parts = new ArrayList<Where>();
    object(value, at)
        .fields()
        .forEach((operator, operand) ->
            parts.add(
                operand instanceof Input.Null && operator.equals("eq")
                    ? new Where.Missing(property)
                    : new Where.CompareSize(
                        property, operator(operator), parameter(operand, at + "." + operator))));
    return Where.all(parts);
  }

  private Parameter parameter(Input operand, String at) {
    return switch (operand) {
      case Input.Leaf leaf -> scope.binder().parameter(leaf.source());
      case Input.Items items -> scope.binder().parameter(items.source());
      case Input.Null _ -> throw isNull(at);
      case Input.Fields _ -> throw new Bug("validation let an object pass at " + at);
    };
  }

  private static Where.Operator operator(String name) {
    return switch (name) {
      case "startsWith" -> Where.Operator.STARTS_WITH;
      case "endsWith" -> Where.Operator.ENDS_WITH;
      default -> Where.Operator.valueOf(name.toUpperCase(Locale.ROOT));
    };
  }

  private static Input.Fields object(Input input, String at) {
    if (input instanceof Input.Fields fields) {
      return fields;
    }
    throw isNull(at);
  }

  private static ProblemException isNull(String at) {
    return bad(
        at
            + " is null; leave it out. Only eq and a to-one field can be null: they ask for what is"
            + " not there.");
  }

  private static ProblemException bad(String message) {
    return new ProblemException(Code.BAD_USER_INPUT, message);
  }
}
