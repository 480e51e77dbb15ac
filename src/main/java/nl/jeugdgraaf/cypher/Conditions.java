package nl.jeugdgraaf.cypher;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.plan.BoundNode;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.plan.Where;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PatternElement;

/// Writes conditions and patterns. A pattern is never written without the guards of what it binds.
final class Conditions {
  private Conditions() {}

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
      case Where.Not(Where.Missing(var term)) -> Terms.of(term).isNotNull();
      case Where.Not(var part) -> not(part);
      case Where.Compare(var term, var operator, var value) ->
          compare(operand(term), operator, given(term, operator, value));
      case Where.CompareSize(var property, var operator, var value) ->
          compare(Cypher.size(operand(property)), operator, Terms.of(value));
      case Where.Missing(var term) -> Terms.of(term).isNull();
      case Where.Labelled(var node) ->
          Cypher.raw(
                  node.labels().stream()
                      .map(label -> "$E:" + label)
                      .collect(Collectors.joining(" OR ", "(", ")")),
                  node.labels().stream().map(_ -> Cypher.name(node.variable())).toArray())
              .asCondition();
      case Where.OfEdgeType(var edge) ->
          Cypher.raw("type($E) = $E", Cypher.name(edge.variable()), Cypher.literalOf(edge.type()))
              .asCondition();
      case Where.OfType(var node, var types) ->
          Cypher.raw(
                  "any(label IN labels($E) WHERE label IN $E)",
                  Cypher.name(node.variable()),
                  Terms.of(types))
              .asCondition();
      case Where.OneOf(var node, var nodes) ->
          Cypher.name(node.variable()).in(Cypher.name(nodes.name()));
      case Where.After after -> PlaceCondition.of(after);
      case Where.ValidOn(var edge, var day) -> Periods.validOn(edge.variable(), day);
      case Where.Overlaps(var edge, var from, var to) ->
          Periods.overlaps(edge.variable(), from, to);
      case Where.During(var edge, var from, var to) -> Periods.during(edge.variable(), from, to);
      case Where.AnyRow(var rows) ->
          Cypher.exists(new RowsWriter().read(rows).returning(Cypher.literalOf(1)).build());
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

  /// Returns a value to compare; a list that is none is unknown, and no error of the whole.
  private static Expression operand(Term term) {
    var stored = Terms.of(term);
    return term instanceof Property property && property.attribute().type().list()
        ? Cypher.raw("CASE WHEN $E IS :: LIST<ANY> THEN $E END", stored, stored)
        : stored;
  }

  /// Returns a given value; codes are stored in upper case, so their first letters are too.
  private static Expression given(Term term, Where.Operator operator, Term value) {
    return operator == Where.Operator.STARTS_WITH
            && term instanceof Property property
            && property.attribute().type().scalar() instanceof Scalar.Code
        ? Cypher.toUpper(Terms.of(value))
        : Terms.of(value);
  }
}
