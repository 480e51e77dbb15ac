package nl.jeugdgraaf.seed;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;

/// Makes tables whose rows are worked out while they are walked.
final class SyntheticNetworkTable {
  /// Key of the source of everything that is generated.
  static final String SOURCE = "SYNTHETIC";

  private SyntheticNetworkTable() {}

  /// Says which rows follow from one subject.
  interface Rows {
    /// Writes the rows of one subject: none, one or several.
    ///
    /// @param index which subject, from 0
    /// @param out takes the cells of each row
    void write(int index, Consumer<List<String>> out);
  }

  /// Returns an identifier, a good deal faster than a format does.
  ///
  /// @param prefix what it starts with
  /// @param index which one, from 0
  /// @return such as `Y-000042` for the index 41
  static String id(String prefix, int index) {
    var digits = Integer.toString(index + 1);
    return prefix + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
  }

  /// Makes a table.
  ///
  /// @param name `Type` or `Type.field`
  /// @param columns column names, with commas between
  /// @param subjects how many subjects there are
  /// @param rows the rows of each subject
  /// @return a table that can be walked any number of times
  static SeedTable of(String name, String columns, int subjects, Rows rows) {
    return table(name, columns, () -> new Walk(subjects, rows));
  }

  private static SeedTable table(String name, String columns, Supplier<Iterator<SeedRow>> rows) {
    return new SeedTable(name, "synthetic network", List.of(columns.split(",", -1)), rows::get);
  }

  private static final class Walk implements Iterator<SeedRow> {
    private final int subjects;
    private final Rows rows;
    private final ArrayDeque<List<String>> ready = new ArrayDeque<>();
    private int next;
    private long line = 1;

    Walk(int subjects, Rows rows) {
      this.subjects = subjects;
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && next < subjects) {
        rows.write(next, ready::add);
        next++;
      }
      return !ready.isEmpty();
    }

    @Override
    public SeedRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the table has no more rows");
      }
      line++;
      return new SeedRow(line, ready.remove());
    }
  }
}
