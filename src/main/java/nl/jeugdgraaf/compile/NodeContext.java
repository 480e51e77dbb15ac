package nl.jeugdgraaf.compile;

import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.plan.NodeVariable;

/// A node while its fields are compiled: the variable, the columns of its query, what holds there.
///
/// @param node the node
/// @param columns get what the fields need
/// @param scope what holds around the fields
record NodeContext(NodeVariable node, Columns columns, Scope scope) {}
