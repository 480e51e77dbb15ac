package nl.jeugdgraaf.property.visible;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.FieldUses;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.TypeFields;
import nl.jeugdgraaf.property.reference.Graph;

/// The part of a model of which one caller can see something, so that operations drawn from it are
/// mostly allowed.
///
/// An attribute of an interface stays if one type of it has it readable, and then stays with all
/// types of it, because a type must have what its interfaces have.
///
/// @param whole the whole model
/// @param sight what the caller can see
/// @param without types that are left out as well
record ShownModel(Model whole, ReferencePermissions sight, Set<String> without) {
  /// Returns the part.
  Model model() {
    var nodes = new LinkedHashMap<String, NodeType>();
    whole
        .nodes()
        .forEach((name, type) -> {
          if (stays(type)) {
            nodes.put(name, node(type));
          }
        });
    var interfaces = new LinkedHashMap<String, InterfaceType>();
    whole
        .interfaces()
        .forEach((name, type) -> {
          var left = type.implementations().stream().filter(it -> stays(whole.node(it))).toList();
          if (!left.isEmpty()) {
            var members = members(type, field -> staysWith(type, field));
            interfaces.put(
                name, new InterfaceType(name, type.plural(), left, members, type.description()));
          }
        });
    var edges = new LinkedHashMap<String, RelationshipProperties>();
    whole
        .relationshipProperties()
        .forEach((name, type) -> {
          if (sight.maySee(name)) {
            edges.put(name, edge(type));
          }
        });
    return new Model(nodes, interfaces, edges, whole.enumerations());
  }

  private boolean stays(NodeType type) {
    return sight.maySee(type.name()) && !without.contains(type.name());
  }

  private NodeType node(NodeType type) {
    Predicate<String> stays =
        field ->
            sight.mayRead(type, field)
                || whole.interfaces().values().stream()
                    .filter(it -> it.implementations().contains(type.name()))
                    .anyMatch(it -> it.attributes().containsKey(field) && staysWith(it, field));
    return new NodeType(
        type.name(), type.plural(), type.labels(), members(type, stays), type.description());
  }

  private boolean staysWith(InterfaceType type, String field) {
    return sight.seen(whole, type).stream().anyMatch(each -> sight.mayRead(each, field));
  }

  private TypeFields members(NodeEntity entity, Predicate<String> stays) {
    var relationships = new LinkedHashMap<String, RelationshipField>();
    entity
        .relationships()
        .forEach((name, relationship) -> {
          if (leads(relationship)) {
            relationships.put(
                name,
                new RelationshipField(
                    name,
                    relationship.type(),
                    relationship.direction(),
                    edge(relationship.properties()),
                    relationship.target()));
          }
        });
    var attributes = kept(entity.attributes(), stays);
    var marks = entity.fields().uses();
    return new TypeFields(
        attributes,
        relationships,
        kept(entity.computed(), stays),
        new FieldUses(
            kept(marks.fulltext(), attributes),
            kept(marks.tracked(), relationships),
            kept(marks.steps(), relationships),
            kept(marks.last(), relationships),
            marks.lifetime()));
  }

  private boolean leads(RelationshipField relationship) {
    var target = whole.entity(relationship.target().entity());
    return (relationship.properties().isNone() || sight.maySee(relationship.properties().name()))
        && whole.concrete(target).stream().anyMatch(this::stays);
  }

  private RelationshipProperties edge(RelationshipProperties type) {
    return type.isNone()
        ? type
        : new RelationshipProperties(
            type.name(),
            type.temporal(),
            this.<Attribute>kept(type.attributes(), field -> sight.mayRead(type.name(), field)),
            type.description());
  }

  private <T> SequencedMap<String, T> kept(Map<String, T> fields, Predicate<String> stays) {
    var left = new LinkedHashMap<>(fields);
    left.keySet().removeIf(stays.negate());
    return left;
  }

  private static SequencedSet<String> kept(SequencedSet<String> marked, Map<String, ?> fields) {
    var left = new LinkedHashSet<>(marked);
    left.retainAll(fields.keySet());
    return left;
  }

  /// Returns what a graph has of the types of a part.
  static Graph graph(Model shown, Graph graph) {
    var nodes = new LinkedHashMap<Integer, Graph.Node>();
    for (var node : graph.nodes()) {
      var type = shown.nodes().get(node.type().name());
      if (type != null) {
        nodes.put(node.number(), new Graph.Node(node.number(), type, node.properties()));
      }
    }
    var edges =
        graph.edges().stream()
            .filter(edge -> nodes.containsKey(edge.ends().from().number()))
            .filter(edge -> nodes.containsKey(edge.ends().to().number()))
            .map(edge ->
                new Graph.Edge(
                    edge.number(),
                    edge.type(),
                    new Graph.Ends(
                        nodes.get(edge.ends().from().number()),
                        nodes.get(edge.ends().to().number())),
                    edge.properties()))
            .toList();
    return new Graph(List.copyOf(nodes.values()), edges, graph.today());
  }
}
