package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where rows come from, after names are resolved and before any Cypher is written.
///
/// Immutable. Variables come only from the [Binder], with their guards.
public sealed interface Rows {
  /// {@return the rows that this operator reads, in order; empty where it begins a query}
  default List<Rows> children() {
    return switch (this) {
      case Unit _, Unwind _, Search _, Scan _, Lookup _, Argument _ -> List.of();
      case Changes(var source, _, _, _, _) -> List.of(source);
      case PathNodes _, PathRelationships _, UnwindNodes _ -> List.of();
      case Paths(var from, var to, _, _, _) -> List.of(from, to);
      case Expand(var source, _) -> List.of(source);
      case OptionalExpand(var source, _) -> List.of(source);
      case UnwindValues(var source, _, _) -> List.of(source);
      case Collect(var source, _) -> List.of(source);
      case Batches(var source, _, _) -> List.of(source);
      case Group(var source, _, _, _) -> List.of(source);
      case ForEach(_, var source) -> List.of(source);
      case Filter(var source, _) -> List.of(source);
      case Distinct(var source, _, _) -> List.of(source);
      case Sort(var source, _) -> List.of(source);
      case Skip(var source, _) -> List.of(source);
      case Limit(var source, _, _) -> List.of(source);
    };
  }

  /// {@return the same operator over other rows}
  ///
  /// @param children as many as [#children()] gives; those of [Paths] are look-ups
  default Rows withChildren(List<Rows> children) {
    if (children.size() != children().size()) {
      throw new IllegalArgumentException(
          "%d children for %s, which has %d".formatted(children.size(), this, children().size()));
    }
    return switch (this) {
      case Unit _, Unwind _, Search _, Scan _, Lookup _, Argument _ -> this;
      case Changes(_, var before, var after, var between, var names) ->
          new Changes(children.getFirst(), before, after, between, names);
      case PathNodes _, PathRelationships _, UnwindNodes _ -> this;
      case Paths(_, _, var step, var name, var bounds) ->
          new Paths((Lookup) children.getFirst(), (Lookup) children.getLast(), step, name, bounds);
      case Expand(_, var hop) -> new Expand(children.getFirst(), hop);
      case OptionalExpand(_, var hop) -> new OptionalExpand(children.getFirst(), hop);
      case UnwindValues(_, var list, var name) -> new UnwindValues(children.getFirst(), list, name);
      case Collect(_, var nodes) -> new Collect(children.getFirst(), nodes);
      case Batches(_, var nodes, var batch) -> new Batches(children.getFirst(), nodes, batch);
      case Group(_, var member, var keys, var aggregates) ->
          new Group(children.getFirst(), member, keys, aggregates);
      case ForEach(var each, _) -> new ForEach(each, children.getFirst());
      case Filter(_, var predicate) -> new Filter(children.getFirst(), predicate);
      case Distinct(_, var node, var via) -> new Distinct(children.getFirst(), node, via);
      case Sort(_, var order) -> new Sort(children.getFirst(), order);
      case Skip(_, var count) -> new Skip(children.getFirst(), count);
      case Limit(_, var count, var more) -> new Limit(children.getFirst(), count, more);
    };
  }

  /// {@return the same operator, each of its children changed}
  ///
  /// @param change gives other rows for a child, or the same
  default Rows mapChildren(UnaryOperator<Rows> change) {
    return withChildren(children().stream().map(change).toList());
  }

  /// One row in which nothing is bound.
  record Unit() implements Rows {}

  /// A row for each element of a list.
  ///
  /// @param list the list
  /// @param name of the element
  record Unwind(Parameter list, Term.Named name) implements Rows {}

  /// The rows of `source` for each element of a list: those of one are read apart from those of
  /// another.
  ///
  /// @param each the list, and the name of its element
  /// @param source rows in which the element is bound
  record ForEach(Unwind each, Rows source) implements Rows {}

  /// The nodes of which words match, with how well they do.
  ///
  /// @param node the variable of each of them
  /// @param phrase what is looked for, as the full-text index takes it
  /// @param score name of how well it matches, more is better
  record Search(NodeVariable node, Parameter phrase, Term.Named score) implements Rows {}

  /// Every node of an entity.
  ///
  /// @param node the variable of each of them
  record Scan(NodeVariable node) implements Rows {}

  /// The one node with a key, or none.
  ///
  /// @param key the key property of the node
  /// @param node its variable
  /// @param value the key
  record Lookup(NodeVariable node, Property key, Term value) implements Rows {}

  /// The one row of the enclosing query, in which `node` is bound.
  ///
  /// @param node the node that is already there
  record Argument(NodeVariable node) implements Rows {}

  /// For each row of `source`, a row for each relationship that starts at it.
  ///
  /// @param source rows in which `hop.from()` is bound
  /// @param hop the relationship
  record Expand(Rows source, Hop hop) implements Rows {}

  /// For each row of `source`, a row for each relationship that starts at it, or one row without.
  ///
  /// @param source rows in which `hop.from()` is bound
  /// @param hop the relationship
  record OptionalExpand(Rows source, Hop hop) implements Rows {}

  /// One row for each value of a stored list, and one without a value where there is none.
  ///
  /// @param source the rows
  /// @param list the stored list
  /// @param name of the value
  record UnwindValues(Rows source, Property list, Term.Named name) implements Rows {}

  /// The changes of a relationship after one day, up to and on another: what ended and what began.
  ///
  /// Of those with equal keys on one day exactly one that ended and one that began are one row;
  /// others are a row each.
  ///
  /// @param source rows in which `before.from()` is bound, one for each such node
  /// @param before what ended, or nothing
  /// @param after what began, or nothing; the same relationship as `before`
  /// @param between the days
  /// @param names of what is known of a change
  record Changes(Rows source, Hop before, Hop after, Between between, ChangeNames names)
      implements Rows {}

  /// The shortest paths between two nodes, whichever way their relationships point; none from a
  /// node to itself.
  ///
  /// @param from the first node
  /// @param to the last node
  /// @param step a relationship and the node that it leads to, bound anew on each step
  /// @param name of the path
  /// @param bounds how many and how long
  record Paths(Lookup from, Lookup to, PathStep step, Term.Named name, PathBounds bounds)
      implements Rows {}

  /// One step of a path.
  ///
  /// @param relationship the relationship, of one of the types
  /// @param types in the database
  /// @param node where it leads
  record PathStep(RelationshipVariable relationship, List<String> types, NodeVariable node) {
    /// Copies the list.
    public PathStep {
      types = List.copyOf(types);
    }
  }

  /// How many paths are found, and how long they can be.
  ///
  /// @param pathsMax so many of the shortest
  /// @param stepsMax relationships that are tried
  /// @param length relationships that are asked for at most
  record PathBounds(int pathsMax, int stepsMax, Parameter length) {}

  /// The nodes of a path, from the first to the last.
  ///
  /// @param path name of the path
  /// @param node the variable of each of them
  record PathNodes(Term.Named path, NodeVariable node) implements Rows {}

  /// The relationships of a path, from the first to the last.
  ///
  /// @param path name of the path
  /// @param relationship the variable of each of them
  record PathRelationships(Term.Named path, RelationshipVariable relationship) implements Rows {}

  /// All nodes in one row, for what reads them more than once. No variable of `source` is bound
  /// after it.
  ///
  /// @param source rows of nodes, in their order
  /// @param nodes the nodes, and the name of their list
  record Collect(Rows source, CollectedNodes nodes) implements Rows {}

  /// Nodes that are kept in a list.
  ///
  /// @param node the variable of each of them; its guard held when they were gathered
  /// @param score how well each matches what was searched for; absent where nothing was
  /// @param list name of the list; where there are scores, of pairs of a node and its score
  record CollectedNodes(NodeVariable node, Optional<Term.Named> score, Term.Named list) {}

  /// Gathered nodes in portions, one row for each: a record costs more than its values, so a list
  /// whose length nobody knows goes out in portions.
  ///
  /// @param source one row with all nodes
  /// @param nodes name of their list
  /// @param batch one of them
  record Batches(Rows source, Term.Named nodes, Batch batch) implements Rows {}

  /// A part of a list of nodes.
  ///
  /// @param start name of the position in the list where it starts
  /// @param size how many nodes it has; the last has what is left
  record Batch(Term.Named start, int size) {}

  /// Gathered nodes, in their order.
  ///
  /// @param nodes the nodes, and the name of their list, as a query around this one bound it
  /// @param batch the part of it that is meant; all nodes where it is absent
  record UnwindNodes(CollectedNodes nodes, Optional<Batch> batch) implements Rows {}

  /// Two days.
  ///
  /// @param from the day after which changes count
  /// @param to the last day that counts
  record Between(Parameter from, Parameter to) {}

  /// Names of what is known of a change.
  ///
  /// @param on the day
  /// @param kind BEGAN, ENDED or MOVED
  /// @param keys values of the keys of the relationship
  /// @param change what tells it from all others
  record ChangeNames(Term.Named on, Term.Named kind, List<Term.Named> keys, Term.Named change) {
    /// Copies the list.
    public ChangeNames {
      keys = List.copyOf(keys);
    }
  }

  /// The rows of `source` in groups: one row for each combination of keys that occurs; without keys
  /// one row of all, even of none. No variable of `source` is bound after it.
  ///
  /// @param source rows of nodes, reached by relationships or not
  /// @param member what a row is about
  /// @param keys by what rows are in one group
  /// @param aggregates what is computed of each group
  record Group(Rows source, Member member, List<GroupKey> keys, List<Aggregate> aggregates)
      implements Rows {
    /// Copies the lists.
    public Group {
      keys = List.copyOf(keys);
      aggregates = List.copyOf(aggregates);
    }
  }

  /// What a row is about, however often it is repeated by its keys.
  ///
  /// @param node the node
  /// @param relationship the relationship that led to it
  record Member(NodeVariable node, Optional<RelationshipVariable> relationship) {}

  /// One key of groups.
  ///
  /// @param name of the value after grouping
  /// @param term the value before
  record GroupKey(Term.Named name, Term term) {}

  /// One total of groups.
  ///
  /// @param name of the value after grouping
  /// @param aggregation how it is computed
  record Aggregate(Term.Named name, Aggregation aggregation) {}

  /// The rows of `source` for which the condition is true.
  ///
  /// @param source the rows
  /// @param predicate the condition
  record Filter(Rows source, Predicate predicate) implements Rows {}

  /// One row for each different node; no other variable of `source` is bound after it.
  ///
  /// @param source the rows
  /// @param node by what they differ
  /// @param via nodes on the way to each that are kept, for queries that need them later
  record Distinct(Rows source, NodeVariable node, Optional<Via> via) implements Rows {
    /// Keeps nothing of the way.
    ///
    /// @param source the rows
    /// @param node by what they differ
    public Distinct(Rows source, NodeVariable node) {
      this(source, node, Optional.empty());
    }
  }

  /// Nodes over which rows came to another.
  ///
  /// @param node the variable of each of them in the rows
  /// @param nodes name of their list
  record Via(NodeVariable node, Term.Named nodes) {}

  /// The rows in an order.
  ///
  /// @param source the rows
  /// @param order by what, most significant first, at least one
  record Sort(Rows source, List<SortKey> order) implements Rows {
    /// Copies the list.
    ///
    /// @throws IllegalArgumentException if it is empty
    public Sort {
      order = List.copyOf(order);
      if (order.isEmpty()) {
        throw new IllegalArgumentException("a sort without a key");
      }
    }
  }

  /// The rows without the first ones.
  ///
  /// @param source sorted rows
  /// @param count how many are left out, at least 0
  record Skip(Rows source, Parameter count) implements Rows {
    /// Checks that there is an order.
    ///
    /// @throws IllegalArgumentException if the source is not sorted
    public Skip {
      if (!(source instanceof Sort)) {
        throw new IllegalArgumentException("a skip of rows without an order");
      }
    }
  }

  /// The first rows.
  ///
  /// @param source sorted rows; one row needs no order
  /// @param count how many at most, at least 0
  /// @param more so many more, to see whether more follow
  record Limit(Rows source, Parameter count, int more) implements Rows {}

  /// One level of an order.
  ///
  /// @param term by which value
  /// @param descending largest first and missing first, instead of smallest first and missing last
  record SortKey(Term term, boolean descending) {
    /// Returns the order the other way round.
    ///
    /// @return largest first instead of smallest first, or back
    public SortKey reversed() {
      return new SortKey(term, !descending);
    }
  }
}
