package nl.jeugdgraaf.estimate;

import java.util.Map;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.plan.Hop;

/// How many nodes there are of a type, and how many relationships a node has.
///
/// Of types that everybody may see these are counted. Of all others they are assumed, and the same
/// whatever the graph holds: what an operation costs, and whether it is refused for that, tells
/// nothing of nodes that its caller may not see.
///
/// @param nodes nodes by name of their type or interface, where they are counted
/// @param degrees relationships of one node, where they are counted
public record GraphSizes(Map<String, Long> nodes, Map<Step, Double> degrees) {
  /// Nodes of a type that is not counted.
  static final long NODES_ASSUMED = 10_000;

  /// Relationships to many nodes of a node that are not counted.
  static final double DEGREE_ASSUMED = 10;

  /// Nothing is counted.
  public static final GraphSizes ASSUMED = new GraphSizes(Map.of(), Map.of());

  /// A field that is followed.
  ///
  /// @param type name of the type or interface of the node
  /// @param relationship in the database
  /// @param direction which way
  public record Step(String type, String relationship, RelationshipField.Direction direction) {}

  /// Copies the maps.
  public GraphSizes {
    nodes = Map.copyOf(nodes);
    degrees = Map.copyOf(degrees);
  }

  /// {@return how many nodes there are of an entity}
  ///
  /// @param entity a node type or interface
  public double of(NodeEntity entity) {
    return nodes.getOrDefault(entity.name(), NODES_ASSUMED);
  }

  /// Returns to how many nodes a hop leads from one, on an average over relationships: a node that
  /// has many is reached by many.
  ///
  /// @param hop a relationship or chain
  /// @return how many; 1 where it leads to one at most
  public double of(Hop hop) {
    if (hop.chain().isPresent()) {
      return Math.min(hop.chain().get().most(), DEGREE_ASSUMED);
    }
    var step = new Step(hop.from().entity().name(), hop.relationship().type(), hop.direction());
    return hop.leadsToMany() ? degrees.getOrDefault(step, DEGREE_ASSUMED) : 1;
  }
}
