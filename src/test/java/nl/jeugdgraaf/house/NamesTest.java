package nl.jeugdgraaf.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.Tree;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Types are called by what they are in the domain, tests by what they prove.
class NamesTest {
  private static final Predicate<String> EMPTY_WORD =
      Pattern.compile("^(Abstract|Base)[A-Z]|(Impl|Utils?|Helpers?|Managers?)$").asPredicate();
  private static final Predicate<String> INTERFACE_MARK = Pattern.compile("^I[A-Z]").asPredicate();
  private static final Predicate<String> GETTER = Pattern.compile("^get[A-Z]").asPredicate();
  private static final Predicate<String> TEST_WORD =
      Pattern.compile("^(test|should)[A-Z]").asPredicate();

  private static final Declarations DECLARATIONS = Declarations.read();

  @Test
  void typesHaveNoEmptyWordsInTheirNames() {
    var badlyNamed =
        DECLARATIONS.types().stream()
            .filter(type -> EMPTY_WORD.test(type.name()))
            .map(type -> type.place() + " " + type.name())
            .toList();
    assertEquals(List.of(), badlyNamed);
  }

  @Test
  void interfacesHaveNoLetterInFront() {
    var badlyNamed =
        DECLARATIONS.types().stream()
            .filter(type -> type.kind() == Tree.Kind.INTERFACE)
            .filter(type -> INTERFACE_MARK.test(type.name()))
            .map(type -> type.place() + " " + type.name())
            .toList();
    assertEquals(List.of(), badlyNamed);
  }

  @Test
  void accessorsAreCalledByWhatTheyReturn() {
    var badlyNamed =
        DECLARATIONS.methods().stream()
            .filter(method -> GETTER.test(method.name()))
            .filter(method -> !method.annotations().contains("Override"))
            .map(method -> method.place() + " " + method.name())
            .toList();
    assertEquals(List.of(), badlyNamed);
  }

  @Test
  void testsAreCalledByWhatTheyProve() {
    var badlyNamed =
        DECLARATIONS.methods().stream()
            .filter(method -> method.annotations().contains("Test"))
            .filter(method -> TEST_WORD.test(method.name()))
            .map(method -> method.place() + " " + method.name())
            .toList();
    assertEquals(List.of(), badlyNamed);
  }
}
