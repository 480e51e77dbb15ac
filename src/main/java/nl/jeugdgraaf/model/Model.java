package nl.jeugdgraaf.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import nl.jeugdgraaf.problem.Bug;

/// The whole graph model. May be read by several threads.
///
/// @param nodes node types by name, in the order of the schema files
/// @param interfaces interfaces by name
/// @param relationshipProperties relationship properties by name
/// @param enumerations code lists by name
public record Model(
    SequencedMap<String, NodeType> nodes,
    SequencedMap<String, InterfaceType> interfaces,
    SequencedMap<String, RelationshipProperties> relationshipProperties,
    SequencedMap<String, Scalar.Enumeration> enumerations) {
  /// Name of the full-text index over all searched attributes.
  public static final String SEARCH_INDEX = "search";

  /// Label of the loader's own nodes in the graph. The model has no such type.
  public static final String SEED_BATCH = "SeedBatch";

  /// Label of the nodes that keep published statistics. The model has no such type.
  public static final String PUBLISHED_STATISTICS = "PublishedStatistics";

  /// Copies the maps.
  public Model {
    nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
    interfaces = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(interfaces));
    relationshipProperties =
        Collections.unmodifiableSequencedMap(new LinkedHashMap<>(relationshipProperties));
    enumerations = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(enumerations));
  }

  /// {@return a node type}
  ///
  /// @param name its name
  /// @throws Bug if no type has that name
  public NodeType node(String name) {
    var node = nodes.get(name);
    if (node == null) {
      throw new Bug("no node type " + name);
    }
    return node;
  }

  /// {@return a node type or interface}
  ///
  /// @param name its name
  /// @throws Bug if no type has that name
  public NodeEntity entity(String name) {
    return find(name).orElseThrow(() -> new Bug("no node type or interface " + name));
  }

  /// {@return a node type or interface, if there is one}
  ///
  /// @param name its name
  public Optional<NodeEntity> find(String name) {
    NodeEntity node = nodes.get(name);
    return Optional.ofNullable(node == null ? interfaces.get(name) : node);
  }

  /// Returns the node types of an entity: itself, or all that implement it.
  ///
  /// @param entity a node type or interface
  /// @return at least one node type
  public List<NodeType> concrete(NodeEntity entity) {
    return switch (entity) {
      case NodeType node -> List.of(node);
      case InterfaceType type -> type.implementations().stream().map(this::node).toList();
    };
  }

  /// {@return the root field that searches an entity, if each of its types has searched fields}
  ///
  /// @param entity a node type or interface
  public Optional<String> searchField(NodeEntity entity) {
    if (concrete(entity).stream().anyMatch(it -> it.fields().uses().fulltext().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(entity instanceof InterfaceType ? "search" : entity.plural() + "Search");
  }

  /// Returns the field that shows who was last, where relationships of a type have one.
  ///
  /// @param relationshipType type in Neo4j
  /// @return the field, with the node type that has it
  public Optional<LastField> lastField(String relationshipType) {
    for (var node : nodes.values()) {
      for (var name : node.fields().uses().last()) {
        var field = node.relationships().get(name);
        if (field != null && field.type().equals(relationshipType)) {
          return node.lifetime().active().map(active -> new LastField(node, field, active.to()));
        }
      }
    }
    return Optional.empty();
  }

  /// A field that shows who was last, once the node that has it has ended.
  ///
  /// @param owner the node type that has the field
  /// @param field the field
  /// @param end name of the attribute with the day on which the node has ended
  public record LastField(NodeType owner, RelationshipField field, String end) {}

  /// Returns the node types that a path can lead over: those that have a relationship of a type
  /// that a step follows, and those where such a relationship leads.
  ///
  /// @return the types in the order of the schema files
  public List<NodeType> onPaths() {
    var steps = new HashSet<String>();
    for (var node : nodes.values()) {
      for (var relationship : node.relationships().values()) {
        if (node.fields().uses().steps().contains(relationship.name())) {
          steps.add(relationship.type());
        }
      }
    }
    var reached = new HashSet<String>();
    for (var node : nodes.values()) {
      for (var relationship : node.relationships().values()) {
        if (steps.contains(relationship.type())) {
          reached.add(node.name());
          concrete(entity(relationship.target().entity())).forEach(it -> reached.add(it.name()));
        }
      }
    }
    return nodes.values().stream().filter(node -> reached.contains(node.name())).toList();
  }

  /// {@return node types and interfaces, interfaces first}
  public Collection<NodeEntity> entities() {
    var all = new LinkedHashMap<String, NodeEntity>(interfaces);
    all.putAll(nodes);
    return all.values();
  }
}
