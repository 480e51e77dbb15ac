package nl.jeugdgraaf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The settings as they were given, and what is found wrong with them.
///
/// A message names the setting, its value and what is allowed; never the value of a secret.
final class Environment {
  private static final int SHOWN_MAX = 100;

  private final Map<String, String> values;
  private final List<Problem> problems = new ArrayList<>();

  Environment(Map<String, String> values) {
    this.values = values;
  }

  /// Returns a value; an empty one counts as none.
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  void wrong(String name, String wanted) {
    problem(name + " is '" + shown(value(name).orElse("")) + "'; " + wanted + ".");
  }

  void problem(String message) {
    problems.add(Problem.of(Code.STARTUP_FAILED, message));
  }

  void problems(List<Problem> found) {
    problems.addAll(found);
  }

  /// Ends with everything that is wrong, if anything is.
  void check() {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  /// A value may be anything; the message stays one line on a terminal.
  static String shown(String value) {
    var clean = value.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= SHOWN_MAX ? clean : clean.substring(0, SHOWN_MAX) + "...";
  }
}
