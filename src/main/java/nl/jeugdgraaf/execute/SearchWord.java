package nl.jeugdgraaf.execute;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// One word of a [SearchPhrase]: the forms in which it may occur in what is searched.
///
/// The index holds whole words in lower case without accents, so the start of one is found at any
/// length, and a wrong letter counts the same wherever it is. The forms are weighted so that the
/// word itself comes before words that start with it, and these before words that are nearly it.
///
/// @param text letters, digits and combining marks, folded as the index does
/// @param perhapsMisspelt whether a word that is nearly the same will do
record SearchWord(String text, boolean perhapsMisspelt) {
  private static final int LETTER_MISSING_CHARACTERS = 3;
  private static final int ONE_EDIT_CHARACTERS_MIN = 4;
  private static final int TWO_EDITS_CHARACTERS_MIN = 8;
  private static final int STEM_CHARACTERS_MIN = 4;

  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  /// Endings under which the same word is looked for with others: `gezin` for `gezinnen`.
  private static final Pattern ENDING =
      Pattern.compile("(?:heden|heid|ingen|ing|ign|l(?:ij|i|j|y)ke?|ende?|en|e)$");

  /// A consonant that is written twice after a short vowel.
  private static final Pattern DOUBLE = Pattern.compile("([a-z&&[^aeiou]])\\1$");

  /// A long vowel that is written once before an ending.
  private static final Pattern OPEN = Pattern.compile("(?<![aeiou])([aeou])([a-z&&[^aeiou]])$");

  /// A long vowel that is written twice, or a diphthong with a consonant that changes.
  private static final Pattern CLOSED =
      Pattern.compile("(?:([aeou])\\1|(?<=[aeiou]{2}|ij)(?=[vz]))([a-z&&[^aeiou]])$");

  /// Words that need not be found: they say little, and the index leaves out the English ones.
  static final Set<String> STOP_WORDS =
      Set.of(
          """
          de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om
          hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar
          naar heb hoe heeft hebben deze u want nog zal me zij nu ge geen omdat iets worden toch al
          waren veel meer doen toen moet ben zonder kan hun dus alles onder ja eens hier wie werd
          altijd doch wordt wezen kunnen ons zelf tegen na reeds wil kon niets uw iemand geweest
          andere
          a an and are as at be but by for if into it no not on or such that the their then there
          these they this to will with
          """
              .strip()
              .split("\\s+"));

  /// {@return what must be found, in the syntax of Lucene; a stop word only may be, and can still
  /// be the start of another word}
  String clause() {
    if (STOP_WORDS.contains(text)) {
      return text + "^0.8 " + text + "*^0.1";
    }
    var clauses = new StringJoiner(" ", "+(", ")");
    clauses.add(text + "^8").add(text + "*^4");
    inflected().forEach(start -> clauses.add(start + "*^2"));
    if (perhapsMisspelt && !DIGIT.matcher(text).find()) {
      near(clauses);
    }
    return clauses.toString();
  }

  /// Words of three letters are so near to each other that one may only be missing.
  private void near(StringJoiner clauses) {
    int characters = text.codePointCount(0, text.length());
    if (characters >= ONE_EDIT_CHARACTERS_MIN) {
      clauses.add(text + (characters < TWO_EDITS_CHARACTERS_MIN ? "~1^0.1" : "~2^0.1"));
    } else if (characters == LETTER_MISSING_CHARACTERS) {
      int second = text.offsetByCodePoints(0, 1);
      int third = text.offsetByCodePoints(second, 1);
      clauses
          .add("?" + text + "^0.1")
          .add(text.substring(0, second) + "?" + text.substring(second) + "^0.1")
          .add(text.substring(0, third) + "?" + text.substring(third) + "^0.1");
    }
  }

  /// Starts of the forms of a Dutch word: `gezin` of `gezinnen`, `huis` of `huizen`, `woon` of
  /// `wonen`, and `wone` of `woon`. Some are no words, and find nothing.
  private Set<String> inflected() {
    var starts = new LinkedHashSet<String>();
    var stem = ENDING.matcher(text).replaceFirst("");
    if (stem.length() < text.length()) {
      starts.add(DOUBLE.matcher(hardened(stem)).replaceFirst("$1"));
      if (OPEN.matcher(stem).find()) {
        starts.add(hardened(OPEN.matcher(stem).replaceFirst("$1$1$2")));
      }
    }
    var closed = CLOSED.matcher(softened(text));
    if (closed.find()) {
      starts.add(closed.replaceFirst("$1$2e"));
    }
    starts.removeIf(start -> start.length() < STEM_CHARACTERS_MIN || start.equals(text));
    return starts;
  }

  private static String hardened(String stem) {
    return stem.replaceFirst("v$", "f").replaceFirst("z$", "s");
  }

  private static String softened(String stem) {
    return stem.replaceFirst("(?<=[aeiou]{2}|ij)f$", "v").replaceFirst("(?<=[aeiou]{2}|ij)s$", "z");
  }
}
