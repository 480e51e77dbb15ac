package nl.jeugdgraaf.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Decides the access rules for one caller, as far as possible before anything is read. May be used
/// by several threads.
///
/// The decision is *always* if a grant that counts needs no rule. It is *never* if no grant counts
/// for role and purpose, or if the rules of those that do are about an organisation and the caller
/// has none. Otherwise it is a list of rules, which become conditions of the statement.
///
/// @param rules the rules
/// @param demo whether the server runs in demo mode
public record Policy(AccessRules rules, boolean demo) {
  /// {@return what a caller may see}
  ///
  /// @param caller the caller and its purpose
  /// @throws ProblemException `FORBIDDEN` if there is no such role or purpose, or the role cannot
  ///   have the purpose
  public Permissions of(Caller caller) {
    var role = caller.role();
    var purpose = caller.purpose();
    if (!role.isEmpty() && !rules.roles().containsKey(role)) {
      throw new ProblemException(
          Code.FORBIDDEN, "No access rule is defined for the role in the token.");
    }
    if (!demo && rules.isDemoOnly(role)) {
      throw new ProblemException(Code.FORBIDDEN, "Role " + role + " has access in demo mode only.");
    }
    if (!purpose.isEmpty() && !rules.purposes().contains(purpose)) {
      throw new ProblemException(
          Code.FORBIDDEN,
          "Unknown purpose. Use one of " + String.join(", ", rules.purposes()) + ".");
    }
    var allowed = purposes(role);
    if (!role.isEmpty() && !purpose.isEmpty() && !allowed.contains(purpose)) {
      throw new ProblemException(
          Code.FORBIDDEN,
          "Role %s may not use purpose %s. Use one of %s."
              .formatted(role, purpose, String.join(", ", allowed)));
    }
    return new CallerPermissions(this, role.isEmpty() ? Caller.NOBODY : caller);
  }

  List<String> purposes(String role) {
    return rules.role(role).purposes();
  }

  /// Returns what grants decide for a caller.
  ///
  /// @param ruleOf the rule of a grant that must hold
  Permissions.Decision decide(
      String type, List<Grant> grants, Caller caller, Function<Grant, Optional<String>> ruleOf) {
    var counting = counting(grants, caller).toList();
    if (counting.stream().anyMatch(grant -> ruleOf.apply(grant).isEmpty())) {
      return Permissions.Decision.ALWAYS;
    }
    var ofOrganisation = rules.of(type).ofOrganisation();
    return new Permissions.Decision(
        false,
        counting.stream()
            .flatMap(grant -> ruleOf.apply(grant).stream())
            .filter(rule -> !caller.organisation().isEmpty() || !ofOrganisation.contains(rule))
            .distinct()
            .toList());
  }

  private Stream<Grant> counting(List<Grant> grants, Caller caller) {
    return grants.stream().filter(grant -> grant.counts(caller.role(), caller.purpose(), demo));
  }
}
