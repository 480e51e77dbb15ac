package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import nl.jeugdgraaf.findings.FindingRules;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Attribute.Use;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.seed.derived.NamesakeRelationships;

/// A table that fits the model: it is known what it contains, and each column is an attribute.
sealed interface TypedTable {
  /// Column of a relationship table with the key of the node that has the field.
  String FROM = "from";

  /// Column of a relationship table with the key of the target.
  String TO = "to";

  /// Returns the table.
  SeedTable table();

  /// Returns the attributes of its columns, in order.
  List<Attribute> columns();

  /// Nodes of one type.
  record NodeTable(SeedTable table, NodeType type, List<Attribute> columns) implements TypedTable {}

  /// Relationships behind one field.
  record RelationshipTable(
      SeedTable table, NodeType from, RelationshipField field, List<Attribute> columns)
      implements TypedTable {}

  /// Returns the table with its types, or nothing when it does not fit the model.
  ///
  /// @param fault gets the reason, in words that do not quote a cell
  static Optional<TypedTable> of(Model model, SeedTable table, Consumer<String> fault) {
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
    if (FindingRules.isFinding(typeName)) {
      return found(table, fault);
    }
    if (dot < 0) {
      return columns(table, nodeColumns(type), fault)
          .map(columns -> new NodeTable(table, type, columns));
    }
    var fieldName = table.name().substring(dot + 1);
    if (NamesakeRelationships.isDerived(type, fieldName)) {
      fault.accept(
          table.name() + " is derived from the product names; the file is not loaded. Remove it.");
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
    if (field.isChain()) {
      fault.accept(
          table.name()
              + " is a chain, which is read off single relationships; the file is not loaded."
              + " Remove it.");
      return Optional.empty();
    }
    if (FindingRules.isFinding(field.target().entity())) {
      return found(table, fault);
    }
    return columns(table, relationshipColumns(model, type, field), fault)
        .map(columns -> new RelationshipTable(table, type, field, columns));
  }

  private static Optional<TypedTable> found(SeedTable table, Consumer<String> fault) {
    fault.accept(table.name() + " is what the server finds; the file is not loaded. Remove it.");
    return Optional.empty();
  }

  private static SequencedMap<String, Attribute> nodeColumns(NodeType type) {
    var known = new LinkedHashMap<>(type.attributes());
    if (type.relationships().containsKey(SourceColumns.SOURCES_FIELD)) {
      known.put(SourceColumns.PLACE, text(SourceColumns.PLACE));
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

  /// A column of keys. The keys of the types behind an interface have no common format.
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
      return refuse(fault, "the first line is not a header", known);
    }
    var columns = new ArrayList<Attribute>();
    var seen = new HashSet<String>();
    for (var name : table.columns()) {
      // A file without a header has a row there, which may be about a youth: the name is not
      // quoted.
      var attribute = known.get(name);
      if (attribute == null && table.columns().size() == 1 && name.contains(";")) {
        return refuse(fault, "separate cells by commas, not semicolons", known);
      }
      if (attribute == null) {
        return refuse(fault, "column %d is unknown".formatted(columns.size() + 1), known);
      }
      if (!seen.add(name)) {
        return refuse(fault, "column " + name + " occurs twice", known);
      }
      columns.add(attribute);
    }
    for (var attribute : known.values()) {
      if (attribute.type().required() && !seen.contains(attribute.name())) {
        return refuse(fault, "the required column " + attribute.name() + " is missing", known);
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
