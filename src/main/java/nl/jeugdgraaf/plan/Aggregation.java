package nl.jeugdgraaf.plan;

import java.util.Optional;
import nl.jeugdgraaf.model.AggregateFunction;
import nl.jeugdgraaf.model.ValueType;

/// What is computed of all rows of a query, or of a group of them.
public sealed interface Aggregation {
  /// The number of different nodes.
  record CountNodes() implements Aggregation {}

  /// The number of different relationships; without relationships that of nodes.
  record CountRelationships() implements Aggregation {}

  /// The number of different values.
  ///
  /// @param term the value; missing ones do not count
  record CountValues(Term term) implements Aggregation {}

  /// The number of different nodes that the rows have bound on the way to their keys.
  ///
  /// @param node the variable of each of them; rows without one do not count
  record CountReached(NodeVariable node) implements Aggregation {}

  /// The different nodes that the rows have bound, as a list.
  ///
  /// @param node the variable of each of them; rows without one add nothing
  record CollectNodes(NodeVariable node) implements Aggregation {}

  /// The number of different nodes that are related to nodes of the rows.
  ///
  /// @param from the nodes of the rows
  /// @param rows leads from such a node, as an [Rows.Argument], to the related node
  /// @param related the related node
  record CountRelated(NodeVariable from, Rows rows, NodeVariable related) implements Aggregation {}

  /// A statistic of values; those of another type than promised do not count.
  ///
  /// @param statistic which one
  /// @param term the value
  /// @param type what the value must be
  /// @param over whose values they are
  /// @param share the part of [AggregateFunction#PERCENTILE], from 0 to 1
  record OfValues(
      AggregateFunction statistic, Term term, ValueType type, Over over, Optional<Parameter> share)
      implements Aggregation {
    /// Returns whether a value that counts twice changes the outcome.
    ///
    /// @return false for the smallest and the largest
    public boolean countsEach() {
      return statistic != AggregateFunction.MIN && statistic != AggregateFunction.MAX;
    }
  }

  /// Whose values a statistic is about.
  enum Over {
    /// Each node once, however many relationships lead to it.
    NODES,
    /// Each relationship.
    RELATIONSHIPS
  }
}
