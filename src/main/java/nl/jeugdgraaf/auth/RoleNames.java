package nl.jeugdgraaf.auth;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The roles that the names in a token stand for: those of a setting, or the names of the roles
/// themselves in any letter case.
final class RoleNames {
  private final Map<String, String> roles;
  private final boolean anyCase;

  private RoleNames(Map<String, String> roles, boolean anyCase) {
    this.roles = new TreeMap<>(roles);
    this.anyCase = anyCase;
  }

  /// {@return the names that tokens may have}
  ///
  /// @param given the role for each name of the issuer, empty for the names of the roles
  /// @param known the roles of the access rules
  /// @throws ProblemException `STARTUP_FAILED` if a name stands for a role that is not known
  static RoleNames of(Map<String, String> given, Set<String> known) {
    if (given.isEmpty()) {
      return new RoleNames(
          known.stream().collect(Collectors.toMap(RoleNames::lower, Function.identity())), true);
    }
    var unknown = given.values().stream().filter(role -> !known.contains(role)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw new ProblemException(
          Code.STARTUP_FAILED,
          "AUTH_ROLES gives names to %s; the roles are %s."
              .formatted(
                  String.join(", ", unknown), String.join(", ", known.stream().sorted().toList())));
    }
    return new RoleNames(given, false);
  }

  /// {@return the roles that names of a token stand for, in their order; unknown names are left
  /// out}
  List<String> known(List<String> names) {
    return names.stream()
        .map(name -> anyCase ? lower(name) : name)
        .filter(roles::containsKey)
        .map(roles::get)
        .distinct()
        .toList();
  }

  /// {@return the names that a token may have, sorted}
  List<String> names() {
    return List.copyOf(anyCase ? roles.values() : roles.keySet());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
