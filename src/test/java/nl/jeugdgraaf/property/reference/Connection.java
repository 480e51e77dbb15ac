package nl.jeugdgraaf.property.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// A connection.
///
/// @param totals all that matches, in order
/// @param page which part of it the edges are
public record Connection(Totals totals, Page page) {
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

  /// Returns the relationships of the page.
  List<Link> edges() {
    return page.of(totals.rows());
  }

  /// Returns a field of `pageInfo`.
  Object pageInfo(String name) {
    var edges = edges();
    var more = edges.size() < totals.rows().size();
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
