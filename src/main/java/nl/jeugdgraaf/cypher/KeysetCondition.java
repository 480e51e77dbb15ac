package nl.jeugdgraaf.cypher;

import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Expression;

/// Writes the condition that a row comes strictly after the row of a cursor in an order (keyset
/// pagination).
///
/// `(a, b) AFTER ($a, $b)` becomes `a > $a OR (a = $a AND b > $b)`. Where there always is an `a`,
/// `a >= $a` is added in front: it says nothing new, but lets an index seek to the cursor, instead
/// of reading all rows before it and dropping them.
///
/// @param after the order, and the values of the cursor's row
record KeysetCondition(Predicate.After after) {
  static Condition of(Predicate.After after) {
    var condition = new KeysetCondition(after);
    var first = after.order().getFirst();
    var value = ExpressionWriter.of(first.term());
    var at = ExpressionWriter.of(after.place().getFirst());
    var beyond = condition.from(0);
    if (after.order().size() == 1 || !condition.isNeverNull(first.term())) {
      return beyond;
    }
    return (first.descending() ? value.lte(at) : value.gte(at)).and(beyond);
  }

  /// Returns whether every row has a value: the schema promises one, or another condition asks it.
  private boolean isNeverNull(Term term) {
    return ExpressionWriter.isPromised(term) || after.there().contains(term);
  }

  /// Returns the condition on the sort keys from a level on, those before it being equal.
  private Condition from(int level) {
    var key = after.order().get(level);
    var value = ExpressionWriter.of(key.term());
    var at = ExpressionWriter.of(after.place().get(level));
    var beyond = beyond(key, value, at);
    if (level == after.order().size() - 1) {
      return beyond;
    }
    var same = value.isEqualTo(at);
    var tied = isNeverNull(key.term()) ? same : same.or(value.isNull().and(at.isNull()));
    return beyond.or(tied.and(from(level + 1)));
  }

  /// Missing values come last when ascending, first when descending, as in Cypher.
  private Condition beyond(Rows.SortKey key, Expression value, Expression at) {
    var further = key.descending() ? value.lt(at) : value.gt(at);
    if (isNeverNull(key.term())) {
      return further;
    }
    return key.descending()
        ? further.or(at.isNull().and(value.isNotNull()))
        : further.or(at.isNotNull().and(value.isNull()));
  }
}
