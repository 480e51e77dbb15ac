package nl.jeugdgraaf.compile;

import java.util.Optional;
import nl.jeugdgraaf.plan.BoundEdge;
import nl.jeugdgraaf.plan.BoundNode;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;

/// Rows that a connection shows, counts or groups, with what is bound in them.
///
/// @param rows filtered, not yet sorted
/// @param node where they lead
/// @param edge the relationships, where they follow any
/// @param score how well they match, where they were searched
record Reached(Rows rows, BoundNode node, Optional<BoundEdge> edge, Optional<Term.Named> score) {
  Rows.Member member() {
    return new Rows.Member(node, edge);
  }
}
