package nl.jeugdgraaf.seed.synthetic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import nl.jeugdgraaf.digest.Fingerprint;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.SeedTable.Generated;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;

/// Makes tables whose rows are computed while they are iterated.
final class LazyTable {
  /// Key of the source of all generated rows.
  static final String SOURCE = "SYNTHETIC";

  /// Families, youths and trajectories come in whole blocks.
  static final int BLOCK = 40;

  /// How many subjects are sampled for the fingerprint of a table and the estimate of its size: ten
  /// blocks.
  private static final int SAMPLE_SUBJECTS = 10 * BLOCK;

  private LazyTable() {}

  /// A text and what it is in Dutch, for the two columns that hold them.
  ///
  /// @param english the text
  /// @param dutch the same in Dutch
  record BilingualText(String english, String dutch) {
    /// No text in either column.
    static final BilingualText NONE = new BilingualText("", "");
  }

  /// Computes the rows of one subject, such as a youth or a trajectory.
  interface SubjectRows {
    /// Writes the rows of one subject: none, one or several.
    ///
    /// @param index which subject, from 0
    /// @param out takes the cells of each row
    void write(int index, Consumer<List<String>> out);
  }

  /// Returns a key. Formatting it would be much slower.
  ///
  /// @param prefix what it starts with
  /// @param index which one, from 0
  /// @return such as `Y-000042` for the index 41
  static String key(String prefix, int index) {
    var digits = Integer.toString(index + 1);
    return prefix + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
  }

  /// Makes a table.
  ///
  /// @param name `Type` or `Type.field`
  /// @param columns column names, with commas between
  /// @param subjects how many subjects there are
  /// @param rows the rows of each subject
  /// @return a table that can be iterated any number of times
  static SeedTable of(String name, String columns, int subjects, SubjectRows rows) {
    return new SeedTable(
        name,
        "synthetic network",
        List.of(columns.split(",", -1)),
        () -> new RowIterator(subjects, rows),
        Optional.of(generated(columns, subjects, rows)));
  }

  private static Generated generated(String columns, int subjects, SubjectRows rows) {
    int sampled = Math.min(subjects, SAMPLE_SUBJECTS);
    var sample = new ArrayList<List<String>>();
    for (int index = 0; index < sampled; index++) {
      rows.write(index, sample::add);
    }
    return new Generated(
        Fingerprint.of(columns, subjects, sample),
        (long) sample.size() * subjects / Math.max(1, sampled));
  }

  private static final class RowIterator implements Iterator<SeedRow> {
    private final int subjects;
    private final SubjectRows rows;
    private final ArrayDeque<List<String>> ready = new ArrayDeque<>();
    private int next;
    private long line = 1;

    RowIterator(int subjects, SubjectRows rows) {
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
