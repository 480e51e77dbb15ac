package nl.jeugdgraaf.property.reference;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// A graph as it is on a day.
///
/// @param days the graph of each day, of which the nodes have the same numbers
/// @param day the day on which relationships count
public record GraphOnDay(Function<LocalDate, RelatedNodes> days, LocalDate day) {
  /// Returns the graph.
  RelatedNodes links() {
    return days.apply(day);
  }

  /// Returns the graph as it is on another day.
  GraphOnDay on(LocalDate other) {
    return new GraphOnDay(days, other);
  }

  /// Returns the relationships of a field of a node that count on the day.
  List<Link> related(Graph.Node node, RelationshipField relationship) {
    return links().of(node, relationship, day);
  }

  /// Returns the relationships of a field of a node, of every period.
  List<Link> ever(Graph.Node node, RelationshipField relationship) {
    return links().ever(node, relationship);
  }

  /// Returns the node that a field with one node shows, if there is one: the first by key.
  Optional<Graph.Node> shown(Graph.Node node, RelationshipField relationship) {
    var keys = new Sorting(this).keys(target(relationship));
    return related(node, relationship).stream().map(Link::node).min(keys);
  }

  /// Returns where a relationship leads.
  NodeEntity target(RelationshipField relationship) {
    return model().entity(relationship.target().entity());
  }

  Model model() {
    return links().model();
  }

  /// Returns the value of a node's field, stored or computed, or null.
  public static Object value(Entity entity, String name, Graph.Node node) {
    return value(entity, name, node.properties());
  }

  /// Returns the value of a field of a node or relationship, or null.
  static Object value(Entity entity, String name, Map<String, Object> properties) {
    if (entity instanceof NodeEntity node && node.computed().containsKey(name)) {
      var computed = node.computed().get(name);
      var from = properties.get(attribute(entity, computed.from()).property());
      var to = properties.get(attribute(entity, computed.to()).property());
      return from instanceof LocalDate first && to instanceof LocalDate last
          ? ChronoUnit.DAYS.between(first, last)
          : null;
    }
    return properties.get(attribute(entity, name).property());
  }

  /// Returns the type of a field of a node or relationship.
  static ValueType type(Entity entity, String name) {
    return entity instanceof NodeEntity node && node.computed().containsKey(name)
        ? ComputedField.TYPE
        : attribute(entity, name).type();
  }

  private static Attribute attribute(Entity entity, String name) {
    var attribute = entity.attributes().get(name);
    if (attribute == null) {
      throw new IllegalStateException("no attribute " + entity.name() + "." + name);
    }
    return attribute;
  }

  /// Returns what a relationship says about a field, or null.
  static Object value(RelationshipProperties edge, String name, Link link) {
    return value(edge, name, link.edge().properties());
  }
}
