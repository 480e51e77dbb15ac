package nl.jeugdgraaf.api;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Predicate;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.FieldUses;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.TypeFields;

/// The part of a model of which one role can see something.
///
/// A type must have all fields of its interfaces, so a field of an interface stays where all types
/// that stay have it.
///
/// @param whole the whole model
/// @param each the permissions of the role for none and for each of its purposes; what one of them
///   lets see stays
record VisibleModel(Model whole, List<Permissions> each) {
  Model model() {
    var nodes = new LinkedHashMap<String, NodeType>();
    for (var type : whole.nodes().values()) {
      if (any(purpose -> sees(purpose, type))) {
        nodes.put(type.name(), node(type));
      }
    }
    var interfaces = new LinkedHashMap<String, InterfaceType>();
    for (var type : whole.interfaces().values()) {
      var left = type.implementations().stream().filter(nodes::containsKey).toList();
      if (!left.isEmpty()) {
        interfaces.put(type.name(), interfaceType(type, left.stream().map(nodes::get).toList()));
      }
    }
    var edges = new LinkedHashMap<String, RelationshipProperties>();
    var entities = new LinkedHashMap<String, NodeEntity>(interfaces);
    entities.putAll(nodes);
    for (var entity : entities.values()) {
      for (var relationship : entity.relationships().values()) {
        if (!relationship.properties().isNone()) {
          edges.put(relationship.properties().name(), relationship.properties());
        }
      }
    }
    var inOrder = new LinkedHashMap<>(whole.relationshipProperties());
    inOrder.keySet().retainAll(edges.keySet());
    inOrder.replaceAll((name, _) -> edges.get(name));
    return new Model(nodes, interfaces, inOrder, whole.enumerations());
  }

  /// {@return the root fields for review and statistics that the role may ask}
  SequencedSet<String> asked() {
    var asked = new LinkedHashSet<>(ServiceFields.of(whole));
    asked.removeIf(field -> !any(purpose -> ServiceFields.mayAsk(purpose, field)));
    return asked;
  }

  private boolean any(Predicate<Permissions> allows) {
    return each.stream().anyMatch(allows);
  }

  private static boolean sees(Permissions purpose, NodeType type) {
    return !purpose.node(type).never();
  }

  private static boolean reads(Permissions purpose, NodeType type, Attribute attribute) {
    return sees(purpose, type) && !purpose.attribute(type, attribute).never();
  }

  private static boolean reads(Permissions purpose, NodeType type, ComputedField computed) {
    return computed.reads().stream()
        .allMatch(attribute -> reads(purpose, type, type.attribute(attribute)));
  }

  private static boolean sees(Permissions purpose, RelationshipProperties edge) {
    return edge.isNone() || !purpose.relationship(edge).never();
  }

  private boolean leads(Permissions purpose, NodeType type, RelationshipField relationship) {
    var target = whole.entity(relationship.target().entity());
    return sees(purpose, type)
        && sees(purpose, relationship.properties())
        && whole.concrete(target).stream().anyMatch(to -> sees(purpose, to));
  }

  private NodeType node(NodeType type) {
    var fields =
        fields(
            type,
            attribute -> any(purpose -> reads(purpose, type, attribute)),
            computed -> any(purpose -> reads(purpose, type, computed)),
            relationship -> any(purpose -> leads(purpose, type, relationship)));
    return new NodeType(type.name(), type.plural(), type.labels(), fields, type.description());
  }

  private InterfaceType interfaceType(InterfaceType type, List<NodeType> left) {
    var fields =
        fields(
            type,
            attribute ->
                left.stream().allMatch(it -> it.attributes().containsKey(attribute.name())),
            computed -> left.stream().allMatch(it -> it.computed().containsKey(computed.name())),
            relationship ->
                left.stream().allMatch(it -> it.relationships().containsKey(relationship.name())));
    var names = left.stream().map(NodeType::name).toList();
    return new InterfaceType(type.name(), type.plural(), names, fields, type.description());
  }

  private TypeFields fields(
      NodeEntity entity,
      Predicate<Attribute> attribute,
      Predicate<ComputedField> computed,
      Predicate<RelationshipField> relationship) {
    var attributes = kept(entity.attributes(), attribute);
    var relationships = kept(entity.relationships(), relationship);
    relationships.replaceAll((_, it) ->
        new RelationshipField(
            it.name(), it.type(), it.direction(), edge(it.properties()), it.target()));
    var uses = entity.fields().uses();
    return new TypeFields(
        attributes,
        relationships,
        kept(entity.computed(), computed),
        new FieldUses(
            kept(uses.fulltext(), attributes),
            kept(uses.tracked(), relationships),
            kept(uses.steps(), relationships),
            kept(uses.last(), relationships),
            uses.lifetime()));
  }

  private RelationshipProperties edge(RelationshipProperties type) {
    return type.isNone()
        ? type
        : new RelationshipProperties(
            type.name(),
            type.temporal(),
            kept(
                type.attributes(),
                attribute ->
                    any(purpose ->
                        sees(purpose, type) && !purpose.attribute(type, attribute).never())),
            type.description());
  }

  private static <T> SequencedMap<String, T> kept(Map<String, T> fields, Predicate<T> stays) {
    var left = new LinkedHashMap<>(fields);
    left.values().removeIf(stays.negate());
    return left;
  }

  private static SequencedSet<String> kept(SequencedSet<String> marked, Map<String, ?> fields) {
    var left = new LinkedHashSet<>(marked);
    left.retainAll(fields.keySet());
    return left;
  }
}
