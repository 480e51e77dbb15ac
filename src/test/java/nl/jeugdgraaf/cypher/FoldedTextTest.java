package nl.jeugdgraaf.cypher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.plan.TextFolding;
import org.junit.jupiter.api.Test;
import org.neo4j.cypherdsl.core.Cypher;

/// The database folds texts as the server does.
class FoldedTextTest {
  private static final Duration WITHIN = Duration.ofSeconds(30);

  @Test
  void everyLetterIsFoldedAlike() {
    var letters =
        IntStream.range(0, Character.MAX_CODE_POINT)
            .filter(Character::isLetter)
            .mapToObj(Character::toString)
            .toList();
    assertEquals(letters.stream().map(TextFolding::of).toList(), folded(letters));
  }

  @Test
  void textsThatLookTheSameAreTheSame() {
    var texts =
        List.of("Café", "CAFE\u0301", "cafe", "Ijsselmonde", "Ĳsselmonde", "STRASSE", "Straße");
    assertEquals(
        List.of("cafe", "cafe", "cafe", "ijsselmonde", "ijsselmonde", "strasse", "strasse"),
        folded(texts));
  }

  private static List<String> folded(List<String> texts) {
    var found = new ArrayList<String>();
    var statement =
        Cypher.unwind(Cypher.parameter("texts"))
            .as("text")
            .returning(
                RawCypher.folded(Cypher.name("text"), Cypher.parameter("replacements"))
                    .as("folded"))
            .build()
            .getCypher();
    TestDatabase.shared()
        .read(
            new Statement(
                statement, Map.of("texts", texts, "replacements", TextFolding.REPLACEMENTS)),
            WITHIN,
            row -> found.add(row.get("folded").asString()));
    return found;
  }
}
