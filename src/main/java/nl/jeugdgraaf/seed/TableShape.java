package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Attribute.Use;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;

/// What a table holds according to the model: each of its columns is an attribute.
sealed interface TableShape {
  /// Column of a relationship table with the key of the node that has the field.
  String FROM = "from";

  /// Column of a relationship table with the key of the target.
  String TO = "to";

  /// Returns the table.
  SeedTable table();

  /// Returns what its columns stand for, in their order.
  List<Attribute> columns();

  /// Nodes of one type.
  record Nodes(SeedTable table, NodeType type, List<Attribute> columns) implements TableShape {}

  /// Relationships that one field follows.
  record Relationships(
      SeedTable table, NodeType from, RelationshipField field, List<Attribute> columns)
      implements TableShape {}

  /// Returns the shape of a table, or nothing when the table does not fit the model.
  ///
  /// @param fault gets why not, in words
  static Optional<TableShape> of(Model model, SeedTable table, Consumer<String> fault) {
    var dot = table.name().indexOf('.');
    var typeName = dot < 0 ? table.name() : table.name().substring(0, dot);
    var type = model.nodes().get(typeName);
    if (type == null) {
      fault.accept(
          "there is no node type "
              + typeName
              + "; the file is not loaded. Known types: "
              + String.join(", ", model.nodes().keySet()));
      return Optional.empty();
    }
    if (dot < 0) {
      return columns(table, nodeColumns(type), fault)
          .map(columns -> new Nodes(table, type, columns));
    }
    var fieldName = table.name().substring(dot + 1);
    if (Namesakes.isDerived(type, fieldName)) {
      fault.accept(table.name() + " is derived from the names; the file is not loaded. Remove it.");
      return Optional.empty();
    }
    var field = type.relationships().get(fieldName);
    if (field == null) {
      fault.accept(
          typeName
              + " has no relationship field "
              + fieldName
              + "; the file is not loaded. Known fields: "
              + String.join(", ", type.relationships().keySet()));
      return Optional.empty();
    }
    return columns(table, relationshipColumns(model, type, field), fault)
        .map(columns -> new Relationships(table, type, field, columns));
  }

  private static SequencedMap<String, Attribute> nodeColumns(NodeType type) {
    var known = new LinkedHashMap<>(type.attributes());
    if (type.relationships().containsKey(Provenance.SOURCES_FIELD)) {
      known.put(Provenance.PLACE, text(Provenance.PLACE));
    }
    return known;
  }

  private static SequencedMap<String, Attribute> relationshipColumns(
      Model model, NodeType from, RelationshipField field) {
    var known = new LinkedHashMap<String, Attribute>();
    known.put(FROM, end(FROM, from));
    known.put(TO, end(TO, model.entity(field.target().entity())));
    known.putAll(field.properties().attributes());
    return known;
  }

  /// A column that holds a key. Keys of the types behind an interface have no form in common.
  private static Attribute end(String name, NodeEntity entity) {
    var scalar =
        entity instanceof NodeType type ? type.key().type().scalar() : Scalar.BuiltIn.STRING;
    return new Attribute(name, name, new ValueType(scalar, false, true), Use.PLAIN, "");
  }

  private static Attribute text(String name) {
    return new Attribute(
        name, name, new ValueType(Scalar.BuiltIn.STRING, false, false), Use.PLAIN, "");
  }

  private static Optional<List<Attribute>> columns(
      SeedTable table, SequencedMap<String, Attribute> known, Consumer<String> fault) {
    if (table.columns().isEmpty()) {
      return refuse(fault, "no header in the first line", known);
    }
    var columns = new ArrayList<Attribute>();
    var seen = new HashSet<String>();
    for (var name : table.columns()) {
      var attribute = known.get(name);
      if (attribute == null) {
        return refuse(fault, "unknown column " + name, known);
      }
      if (!seen.add(name)) {
        return refuse(fault, "column " + name + " stands twice", known);
      }
      columns.add(attribute);
    }
    for (var attribute : known.values()) {
      if (attribute.type().required() && !seen.contains(attribute.name())) {
        return refuse(fault, "no column " + attribute.name() + ", which is required", known);
      }
    }
    return Optional.of(columns);
  }

  private static Optional<List<Attribute>> refuse(
      Consumer<String> fault, String why, SequencedMap<String, Attribute> known) {
    fault.accept(
        why + "; the file is not loaded. Known columns: " + String.join(", ", known.keySet()));
    return Optional.empty();
  }
}
