package nl.jeugdgraaf.rewrite;

import nl.jeugdgraaf.plan.Projection;

/// A law of the algebra: a query that is equal to another and cheaper to run.
///
/// It may move predicates and weaken a guard that is known to hold, never drop a condition that can
/// be false. Each implementation states its form, why it is sound and what it saves.
@FunctionalInterface
public interface Law {
  /// {@return an equal query, or the same one where the law does not apply}
  ///
  /// @param query rows and columns; queries nested in the columns were rewritten before
  Projection apply(Projection query);
}
