package nl.jeugdgraaf.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every source file is what google-java-format writes. `-Dformat=apply` rewrites instead.
class FormatTest {
  private static final boolean APPLY = "apply".equals(System.getProperty("format"));

  @Test
  void sourcesAreFormatted() throws IOException, FormatterException {
    var formatter = new Formatter();
    var different = new ArrayList<Path>();
    for (var source : Sources.java()) {
      var actual = Files.readString(source);
      var expected = formatter.formatSourceAndFixImports(actual);
      if (!expected.equals(actual)) {
        different.add(source);
        if (APPLY) {
          Files.writeString(source, expected);
        }
      }
    }
    if (!APPLY) {
      assertEquals(
          List.of(), different, "rewrite with: mvn -q test -Dtest=FormatTest -Dformat=apply");
    }
  }
}
