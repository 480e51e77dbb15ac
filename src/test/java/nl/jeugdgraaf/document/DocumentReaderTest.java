package nl.jeugdgraaf.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A document may be as large as the limits say and no larger, and is told which limit it exceeds.
class DocumentReaderTest {
  private static final Limits.Document LIMITS = Limits.DEFAULT.document();
  private static final DocumentReader READER = new DocumentReader(ApiSchema.builtIn(), LIMITS);

  private static Problem refusal(String document) {
    return assertThrows(ProblemException.class, () -> READER.parse(document, ""))
        .problems()
        .getFirst();
  }

  private static void assertTooLarge(String document) {
    assertEquals(
        Problem.of(
            Code.LIMIT_EXCEEDED,
            "The document is too large. Use at most 100000 characters and 4000 tokens."),
        refusal(document));
  }

  private static String filled(String around, int length) {
    return around.formatted("x".repeat(length - around.length() + "%s".length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{__typename}#%s", "{__type(name: \"%s\") {name}}", "{a%s: __typename}"})
  void aDocumentHasAsManyCharactersAsTheLimit(String around) {
    READER.parse(filled(around, LIMITS.charactersMax()), "");
    assertTooLarge(filled(around, LIMITS.charactersMax() + 1));
  }

  @Test
  void aDocumentHasAsManyTokensAsTheLimit() {
    var fields = LIMITS.tokensMax() - "{}".length();
    READER.parse("{" + "a ".repeat(fields) + "}", "");
    assertTooLarge("{" + "a ".repeat(fields + 1) + "}");
  }
}
