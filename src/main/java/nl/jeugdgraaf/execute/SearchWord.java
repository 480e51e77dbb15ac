package nl.jeugdgraaf.execute;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// One word of a [SearchPhrase]: the forms in which it may occur in what is searched.
///
/// The index holds stems in lower case: `begeleid` for `begeleiding`. The database brings a word
/// that must fit exactly to its stem too, but not the start of one nor a misspelt one.
///
/// @param text letters, digits and combining marks, in lower case
/// @param perhapsMisspelt whether a word that is nearly the same will do
record SearchWord(String text, boolean perhapsMisspelt) {
  private static final int ONE_EDIT_CHARACTERS_MIN = 4;
  private static final int TWO_EDITS_CHARACTERS_MIN = 7;
  private static final int STEM_CHARACTERS_MIN = 4;

  private static final Pattern MARK = Pattern.compile("\\p{M}");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  /// What the index takes off words: a misspelt word that has it still is too far from its stem.
  /// Two of them are often misspelt themselves.
  private static final Pattern ENDING =
      Pattern.compile("(?:heden|heid|ingen|ing|ign|l(?:ij|i|j|y)ke?|ende?|en|e)$");

  /// What the index leaves out, so that it is never found: the stop words of the analyser.
  static final Set<String> STOP_WORDS =
      Set.of(
          """
          de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om
          hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar
          naar heb hoe heeft hebben deze u want nog zal me zij nu ge geen omdat iets worden toch al
          waren veel meer doen toen moet ben zonder kan hun dus alles onder ja eens hier wie werd
          altijd doch wordt wezen kunnen ons zelf tegen na reeds wil kon niets uw iemand geweest
          andere
          """
              .strip()
              .split("\\s+"));

  /// {@return what must be found, or for a stop word may be: it can still start another word: one
  /// clause in the syntax of Lucene}
  String clause() {
    var plain = withoutMarks();
    if (STOP_WORDS.contains(plain)) {
      return plain + "*^0.1";
    }
    var stem = stem(plain);
    var clauses = new StringJoiner(" ", "+(", ")");
    var spellings = new LinkedHashSet<>(List.of(text, plain));
    spellings.forEach(spelling -> clauses.add(spelling + "^8"));
    if (!stem.equals(plain)) {
      clauses.add(stem + "^4");
    }
    spellings.forEach(spelling -> clauses.add(spelling + "*^2"));
    if (perhapsMisspelt) {
      new LinkedHashSet<>(List.of(plain, stem))
          .stream()
              .filter(word -> edits(word) > 0)
              .forEach(word -> clauses.add(word + "~" + edits(word)));
    }
    return clauses.toString();
  }

  private String withoutMarks() {
    return MARK.matcher(Normalizer.normalize(text, Form.NFD)).replaceAll("");
  }

  /// Two that differ in one digit are two codes, and no misspelling.
  private static int edits(String word) {
    int characters = word.codePointCount(0, word.length());
    if (characters < ONE_EDIT_CHARACTERS_MIN || DIGIT.matcher(word).find()) {
      return 0;
    }
    return characters < TWO_EDITS_CHARACTERS_MIN ? 1 : 2;
  }

  /// Goes further than the index does: `gezin` for `gezinnen`, `huis` for `huizen`.
  private static String stem(String word) {
    var stem = ENDING.matcher(word).replaceFirst("");
    if (stem.length() == word.length() || stem.length() < STEM_CHARACTERS_MIN) {
      return word;
    }
    var last = stem.charAt(stem.length() - 1);
    var rest = stem.substring(0, stem.length() - 1);
    return switch (last) {
      case 'v' -> rest + 'f';
      case 'z' -> rest + 's';
      default -> rest.charAt(rest.length() - 1) == last ? rest : stem;
    };
  }
}
