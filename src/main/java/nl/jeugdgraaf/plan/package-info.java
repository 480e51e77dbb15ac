/// The algebra: what an operation reads, as a tree of records under sealed interfaces.
///
/// [nl.jeugdgraaf.plan.Rows] are relational operators, [nl.jeugdgraaf.plan.Predicate] and
/// [nl.jeugdgraaf.plan.Term] are what they filter and compute, [nl.jeugdgraaf.plan.Projection] is
/// what they return, and [nl.jeugdgraaf.plan.Shape] is how that becomes a response.
/// [nl.jeugdgraaf.plan.Binder] is the only way to a variable: it attaches the guard of the caller
/// and the day.
///
/// Uses `model` and the permissions of `access`. No Cypher, no GraphQL document and no driver enter
/// it.
@NullMarked
package nl.jeugdgraaf.plan;

import org.jspecify.annotations.NullMarked;
