package nl.jeugdgraaf.plan;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Texts without letter case and accents, as people look for them and sort them: `België` and
/// `BELGIE` are the same.
///
/// The database folds stored texts by the same steps, because it has no collation: lower case,
/// compatibility decomposition (Unicode Standard Annex 15, NFKD), then [#REPLACEMENTS] in order.
/// Accents that no language of Latin script in Europe uses stay.
public final class TextFolding {
  /// Pairs of a text and what takes its place: combining marks go, and letters that do not
  /// decompose become those that people type for them.
  public static final List<List<String>> REPLACEMENTS = replacements();

  private TextFolding() {}

  private static List<List<String>> replacements() {
    var pairs = new ArrayList<List<String>>();
    "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030A\u030B\u030C\u031B\u0323\u0326\u0327\u0328"
        .chars()
        .forEach(mark -> pairs.add(List.of(Character.toString(mark), "")));
    pairs.add(List.of("ß", "ss"));
    pairs.add(List.of("æ", "ae"));
    pairs.add(List.of("œ", "oe"));
    pairs.add(List.of("ø", "o"));
    pairs.add(List.of("ł", "l"));
    pairs.add(List.of("đ", "d"));
    pairs.add(List.of("ð", "d"));
    pairs.add(List.of("þ", "th"));
    pairs.add(List.of("ı", "i"));
    return List.copyOf(pairs);
  }

  /// {@return a text without letter case and accents}
  ///
  /// @param text any text
  public static String of(String text) {
    var folded = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Form.NFKD);
    for (var pair : REPLACEMENTS) {
      folded = folded.replace(pair.getFirst(), pair.getLast());
    }
    return folded;
  }
}
