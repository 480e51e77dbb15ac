package nl.jeugdgraaf.execute;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// What somebody typed to search for.
///
/// Only its letters and digits reach the database, in lower case; the rest parts words. So nothing
/// that is typed can be read as an operator of the query language of Lucene.
///
/// @param runs words, those of one run written together, such as `11,12`
public record SearchPhrase(List<JoinedWords> runs) {
  /// Most words of one search.
  public static final int WORDS_MAX = 16;

  /// Most letters, digits and combining marks of one word.
  public static final int WORD_CHARACTERS_MAX = 60;

  /// How many words, from the first on, may be misspelt: the database puts up to 50 words of the
  /// index in the place of each, and takes 1024 in all. A longer phrase was hardly typed.
  private static final int MISSPELT_WORDS_MAX = 8;

  /// Refuses everything, so it finds nothing. An empty query would be an error.
  private static final String NOTHING = "-*:*";

  /// Looks like nothing, and parts words where it is counted: a soft hyphen, a joiner.
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

  private static final Pattern APOSTROPHE = Pattern.compile("[‘’]");

  private static final Pattern ACCENT = Pattern.compile("(?<=\\p{IsLatin})\\p{M}+");

  /// Letters without a form in two parts that the index writes in plain ones.
  private static final Map<String, String> PLAIN =
      Map.of(
          "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ł", "l", "ĳ",
          "ij");

  private static final Pattern NOT_PLAIN = Pattern.compile("[ßæœøđðþłĳ]");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*");

  /// Where the index can leave words together that have one of these between them (Unicode Standard
  /// Annex 29); none means anything within quotes.
  private static final String TIES = "'.,:;_";

  /// Copies the list.
  public SearchPhrase {
    runs = List.copyOf(runs);
  }

  /// Reads what was typed.
  ///
  /// @param typed anything
  /// @return its words, none if it has none
  /// @throws ProblemException `BAD_USER_INPUT` if there are too many or a word is too long
  public static SearchPhrase of(String typed) {
    var visible = INVISIBLE.matcher(typed).replaceAll("");
    var straight = APOSTROPHE.matcher(visible).replaceAll("'");
    var text = folded(straight);
    var words = WORD.matcher(text).results().limit(WORDS_MAX + 1L).toList();
    if (words.size() > WORDS_MAX) {
      throw refused("A search takes at most " + WORDS_MAX + " words; leave some out.");
    }
    if (words.stream().anyMatch(word -> word.end() - word.start() > WORD_CHARACTERS_MAX)) {
      throw refused("A word of a search has at most " + WORD_CHARACTERS_MAX + " characters.");
    }
    return new SearchPhrase(runs(text, words));
  }

  /// Does to letters what the index does: lower case, and no accents on those of the Latin script.
  private static String folded(String text) {
    var parted = Normalizer.normalize(text, Form.NFD).toLowerCase(Locale.ROOT);
    var bare = ACCENT.matcher(parted).replaceAll("");
    var plain = NOT_PLAIN.matcher(bare).replaceAll(letter -> PLAIN.get(letter.group()));
    return Normalizer.normalize(plain, Form.NFC);
  }

  private static ProblemException refused(String message) {
    return new ProblemException(Code.BAD_USER_INPUT, message);
  }

  private static List<JoinedWords> runs(String text, List<MatchResult> words) {
    var runs = new ArrayList<JoinedWords>();
    int first = 0;
    for (int next = 1; next <= words.size(); next++) {
      if (next == words.size() || !tied(text, words.get(next - 1), words.get(next))) {
        var whole = text.substring(words.get(first).start(), words.get(next - 1).end());
        runs.add(new JoinedWords(whole, searched(words, first, next)));
        first = next;
      }
    }
    return runs;
  }

  private static List<SearchWord> searched(List<MatchResult> words, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(at -> new SearchWord(words.get(at).group(), at < MISSPELT_WORDS_MAX))
        .toList();
  }

  private static boolean tied(String text, MatchResult word, MatchResult next) {
    return next.start() - word.end() == 1 && TIES.indexOf(text.charAt(word.end())) >= 0;
  }

  /// Returns the query, for the analyser `standard-folding`.
  ///
  /// @return in the syntax of the classic query parser of Lucene; it can always be read
  public String query() {
    return runs.isEmpty()
        ? NOTHING
        : runs.stream().map(JoinedWords::clause).collect(Collectors.joining(" "));
  }

  /// Words that are written together.
  ///
  /// @param text all of it
  /// @param words in order, at least one
  record JoinedWords(String text, List<SearchWord> words) {
    /// Copies the list.
    JoinedWords {
      words = List.copyOf(words);
    }

    private String clause() {
      var clauses = words.stream().map(SearchWord::clause).collect(Collectors.joining(" "));
      return words.size() == 1 ? clauses : "+(" + together() + " (" + clauses + "))";
    }

    /// The words as the index can hold them, in one: a phrase is parted as it does, a start is not.
    private String together() {
      return "\"" + text + "\"^8 " + text.replace(":", "\\:") + "*^4";
    }
  }
}
