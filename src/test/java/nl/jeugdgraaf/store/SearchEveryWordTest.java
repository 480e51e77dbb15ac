package nl.jeugdgraaf.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.execute.SearchPhrase;
import nl.jeugdgraaf.model.Model;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Searches for each word of the names and codes of the seed, as far as it is typed and with a
/// wrong letter. All nodes with the word must be found; what is missed is printed.
class SearchEveryWordTest {
  private static final int MISSES_OF_100_MAX = 1;
  private static final int LETTERS_MISSPELT_MIN = 4;
  private static final int SEARCHES_AT_ONCE = 200;

  /// Each third letter is wrong in one of four ways, by turns; or each letter in all.
  private static final boolean EVERY_LETTER = Boolean.getBoolean("search.letters");

  private static final int LETTERS_BETWEEN = 3;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}_]+");
  private static final Pattern NAME = Pattern.compile("\\p{L}+");

  private static final String INDEXED =
      "SHOW INDEXES YIELD name, labelsOrTypes, properties WHERE name = $index"
          + " RETURN labelsOrTypes AS labels, properties";

  private static final String TEXTS =
      """
      MATCH (n) WHERE any(label IN labels(n) WHERE label IN $labels)
      UNWIND $properties AS property
      WITH n, n[property] AS text WHERE text IS NOT NULL
      RETURN elementId(n) AS id, text
      """;

  private static final String MISSED =
      """
      UNWIND $asked AS asked
      CALL (asked) {
        CALL db.index.fulltext.queryNodes($index, asked.query) YIELD node
        RETURN collect(elementId(node)) AS found
      }
      WITH asked, [id IN asked.nodes WHERE NOT id IN found] AS missed WHERE missed <> []
      RETURN asked.typed + ' for ' + asked.word AS missed
      """;

  private static final String RANKED =
      """
      CALL db.index.fulltext.queryNodes($index, $query) YIELD node, score
      RETURN elementId(node) AS id ORDER BY score DESC
      """;

  private static final SortedMap<String, Set<String>> NODES = new TreeMap<>();

  private static Bolt bolt;

  /// What is typed where a word is meant.
  private record Typed(String text, String word, Set<String> nodes) {
    Map<String, Object> asked() {
      var query = SearchPhrase.of(text).query();
      return Map.of("typed", text, "word", word, "query", query, "nodes", List.copyOf(nodes));
    }
  }

  @BeforeAll
  static void words() {
    bolt = TestDatabase.seeded();
    var index = bolt.command(new Statement(INDEXED, Map.of("index", Model.SEARCH_INDEX)));
    for (var row : bolt.command(new Statement(TEXTS, index.getFirst().asMap()))) {
      var text = row.get("text").asObject().toString().toLowerCase(Locale.ROOT);
      for (var word : WORD.matcher(text).results().toList()) {
        NODES.computeIfAbsent(word.group(), _ -> new HashSet<>()).add(row.get("id").asString());
      }
    }
  }

  @Test
  void everyWordIsFoundWhileItIsTyped() {
    var started = new TreeMap<String, Set<String>>();
    NODES.forEach((word, nodes) -> {
      for (int length = 1; length <= word.length(); length++) {
        started.computeIfAbsent(word.substring(0, length), _ -> new HashSet<>()).addAll(nodes);
      }
    });
    var typed = new ArrayList<Typed>();
    started.forEach((start, nodes) -> typed.add(new Typed(start, start + "...", nodes)));
    assertFound("prefixes", typed);
  }

  @Test
  void everyWordIsFoundWithAWrongLetter() {
    var typed = new ArrayList<Typed>();
    int turn = 0;
    for (var word : NODES.keySet()) {
      if (word.length() >= LETTERS_MISSPELT_MIN && NAME.matcher(word).matches()) {
        for (int at = 0; at < word.length(); at++) {
          var ways = misspelt(word, at);
          if (EVERY_LETTER) {
            ways.forEach(way -> typed.add(new Typed(way, word, NODES.get(word))));
          } else if (++turn % LETTERS_BETWEEN == 0) {
            typed.add(new Typed(ways.get(turn % ways.size()), word, NODES.get(word)));
          }
        }
      }
    }
    assertFound("wrong letters", typed);
  }

  @Test
  void theWordItselfComesFirstThenItsStartThenWhatIsNear() {
    var words = NODES.keySet().stream().filter(word -> NAME.matcher(word).matches()).toList();
    var wrong = new TreeSet<String>();
    for (var word : words) {
      int last = 0;
      for (var node : found(word)) {
        int tier = tier(word, node);
        if (tier < last) {
          wrong.add(word);
        }
        last = tier;
      }
    }
    assertTrue(words.size() > 150, () -> "only " + words.size() + " words");
    assertEquals(Set.of(), wrong);
  }

  private static List<String> found(String word) {
    var query = SearchPhrase.of(word).query();
    var statement = new Statement(RANKED, Map.of("query", query, "index", Model.SEARCH_INDEX));
    return bolt.command(statement).stream().map(row -> row.get("id").asString()).toList();
  }

  private static int tier(String word, String node) {
    if (NODES.getOrDefault(word, Set.of()).contains(node)) {
      return 0;
    }
    var started = NODES.tailMap(word).entrySet().stream();
    return started
            .takeWhile(entry -> entry.getKey().startsWith(word))
            .anyMatch(entry -> entry.getValue().contains(node))
        ? 1
        : 2;
  }

  private static List<String> misspelt(String word, int at) {
    var before = word.substring(0, at);
    var letter = word.charAt(at);
    var after = word.substring(at + 1);
    var swapped = after.isEmpty() ? word : before + after.charAt(0) + letter + after.substring(1);
    return List.of(before + after, before + letter + letter + after, swapped, before + 'x' + after);
  }

  private static void assertFound(String kind, List<Typed> typed) {
    var missed = new TreeSet<String>();
    for (int from = 0; from < typed.size(); from += SEARCHES_AT_ONCE) {
      var some = typed.subList(from, Math.min(from + SEARCHES_AT_ONCE, typed.size()));
      var asked = some.stream().map(Typed::asked).toList();
      var statement = new Statement(MISSED, Map.of("asked", asked, "index", Model.SEARCH_INDEX));
      bolt.command(statement).forEach(row -> missed.add(row.get("missed").asString()));
    }
    System.out.printf("Missed %d of %d %s: %s%n", missed.size(), typed.size(), kind, missed);
    assertTrue(typed.size() > 500, () -> "only " + typed.size() + " " + kind);
    assertTrue(missed.size() * 100 <= typed.size() * MISSES_OF_100_MAX, missed::toString);
  }
}
