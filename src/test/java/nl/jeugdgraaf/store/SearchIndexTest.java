package nl.jeugdgraaf.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.execute.SearchPhrase;
import nl.jeugdgraaf.model.Model;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the index finds in the seed for what people type.
class SearchIndexTest {
  private static final int FIRST = 6;

  private static Bolt bolt;

  @BeforeAll
  static void seeded() {
    bolt = TestDatabase.seeded();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          41u02                                    | HAAGLANDEN/41U02
          45a48                                    | GRONINGEN/45A48
          45A4                                     | GRONINGEN/45A48 GRONINGEN/45A49
          99000012                                 | 99000012
          SYNTHETIC/REFERRER-000002                | SYNTHETIC/REFERRER-000002
          verblijfstraject zwaar                   | GRONINGEN/43A38 GRONINGEN/43N38
          verblijftraject zwaar                    | GRONINGEN/43A38 GRONINGEN/43N38
          gezinshuis plus                          | GRONINGEN/43G10 GRONINGEN/43N10
          gezinshuis-plus                          | GRONINGEN/43G10 GRONINGEN/43N10
          gezinshuis–plus                          | GRONINGEN/43G10 GRONINGEN/43N10
          gezinshuizen                             | GRONINGEN/43G09 GRONINGEN/43G10
          begeleidng                               | GRONINGEN/45N08
          begleiding                               | GRONINGEN/45N08
          begeleidign                              | GRONINGEN/45N08
          VERBLIJF LICHT                           | GRONINGEN/43A35 GRONINGEN/43N35
          logeren                                  | GRONINGEN/44N10 GRONINGEN/44A09
          logern                                   | GRONINGEN/44N10 GRONINGEN/44A09
          zwaar-zeer zwaar                         | GRONINGEN/52G08 GRONINGEN/52N08
          zwaar – zeer zwaar                       | GRONINGEN/52G08 GRONINGEN/52N08
          doelgroepen 11,12 en 13                  | GRONINGEN/50N43 GRONINGEN/50G42
          hulp van de gezinnen                     | GRONINGEN/MEMO_2026/AANVULLEND
          xonen                                    | GRONINGEN/MEMO_2026/WONEN
          aavullend                                | GRONINGEN/MEMO_2026/AANVULLEND
          p                                        | GRONINGEN/40A04 GRONINGEN/40N04
          onen                                     | GRONINGEN/MEMO_2026/WONEN
          gezínsdiagnostiek                       | GRONINGEN/45G02
          persoonljke verzorging                   | GRONINGEN/40A04
          gezinsdiag                               | GRONINGEN/45G02
          gezínsdiagnostiek                        | GRONINGEN/45G02
          specialistisch ambulant drenthe          | GRONINGEN/45G07
          Aanbieder 012                            | 99000012
          huisarts 002                             | SYNTHETIC/REFERRER-000002
          Gecertificeerde instelling 003 Groningen | SYNTHETIC/REFERRER-000003
          """)
  void typedWordsFindTheirNodeAmongTheFirst(String typed, String keys) {
    var found = found(typed);
    assertTrue(found.containsAll(List.of(keys.split(" "))), () -> typed + " finds " + found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"41u02", "Verblijf licht", "Aanbieder 012"})
  void everyWordMustBeFound(String typed) {
    assertEquals(List.of(), found(typed + " xyzzy"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*:*",
        "/(.*)*/",
        "\"",
        "\\",
        "[* xyz]",
        "!!!",
        "-(",
        "語",
        "\u0e01\u0e33",
        "a'b.c,d_e;f:g",
        "'",
        "\ud800",
        "𝐀"
      })
  void theDatabaseAcceptsAnyText(String typed) {
    assertEquals(List.of(), found(typed));
  }

  @Test
  void everyNameFindsItsNode() {
    var named =
        "MATCH (n:Product|Segment|Provider) WHERE n.name IS NOT NULL RETURN DISTINCT n.name AS"
            + " name";
    var asked =
        bolt.command(Statement.of(named)).stream()
            .map(row -> row.get("name").asString())
            .map(name -> Map.of("name", name, "query", SearchPhrase.of(name).query()))
            .toList();
    assertTrue(asked.size() > 25);
    var lost =
        new Statement(
            """
            UNWIND $asked AS asked
            CALL (asked) {
              CALL db.index.fulltext.queryNodes($index, asked.query, {limit: 3}) YIELD node
              RETURN collect(node.name) AS first
            }
            WITH asked, first WHERE NOT asked.name IN first
            RETURN asked.name AS name, first
            """,
            Map.of("asked", asked, "index", Model.SEARCH_INDEX));
    assertEquals(List.of(), bolt.command(lost));
  }

  private static List<String> found(String typed) {
    var statement =
        new Statement(
            """
            CALL db.index.fulltext.queryNodes($index, $query) YIELD node, score
            WITH coalesce(node.key, node.agb) AS key, score ORDER BY score DESC, key LIMIT $first
            RETURN key
            """,
            Map.of(
                "index",
                Model.SEARCH_INDEX,
                "query",
                SearchPhrase.of(typed).query(),
                "first",
                FIRST));
    return bolt.command(statement).stream().map(row -> row.get("key").asString()).toList();
  }
}
