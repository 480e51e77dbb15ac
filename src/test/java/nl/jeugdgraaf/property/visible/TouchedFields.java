package nl.jeugdgraaf.property.visible;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;

/// What an operation touches of all that its caller can never see.
///
/// @param model the shape of the graph
/// @param sight what the caller can see
/// @param hidden what was touched and is hidden: types, and `Type.field`
record TouchedFields(Model model, ReferencePermissions sight, Set<String> hidden) {
  private static final String CONNECTION = "Connection";

  /// Returns a record of nothing yet.
  TouchedFields anew() {
    return new TouchedFields(model, sight, new TreeSet<>());
  }

  /// Notes that nodes are asked for.
  void nodes(NodeEntity entity) {
    if (sight.seen(model, entity).isEmpty()) {
      hidden.add(entity.name());
    }
  }

  /// Notes that relationships are followed; returns where they lead.
  NodeEntity hop(RelationshipField relationship) {
    var edge = relationship.properties();
    if (!edge.isNone() && !sight.maySee(edge.name())) {
      hidden.add(edge.name());
    }
    var target = model.entity(relationship.target().entity());
    nodes(target);
    return target;
  }

  /// Notes that a stored or computed field of nodes is used; of an interface it is enough that one
  /// of its types shows it.
  void field(NodeEntity entity, String name) {
    var types =
        entity instanceof InterfaceType ? sight.seen(model, entity) : model.concrete(entity);
    field(types, name, entity.name());
  }

  /// Notes that a field is used of nodes of several types.
  void field(List<NodeType> types, String name, String place) {
    if (types.stream().noneMatch(type -> sight.mayRead(type, name))) {
      hidden.add(place + "." + name);
    }
  }

  /// Notes that an attribute of relationships is used.
  void attribute(RelationshipProperties edge, String name) {
    if (!sight.mayRead(edge.name(), name)) {
      hidden.add(edge.name() + "." + name);
    }
  }

  static boolean isValue(NodeEntity entity, String name) {
    Map<String, ComputedField> computed = entity.computed();
    return entity.attributes().containsKey(name) || computed.containsKey(name);
  }

  /// Returns the relationship of a field or of its connection.
  static RelationshipField relationship(NodeEntity entity, String name) {
    var own = entity.relationships().get(name);
    var relationship =
        own == null && name.endsWith(CONNECTION)
            ? entity.relationships().get(name.substring(0, name.length() - CONNECTION.length()))
            : own;
    if (relationship == null) {
      throw new IllegalStateException("no field " + entity.name() + "." + name);
    }
    return relationship;
  }
}
