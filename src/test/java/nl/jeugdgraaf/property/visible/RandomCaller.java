package nl.jeugdgraaf.property.visible;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.property.draw.RandomSource;
import nl.jeugdgraaf.property.reference.Graph;

/// Draws who asks: a role and a purpose, and organisations of it.
///
/// @param book knows the roles
/// @param draw chance
record RandomCaller(RulesAsWritten book, RandomSource draw) {
  /// Where the organisations of a role are found.
  private static final Map<String, String> ORGANISATIONS =
      Map.of(
          "MUNICIPALITY", "Municipality",
          "LOCAL_TEAM", "Referrer",
          "CERTIFIED_INSTITUTION", "Referrer",
          "PROVIDER", "Provider",
          "NETWORK_PARTNER", "Provider",
          "REFERRER", "Referrer",
          "SCHOOL", "School",
          "YOUTH", "Youth",
          "REGION_OFFICE", "Region");

  /// Draws a purpose for a role, or now and then none.
  String purpose(String role) {
    var purposes = book.purposes().getOrDefault(role, List.of());
    return purposes.isEmpty() || draw.chance(8) ? "" : draw.from(purposes);
  }

  /// Returns organisations of a role: those of a graph in random order, and now and then none, or
  /// one that is not there.
  List<String> organisations(String role, Graph graph) {
    var type = ORGANISATIONS.get(role);
    var left = new ArrayList<String>();
    graph.nodes().stream()
        .filter(node -> node.type().name().equals(type))
        .forEach(node -> left.add((String) node.key()));
    var order = new LinkedHashSet<String>();
    if (left.isEmpty() || draw.chance(15)) {
      order.add(draw.chance(50) ? "" : "missing");
    }
    while (!left.isEmpty()) {
      order.add(left.remove(draw.between(0, left.size() - 1)));
    }
    return List.copyOf(order);
  }

  /// Returns a caller.
  static Caller of(String role, String organisation, String purpose) {
    return role.isEmpty() ? Caller.NOBODY : new Caller(role, organisation, "somebody", purpose, "");
  }
}
