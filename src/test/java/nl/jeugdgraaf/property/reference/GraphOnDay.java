package nl.jeugdgraaf.property.reference;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// A graph as it is on a day.
///
/// @param links the graph of every day
/// @param asked the day
/// @param lasts whether a field shows who was last once its node has ended; for rules of access it
///   never does
public record GraphOnDay(RelatedNodes links, AskedDay asked, boolean lasts) {
  /// Returns what rules of access look at: the graph as it is today.
  public static GraphOnDay ofRules(RelatedNodes links) {
    return new GraphOnDay(links, AskedDay.today(links.graph().today()), false);
  }

  /// Returns the day.
  public LocalDate day() {
    return asked.day();
  }

  /// Returns the graph as it is on the day that an argument of a field names, if it does.
  GraphOnDay or(Object asOf) {
    return new GraphOnDay(links, asked.or(asOf), lasts);
  }

  /// Returns whether a node is there: from the first day of its type on, and always where that day
  /// is not known.
  public boolean isThere(Graph.Node node) {
    return node.type()
        .lifetime()
        .since()
        .map(since -> hasCome(node.properties().get(node.type().attribute(since).property())))
        .orElse(true);
  }

  /// Whether nothing is known that forbids a day to have come.
  private boolean hasCome(Object stored) {
    return !(stored instanceof LocalDate first) || !first.isAfter(day());
  }

  /// Returns all nodes that are there.
  public List<Graph.Node> nodes() {
    return links.graph().nodes().stream().filter(this::isThere).toList();
  }

  /// Returns all nodes of a type or interface that are there.
  List<Graph.Node> nodes(NodeEntity entity) {
    return links.nodes(entity).stream().filter(this::isThere).toList();
  }

  /// Returns the relationships of a field of a node that count on the day.
  List<Link> related(Graph.Node node, RelationshipField relationship) {
    return ever(node, relationship).stream()
        .filter(link -> counts(link.edge(), relationship.properties()))
        .toList();
  }

  /// Returns the relationships of a field of a node, of every period. Both ends are there on the
  /// day, and all nodes on the way of a chain.
  List<Link> ever(Graph.Node node, RelationshipField relationship) {
    return isThere(node) ? links.ever(node, relationship, this::isThere) : List.of();
  }

  /// Returns whether a relationship holds on the day, or its node has ended and it was the last.
  public boolean counts(Graph.Edge edge, RelationshipProperties type) {
    return RelatedNodes.holds(edge, type, day()) || (lasts && isLast(edge));
  }

  private boolean isLast(Graph.Edge edge) {
    var field = model().lastField(edge.type());
    if (field.isEmpty()) {
      return false;
    }
    var ends = edge.ends();
    var owner = ends.from().type().equals(field.get().owner()) ? ends.from() : ends.to();
    return hasEnded(owner, field.get().end())
        && began(edge)
        && ever(owner, field.get().field()).stream()
            .map(Link::edge)
            .noneMatch(other -> began(other) && lastsLonger(other, edge));
  }

  private boolean hasEnded(Graph.Node node, String end) {
    return node.properties().get(node.type().attribute(end).property()) instanceof LocalDate last
        && !last.isAfter(day());
  }

  private boolean began(Graph.Edge edge) {
    return hasCome(edge.properties().get(RelationshipProperties.VALID_FROM));
  }

  private static boolean lastsLonger(Graph.Edge one, Graph.Edge other) {
    var to = one.properties().get(RelationshipProperties.VALID_TO);
    var otherTo = other.properties().get(RelationshipProperties.VALID_TO);
    return otherTo != null && (to == null || ((LocalDate) to).isAfter((LocalDate) otherTo));
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
    return links.model();
  }

  /// Returns the value of a node's field on the day, stored or computed, or null.
  Object value(NodeEntity entity, String name, Graph.Node node) {
    return switch (entity.computed().get(name)) {
      case ComputedField.DaysBetween(_, var from, var to, _) ->
          stored(entity, from, node) instanceof LocalDate first
                  && stored(entity, to, node) instanceof LocalDate last
              ? ChronoUnit.DAYS.between(first, last)
              : null;
      case ComputedField.StateOfDay state -> new StateOnDay(state, node, day()).value();
      case null -> known(attribute(entity, name), node);
    };
  }

  private static Object stored(NodeEntity entity, String name, Graph.Node node) {
    return node.properties().get(attribute(entity, name).property());
  }

  /// A value is missing before the day from which it is known.
  private Object known(Attribute attribute, Graph.Node node) {
    NodeType type = node.type();
    var isKnown =
        Optional.ofNullable(type.lifetime().knownFrom().get(attribute.name()))
            .map(day -> hasCome(node.properties().get(type.attribute(day).property())))
            .orElse(true);
    return isKnown ? node.properties().get(attribute.property()) : null;
  }

  /// Returns the type of a field of a node or relationship.
  static ValueType type(Entity entity, String name) {
    return entity instanceof NodeEntity node && node.computed().containsKey(name)
        ? node.computed().get(name).type()
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
  static Object value(RelationshipProperties edge, String name, Map<String, Object> properties) {
    return properties.get(attribute(edge, name).property());
  }

  /// Returns what a relationship says about a field, or null.
  static Object value(RelationshipProperties edge, String name, Link link) {
    return value(edge, name, link.edge().properties());
  }
}
