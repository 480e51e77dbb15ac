package nl.jeugdgraaf.compile;

import java.util.Optional;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.RelationshipVariable;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;

/// Rows that a connection shows, counts or groups, with what is bound in them.
///
/// @param rows filtered, not yet sorted
/// @param node where they lead
/// @param relationship the relationships, where they follow any
/// @param score how well they match, where they were searched
record ConnectionRows(
    Rows rows,
    NodeVariable node,
    Optional<RelationshipVariable> relationship,
    Optional<Term.Named> score) {
  Rows.Member member() {
    return new Rows.Member(node, relationship);
  }
}
