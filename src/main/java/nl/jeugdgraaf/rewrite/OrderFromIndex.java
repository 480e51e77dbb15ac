package nl.jeugdgraaf.rewrite;

import java.util.List;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Rows;

/// Lets an index give the order, so that a page reads a page and not the whole label.
///
/// `Sort(rows of Scan n, n.p ...) -> Sort(rows of Filter(Scan n, n.p is not null), n.p ...)`, where
/// `p` is a key.
///
/// Sound because no node is loaded without its key: the predicate drops nothing, and allows the
/// index. An attribute that is only required by the schema can be missing in the data, and then a
/// sort must not drop its node.
record OrderFromIndex() implements Law {
  @Override
  public Projection apply(Projection query) {
    return query.withRows(ordered(query.rows()));
  }

  private static Rows ordered(Rows rows) {
    if (rows instanceof Rows.Sort(var source, var order)) {
      return order.getFirst().term() instanceof Property first
          ? new Rows.Sort(present(source, first), order)
          : rows;
    }
    return rows.mapChildren(OrderFromIndex::ordered);
  }

  private static Rows present(Rows rows, Property property) {
    var isThere = Predicate.not(new Predicate.IsNull(property));
    if (rows instanceof Rows.Scan(var node) && isKey(property, node)) {
      return new Rows.Filter(rows, isThere);
    }
    return rows instanceof Rows.Filter(Rows.Scan(var node), var predicate) && isKey(property, node)
        ? new Rows.Filter(new Rows.Scan(node), Predicate.and(List.of(predicate, isThere)))
        : rows;
  }

  private static boolean isKey(Property property, NodeVariable node) {
    return property.of() == node
        && property.isOpen()
        && node.entity() instanceof NodeType
        && property.attribute().use() == Attribute.Use.KEY;
  }
}
