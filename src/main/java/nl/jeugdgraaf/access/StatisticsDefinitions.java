package nl.jeugdgraaf.access;

import java.util.List;
import java.util.Optional;

/// How statistics are counted, as `schema/access/statistics.graphqls` says.
///
/// @param population whose numbers they are; nothing where there are no statistics
/// @param facts what is counted
public record StatisticsDefinitions(Optional<Population> population, List<Fact> facts) {
  /// The enum with the names of all tables.
  public static final String TABLES = "StatisticsTable";

  /// No statistics.
  public static final StatisticsDefinitions NONE =
      new StatisticsDefinitions(Optional.empty(), List.of());

  /// Copies the list.
  public StatisticsDefinitions {
    facts = List.copyOf(facts);
  }

  /// Where persons live, and since when there are any.
  ///
  /// @param scope node type of the areas that have tables of their own
  /// @param firstDay a statement that returns the first day of which any fact knows, as `firstDay`
  /// @param place a part of a statement that returns, for a `youth` and a `day`, the key of its
  ///   area as `scope`, and a map of dimensions that every fact has as `place`
  public record Population(String scope, String firstDay, String place) {}

  /// Who counts for a quarter, and under which values.
  ///
  /// @param name its name
  /// @param rows a part of a statement that returns `youth`, `day` and `at` for the quarter from
  ///   `on` up to, but not including, `after`
  /// @param tables the tables that show it
  public record Fact(String name, String rows, List<Table> tables) {
    /// Copies the list.
    public Fact {
      tables = List.copyOf(tables);
    }
  }

  /// A table of a fact.
  ///
  /// @param name its name, a value of the enum `StatisticsTable`
  /// @param dimensions by what it is divided, in the order of the keys of its cells
  public record Table(String name, List<String> dimensions) {
    /// Copies the list.
    public Table {
      dimensions = List.copyOf(dimensions);
    }
  }
}
