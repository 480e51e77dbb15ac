package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.jeugdgraaf.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The page of the query language is true: each example, sent over HTTP, gets the answer that is
/// printed below it.
class LanguageTest {
  private static final Path PAGE = Path.of("schema", "README.md");

  @RegisterExtension static final SeededServer SERVER = new SeededServer();

  static List<DocumentedExample> examples() throws IOException {
    return DocumentedExample.of(PAGE);
  }

  @Test
  void everyExampleSaysItsDate() throws IOException {
    for (var example : examples()) {
      assertTrue(example.operation().matches("(?s).*\\b(asOf|from): .*"), example::toString);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void getsItsAnswerOverHttp(DocumentedExample example) throws IOException, InterruptedException {
    assertEquals(example.answer(), SERVER.ask(example.operation(), example.variables()));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STARTUP_FAILED")
  void theTableOfErrorsHasEveryCode(Problem.Code code) throws IOException {
    assertTrue(Files.readString(PAGE).contains("| `" + code + "` |"));
  }
}
