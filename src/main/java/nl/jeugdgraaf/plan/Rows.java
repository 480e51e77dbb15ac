package nl.jeugdgraaf.plan;

import java.util.List;

/// Where rows come from, after names are resolved and before any Cypher is written.
///
/// Immutable. Variables come only from the [Binder], with their guards.
public sealed interface Rows {
  /// Every node of an entity.
  ///
  /// @param node stands for each of them
  record Scan(BoundNode node) implements Rows {}

  /// The one node with a key, or none.
  ///
  /// @param key the key property of the node
  /// @param node stands for it
  /// @param value the key
  record Lookup(BoundNode node, Property key, Parameter value) implements Rows {}

  /// The one row of the enclosing query, in which `node` is bound.
  ///
  /// @param node the node that is already there
  record Argument(BoundNode node) implements Rows {}

  /// For each row of `source`, a row for each relationship that starts at it.
  ///
  /// @param source rows in which `hop.from()` is bound
  /// @param hop the relationship
  record Expand(Rows source, Hop hop) implements Rows {}

  /// The rows of `source` for which the condition is true.
  ///
  /// @param source the rows
  /// @param where the condition
  record Filter(Rows source, Where where) implements Rows {}

  /// One row for each different node; no other variable of `source` is bound after it.
  ///
  /// @param source the rows
  /// @param node by what they differ
  record Distinct(Rows source, BoundNode node) implements Rows {}

  /// The rows in an order.
  ///
  /// @param source the rows
  /// @param order by what, most significant first, at least one
  record Sort(Rows source, List<Order> order) implements Rows {
    /// Copies the list.
    public Sort {
      order = List.copyOf(order);
    }
  }

  /// The rows without the first ones.
  ///
  /// @param source sorted rows
  /// @param count how many are left out, at least 0
  record Skip(Rows source, Parameter count) implements Rows {}

  /// The first rows.
  ///
  /// @param source sorted rows
  /// @param count how many at most, at least 0
  record Limit(Rows source, Parameter count) implements Rows {}

  /// One level of an order.
  ///
  /// @param property by which value
  /// @param descending largest first and missing first, instead of smallest first and missing last
  record Order(Property property, boolean descending) {}
}
