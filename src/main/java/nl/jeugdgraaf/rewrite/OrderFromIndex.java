package nl.jeugdgraaf.rewrite;

import java.util.List;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Rows;

/// Lets an index give the order, so that a page reads a page and not the whole label.
///
/// `Sort(rows of Scan n, n.p ...) -> Sort(rows of Filter(Scan n, p is not missing), n.p ...)`,
/// where `p` is the key, which is how a node came in: the condition drops nothing and allows the
/// index. What is only promised can be missing in the data, and then a sort must not drop its node.
record OrderFromIndex() implements Law {
  @Override
  public Rows apply(Rows rows) {
    if (rows instanceof Rows.Sort(var source, var order)) {
      return order.getFirst().term() instanceof Property first
          ? new Rows.Sort(present(source, first), order)
          : rows;
    }
    return Traversals.intoSource(rows, this::apply);
  }

  private static Rows present(Rows rows, Property property) {
    return switch (rows) {
      case Rows.Scan(var node) ->
          isKey(property, node)
              ? new Rows.Filter(rows, Predicate.not(new Predicate.IsNull(property)))
              : rows;
      case Rows.Filter(var source, var where)
          when source instanceof Rows.Scan(var node) && isKey(property, node) ->
          new Rows.Filter(
              source, Predicate.and(List.of(where, Predicate.not(new Predicate.IsNull(property)))));
      default -> rows;
    };
  }

  private static boolean isKey(Property property, NodeVariable node) {
    return property.of() == node
        && property.isOpen()
        && node.entity() instanceof NodeType
        && property.attribute().use() == Attribute.Use.KEY;
  }
}
