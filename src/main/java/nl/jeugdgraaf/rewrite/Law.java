package nl.jeugdgraaf.rewrite;

import nl.jeugdgraaf.plan.Rows;

/// A law: rows that are equal to others and cheaper to get.
///
/// Gets the rows of one query, outermost step first; returns them unchanged where it does not
/// apply. It may move conditions, never drop one, and it keeps every variable with its guard.
interface Law {
  Rows apply(Rows rows);
}
