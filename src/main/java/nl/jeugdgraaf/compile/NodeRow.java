package nl.jeugdgraaf.compile;

import nl.jeugdgraaf.plan.BoundNode;

/// A node while its fields are compiled: the variable, the columns of its query, what holds there.
///
/// @param node the node
/// @param columns get what the fields need
/// @param scope what holds around the fields
record NodeRow(BoundNode node, Columns columns, Scope scope) {
  /// Returns the same node in the scope of a field, which may have a day of its own.
  NodeRow of(FieldCollector.Merged field) {
    return new NodeRow(node, columns, scope.of(field));
  }
}
