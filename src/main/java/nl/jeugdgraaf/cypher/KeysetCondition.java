package nl.jeugdgraaf.cypher;

import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Expression;

/// Writes the condition that a row stands strictly after a place in an order.
///
/// The first level is also written as a plain bound where it can be, so that an index finds the
/// place instead of all rows before it being read and dropped.
///
/// @param after the order and the place
record KeysetCondition(Predicate.After after) {
  static Condition of(Predicate.After after) {
    var condition = new KeysetCondition(after);
    var first = after.order().getFirst();
    var value = ExpressionWriter.of(first.term());
    var at = ExpressionWriter.of(after.place().getFirst());
    var beyond = condition.from(0);
    if (after.order().size() == 1 || !condition.isThere(first.term())) {
      return beyond;
    }
    return (first.descending() ? value.lte(at) : value.gte(at)).and(beyond);
  }

  private boolean isThere(Term term) {
    return ExpressionWriter.isThere(term) || after.there().contains(term);
  }

  private Condition from(int level) {
    var order = after.order().get(level);
    var value = ExpressionWriter.of(order.term());
    var at = ExpressionWriter.of(after.place().get(level));
    var beyond = beyond(order, value, at);
    if (level == after.order().size() - 1) {
      return beyond;
    }
    var same = value.isEqualTo(at);
    var tied = isThere(order.term()) ? same : same.or(value.isNull().and(at.isNull()));
    return beyond.or(tied.and(from(level + 1)));
  }

  /// Missing values stand last when ascending, first when descending.
  private Condition beyond(Rows.SortKey level, Expression value, Expression at) {
    var further = level.descending() ? value.lt(at) : value.gt(at);
    if (isThere(level.term())) {
      return further;
    }
    return level.descending()
        ? further.or(at.isNull().and(value.isNotNull()))
        : further.or(at.isNotNull().and(value.isNull()));
  }
}
