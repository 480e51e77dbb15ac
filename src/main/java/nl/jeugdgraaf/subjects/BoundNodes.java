package nl.jeugdgraaf.subjects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Rows;

/// The nodes that rows bind, and how they came to them.
///
/// @param nodes those that a query over the rows can read, in the order in which they are bound
/// @param hops the relationship that led to a node, by its name
/// @param optional names of nodes that are missing in some rows
record BoundNodes(List<NodeVariable> nodes, Map<String, Hop> hops, Set<String> optional) {
  /// Returns the nodes of rows; the node of an enclosing query is not among them.
  static BoundNodes of(Rows rows) {
    var bound = new BoundNodes(nodes(rows), new HashMap<>(), new HashSet<>());
    bound.gather(rows);
    return bound;
  }

  private void gather(Rows rows) {
    switch (rows) {
      case Rows.Expand(_, var hop) -> hops.put(hop.to().name(), hop);
      case Rows.OptionalExpand(_, var hop) -> optional(hop);
      case Rows.Changes(_, var before, var after, _, _) -> {
        optional(before);
        optional(after);
      }
      default -> {}
    }
    rows.children().forEach(this::gather);
  }

  private void optional(Hop hop) {
    hops.put(hop.to().name(), hop);
    optional.add(hop.to().name());
  }

  private static List<NodeVariable> nodes(Rows rows) {
    return switch (rows) {
      case Rows.Scan(var node) -> List.of(node);
      case Rows.Lookup(var node, _, _) -> List.of(node);
      case Rows.Search(var node, _, _) -> List.of(node);
      case Rows.Distinct(_, var node, _) -> List.of(node);
      case Rows.UnwindNodes(var collected, _) -> List.of(collected.node());
      case Rows.PathNodes(_, var node) -> List.of(node);
      case Rows.Expand(var source, var hop) -> with(source, hop.to());
      case Rows.OptionalExpand(var source, var hop) -> with(source, hop.to());
      case Rows.Changes(var source, var before, var after, _, _) -> {
        var all = new ArrayList<>(nodes(source));
        all.add(before.to());
        all.add(after.to());
        yield all;
      }
      case Rows.Filter(var source, _) -> nodes(source);
      case Rows.UnwindValues(var source, _, _) -> nodes(source);
      case Rows.ForEach(_, var source) -> nodes(source);
      case Rows.Sort(var source, _) -> nodes(source);
      case Rows.Skip(var source, _) -> nodes(source);
      case Rows.Limit(var source, _, _) -> nodes(source);
      case Rows.Unit _, Rows.Argument _, Rows.Unwind _, Rows.Group _ -> List.of();
      case Rows.Paths _, Rows.PathRelationships _, Rows.Collect _, Rows.Batches _ -> List.of();
    };
  }

  private static List<NodeVariable> with(Rows source, NodeVariable node) {
    var all = new ArrayList<>(nodes(source));
    all.add(node);
    return all;
  }

  /// Returns the chains that rows follow, each with the rows before it and nothing after it: all
  /// that a chain reaches can be on the way to what is left later.
  static List<Rows.Expand> chains(Rows rows) {
    var all = new ArrayList<Rows.Expand>();
    rows.children().forEach(child -> all.addAll(chains(child)));
    switch (rows) {
      case Rows.Expand expand when expand.hop().isChain() -> all.add(expand);
      case Rows.OptionalExpand(var source, var hop) when hop.isChain() ->
          all.add(new Rows.Expand(source, hop));
      default -> {}
    }
    return all;
  }

  /// Returns whether a query over the rows can read a node.
  boolean contains(NodeVariable node) {
    return nodes.stream().anyMatch(it -> it.name().equals(node.name()));
  }

  /// Returns the node of the enclosing query at which rows begin.
  static Optional<NodeVariable> argument(Rows rows) {
    return rows instanceof Rows.Argument(var node)
        ? Optional.of(node)
        : rows.children().stream().flatMap(child -> argument(child).stream()).findFirst();
  }

  /// Returns the same steps from other rows that bind the node at which they begin; without their
  /// order, and without what groups them.
  static Rows from(Rows start, Rows steps) {
    return switch (steps) {
      case Rows.Argument _ -> start;
      case Rows.Sort(var source, _) -> from(start, source);
      case Rows.Group(var source, _, _, _) -> from(start, source);
      case Rows.Filter(Rows.Group(var source, _, _, _), _) -> from(start, source);
      case Rows other -> other.mapChildren(child -> from(start, child));
    };
  }
}
