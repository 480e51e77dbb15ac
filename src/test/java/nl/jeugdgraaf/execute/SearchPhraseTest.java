package nl.jeugdgraaf.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchPhraseTest {
  private static final String NOTHING = "-*:*";

  /// The only syntax there is in a query: ours, around letters and digits in lower case.
  private static final Pattern OURS = grammar();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          45A48           | +(45a48^8 45a48*^4)
          ro              | +(ro^8 ro*^4)
          rol             | +(rol^8 rol*^4 ?rol^0.1 r?ol^0.1 ro?l^0.1)
          Groep           | +(groep^8 groep*^4 groep~1^0.1)
          verblijf        | +(verblijf^8 verblijf*^4 verblijve*^2 verblijf~2^0.1)
          gezinnen        | +(gezinnen^8 gezinnen*^4 gezin*^2 gezinnen~2^0.1)
          huizen          | +(huizen^8 huizen*^4 huis*^2 huizen~1^0.1)
          woon            | +(woon^8 woon*^4 wone*^2 woon~1^0.1)
          scholen         | +(scholen^8 scholen*^4 schol*^2 school*^2 scholen~1^0.1)
          huis            | +(huis^8 huis*^4 huize*^2 huis~1^0.1)
          reële           | +(reele^8 reele*^4 reel*^2 reele~1^0.1)
          Ærø             | +(aero^8 aero*^4 aero~1^0.1)
          йод             | +(йод^8 йод*^4 ?йод^0.1 й?од^0.1 йо?д^0.1)
          hulp de         | +(hulp^8 hulp*^4 hulp~1^0.1) de^0.8 de*^0.1
          plus-m2         | +(plus^8 plus*^4 plus~1^0.1) +(m2^8 m2*^4)
          11,12           | +("11,12"^8 11,12*^4 (+(11^8 11*^4) +(12^8 12*^4)))
          11:12           | +("11:12"^8 11\\:12*^4 (+(11^8 11*^4) +(12^8 12*^4)))
          zo’n            | +("zo'n"^8 zo'n*^4 (zo^0.8 zo*^0.1 +(n^8 n*^4)))
          11, 12          | +(11^8 11*^4) +(12^8 12*^4)
          """)
  void wordsBecomeClauses(String typed, String query) {
    assertEquals(query, SearchPhrase.of(typed).query());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "*:*", "?", "/(.*)*/", "\"", "\\", "-", "&& || !", "¹", "\ud800"})
  void withoutWordsNothingIsFound(String typed) {
    assertEquals(NOTHING, SearchPhrase.of(typed).query());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a~2                   | a 2
          name:geheim           | name: geheim
          AND OR NOT            | and or not
          [a TO z] {a TO *}     | a to z a to
          "een \\" \\\\ twee"~9 | een twee 9
          +rol -rol !rol        | rol rol rol
          rol^99 (rol)          | rol 99 rol
          r*l r?l               | r l r l
          /rol.*/               | rol
          <>=&@#$%              | ``
          """)
  void syntaxOfTheQueryLanguagePartsWords(String typed, String same) {
    var query = SearchPhrase.of(typed).query();
    assertTrue(OURS.matcher(query).matches(), query);
    assertEquals(SearchPhrase.of(same.replace(": ", ":")).query(), query);
  }

  @Test
  void whateverIsTypedTheSyntaxIsOurs() {
    var random = new Random(1);
    var alphabet = "aé9İßДه語ǅ𝐀ĳ de AND\"\\/*?~^:+-!()[]{}&|<>=.,;_'’‘ \u0301\u00ad\u200d\ud800¹\n";
    for (int round = 0; round < 20_000; round++) {
      var typed = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      var query = SearchPhrase.of(typed.toString()).query();
      assertTrue(OURS.matcher(query).matches(), () -> typed + " became " + query);
    }
  }

  @Test
  void caseAndFormOfUnicodeAndWhatIsInvisibleDoNotCount() {
    var query = SearchPhrase.of("coöperatie").query();
    assertEquals(query, SearchPhrase.of("COÖPERATIE").query());
    assertEquals(query, SearchPhrase.of("coo\u0308peratie").query());
    assertEquals(query, SearchPhrase.of("coöpe\u00adratie").query());
  }

  @Test
  void wordsAndTheirCharactersAreBounded() {
    var longest = "a".repeat(SearchPhrase.WORD_CHARACTERS_MAX);
    SearchPhrase.of((longest + " ").repeat(SearchPhrase.WORDS_MAX));
    assertRefused("A word of a search has at most 60 characters.", longest + "a");
    assertRefused("A word of a search has at most 60 characters.", "a".repeat(10_000));
    for (var tie : new String[] {" ", ".", "'"}) {
      var words = "A search takes at most 16 words; leave some out.";
      assertRefused(words, ("a" + tie).repeat(SearchPhrase.WORDS_MAX + 1));
      assertRefused(words, ("a" + tie).repeat(500_000));
    }
    assertEquals(NOTHING, SearchPhrase.of("*".repeat(10_000)).query());
  }

  @Test
  void onlyTheFirstWordsMayBeMisspelt() {
    var query = SearchPhrase.of("hulp ".repeat(10)).query();
    assertEquals(8, query.chars().filter(character -> character == '~').count());
  }

  @Test
  void stopWordsAreThoseOfDutchAndOfTheAnalyser() throws IOException {
    var file = "org/apache/lucene/analysis/snowball/dutch_stop.txt";
    try (var stream = SearchPhraseTest.class.getClassLoader().getResourceAsStream(file)) {
      assertTrue(stream != null);
      var words =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.replaceFirst("\\|.*", "").strip())
              .filter(word -> !word.isEmpty())
              .collect(Collectors.toCollection(HashSet::new));
      EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.forEach(word -> words.add(new String((char[]) word)));
      assertEquals(words, SearchWord.STOP_WORDS);
    }
  }

  private static void assertRefused(String message, String typed) {
    var problem =
        assertThrows(ProblemException.class, () -> SearchPhrase.of(typed)).problems().getFirst();
    assertEquals(Code.BAD_USER_INPUT, problem.code());
    assertEquals(message, problem.message());
  }

  private static Pattern grammar() {
    var word = "[\\p{L}\\p{M}\\p{Nd}&&[^A-Z]]++";
    var missing = "(?:[\\p{L}\\p{M}&&[^A-Z]]*+\\?" + word + "\\^0\\.1)";
    var form = "(?:" + word + "(?:\\^8|\\*\\^[24]|~[12]\\^0\\.1)|" + missing + ")";
    var clause = "(?:\\+\\(" + form + "(?: " + form + ")*\\)|" + word + "(?:\\^0\\.8|\\*\\^0\\.1))";
    var quoted = "\"" + word + "(?:['.,:;_]" + word + ")+\"\\^8";
    var start = word + "(?:(?:['.,;_]|\\\\:)" + word + ")+\\*\\^4";
    var several = clause + "(?: " + clause + ")*";
    var run = "\\+\\(" + quoted + " " + start + " \\(" + several + "\\)\\)";
    var either = "(?:" + clause + "|" + run + ")";
    return Pattern.compile(either + "(?: " + either + ")*|-\\*:\\*");
  }
}
