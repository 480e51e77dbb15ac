package nl.jeugdgraaf.plan;

import java.util.LinkedHashMap;
import java.util.List;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.TypeFields;
import nl.jeugdgraaf.model.ValueType;

/// What the nodes, and the relationships, of a path have in common.
final class PathEntities {
  /// Relationships: that they can hold for a time.
  static final RelationshipProperties EDGE = edge();

  private PathEntities() {}

  /// Nodes: that a path can lead over them.
  static InterfaceType node(Model model) {
    return new InterfaceType(
        "Node",
        "nodes",
        model.onPaths().stream().map(NodeType::name).toList(),
        TypeFields.of(new LinkedHashMap<>(), new LinkedHashMap<>()),
        "");
  }

  private static RelationshipProperties edge() {
    var days = new LinkedHashMap<String, Attribute>();
    for (var name : List.of(RelationshipProperties.VALID_FROM, RelationshipProperties.VALID_TO)) {
      days.put(
          name,
          new Attribute(
              name,
              name,
              new ValueType(Scalar.BuiltIn.DATE, false, false),
              Attribute.Use.PLAIN,
              ""));
    }
    return new RelationshipProperties("PathRelationship", true, days, "");
  }
}
