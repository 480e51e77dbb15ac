package nl.jeugdgraaf.rewrite;

import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Rows;

/// `Filter(rows, true) -> rows`.
///
/// Sound because a filter keeps exactly the rows for which its predicate is true.
record DropTrueFilters() implements Law {
  @Override
  public Projection apply(Projection query) {
    return query.withRows(dropped(query.rows()));
  }

  private static Rows dropped(Rows rows) {
    return rows instanceof Rows.Filter(var source, var predicate)
            && predicate.equals(Predicate.Always.TRUE)
        ? dropped(source)
        : rows.mapChildren(DropTrueFilters::dropped);
  }
}
