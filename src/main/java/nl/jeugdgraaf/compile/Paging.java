package nl.jeugdgraaf.compile;

import java.util.Map;
import nl.jeugdgraaf.plan.BoundNode;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// `sort`, `limit` and `offset` of a list to sorted and cut rows.
///
/// @param scope what holds around the field
record Paging(Scope scope) {

  /// Sorts and cuts rows of nodes.
  Rows nodes(Rows rows, BoundNode node, Map<String, Input> arguments) {
    Rows cut = new Rows.Sort(rows, new Ordering(scope).nodes(node, arguments.get("sort")));
    if (arguments.get("offset") instanceof Input.Leaf offset) {
      cut = new Rows.Skip(cut, count(offset, "offset"));
    }
    return arguments.get("limit") instanceof Input.Leaf limit
        ? new Rows.Limit(cut, count(limit, "limit"), 0)
        : cut;
  }

  /// Puts the one that a to-one field shows first.
  Rows first(Rows rows, BoundNode node) {
    return new Rows.Sort(rows, new Ordering(scope).keys(node));
  }

  private Parameter count(Input.Leaf leaf, String name) {
    if (leaf.value() instanceof Integer number && number < 0) {
      throw new ProblemException(
          Code.BAD_USER_INPUT, name + " is negative; it counts rows, so it is 0 or more.");
    }
    return scope.binder().parameter(leaf.source());
  }
}
