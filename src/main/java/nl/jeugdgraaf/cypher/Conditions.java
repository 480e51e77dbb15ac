package nl.jeugdgraaf.cypher;

import java.util.List;
import java.util.function.BinaryOperator;
import nl.jeugdgraaf.model.EdgeType;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.plan.BoundNode;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Where;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PatternElement;

/// Writes conditions and patterns. A pattern is never written without the guards of what it binds.
final class Conditions {
  private Conditions() {}

  static Expression property(Property property) {
    return Cypher.property(property.of().variable(), property.attribute().property());
  }

  static Node node(BoundNode node) {
    var labels = Cypher.exactlyLabel(node.labels().getFirst());
    for (var label : node.labels().subList(1, node.labels().size())) {
      labels = labels.or(Cypher.exactlyLabel(label));
    }
    return Cypher.node(labels).named(node.variable());
  }

  static PatternElement pattern(Hop hop) {
    var from = Cypher.anyNode(hop.from().variable());
    var to = node(hop.to());
    var type = hop.edge().type();
    var relationship =
        switch (hop.direction()) {
          case OUT -> from.relationshipTo(to, type);
          case IN -> from.relationshipFrom(to, type);
          case BOTH -> from.relationshipBetween(to, type);
        };
    return relationship.named(hop.edge().variable());
  }

  /// Returns what must hold of a relationship and the node that it leads to, whatever is asked.
  static Where guard(Hop hop) {
    return Where.all(List.of(hop.edge().guard(), hop.to().guard()));
  }

  static Condition of(Where where) {
    return switch (where) {
      case Where.Always(var holds) ->
          (holds ? Cypher.literalTrue() : Cypher.literalFalse()).asCondition();
      case Where.And(var parts) -> joined(parts, Condition::and);
      case Where.Or(var parts) -> joined(parts, Condition::or);
      case Where.Not(Where.Missing(var property)) -> property(property).isNotNull();
      case Where.Not(var part) -> not(part);
      case Where.Compare(var property, var operator, var value) ->
          compare(operand(property), operator, given(property, operator, value));
      case Where.CompareSize(var property, var operator, var value) ->
          compare(Cypher.size(operand(property)), operator, parameter(value));
      case Where.Missing(var property) -> property(property).isNull();
      case Where.ValidOn(var edge, var day) -> validOn(edge.variable(), parameter(day));
      case Where.SemiJoin(var hop, var inner, var quantity) -> semiJoin(hop, inner, quantity);
    };
  }

  private static Condition joined(List<Where> parts, BinaryOperator<Condition> operator) {
    return parts.stream()
        .map(Conditions::of)
        .reduce(operator)
        .orElseThrow(() -> new IllegalArgumentException("a condition without parts"));
  }

  private static Condition not(Where part) {
    var condition = of(part);
    return part.isSure()
        ? condition.not()
        : Cypher.coalesce(condition, Cypher.literalFalse()).asCondition().not();
  }

  private static Condition compare(Expression stored, Where.Operator operator, Expression value) {
    return switch (operator) {
      case EQ -> stored.isEqualTo(value);
      case IN -> stored.in(value);
      case GT -> stored.gt(value);
      case GTE -> stored.gte(value);
      case LT -> stored.lt(value);
      case LTE -> stored.lte(value);
      case CONTAINS -> stored.contains(value);
      case STARTS_WITH -> stored.startsWith(value);
      case ENDS_WITH -> stored.endsWith(value);
      case INCLUDES -> value.in(stored);
    };
  }

  private static Condition validOn(String edge, Expression day) {
    var from = Cypher.property(edge, EdgeType.VALID_FROM);
    var to = Cypher.property(edge, EdgeType.VALID_TO);
    return from.isNull().or(from.lte(day)).and(to.isNull().or(to.gt(day)));
  }

  private static Condition semiJoin(Hop hop, Where inner, Where.Quantity quantity) {
    var where = Where.all(List.of(guard(hop), inner));
    var match = Cypher.match(pattern(hop));
    var found =
        where.equals(Where.Always.TRUE)
            ? match.returning(Cypher.literalOf(1)).build()
            : match.where(of(where)).returning(Cypher.literalOf(1)).build();
    return switch (quantity) {
      case SOME -> Cypher.exists(found);
      case ONE -> Cypher.count(found).isEqualTo(Cypher.literalOf(1));
    };
  }

  /// Returns a stored value to compare; a list that is none is unknown, and no error of the whole.
  private static Expression operand(Property property) {
    var stored = property(property);
    return property.attribute().type().list()
        ? Cypher.raw("CASE WHEN $E IS :: LIST<ANY> THEN $E END", stored, stored)
        : stored;
  }

  /// Returns a given value; codes are stored in upper case, so their first letters are too.
  private static Expression given(Property property, Where.Operator operator, Parameter value) {
    return operator == Where.Operator.STARTS_WITH
            && property.attribute().type().scalar() instanceof Scalar.Code
        ? Cypher.toUpper(parameter(value))
        : parameter(value);
  }

  static Expression parameter(Parameter parameter) {
    return Cypher.parameter(parameter.name());
  }
}
