package nl.jeugdgraaf.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A token without an organisation: rules that ask for it do not hold, in whatever way they ask.
class WithoutOrganisationTest {
  private static final ApiSchema SCHEMA = ApiSchema.builtIn();
  private static final Policy POLICY = new Policy(SCHEMA.access(), true);

  static List<Caller> callers() {
    return SCHEMA.access().roles().keySet().stream()
        .flatMap(role ->
            POLICY.purposes(role).stream().map(purpose -> new Caller(role, "", "", purpose, "")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("callers")
  void noRuleOfTheOrganisationIsLeft(Caller caller) {
    assertEquals(Set.of(), ofOrganisation(caller));
  }

  @Test
  void thereAreSuchRules() {
    var roles =
        callers().stream()
            .filter(caller ->
                !ofOrganisation(new Caller(caller.role(), "1", "", caller.purpose(), "")).isEmpty())
            .map(Caller::role)
            .distinct()
            .count();
    assertTrue(roles > 5, () -> roles + " roles");
  }

  /// Returns the rules about the caller's organisation by which a caller sees or reads anything.
  private static Set<String> ofOrganisation(Caller caller) {
    var permissions = POLICY.of(caller);
    var found = new TreeSet<String>();
    for (var type : SCHEMA.model().nodes().values()) {
      found.addAll(rules(permissions, type));
    }
    for (var edge : SCHEMA.model().relationshipProperties().values()) {
      named(edge, Stream.of(permissions.relationship(edge))).forEach(found::add);
    }
    found.removeIf(rule -> !Objects.requireNonNull(SCHEMA.conditions().get(rule)).ofOrganisation());
    return found;
  }

  private static List<String> rules(Permissions permissions, NodeType type) {
    var decisions =
        Stream.concat(
            Stream.of(permissions.node(type), permissions.connected(type)),
            type.attributes().values().stream()
                .map(attribute -> permissions.attribute(type, attribute)));
    return named(type, decisions).toList();
  }

  private static Stream<String> named(Entity entity, Stream<Permissions.Decision> decisions) {
    return decisions.flatMap(
        decision -> decision.rules().stream().map(rule -> entity.name() + "." + rule));
  }
}
