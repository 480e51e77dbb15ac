package nl.jeugdgraaf.rewrite;

import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Where;

/// `Filter(rows, true) -> rows`.
///
/// Sound because a filter keeps exactly the rows for which its condition is true.
record DropTrueFilters() implements Rewrite {
  @Override
  public Rows apply(Rows rows) {
    return rows instanceof Rows.Filter(var source, var where) && where.equals(Where.TRUE)
        ? apply(source)
        : Step.intoSource(rows, this::apply);
  }
}
