package nl.jeugdgraaf.plan;

import java.util.ArrayList;
import nl.jeugdgraaf.problem.Bug;

/// The only ways to change what the [Binder] bound: variables for the same nodes, with a guard that
/// is proved to hold for the same of them. For the laws of the rewriter, each of which states its
/// proof.
public final class GuardRelaxation {
  private GuardRelaxation() {}

  /// {@return a variable for nodes that are found by one part of their own guard, so that only the
  /// other parts are left to ask}
  ///
  /// @param node a bound node
  /// @param part a part of its guard
  public static NodeVariable foundBy(NodeVariable node, Predicate part) {
    var left = new ArrayList<>(node.guard().conjuncts());
    if (!left.remove(part)) {
      throw new Bug(part + " is not part of the guard of " + node);
    }
    return new NodeVariable(node, Predicate.and(left));
  }

  /// {@return a hop to the same nodes, with another guard}
  ///
  /// @param hop the hop
  /// @param guard a predicate that holds for the same nodes at the end of this hop
  /// @throws Bug if it is a chain, whose guards are those of each step
  public static Hop withGuard(Hop hop, Predicate guard) {
    if (hop.isChain()) {
      throw new Bug("the guards of a chain stay as they are: " + hop);
    }
    return new Hop(
        hop.from(), hop.direction(), hop.relationship(), new NodeVariable(hop.to(), guard));
  }

  /// {@return a variable at the end of a hop for a node that is bound before the hop}
  ///
  /// @param node the bound node, without a guard
  /// @throws Bug if something is left to ask of it
  public static NodeVariable bound(NodeVariable node) {
    if (!node.guard().equals(Predicate.Always.TRUE)) {
      throw new Bug("a guard is left to ask of " + node);
    }
    return new NodeVariable(node);
  }

  /// {@return the nodes of a variable, kept in a list on the way to others}
  ///
  /// @param node the variable
  public static Rows.Via keep(NodeVariable node) {
    return new Rows.Via(node, new Term.Named(node.name() + "s"));
  }

  /// {@return the nodes of a variable for which a condition holds, found once and kept in a list}
  ///
  /// @param node the variable
  /// @param rows finds them
  /// @param number of the list, which no other of the plan has
  public static Plan.NodeSet keep(NodeVariable node, Rows rows, int number) {
    return new Plan.NodeSet(new Term.Named("s" + number), rows, node);
  }
}
