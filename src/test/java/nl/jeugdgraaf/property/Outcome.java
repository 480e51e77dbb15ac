package nl.jeugdgraaf.property;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What came back for an operation, in a form that two makers can be compared in.
///
/// @param data the text of `data`; the order of its keys counts
/// @param errors path and code of every error, such as `["regions",0,"name"] NULL_VALUE`
public record Outcome(String data, Set<String> errors) {
  /// The text before the problems of a refusal, which has no data.
  static final String REFUSED = "refused: ";

  /// What tells groups of one node apart in its id; makers may choose it as they like.
  private static final Pattern GROUP_OF_NODE = Pattern.compile("(\"[\\w-]+)\\.[0-9a-f]{16}\"");

  /// Returns whether the caller may not ask this.
  public boolean isForbidden() {
    return data.startsWith(REFUSED)
        && (data.contains("Problem[code=FORBIDDEN")
            || data.contains("Problem[code=PURPOSE_REQUIRED"));
  }

  /// Returns whether the answer was given up because it took too long.
  public boolean isLate() {
    return data.startsWith(REFUSED + "[Problem[code=TIMEOUT");
  }

  /// Returns whether something was asked of the graph: of the fields at the root, only `__typename`
  /// is a text.
  boolean reads() {
    return !data.matches("\\{(\"[^\"]*\":\"Query\",?)*}");
  }

  /// Returns whether the reference could answer: it knows no other errors than those of values.
  public boolean isPromise() {
    return errors.stream()
        .allMatch(error -> error.endsWith("NULL_VALUE") || error.endsWith("BAD_VALUE"));
  }

  /// Returns in what an answer is not as this one promises, if in anything.
  ///
  /// Below one nulled parent the specification lets an executor stop at the first error, so an
  /// answer may leave errors out, but not all of them.
  public Optional<String> difference(Outcome answer) {
    var expected = withoutGroups(data);
    var actual = withoutGroups(answer.data);
    if (!expected.equals(actual)) {
      return Optional.of("data differs" + around(expected, actual));
    }
    var surplus = new TreeSet<>(answer.errors);
    surplus.removeAll(errors);
    if (!surplus.isEmpty()) {
      return Optional.of("errors that are not expected: " + surplus + "\nexpected: " + errors);
    }
    return answer.errors.isEmpty() && !errors.isEmpty()
        ? Optional.of("no errors; expected " + errors)
        : Optional.empty();
  }

  private static String withoutGroups(String data) {
    return GROUP_OF_NODE.matcher(data).replaceAll("$1\"");
  }

  private static String around(String expected, String actual) {
    int at = 0;
    while (at < Math.min(expected.length(), actual.length())
        && expected.charAt(at) == actual.charAt(at)) {
      at++;
    }
    return " at character %d\nexpected ...%s\nactual   ...%s"
        .formatted(at, excerpt(expected, at), excerpt(actual, at));
  }

  private static String excerpt(String text, int at) {
    return text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 200));
  }
}
