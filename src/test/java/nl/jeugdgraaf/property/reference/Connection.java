package nl.jeugdgraaf.property.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// A connection: what it has is read where `edges`, `totalCount` and the counts stand, because a
/// day on one of them, or between, is nearer than that of the connection.
///
/// @param on what matches on a day, in order
/// @param page which part of it the edges are
public record Connection(Function<LocalDate, Totals> on, Page page) {
  /// Stands for every cursor: only the server can make one.
  public static final String CURSOR = "cursor";

  private static final int ROWS_MAX = 10_000;

  /// A page without cursors.
  ///
  /// @param first how many of the first
  /// @param last how many of the last
  record Page(OptionalInt first, OptionalInt last) {
    /// Returns the page that arguments ask for; without any the first ten thousand.
    static Page of(Map<String, Object> arguments) {
      return new Page(number(arguments.get("first")), number(arguments.get("last")));
    }

    private static OptionalInt number(Object given) {
      return given instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
    }

    List<Link> of(List<Link> all) {
      return last.isPresent()
          ? all.subList(Math.max(0, all.size() - last.getAsInt()), all.size())
          : all.subList(0, Math.min(all.size(), first.orElse(ROWS_MAX)));
    }
  }

  /// Returns the relationships of the page on a day.
  List<Link> edges(LocalDate day) {
    return page.of(on.apply(day).rows());
  }

  /// Returns a field of `pageInfo` on a day.
  Object pageInfo(String name, LocalDate day) {
    var edges = edges(day);
    var more = edges.size() < on.apply(day).rows().size();
    return switch (name) {
      case "hasNextPage" -> page.last().isEmpty() && more;
      case "hasPreviousPage" -> page.last().isPresent() && more;
      case "startCursor", "endCursor" -> edges.isEmpty() ? Optional.empty() : Optional.of(CURSOR);
      default -> throw new IllegalStateException("no field " + name);
    };
  }

  /// What a connection says of its pages.
  record PageInfo(Connection connection) {}
}
