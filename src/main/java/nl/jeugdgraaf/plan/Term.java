package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.Optional;

/// A value that is computed for each row of a query: to show, to compare, to sort and group by.
///
/// Whatever it reads comes from variables of the [Binder], so guards hold in it too.
public sealed interface Term
    permits Property,
        Parameter,
        Term.Bucketed,
        Term.Collated,
        Term.Count,
        Term.Days,
        Term.Element,
        Term.ElementId,
        Term.MapEntry,
        Term.First,
        Term.Folded,
        Term.Guarded,
        Term.Missing,
        Term.Named,
        Term.PathLength,
        Term.Present,
        Term.Size,
        Term.StateOn,
        Term.TypeName,
        Term.RelationshipType {

  /// The first day of the stretch of the calendar in which a day lies; missing without a day.
  ///
  /// @param day the day
  /// @param unit name of a [nl.jeugdgraaf.model.DateBucket] in lower case
  record Bucketed(Term day, Parameter unit) implements Term {}

  /// What texts are sorted by: first without letter case and accents, then with them. Another value
  /// is itself.
  ///
  /// @param folded the text without them
  record Collated(Folded folded) implements Term {}

  /// The number of rows of a nested query.
  ///
  /// @param rows the nested query
  record Count(Rows rows) implements Term {}

  /// The days from one stored day to another; missing where one of them is.
  ///
  /// @param from the first day
  /// @param to the last day
  record Days(Property from, Property to) implements Term {}

  /// One value of a stored list, in a condition on its values.
  ///
  /// @param list the list
  record Element(Property list) implements Term {}

  /// What tells a relationship from all others in the database. Never shown.
  ///
  /// @param relationship the relationship
  record ElementId(RelationshipVariable relationship) implements Term {}

  /// One entry of a map.
  ///
  /// @param map name of the map
  /// @param key which entry
  record MapEntry(Named map, String key) implements Term {}

  /// A value of the first row of a nested query, or missing without a row.
  ///
  /// @param rows the nested query, sorted where it can have several rows
  /// @param term the value
  record First(Rows rows, Term term) implements Term {}

  /// A text without letter case and accents, as [TextFolding] makes it; another value counts as
  /// missing.
  ///
  /// @param text the text
  /// @param replacements those of [TextFolding]
  record Folded(Term text, Parameter replacements) implements Term {}

  /// A value where a guard holds, and missing elsewhere.
  ///
  /// @param guard what must hold
  /// @param term the value
  record Guarded(Predicate guard, Term term) implements Term {}

  /// Whether a value is missing.
  ///
  /// @param term the value
  record Missing(Term term) implements Term {}

  /// A value to which an earlier step of the same query gave a name.
  ///
  /// @param name given by the [Binder], unique within a plan
  record Named(String name) implements Term {
    @Override
    public String toString() {
      return name;
    }
  }

  /// The number of relationships of a path.
  ///
  /// @param path name of the path
  record PathLength(Named path) implements Term {}

  /// Whether a node was found by an optional step.
  ///
  /// @param node the node
  record Present(NodeVariable node) implements Term {}

  /// The number of values in a stored list; missing without a list.
  ///
  /// @param list the list
  record Size(Property list) implements Term {}

  /// The state of a node on a day: that of the last stage whose day has come.
  ///
  /// @param stages in their order, at least one
  /// @param before the state before the day of the first stage, where that day is known; if absent,
  ///   such a node has no state by its days
  /// @param stated the state where no day decides
  /// @param day the day
  record StateOn(List<Stage> stages, Optional<String> before, Property stated, Term day)
      implements Term {
    /// Copies the list.
    ///
    /// @throws IllegalArgumentException if there is no stage
    public StateOn {
      stages = List.copyOf(stages);
      if (stages.isEmpty()) {
        throw new IllegalArgumentException("a state without stages");
      }
    }
  }

  /// A stage of a state.
  ///
  /// @param from the day from which it counts
  /// @param value the state; absent where there is none from that day on
  /// @param only what must hold besides
  record Stage(Property from, Optional<String> value, Predicate only) {}

  /// The type of a relationship in the database.
  ///
  /// @param relationship the relationship
  record RelationshipType(RelationshipVariable relationship) implements Term {}

  /// The name of the type of a node.
  ///
  /// @param node the node
  /// @param types names of all types that it can have
  record TypeName(NodeVariable node, List<String> types) implements Term {
    /// Copies the list.
    public TypeName {
      types = List.copyOf(types);
    }
  }
}
