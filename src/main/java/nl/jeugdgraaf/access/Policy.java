package nl.jeugdgraaf.access;

import java.util.List;
import java.util.stream.Stream;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Who may see what: the rules, decided for one caller as far as they can be before anything is
/// read. May be used by several threads.
///
/// A rule is all, none or unknown for a caller: all where a grant needs no rule, none where no
/// grant counts for role and purpose, or where a rule speaks of an organisation that the caller
/// does not have; what is left unknown becomes a condition of the statement.
///
/// @param rules the rules
/// @param demo whether the server runs in demo mode
public record Policy(AccessRules rules, boolean demo) {
  /// {@return what a caller may see}
  ///
  /// @param caller who asks, and for what
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

  /// Returns what grants come to for a caller.
  Permissions.Decision decide(String type, List<Grant> grants, Caller caller) {
    var counting = counting(grants, caller).toList();
    if (counting.stream().anyMatch(grant -> grant.rule().isEmpty())) {
      return Permissions.Decision.ALWAYS;
    }
    var ofOrganisation = rules.of(type).ofOrganisation();
    return new Permissions.Decision(
        false,
        counting.stream()
            .flatMap(grant -> grant.rule().stream())
            .filter(rule -> !caller.organisation().isEmpty() || !ofOrganisation.contains(rule))
            .distinct()
            .toList());
  }

  private Stream<Grant> counting(List<Grant> grants, Caller caller) {
    return grants.stream().filter(grant -> grant.counts(caller.role(), caller.purpose(), demo));
  }
}
