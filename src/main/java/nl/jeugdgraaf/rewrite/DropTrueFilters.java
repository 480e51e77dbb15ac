package nl.jeugdgraaf.rewrite;

import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Rows;

/// `Filter(rows, true) -> rows`.
///
/// Sound because a filter keeps exactly the rows for which its condition is true.
record DropTrueFilters() implements Law {
  @Override
  public Rows apply(Rows rows) {
    return rows instanceof Rows.Filter(var source, var where) && where.equals(Predicate.Always.TRUE)
        ? apply(source)
        : Traversals.intoSource(rows, this::apply);
  }
}
