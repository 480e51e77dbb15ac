package nl.jeugdgraaf.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A condition on bound variables.
///
/// Comparisons with a missing value are unknown. Unknown does not escape: a filter keeps a row only
/// if its condition is true, and `Not` takes unknown for false before it negates.
public sealed interface Predicate {
  /// A condition that is known before anything is read.
  ///
  /// @param holds whether it holds
  record Always(boolean holds) implements Predicate {
    /// Holds always.
    public static final Always TRUE = new Always(true);

    /// Holds never.
    public static final Always FALSE = new Always(false);
  }

  /// Every part holds.
  ///
  /// @param parts at least two parts
  record And(List<Predicate> parts) implements Predicate {
    /// Copies the list.
    ///
    /// @throws IllegalArgumentException if it has fewer than two parts
    public And {
      parts = List.copyOf(parts);
      if (parts.size() < 2) {
        throw new IllegalArgumentException("a conjunction of " + parts.size() + " parts");
      }
    }
  }

  /// At least one part holds.
  ///
  /// @param parts at least two parts
  record Or(List<Predicate> parts) implements Predicate {
    /// Copies the list.
    ///
    /// @throws IllegalArgumentException if it has fewer than two parts
    public Or {
      parts = List.copyOf(parts);
      if (parts.size() < 2) {
        throw new IllegalArgumentException("a disjunction of " + parts.size() + " parts");
      }
    }
  }

  /// At least one part holds, where the parts ask the same with other values.
  ///
  /// @param parts at least two parts
  /// @param rows their values
  record Alternatives(List<Predicate> parts, ValueRows rows) implements Predicate {
    /// Copies the list.
    ///
    /// @throws IllegalArgumentException if there are not as many rows of values
    public Alternatives {
      parts = List.copyOf(parts);
      if (parts.size() != rows.values().size()) {
        throw new IllegalArgumentException(
            "%d parts and %d rows of values".formatted(parts.size(), rows.values().size()));
      }
    }
  }

  /// The values of parts that ask the same: one row for each part.
  ///
  /// @param list all rows: a list of values where a row has one value, else a list of lists
  /// @param row name of a row
  /// @param values the values of each row, where they stand in its part
  record ValueRows(Parameter list, Term.Named row, List<List<Parameter>> values) {
    /// Copies the lists.
    public ValueRows {
      values = values.stream().map(List::copyOf).toList();
    }
  }

  /// The part does not hold: `NOT coalesce(part, false)`.
  ///
  /// @param part the part
  record Not(Predicate part) implements Predicate {}

  /// Two values compare; unknown where one is missing.
  ///
  /// @param term the value
  /// @param operator how they compare
  /// @param value the other value, a list for [Operator#IN]
  record Compare(Term term, Operator operator, Term value) implements Predicate {}

  /// A value of a stored list fits; unknown without a list.
  ///
  /// @param list the stored list
  /// @param fits what must hold of a [Term.Element] of it
  record AnyElement(Property list, Predicate fits) implements Predicate {}

  /// A value is missing.
  ///
  /// @param term the value
  record IsNull(Term term) implements Predicate {}

  /// The node has a label of its entity, where its variable was bound without.
  ///
  /// @param node the node
  record HasLabel(NodeVariable node) implements Predicate {}

  /// The relationship is of the type of its variable, where it was bound with several types.
  ///
  /// @param relationship the relationship
  record HasRelationshipType(RelationshipVariable relationship) implements Predicate {}

  /// The node is of one of several types.
  ///
  /// @param node the node
  /// @param types names of node types, a list
  record HasType(NodeVariable node, Parameter types) implements Predicate {}

  /// The node is one of a list of nodes.
  ///
  /// @param node the node
  /// @param nodes name of the list
  record InList(NodeVariable node, Term.Named nodes) implements Predicate {}

  /// The rows strictly after a place in their order.
  ///
  /// @param order the order, at least one level
  /// @param place the value of each level there; a value can be null
  /// @param there terms that have a value in every row, as another condition asks
  record After(List<Rows.SortKey> order, List<Parameter> place, Set<Term> there)
      implements Predicate {
    /// Copies the lists.
    ///
    /// @throws IllegalArgumentException if the order is empty, or a level of it has no value
    public After {
      order = List.copyOf(order);
      place = List.copyOf(place);
      there = Set.copyOf(there);
      if (order.isEmpty() || order.size() != place.size()) {
        throw new IllegalArgumentException(
            "%d values of a place in an order of %d levels".formatted(place.size(), order.size()));
      }
    }
  }

  /// The relationship holds on the day: half-open, open where a side is missing.
  ///
  /// @param relationship a temporal relationship
  /// @param day the day
  record ValidOn(RelationshipVariable relationship, Term day) implements Predicate {}

  /// The relationship's period has a day in common with a given one.
  ///
  /// @param relationship a temporal relationship
  /// @param from first day of the given period, if it has one
  /// @param to first day after it, if it has one
  record Overlaps(
      RelationshipVariable relationship, Optional<Parameter> from, Optional<Parameter> to)
      implements Predicate {}

  /// The relationship's period lies in a given one.
  ///
  /// @param relationship a temporal relationship
  /// @param from first day of the given period, if it has one
  /// @param to first day after it, if it has one
  record During(RelationshipVariable relationship, Optional<Parameter> from, Optional<Parameter> to)
      implements Predicate {}

  /// A nested query has a row.
  ///
  /// @param rows the nested query
  record Exists(Rows rows) implements Predicate {}

  /// So many related nodes fit.
  ///
  /// @param hop the relationship
  /// @param predicate what must hold of relationship and node
  /// @param quantity how many
  record SemiJoin(Hop hop, Predicate predicate, Quantity quantity) implements Predicate {}

  /// How many related nodes must fit.
  enum Quantity {
    /// At least one.
    SOME,
    /// Exactly one.
    ONE
  }

  /// How two values compare.
  enum Operator {
    /// Equal.
    EQ,
    /// Equal to one of a list.
    IN,
    /// Equal to none of a list.
    NOT_IN,
    /// Greater, or later.
    GT,
    /// Greater or equal.
    GTE,
    /// Less, or earlier.
    LT,
    /// Less or equal.
    LTE,
    /// Text within text.
    CONTAINS,
    /// Start of a text.
    STARTS_WITH,
    /// End of a text.
    ENDS_WITH,
    /// Value within a stored list.
    INCLUDES
  }

  /// {@return whether the condition is true or false and never unknown}
  default boolean isNeverUnknown() {
    return switch (this) {
      case Always _, Not _, IsNull _, ValidOn _, Overlaps _, During _, HasType _ -> true;
      case HasRelationshipType _, HasLabel _, InList _ -> true;
      case SemiJoin _, Exists _ -> true;
      case And and -> and.parts().stream().allMatch(Predicate::isNeverUnknown);
      case Or or -> or.parts().stream().allMatch(Predicate::isNeverUnknown);
      case Alternatives all -> all.parts().stream().allMatch(Predicate::isNeverUnknown);
      case Compare _, AnyElement _, After _ -> false;
    };
  }

  /// {@return the predicates that this one is made of, on the same variables or those of a hop}
  default List<Predicate> children() {
    return switch (this) {
      case And(var parts) -> parts;
      case Or(var parts) -> parts;
      case Alternatives(var parts, _) -> parts;
      case Not(var part) -> List.of(part);
      case SemiJoin(_, var predicate, _) -> List.of(predicate);
      case AnyElement(_, var fits) -> List.of(fits);
      case Always _, Compare _, IsNull _, After _, Exists _ -> List.of();
      case HasLabel _, HasRelationshipType _, HasType _, InList _ -> List.of();
      case ValidOn _, Overlaps _, During _ -> List.of();
    };
  }

  /// {@return the same predicate, made of others}
  ///
  /// @param children as many as [#children()] gives
  default Predicate withChildren(List<Predicate> children) {
    if (children.size() != children().size()) {
      throw new IllegalArgumentException(
          "%d children for %s, which has %d".formatted(children.size(), this, children().size()));
    }
    return switch (this) {
      case And _ -> new And(children);
      case Or _ -> new Or(children);
      case Alternatives(_, var rows) -> new Alternatives(children, rows);
      case Not _ -> new Not(children.getFirst());
      case SemiJoin(var hop, _, var quantity) -> new SemiJoin(hop, children.getFirst(), quantity);
      case AnyElement(var list, _) -> new AnyElement(list, children.getFirst());
      case Always _, Compare _, IsNull _, After _, Exists _ -> this;
      case HasLabel _, HasRelationshipType _, HasType _, InList _ -> this;
      case ValidOn _, Overlaps _, During _ -> this;
    };
  }

  /// {@return the same predicate, each of its children changed}
  ///
  /// @param change gives another predicate for a child, or the same
  default Predicate mapChildren(UnaryOperator<Predicate> change) {
    return withChildren(children().stream().map(change).toList());
  }

  /// {@return the predicate that all parts hold, constants decided and nesting flattened}
  ///
  /// `true AND p -> p`, `false AND p -> false`, `(p AND q) AND r -> p AND q AND r`.
  ///
  /// @param parts the parts
  static Predicate and(List<Predicate> parts) {
    if (parts.contains(Always.FALSE)) {
      return Always.FALSE;
    }
    var flat =
        parts.stream()
            .filter(part -> !part.equals(Always.TRUE))
            .flatMap(part -> part.conjuncts().stream())
            .toList();
    return flat.isEmpty() ? Always.TRUE : flat.size() == 1 ? flat.getFirst() : new And(flat);
  }

  /// {@return the predicate that at least one part holds, constants decided and nesting flattened}
  ///
  /// `true OR p -> true` even where `p` is unknown, `false OR p -> p`.
  ///
  /// @param parts the parts
  static Predicate or(List<Predicate> parts) {
    if (parts.contains(Always.TRUE)) {
      return Always.TRUE;
    }
    var flat =
        parts.stream()
            .filter(part -> !part.equals(Always.FALSE))
            .flatMap(part -> part instanceof Or(var inner) ? inner.stream() : Stream.of(part))
            .toList();
    return flat.isEmpty() ? Always.FALSE : flat.size() == 1 ? flat.getFirst() : new Or(flat);
  }

  /// Returns the condition that the part does not hold.
  ///
  /// @param part the part
  /// @return its negation, decided if the part is
  static Predicate not(Predicate part) {
    return part instanceof Always(var holds) ? new Always(!holds) : new Not(part);
  }

  /// Returns the terms that have a value wherever the condition holds.
  ///
  /// @return those that are compared, or asked to be there, by a part that must hold
  default Set<Term> present() {
    var terms = new HashSet<Term>();
    for (var part : conjuncts()) {
      if (part instanceof Compare(var term, _, _)) {
        terms.add(term);
      } else if (part instanceof Not(IsNull(var term))) {
        terms.add(term);
      }
    }
    return terms;
  }

  /// Returns the parts that must all hold.
  ///
  /// @return at least one condition
  default List<Predicate> conjuncts() {
    return this instanceof And(var parts) ? parts : List.of(this);
  }
}
