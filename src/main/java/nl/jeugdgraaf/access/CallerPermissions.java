package nl.jeugdgraaf.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// What one caller may see.
///
/// @param policy the rules
/// @param caller the caller, with a purpose that its role may use
record CallerPermissions(Policy policy, Caller caller) implements Permissions {
  private static final String ANY_ORGANISATION = "any";

  @Override
  public Decision node(NodeType type) {
    return visible(type.name(), Grant::rule);
  }

  @Override
  public Decision connected(NodeType type) {
    return visible(type.name(), grant -> grant.connected().or(grant::rule));
  }

  private Decision visible(String type, Function<Grant, Optional<String>> ruleOf) {
    return policy.decide(type, policy.rules().of(type).visible(), caller, ruleOf);
  }

  @Override
  public Optional<String> organisationType() {
    return policy.rules().role(caller.role()).organisation();
  }

  @Override
  public Decision relationship(RelationshipProperties type) {
    return type.isNone() ? Decision.ALWAYS : visible(type.name(), Grant::rule);
  }

  @Override
  public Decision attribute(Entity entity, Attribute attribute) {
    return policy.decide(entity.name(), grants(entity, attribute.name()), caller, Grant::rule);
  }

  private List<Grant> grants(Entity entity, String field) {
    return policy.rules().of(entity.name()).readable().getOrDefault(field, List.of());
  }

  @Override
  public boolean mayAsk(String field) {
    return !caller.purpose().isEmpty() && policy.rules().role(caller.role()).asks().contains(field);
  }

  @Override
  public ProblemException refusalToAsk(String field) {
    var role = caller.role();
    if (caller.purpose().isEmpty() && !role.isEmpty()) {
      return new ProblemException(
          Code.PURPOSE_REQUIRED, "Give the purpose of " + field + " in the header Purpose.");
    }
    return new ProblemException(
        Code.FORBIDDEN,
        role.isEmpty()
            ? field + " is not public; ask with a token of a role that may ask it."
            : "Role " + role + " may not ask " + field + ".");
  }

  @Override
  public boolean mayExport() {
    return policy.rules().role(caller.role()).exports();
  }

  @Override
  public ProblemException refusal(Entity entity, String field) {
    var what = field.isEmpty() ? entity.name() : entity.name() + "." + field;
    if (caller.role().isEmpty()) {
      return refused(
          Code.FORBIDDEN,
          what + " is not public. Use a token of a role that may see it.",
          entity,
          field);
    }
    var grants =
        field.isEmpty() ? policy.rules().of(entity.name()).visible() : grants(entity, field);
    var purposes =
        policy.purposes(caller.role()).stream()
            .filter(purpose ->
                grants.stream().anyMatch(it -> it.counts(caller.role(), purpose, policy.demo())))
            .toList();
    if (caller.purpose().isEmpty() && !purposes.isEmpty()) {
      return refused(
          Code.PURPOSE_REQUIRED,
          "%s is personal data. State a purpose in the header Purpose: %s."
              .formatted(what, String.join(", ", purposes)),
          entity,
          field);
    }
    return refused(
        Code.FORBIDDEN,
        "Role %s may not see %s%s."
            .formatted(
                caller.role(), what, caller.purpose().isEmpty() ? "" : " for " + caller.purpose()),
        entity,
        field);
  }

  private static ProblemException refused(Code code, String message, Entity entity, String field) {
    return new ProblemException(
        Problem.about(code, message, new Problem.Coordinate(entity.name(), field)));
  }

  @Override
  public List<Permissions> ofRole() {
    return Stream.concat(Stream.of(""), policy.purposes(caller.role()).stream())
        .<Permissions>map(purpose ->
            new CallerPermissions(
                policy, new Caller(caller.role(), ANY_ORGANISATION, "", purpose, "")))
        .toList();
  }

  @Override
  public Optional<Subject> subject(NodeType type) {
    return policy.rules().of(type.name()).subject();
  }

  @Override
  public String shape() {
    return caller.role()
        + "/"
        + caller.purpose()
        + "/"
        + (caller.organisation().isEmpty() ? "-" : "organisation");
  }

  @Override
  public Map<String, Object> values() {
    return Map.of(RuleCondition.ORGANISATION, caller.organisation());
  }
}
