package nl.jeugdgraaf.property.draw;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.RelatedNodes;

/// Draws the relationships by which rules of access tie persons to organisations, more of them than
/// chance alone would.
///
/// @param model the shape of the graph
/// @param draw chance
/// @param today the day around which periods lie
record RandomTies(Model model, RandomSource draw, LocalDate today) {
  private static final Set<String> ORGANISATIONS =
      Set.of("Provider", "Referrer", "School", "Network");

  private static final List<Tie> TIES =
      List.of(
          new Tie("Youth", "LIVES_IN", "Municipality", 85),
          new Tie("Youth", "MEMBER_OF", "Family", 60),
          new Tie("Trajectory", "FOR", "Youth", 90),
          new Tie("Trajectory", "REFERRED_BY", "Referrer", 60),
          new Tie("Measure", "CONCERNS", "Youth", 90),
          new Tie("Measure", "EXECUTED_BY", "Referrer", 90),
          new Tie("Delivery", "PART_OF", "Trajectory", 90),
          new Tie("Analysis", "PART_OF", "Trajectory", 80),
          new Tie("Plan", "PART_OF", "Trajectory", 80),
          new Tie("Meeting", "PART_OF", "Trajectory", 80),
          new Tie("BigFiveStatus", "PART_OF", "Trajectory", 80),
          new Tie("Provider", "DELIVERS", "Delivery", 70),
          new Tie("Referrer", "CONTACT_FOR", "Trajectory", 50),
          new Tie("Provider", "PARTNER_IN", "Network", 70),
          new Tie("Referrer", "HOLDS_REGIE", "Trajectory", 70),
          new Tie("School", "HOLDS_REGIE", "Trajectory", 70),
          new Tie("Network", "HOLDS_REGIE", "Trajectory", 90));

  /// Types of which there must be nodes before rules can hold.
  static final Set<String> TYPES =
      TIES.stream()
          .flatMap(tie -> Stream.of(tie.from(), tie.to()))
          .filter(type -> !type.equals("Family"))
          .collect(Collectors.toSet());

  /// A relationship that most nodes of a type start.
  private record Tie(String from, String type, String to, int percent) {
    boolean ofOrganisation() {
      return ORGANISATIONS.contains(from);
    }
  }

  /// Adds relationships between nodes.
  void add(List<Graph.Node> nodes, List<Graph.Edge> edges) {
    var links = new RelatedNodes(model, new Graph(nodes, edges, today));
    var seen = new HashSet<List<Object>>();
    edges.forEach(edge -> seen.add(identity(edge, links.typeOf(edge))));
    for (var node : nodes) {
      lean(node);
    }
    for (var tie : TIES) {
      var ends = ofType(nodes, tie.to());
      for (var from : ends.isEmpty() ? List.<Graph.Node>of() : ofType(nodes, tie.from())) {
        for (int left = times(tie); left > 0; left--) {
          var edge = edge(tie, edges.size(), new Graph.Ends(from, draw.from(ends)), links);
          var type = links.typeOf(edge);
          if (type.isNone() || seen.add(identity(edge, type))) {
            edges.add(edge);
          }
        }
      }
    }
  }

  /// Of what organisations do for persons there is more.
  private int times(Tie tie) {
    return draw.chance(tie.percent()) ? (tie.ofOrganisation() && draw.chance(50) ? 2 : 1) : 0;
  }

  /// Specialised trajectories that have begun are what networks see, deliveries that run are what
  /// providers see of each other, those that have ended are what they no longer see by, and one
  /// rule is about one of the five areas of life.
  private void lean(Graph.Node node) {
    var properties = node.properties();
    var type = node.type().name();
    appear(node);
    if (type.equals("Trajectory") && draw.chance(60)) {
      properties.put("kind", "HSJ");
      properties.put("startedOn", today.minusDays(draw.between(0, 2)));
    } else if (type.equals("Delivery") && draw.chance(80)) {
      properties.put("startedOn", today.minusDays(draw.between(0, 2)));
      properties.remove("endedOn");
      if (draw.chance(40)) {
        properties.put("endedOn", today.minusDays(draw.between(0, 2)));
      }
    } else if (type.equals("BigFiveStatus") && draw.chance(40)) {
      properties.put("domain", "SCHOOL_AND_WORK");
    }
  }

  /// Most nodes are there today.
  private void appear(Graph.Node node) {
    node.type()
        .lifetime()
        .since()
        .map(since -> node.type().attribute(since).property())
        .filter(since -> node.properties().get(since) instanceof LocalDate && draw.chance(60))
        .ifPresent(since -> node.properties().put(since, today.minusDays(draw.between(0, 3))));
  }

  private Graph.Edge edge(Tie tie, int number, Graph.Ends ends, RelatedNodes links) {
    var properties = new LinkedHashMap<String, Object>();
    var edge = new Graph.Edge(number, tie.type(), ends, properties);
    var type = links.typeOf(edge);
    if (type.temporal()) {
      day(properties, RelationshipProperties.VALID_FROM, -4, 1);
      day(properties, RelationshipProperties.VALID_TO, -2, 6);
    }
    if (tie.type().equals("HOLDS_REGIE")) {
      properties.put("kind", draw.from(List.of("CARE", "CARE", "EDUCATION", "CASE")));
    }
    return edge;
  }

  private void day(Map<String, Object> properties, String name, int least, int most) {
    if (draw.chance(50)) {
      properties.put(name, today.plusDays(draw.between(least, most)));
    }
  }

  private static List<Graph.Node> ofType(List<Graph.Node> nodes, String type) {
    return nodes.stream().filter(node -> node.type().name().equals(type)).toList();
  }

  /// What the order of a connection depends on.
  private static List<Object> identity(Graph.Edge edge, RelationshipProperties type) {
    var identity = new ArrayList<Object>();
    identity.add(edge.type());
    identity.add(edge.ends().from().number());
    identity.add(edge.ends().to().number());
    identity.add(edge.properties().get(RelationshipProperties.VALID_FROM));
    type.keys().forEach(key -> identity.add(edge.properties().get(key.property())));
    return identity;
  }
}
