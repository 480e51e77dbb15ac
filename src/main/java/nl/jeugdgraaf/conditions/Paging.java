package nl.jeugdgraaf.conditions;

import java.util.Map;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Rows;

/// `sort`, `limit` and `offset` of a list to sorted and cut rows.
///
/// @param scope what holds around the field
public record Paging(Scope scope) {

  /// Sorts and cuts rows of nodes.
  public Rows nodes(Rows rows, NodeVariable node, Map<String, Input> arguments) {
    Rows cut = new Rows.Sort(rows, new Ordering(scope).nodes(node, arguments.get(Argument.SORT)));
    if (arguments.get(Argument.OFFSET) instanceof Input.Leaf offset) {
      cut = new Rows.Skip(cut, count(offset, Argument.OFFSET));
    }
    return arguments.get(Argument.LIMIT) instanceof Input.Leaf limit
        ? new Rows.Limit(cut, count(limit, Argument.LIMIT), 0)
        : cut;
  }

  /// Puts the one that a to-one field shows first.
  public Rows first(Rows rows, NodeVariable node) {
    return new Rows.Sort(rows, new Ordering(scope).keys(node));
  }

  private Parameter count(Input.Leaf leaf, String name) {
    scope.refusals().input(name, () -> notNegative(leaf, name), leaf);
    return scope.binder().parameter(leaf.source());
  }

  private static Input.Leaf notNegative(Input.Leaf leaf, String name) {
    if (leaf.value() instanceof Integer number && number < 0) {
      throw ValueConditions.bad(name, "is negative. Use 0 or more.");
    }
    return leaf;
  }
}
