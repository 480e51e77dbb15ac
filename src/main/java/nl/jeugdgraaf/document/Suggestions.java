package nl.jeugdgraaf.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/// "Did you mean": names close to one that does not exist.
final class Suggestions {
  private static final int NAME_MAX = 80;
  private static final int NAMES_MAX = 3;

  private Suggestions() {}

  /// {@return a sentence with a space before it that names up to three, or nothing if none is
  /// close}
  ///
  /// @param wrong what was written
  /// @param names what there is
  static String of(String wrong, Collection<String> names) {
    if (wrong.length() > NAME_MAX) {
      return "";
    }
    var lower = wrong.toLowerCase(Locale.ROOT);
    int most = Math.max(1, wrong.length() / 4);
    var close =
        names.stream()
            .distinct()
            .filter(name -> Math.abs(name.length() - wrong.length()) <= most)
            .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= most)
            .sorted(
                Comparator.comparingInt(
                        (String name) -> distance(lower, name.toLowerCase(Locale.ROOT)))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(NAMES_MAX)
            .toList();
    return close.isEmpty() ? "" : " Did you mean " + String.join(" or ", close) + "?";
  }

  /// The number of letters to insert, delete, replace or swap with the next (Damerau-Levenshtein,
  /// optimal string alignment).
  private static int distance(String one, String other) {
    var rows = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        var isSame = one.charAt(i - 1) == other.charAt(j - 1);
        int least = rows[i - 1][j - 1] + (isSame ? 0 : 1);
        least = Math.min(least, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        var isSwapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        rows[i][j] = isSwapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
      }
    }
    return rows[one.length()][other.length()];
  }
}
