package nl.jeugdgraaf.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Term;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.SymbolicName;

/// Writes conditions, and the patterns that bind variables. Whoever writes a pattern also writes
/// the guards of its variables.
final class PredicateWriter {
  private static final SymbolicName LABEL = Cypher.name("label");

  private PredicateWriter() {}

  static PatternElement pattern(Hop hop) {
    return hop.chain()
        .map(chain -> RawCypher.chain(hop, chain))
        .orElseGet(() -> RawCypher.hop(hop));
  }

  /// Returns what is asked of a relationship and of the node that it leads to after their pattern;
  /// the guards of a chain are in it.
  static Predicate guard(Hop hop) {
    return hop.isChain()
        ? hop.to().guard()
        : Predicate.and(List.of(hop.relationship().guard(), hop.to().guard()));
  }

  /// Returns the guards of each step of a chain.
  static Predicate guardOf(Hop.Chain chain) {
    return Predicate.and(List.of(chain.step().from().guard(), guard(chain.step())));
  }

  static Condition of(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Always(var holds) ->
          (holds ? Cypher.literalTrue() : Cypher.literalFalse()).asCondition();
      case Predicate.And(var parts) -> joined(parts, Condition::and);
      case Predicate.Or(var parts) ->
          joined(parts.stream().map(PredicateWriter::inOnePart).toList(), Condition::or);
      case Predicate.Alternatives alternatives -> AlternativesWriter.of(alternatives);
      case Predicate.Not(Predicate.IsNull(var term)) -> ExpressionWriter.of(term).isNotNull();
      case Predicate.Not(var part) -> not(part);
      case Predicate.Compare(var term, var operator, var value) ->
          compare(operand(term), operator, given(term, operator, value));
      case Predicate.AnyElement(var list, var fits) ->
          Cypher.any(ExpressionWriter.ELEMENT).in(operand(list)).where(of(fits));
      case Predicate.IsNull(var term) -> ExpressionWriter.of(term).isNull();
      case Predicate.HasLabel(var node) ->
          RawCypher.hasAnyLabel(Cypher.name(node.name()), node.labels());
      case Predicate.HasRelationshipType(var relationship) ->
          Cypher.type(Cypher.name(relationship.name()))
              .isEqualTo(Cypher.literalOf(relationship.type()));
      case Predicate.HasType(var node, var types) ->
          Cypher.any(LABEL)
              .in(Cypher.labels(Cypher.name(node.name())))
              .where(LABEL.in(ExpressionWriter.of(types)));
      case Predicate.InList(var node, var nodes) ->
          Cypher.name(node.name()).in(Cypher.name(nodes.name()));
      case Predicate.After after -> KeysetCondition.of(after);
      case Predicate.ValidOn(var relationship, var day) ->
          PeriodConditions.validOn(relationship.name(), day);
      case Predicate.Overlaps(var relationship, var from, var to) ->
          PeriodConditions.overlaps(relationship.name(), from, to);
      case Predicate.During(var relationship, var from, var to) ->
          PeriodConditions.during(relationship.name(), from, to);
      case Predicate.Exists(var rows) ->
          Cypher.exists(new RowsWriter().read(rows).returning(Cypher.literalOf(1)).build());
      case Predicate.SemiJoin(var hop, var inner, var quantity) -> semiJoin(hop, inner, quantity);
    };
  }

  private static Condition joined(List<Predicate> parts, BinaryOperator<Condition> operator) {
    return parts.stream()
        .map(PredicateWriter::of)
        .reduce(operator)
        .orElseThrow(() -> new IllegalArgumentException("a condition without parts"));
  }

  /// Returns a conjunction that follows a relationship as one condition, in which the other parts
  /// are asked where the relationship leads.
  ///
  /// The planner turns an `OR` of conjunctions into a conjunction of `OR`s, in which it follows the
  /// same relationships once for each part of a conjunction.
  private static Predicate inOnePart(Predicate alternative) {
    if (!(alternative instanceof Predicate.And(var parts))) {
      return alternative;
    }
    for (var part : parts) {
      if (part instanceof Predicate.SemiJoin(var hop, var inner, var quantity)
          && quantity == Predicate.Quantity.SOME) {
        var others = new ArrayList<>(parts);
        others.remove(part);
        others.add(inner);
        return new Predicate.SemiJoin(hop, Predicate.and(others), quantity);
      }
    }
    return alternative;
  }

  /// Unknown counts as false before it is negated.
  private static Condition not(Predicate part) {
    var condition = of(part);
    return part.isNeverUnknown()
        ? condition.not()
        : Cypher.coalesce(condition, Cypher.literalFalse()).asCondition().not();
  }

  private static Condition compare(
      Expression stored, Predicate.Operator operator, Expression value) {
    return switch (operator) {
      case EQ -> stored.isEqualTo(value);
      case IN -> stored.in(value);
      // A missing value is in no list, not even in an empty one.
      case NOT_IN -> stored.isNotNull().and(stored.in(value).not());
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

  private static Condition semiJoin(Hop hop, Predicate inner, Predicate.Quantity quantity) {
    var where = Predicate.and(List.of(guard(hop), inner));
    var match = Cypher.match(pattern(hop));
    var found =
        where.equals(Predicate.Always.TRUE)
            ? match.returning(Cypher.literalOf(1)).build()
            : match.where(of(where)).returning(Cypher.literalOf(1)).build();
    return switch (quantity) {
      case SOME -> Cypher.exists(found);
      case ONE -> Cypher.count(found).isEqualTo(Cypher.literalOf(1));
    };
  }

  /// Returns a value to compare. Where the schema promises a list and another value is stored, it
  /// counts as missing, so that `IN` does not fail the whole statement.
  static Expression operand(Term term) {
    var stored = ExpressionWriter.of(term);
    return term instanceof Property property && property.attribute().type().list()
        ? ExpressionWriter.valueIf(RawCypher.isOfType(stored, "LIST<ANY>"), stored)
        : stored;
  }

  /// Returns the value to compare with. Codes are stored in upper case, so their first letters are
  /// written in upper case too.
  private static Expression given(Term term, Predicate.Operator operator, Term value) {
    return operator == Predicate.Operator.STARTS_WITH && isOfCode(term)
        ? Cypher.toUpper(ExpressionWriter.of(value))
        : ExpressionWriter.of(value);
  }

  private static boolean isOfCode(Term term) {
    return switch (term) {
      case Property property -> property.attribute().type().scalar() instanceof Scalar.Code;
      case Term.Element(var list) -> isOfCode(list);
      default -> false;
    };
  }
}
