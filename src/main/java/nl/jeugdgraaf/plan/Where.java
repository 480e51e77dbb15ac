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
public sealed interface Where {
  /// A condition that is known before anything is read.
  ///
  /// @param holds whether it holds
  record Always(boolean holds) implements Where {
    /// Holds always.
    public static final Always TRUE = new Always(true);

    /// Holds never.
    public static final Always FALSE = new Always(false);
  }

  /// Every part holds; true without parts.
  ///
  /// @param parts the parts
  record And(List<Where> parts) implements Where {
    /// Copies the list.
    public And {
      parts = List.copyOf(parts);
    }
  }

  /// At least one part holds; false without parts.
  ///
  /// @param parts the parts
  record Or(List<Where> parts) implements Where {
    /// Copies the list.
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /// The part does not hold: `NOT coalesce(part, false)`.
  ///
  /// @param part the part
  record Not(Where part) implements Where {}

  /// Two values compare; unknown where one is missing.
  ///
  /// @param term the value
  /// @param operator how they compare
  /// @param value the other value, a list for [Operator#IN]
  record Compare(Term term, Operator operator, Term value) implements Where {}

  /// The number of values in a stored list compares to a given number; unknown without a list.
  ///
  /// @param property the stored list
  /// @param operator how they compare
  /// @param value the given number, a list for [Operator#IN]
  record CompareSize(Property property, Operator operator, Parameter value) implements Where {}

  /// There is no value.
  ///
  /// @param term the value
  record Missing(Term term) implements Where {}

  /// The node has a label of its entity, where its variable was bound without.
  ///
  /// @param node the node
  record Labelled(BoundNode node) implements Where {}

  /// The relationship is of the type of its variable, where it was bound with several types.
  ///
  /// @param edge the relationship
  record OfEdgeType(BoundEdge edge) implements Where {}

  /// The node is of one of several types.
  ///
  /// @param node the node
  /// @param types names of node types, a list
  record OfType(BoundNode node, Parameter types) implements Where {}

  /// The node is one of a list of nodes.
  ///
  /// @param node the node
  /// @param nodes name of the list
  record OneOf(BoundNode node, Term.Named nodes) implements Where {}

  /// The rows that stand strictly after a place in their order.
  ///
  /// @param order the order, at least one level
  /// @param place the value of each level there; a value can be null
  /// @param there terms that have a value in every row, as another condition asks
  record After(List<Rows.Order> order, List<Parameter> place, Set<Term> there) implements Where {
    /// Copies the lists.
    public After {
      order = List.copyOf(order);
      place = List.copyOf(place);
      there = Set.copyOf(there);
    }
  }

  /// The relationship holds on the day: half-open, open where a side is missing.
  ///
  /// @param edge a temporal relationship
  /// @param day the day
  record ValidOn(BoundEdge edge, Parameter day) implements Where {}

  /// The relationship's period has a day in common with a given one.
  ///
  /// @param edge a temporal relationship
  /// @param from first day of the given period, if it has one
  /// @param to first day after it, if it has one
  record Overlaps(BoundEdge edge, Optional<Parameter> from, Optional<Parameter> to)
      implements Where {}

  /// The relationship's period lies in a given one.
  ///
  /// @param edge a temporal relationship
  /// @param from first day of the given period, if it has one
  /// @param to first day after it, if it has one
  record During(BoundEdge edge, Optional<Parameter> from, Optional<Parameter> to)
      implements Where {}

  /// A nested query has a row.
  ///
  /// @param rows the nested query
  record AnyRow(Rows rows) implements Where {}

  /// So many related nodes fit.
  ///
  /// @param hop the relationship
  /// @param where what must hold of relationship and node
  /// @param quantity how many
  record SemiJoin(Hop hop, Where where, Quantity quantity) implements Where {}

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

  /// Returns whether the condition is true or false and never unknown.
  ///
  /// @return true if so
  default boolean isSure() {
    return switch (this) {
      case Always _, Not _, Missing _, ValidOn _, Overlaps _, During _, OfType _ -> true;
      case OfEdgeType _, Labelled _, OneOf _ -> true;
      case SemiJoin _, AnyRow _ -> true;
      case And and -> and.parts().stream().allMatch(Where::isSure);
      case Or or -> or.parts().stream().allMatch(Where::isSure);
      case Compare _, CompareSize _, After _ -> false;
    };
  }

  /// Returns the condition that all parts hold, constants decided and nesting flattened.
  ///
  /// `true AND p -> p`, `false AND p -> false`, `(p AND q) AND r -> p AND q AND r`.
  ///
  /// @param parts the parts
  /// @return the simplest such condition
  static Where all(List<Where> parts) {
    var flat = new ArrayList<Where>();
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

  /// Returns the condition that at least one part holds, constants decided and nesting flattened.
  ///
  /// `true OR p -> true` even where `p` is unknown, `false OR p -> p`.
  ///
  /// @param parts the parts
  /// @return the simplest such condition
  static Where any(List<Where> parts) {
    var flat = new ArrayList<Where>();
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
  static Where none(Where part) {
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
        case Not(Missing(var term)) -> terms.add(term);
        default -> {}
      }
    }
    return terms;
  }

  /// Returns the parts that must all hold.
  ///
  /// @return at least one condition
  default List<Where> conjuncts() {
    return this instanceof And(var parts) ? parts : List.of(this);
  }
}
