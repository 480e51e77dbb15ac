package nl.jeugdgraaf.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /// Every part holds; true without parts.
  ///
  /// @param parts the parts
  record And(List<Predicate> parts) implements Predicate {
    /// Copies the list.
    public And {
      parts = List.copyOf(parts);
    }
  }

  /// At least one part holds; false without parts.
  ///
  /// @param parts the parts
  record Or(List<Predicate> parts) implements Predicate {
    /// Copies the list.
    public Or {
      parts = List.copyOf(parts);
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

  /// The number of values in a stored list compares to a given number; unknown without a list.
  ///
  /// @param property the stored list
  /// @param operator how they compare
  /// @param value the given number, a list for [Operator#IN]
  record CompareSize(Property property, Operator operator, Parameter value) implements Predicate {}

  /// There is no value.
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

  /// The rows that stand strictly after a place in their order.
  ///
  /// @param order the order, at least one level
  /// @param place the value of each level there; a value can be null
  /// @param there terms that have a value in every row, as another condition asks
  record After(List<Rows.SortKey> order, List<Parameter> place, Set<Term> there)
      implements Predicate {
    /// Copies the lists.
    public After {
      order = List.copyOf(order);
      place = List.copyOf(place);
      there = Set.copyOf(there);
    }
  }

  /// The relationship holds on the day: half-open, open where a side is missing.
  ///
  /// @param relationship a temporal relationship
  /// @param day the day
  record ValidOn(RelationshipVariable relationship, Parameter day) implements Predicate {}

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
      case Compare _, CompareSize _, After _ -> false;
    };
  }

  /// {@return the condition that all parts hold, constants decided and nesting flattened}
  ///
  /// `true AND p -> p`, `false AND p -> false`, `(p AND q) AND r -> p AND q AND r`.
  ///
  /// @param parts the parts
  static Predicate and(List<Predicate> parts) {
    var flat = new ArrayList<Predicate>();
    for (var part : parts) {
      switch (part) {
        case Always(var holds) -> {
          if (!holds) {
            return Always.FALSE;
          }
        }
        case And(var inner) -> flat.addAll(inner);
        default -> flat.add(part);
      }
    }
    return flat.isEmpty() ? Always.TRUE : flat.size() == 1 ? flat.getFirst() : new And(flat);
  }

  /// {@return the condition that at least one part holds, constants decided and nesting flattened}
  ///
  /// `true OR p -> true` even where `p` is unknown, `false OR p -> p`.
  ///
  /// @param parts the parts
  static Predicate or(List<Predicate> parts) {
    var flat = new ArrayList<Predicate>();
    for (var part : parts) {
      switch (part) {
        case Always(var holds) -> {
          if (holds) {
            return Always.TRUE;
          }
        }
        case Or(var inner) -> flat.addAll(inner);
        default -> flat.add(part);
      }
    }
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
      switch (part) {
        case Compare(var term, _, _) -> terms.add(term);
        case Not(IsNull(var term)) -> terms.add(term);
        default -> {}
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
