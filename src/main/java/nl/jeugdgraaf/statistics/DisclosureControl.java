package nl.jeugdgraaf.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.jeugdgraaf.statistics.Cell.Address;

/// Keeps statistics from revealing single persons: small numbers are left out, with as many others
/// as it takes that none can be worked out, and what is shown is rounded.
///
/// A number is small if fewer persons than the threshold are in the cell, or if all but fewer than
/// that of its region are. All tables of a fact are protected together, since they are linked: a
/// cell is shown in all of them or in none, and where one cell alone of those that add up to
/// another is left out, subtraction would give it, so the smallest other one goes too, until none
/// is alone.
///
/// @param threshold the least number that is shown, and the least that must be left over
/// @param step what shown numbers are rounded to
/// @see <a
///   href="https://cros.ec.europa.eu/book-page/handbook-statistical-disclosure-control">Hundepool
///   et al., Handbook on Statistical Disclosure Control, chapter 4</a>
record DisclosureControl(int threshold, int step) {
  /// The setting of the project: at least 10 persons, rounded to 5.
  static final DisclosureControl DEFAULT = new DisclosureControl(10, 5);

  /// A number as it may be shown.
  ///
  /// @param persons rounded, or nothing where it is left out
  /// @param reason why it is left out: small itself, or to protect another; empty where it is shown
  record Shown(Optional<Long> persons, String reason) {}

  /// {@return what may be shown of the cells of a fact}
  ///
  /// @param cells the cells of all its tables, each once, and the totals
  Map<Address, Shown> protect(List<Cell> cells) {
    var linked = new LinkedCells(cells);
    cells.stream()
        .filter(cell -> isSmall(cell, linked.total(cell.region())))
        .forEach(cell -> linked.hidden.put(cell.address(), "SMALL_NUMBER"));
    var lines = linked.lines();
    boolean more = true;
    while (more) {
      more = false;
      for (var line : lines) {
        more |= linked.protect(line);
      }
    }
    var shown = new LinkedHashMap<Address, Shown>();
    for (var cell : cells) {
      var reason = linked.hidden.getOrDefault(cell.address(), "");
      var value = reason.isEmpty() ? Optional.of(rounded(cell.persons())) : Optional.<Long>empty();
      shown.put(cell.address(), new Shown(value, reason));
    }
    return shown;
  }

  private boolean isSmall(Cell cell, long total) {
    var others = total - cell.persons();
    return cell.persons() < threshold || (others > 0 && others < threshold);
  }

  private long rounded(long persons) {
    return Math.floorDiv(persons + step / 2, step) * step;
  }

  /// Cells that add up to another one.
  ///
  /// @param sum what they add up to
  /// @param parts the cells
  /// @param ofRegions whether each is of another region
  private record Line(Address sum, List<Cell> parts, boolean ofRegions) {}

  /// The cells of a fact, and why which of them are left out.
  private static final class LinkedCells {
    private final Map<Address, Cell> cells = new LinkedHashMap<>();
    final Map<Address, String> hidden = new HashMap<>();

    LinkedCells(List<Cell> all) {
      all.forEach(cell -> cells.put(cell.address(), cell));
    }

    long total(String region) {
      var total = cells.get(new Address(region, new TreeMap<>()));
      return total == null ? 0 : total.persons();
    }

    /// Returns the lines of each table of one or more dimensions, those through all tables of a
    /// fact, and those through the regions.
    List<Line> lines() {
      var lines = new LinkedHashMap<List<Object>, Line>();
      for (var cell : cells.values()) {
        var address = cell.address();
        for (var dimension : cell.values().keySet()) {
          add(lines, address.without(dimension), List.of(dimension), cell);
        }
        if (cell.values().size() > 1) {
          var whole = new Address(cell.region(), new TreeMap<>());
          add(lines, whole, List.copyOf(cell.values().keySet()), cell);
        }
        if (!cell.region().isEmpty()) {
          add(lines, new Address("", cell.values()), List.of(), cell);
        }
      }
      return List.copyOf(lines.values());
    }

    private void add(
        Map<List<Object>, Line> lines, Address sum, List<String> dimensions, Cell part) {
      if (cells.containsKey(sum)) {
        lines
            .computeIfAbsent(
                List.of(sum, dimensions),
                _ -> new Line(sum, new ArrayList<>(), dimensions.isEmpty()))
            .parts()
            .add(part);
      }
    }

    /// Leaves out one more cell of a line where one alone is left out; returns whether it did.
    boolean protect(Line line) {
      var out = line.parts().stream().filter(part -> isHidden(part.address())).count();
      var sumIsOut = isHidden(line.sum());
      if (out == 1 && !sumIsOut && (line.ofRegions() || line.parts().size() == 1)) {
        return hide(line.sum());
      }
      if ((out == 1 && !line.ofRegions()) || (out == 0 && sumIsOut)) {
        return line.parts().stream()
            .filter(part -> !isHidden(part.address()))
            .min(Comparator.comparingLong(Cell::persons))
            .map(part -> hide(part.address()))
            .orElse(false);
      }
      return false;
    }

    private boolean isHidden(Address address) {
      return hidden.containsKey(address);
    }

    private boolean hide(Address address) {
      return hidden.putIfAbsent(address, "PROTECTS_ANOTHER") == null;
    }
  }
}
