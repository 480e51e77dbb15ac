package nl.jeugdgraaf.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What fits on a screen or two is read; nothing is left for later.
class SizeTest {
  private static final int FILE_LINES_MAX = 400;
  private static final int METHOD_LINES_MAX = 50;
  private static final int COMPONENTS_MAX = 5;

  /// Written apart, so that this file does not find itself.
  private static final Pattern LEFTOVER =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b|@Dis" + "abled");

  private static final Declarations DECLARATIONS = Declarations.read();

  @Test
  void noFileIsLongerThan400Lines() {
    var tooLong =
        Sources.java().stream()
            .filter(file -> Sources.lines(file).size() > FILE_LINES_MAX)
            .map(file -> file + " has " + Sources.lines(file).size() + " lines")
            .toList();
    assertEquals(List.of(), tooLong);
  }

  @Test
  void noMethodIsLongerThan50Lines() {
    var tooLong =
        DECLARATIONS.methods().stream()
            .filter(method -> method.bodyLines() > METHOD_LINES_MAX)
            .map(method -> method.place() + " " + method.name() + ": " + method.bodyLines())
            .toList();
    assertEquals(List.of(), tooLong);
  }

  @Test
  void noRecordHasMoreThanFiveComponents() {
    var tooWide =
        DECLARATIONS.types().stream()
            .filter(type -> type.components() > COMPONENTS_MAX)
            .map(type -> type.place() + " " + type.name() + ": " + type.components())
            .toList();
    assertEquals(List.of(), tooWide);
  }

  @Test
  void nothingIsLeftForLater() {
    var leftovers = new ArrayList<String>();
    for (var file : Sources.all()) {
      Sources.lines(file).stream()
          .filter(LEFTOVER.asPredicate())
          .forEach(line -> leftovers.add(file + ": " + line.strip()));
    }
    assertEquals(List.of(), leftovers);
  }
}
