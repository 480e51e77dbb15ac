package nl.jeugdgraaf.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every source file is what google-java-format writes. `-Dformat=apply` rewrites instead.
class FormatTest {
  private static final boolean APPLY = "apply".equals(System.getProperty("format"));

  @Test
  void sourcesAreFormatted() {
    var different = Sources.java().parallelStream().filter(FormatTest::isDifferent).toList();
    if (!APPLY) {
      assertEquals(
          List.of(), different, "rewrite with: mvn -q test -Dtest=FormatTest -Dformat=apply");
    }
  }

  private static boolean isDifferent(Path source) {
    try {
      var actual = Files.readString(source);
      var expected = new Formatter().formatSourceAndFixImports(actual);
      if (APPLY && !expected.equals(actual)) {
        Files.writeString(source, expected);
      }
      return !expected.equals(actual);
    } catch (IOException | FormatterException e) {
      throw new IllegalStateException(source + " cannot be formatted", e);
    }
  }
}
