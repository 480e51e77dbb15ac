package nl.jeugdgraaf;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The settings as they were given, by the environment or by the options of a command, and what is
/// wrong with them.
///
/// A message names the setting or the option, its value and what is allowed; never the value of a
/// secret.
final class Environment {
  private static final int SHOWN_MAX = 100;

  private final Map<String, String> values;
  private final Map<String, String> options = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /// Creates an environment.
  ///
  /// @param values names and values; an empty value counts as not set
  Environment(Map<String, String> values) {
    this.values = new HashMap<>(values);
  }

  /// Puts the value of an option in the place of a setting.
  ///
  /// @param setting name of the setting
  /// @param option name of the option, for messages
  /// @param value its value; empty if the option was not given
  /// @return this
  Environment with(String setting, String option, String value) {
    if (!value.isEmpty()) {
      values.put(setting, value);
      options.put(setting, option);
    }
    return this;
  }

  /// {@return the value of a setting; empty if it is not set}
  ///
  /// @param name name of the setting
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /// {@return the path in a setting; the default if it is not set or not allowed}
  ///
  /// @param name name of the setting
  /// @param otherwise the default
  /// @param allowed tells whether the path can be used
  /// @param wanted what the path must be, for the message if it is not
  Path path(String name, String otherwise, Predicate<Path> allowed, String wanted) {
    try {
      var path = Path.of(value(name).orElse(otherwise));
      if (allowed.test(path)) {
        return path;
      }
      problem(named(name) + " is '" + shown(path.toString()) + "'; " + wanted + ".");
    } catch (InvalidPathException _) {
      wrong(name, "it must be a path");
    }
    return Path.of(otherwise);
  }

  /// {@return the key in a setting, in base64; empty if it is not set or malformed}
  ///
  /// @param name name of the setting
  /// @param bytes length of a key
  String key(String name, int bytes) {
    var key = value(name).orElse("");
    try {
      if (key.isEmpty() || Base64.getDecoder().decode(key).length == bytes) {
        return key;
      }
    } catch (IllegalArgumentException _) {
      // Reported below, like a key of another length.
    }
    problem(
        "%s must be %d bytes in base64. Create such a key with `openssl rand -base64 %d`."
            .formatted(named(name), bytes, bytes));
    return "";
  }

  /// Reports a value that is not allowed.
  void wrong(String name, String wanted) {
    problem(named(name) + " is '" + shown(value(name).orElse("")) + "'; " + wanted + ".");
  }

  /// Reports a problem.
  void problem(String message) {
    problems.add(Problem.of(Code.STARTUP_FAILED, message));
  }

  /// Reports problems that were found elsewhere.
  void problems(List<Problem> found) {
    problems.addAll(found);
  }

  /// Throws everything that was reported, if anything was.
  void check() {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private String named(String setting) {
    return options.getOrDefault(setting, setting);
  }

  /// Keeps the message to one line on a terminal, also for a long value with line breaks.
  private static String shown(String value) {
    var clean = value.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= SHOWN_MAX ? clean : clean.substring(0, SHOWN_MAX) + "...";
  }
}
