package nl.jeugdgraaf.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Keeps figures from telling of single persons: small numbers are left out, with as many others as
/// it takes that none can be worked out, and what is shown is rounded.
///
/// A number is small if fewer persons than the threshold are in the cell, or if all but fewer than
/// that are. Where exactly one cell of a line is left out, subtraction would give it, so the
/// smallest other one goes too, line after line, until none is alone. Since the cells of a fixed
/// table are all that can be asked, differences between questions tell nothing.
///
/// @param threshold the least number that is shown, and the least that must be left over
/// @param step what shown numbers are rounded to
/// @see <a
///   href="https://cros.ec.europa.eu/book-page/handbook-statistical-disclosure-control">Hundepool
///   et al., Handbook on Statistical Disclosure Control, chapter 4</a>
public record DisclosureControl(int threshold, int step) {
  /// The setting of the project: at least 10 persons, rounded to 5.
  public static final DisclosureControl DEFAULT = new DisclosureControl(10, 5);

  /// A cell of a table as it was counted.
  ///
  /// @param key values of the dimensions, in their order
  /// @param persons how many persons are in it
  public record Cell(List<String> key, long persons) {
    /// Copies the list.
    public Cell {
      key = List.copyOf(key);
    }
  }

  /// A cell as it may be shown.
  ///
  /// @param key values of the dimensions
  /// @param persons rounded number, or nothing where it is left out
  /// @param reason why it is left out: small itself, or to protect another; empty where it is shown
  public record Shown(List<String> key, Optional<Long> persons, String reason) {
    /// Copies the list.
    public Shown {
      key = List.copyOf(key);
    }
  }

  /// {@return what may be shown of a table: a cell for each, in the same order}
  ///
  /// @param cells its cells, each key once
  /// @param total persons of the whole table
  public List<Shown> protect(List<Cell> cells, long total) {
    var hidden = new boolean[cells.size()];
    var small = new boolean[cells.size()];
    for (int i = 0; i < cells.size(); i++) {
      small[i] = isSmall(cells.get(i).persons(), total);
      hidden[i] = small[i];
    }
    var lines = lines(cells);
    boolean more = true;
    while (more) {
      more = false;
      for (var line : lines) {
        more |= protectLine(line, cells, hidden);
      }
    }
    var shown = new ArrayList<Shown>();
    for (int i = 0; i < cells.size(); i++) {
      var cell = cells.get(i);
      shown.add(
          new Shown(
              cell.key(),
              hidden[i] ? Optional.empty() : Optional.of(rounded(cell.persons())),
              small[i] ? "SMALL_NUMBER" : hidden[i] ? "PROTECTS_ANOTHER" : ""));
    }
    return shown;
  }

  /// {@return a total as it may be shown: nothing where it is small itself}
  ///
  /// @param total persons of the whole table
  public Optional<Long> total(long total) {
    return total > 0 && total < threshold ? Optional.empty() : Optional.of(rounded(total));
  }

  private boolean isSmall(long persons, long total) {
    var others = total - persons;
    return (persons > 0 && persons < threshold) || (others > 0 && others < threshold);
  }

  private long rounded(long persons) {
    return Math.floorDiv(persons + step / 2, step) * step;
  }

  /// Hides one more cell of a line in which exactly one is hidden.
  private static boolean protectLine(List<Integer> line, List<Cell> cells, boolean[] hidden) {
    var left = line.stream().filter(cell -> hidden[cell]).count();
    if (left != 1 || line.size() < 2) {
      return false;
    }
    line.stream()
        .filter(cell -> !hidden[cell])
        .min(Comparator.comparingLong(cell -> cells.get(cell).persons()))
        .ifPresent(cell -> hidden[cell] = true);
    return true;
  }

  /// Returns the lines of a table: all cells, and those that differ in one dimension only.
  private static List<List<Integer>> lines(List<Cell> cells) {
    var lines = new LinkedHashMap<List<String>, List<Integer>>();
    for (int i = 0; i < cells.size(); i++) {
      var key = cells.get(i).key();
      lines.computeIfAbsent(List.of(), _ -> new ArrayList<>()).add(i);
      for (int free = 0; free < key.size() && key.size() > 1; free++) {
        var fixed = new ArrayList<>(key);
        fixed.set(free, "*" + free);
        lines.computeIfAbsent(List.copyOf(fixed), _ -> new ArrayList<>()).add(i);
      }
    }
    return List.copyOf(lines.values());
  }
}
