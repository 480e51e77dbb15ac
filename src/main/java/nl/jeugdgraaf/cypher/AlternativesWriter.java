package nl.jeugdgraaf.cypher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Predicate.Alternatives;
import nl.jeugdgraaf.plan.Predicate.Compare;
import nl.jeugdgraaf.plan.Predicate.Operator;
import nl.jeugdgraaf.plan.Predicate.SemiJoin;
import nl.jeugdgraaf.plan.Predicate.ValueRows;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.renderer.Renderer;

/// Writes conditions that ask the same with other values: once, over a list of rows of values. So
/// their number is no part of the statement, and costs no time to plan.
///
/// Where a law changed one of them, they are written one by one.
final class AlternativesWriter {
  /// What stands for parameters inside of a condition that is written once.
  private static final ScopedValue<Map<Parameter, Expression>> IN_ROW = ScopedValue.newInstance();

  private AlternativesWriter() {}

  /// Returns what stands for a parameter where a condition is written once for many values.
  static Optional<Expression> inRow(Parameter parameter) {
    return IN_ROW.isBound() ? Optional.ofNullable(IN_ROW.get().get(parameter)) : Optional.empty();
  }

  static Condition of(Alternatives alternatives) {
    var parts = alternatives.parts();
    var rows = alternatives.rows();
    var once = sameText(parts, rows);
    if (once.isEmpty()) {
      return PredicateWriter.of(new Predicate.Or(parts));
    }
    var list = ExpressionWriter.of(rows.list());
    if (isEquality(parts.getFirst())) {
      return PredicateWriter.operand(((Compare) parts.getFirst()).term()).in(list);
    }
    return semiJoin(parts.getFirst())
        .map(followed -> behindHop(followed.hop(), parts, rows))
        .orElseGet(() -> Cypher.any(Cypher.name(rows.row().name())).in(list).where(once.get()));
  }

  /// Follows a hop to one node, which all parts follow first, once for all values.
  private static Condition behindHop(Hop hop, List<Predicate> parts, ValueRows rows) {
    return PredicateWriter.of(
        new SemiJoin(
            hop,
            new Alternatives(parts.stream().map(AlternativesWriter::behindHop).toList(), rows),
            Predicate.Quantity.SOME));
  }

  /// A key or another value that equals one of a list can be found by an index.
  private static boolean isEquality(Predicate part) {
    return part instanceof Compare(_, var operator, Parameter _) && operator == Operator.EQ;
  }

  private static Optional<SemiJoin> semiJoin(Predicate part) {
    return part.conjuncts().stream()
        .filter(SemiJoin.class::isInstance)
        .map(SemiJoin.class::cast)
        .filter(it -> it.quantity() == Predicate.Quantity.SOME && !it.hop().leadsToMany())
        .findFirst();
  }

  private static Predicate behindHop(Predicate part) {
    var followed = semiJoin(part).orElseThrow();
    var others = new ArrayList<>(part.conjuncts());
    others.remove(followed);
    others.add(followed.predicate());
    return Predicate.and(others);
  }

  /// Returns the condition, if all parts have the same text once a row stands for their values.
  private static Optional<Condition> sameText(List<Predicate> parts, ValueRows rows) {
    var first = part(parts.getFirst(), rows, 0);
    var text = text(first);
    for (int i = 1; i < parts.size(); i++) {
      if (!text(part(parts.get(i), rows, i)).equals(text)) {
        return Optional.empty();
      }
    }
    return Optional.of(first);
  }

  private static Condition part(Predicate part, ValueRows rows, int number) {
    var values = rows.values().get(number);
    var row = Cypher.name(rows.row().name());
    var inRow = new HashMap<Parameter, Expression>(IN_ROW.isBound() ? IN_ROW.get() : Map.of());
    for (int i = 0; i < values.size(); i++) {
      inRow.put(values.get(i), values.size() == 1 ? row : Cypher.valueAt(row, i));
    }
    return ScopedValue.where(IN_ROW, inRow).call(() -> PredicateWriter.of(part));
  }

  private static String text(Condition condition) {
    return Renderer.getDefaultRenderer().render(Cypher.returning(condition.as("it")).build());
  }
}
