package nl.jeugdgraaf.cypher;

import java.util.List;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Rows;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Expression;

/// Writes the condition that a row stands strictly after a place in an order.
///
/// The first level is also written as a plain bound where it can be, so that an index finds the
/// place instead of all rows before it being read and dropped.
final class PlaceCondition {
  private PlaceCondition() {}

  static Condition after(List<Rows.Order> order, List<Parameter> place) {
    var first = order.getFirst();
    var value = Terms.of(first.term());
    var at = Terms.of(place.getFirst());
    var after = afterFrom(order, place, 0);
    if (order.size() == 1 || !Terms.isThere(first.term())) {
      return after;
    }
    return (first.descending() ? value.lte(at) : value.gte(at)).and(after);
  }

  private static Condition afterFrom(List<Rows.Order> order, List<Parameter> place, int level) {
    var term = order.get(level).term();
    var value = Terms.of(term);
    var at = Terms.of(place.get(level));
    var beyond = beyond(order.get(level), value, at);
    if (level == order.size() - 1) {
      return beyond;
    }
    var same = value.isEqualTo(at);
    var tied = Terms.isThere(term) ? same : same.or(value.isNull().and(at.isNull()));
    return beyond.or(tied.and(afterFrom(order, place, level + 1)));
  }

  /// Missing values stand last when ascending, first when descending.
  private static Condition beyond(Rows.Order level, Expression value, Expression at) {
    var further = level.descending() ? value.lt(at) : value.gt(at);
    if (Terms.isThere(level.term())) {
      return further;
    }
    return level.descending()
        ? further.or(at.isNull().and(value.isNotNull()))
        : further.or(at.isNotNull().and(value.isNull()));
  }
}
