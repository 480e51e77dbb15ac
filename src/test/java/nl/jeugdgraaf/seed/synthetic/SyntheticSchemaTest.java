package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.NetworkInMemory.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.synthetic.SyntheticNetwork.Size;
import org.junit.jupiter.api.Test;

/// What the generator writes fits the graph model in `schema`.
class SyntheticSchemaTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 12, 31);

  private final TypeDefinitionRegistry schema = schema();

  @Test
  void everyTableAndColumnIsInTheSchema() {
    for (var table : small()) {
      var columns = columns(table.name());
      for (var column : table.columns()) {
        assertTrue(columns.containsKey(column), table.name() + " has no " + column);
      }
      for (var name : columns.keySet()) {
        boolean needed = columns.get(name) instanceof NonNullType || name.equals("source");
        assertTrue(!needed || table.columns().contains(name), table.name() + " needs " + name);
      }
    }
  }

  @Test
  void relationshipTablesFollowFieldsThatPointOut() {
    for (var table : small()) {
      if (table.name().contains(".")) {
        var direction = relationship(field(table.name())).getArgumentsByName().get("direction");
        assertTrue(
            String.valueOf(direction).contains("OUT"), table.name() + " points " + direction);
      }
    }
  }

  @Test
  void everyCellIsOfItsType() {
    for (var table : small()) {
      var columns = columns(table.name());
      for (var row : table.rows()) {
        assertEquals(table.columns().size(), row.cells().size(), table.name());
        for (int column = 0; column < table.columns().size(); column++) {
          var name = table.columns().get(column);
          check(table.name() + "." + name, row.cells().get(column), type(columns, name));
        }
      }
    }
  }

  @Test
  void everyEndOfARelationshipIsThere() {
    for (var size : List.of(Size.SMALL, Size.ofScale(0.2))) {
      var graph = NetworkInMemory.of(size);
      for (var table : graph.tables()) {
        if (!table.contains(".")) {
          continue;
        }
        var from = graph.keys(table.substring(0, table.indexOf('.')));
        var to = graph.keys(named(field(table).getType()).getName());
        for (var row : graph.rows(table)) {
          assertTrue(from.contains(cell(row, "from")), () -> table + " from " + row);
          assertTrue(to.contains(cell(row, "to")), () -> table + " to " + row);
        }
      }
    }
  }

  @Test
  void keysTellNodesAndRelationshipsApart() {
    var graph = NetworkInMemory.of(Size.ofScale(0.2));
    for (var table : graph.tables()) {
      var seen = new HashSet<String>();
      for (var row : graph.rows(table)) {
        var key =
            table.contains(".")
                ? "%s %s %s"
                    .formatted(
                        cell(row, "from"),
                        cell(row, "to"),
                        edgeKeys(table).stream().map(name -> cell(row, name)).toList())
                : NetworkInMemory.key(row);
        assertTrue(seen.add(key), () -> table + " contains twice " + key);
      }
    }
  }

  private static List<SeedTable> small() {
    return SyntheticNetwork.ofSize(Size.SMALL, NetworkInMemory.DOCUMENTS).tables();
  }

  private void check(String where, String cell, Type<?> type) {
    if (cell.isEmpty()) {
      assertFalse(type instanceof NonNullType, where + " is empty");
      return;
    }
    var bare = type instanceof NonNullType needed ? needed.getType() : type;
    if (bare instanceof ListType list) {
      List.of(cell.split("\\|", -1)).forEach(item -> check(where, item, list.getType()));
      return;
    }
    var name = named(bare).getName();
    var choices = schema.getTypeOrNull(name, EnumTypeDefinition.class);
    if (choices != null) {
      assertTrue(
          choices.getEnumValueDefinitions().stream()
              .anyMatch(value -> value.getName().equals(cell)),
          where + " is " + cell);
      return;
    }
    switch (name) {
      case "Int" -> assertTrue(Integer.parseInt(cell) > 0, where);
      case "Boolean" -> assertTrue(List.of("true", "false").contains(cell), where);
      case "AGB" -> assertTrue(cell.matches("99[0-9]{6}"), where + " is " + cell);
      case "Date" -> {
        var day = LocalDate.parse(cell);
        boolean birth = where.endsWith("birthDate");
        assertTrue(
            birth || (!day.isBefore(FIRST) && !day.isAfter(LAST)), () -> where + " is " + cell);
      }
      case "ID", "String" -> assertEquals(cell.strip(), cell, where);
      default -> throw new AssertionError(where + " is of the unknown type " + name);
    }
  }

  /// Columns of a table by name, with the type of their cells; `from` and `to` are keys.
  private Map<String, Type<?>> columns(String table) {
    if (!table.contains(".")) {
      return attributes(object(table));
    }
    var columns = edge(table).map(this::attributes).orElseGet(HashMap<String, Type<?>>::new);
    columns.put("from", new NonNullType(new TypeName("ID")));
    columns.put("to", new NonNullType(new TypeName("ID")));
    return columns;
  }

  private Map<String, Type<?>> attributes(ObjectTypeDefinition type) {
    return type.getFieldDefinitions().stream()
        .filter(field -> !field.hasDirective("relationship"))
        .collect(Collectors.toMap(FieldDefinition::getName, FieldDefinition::getType));
  }

  private List<String> edgeKeys(String table) {
    return edge(table).stream()
        .flatMap(edge -> edge.getFieldDefinitions().stream())
        .filter(field -> field.hasDirective("key"))
        .map(FieldDefinition::getName)
        .toList();
  }

  private Optional<ObjectTypeDefinition> edge(String table) {
    return Optional.ofNullable(relationship(field(table)).getArgument("properties"))
        .map(Argument::getValue)
        .map(StringValue.class::cast)
        .map(StringValue::getValue)
        .map(this::object);
  }

  private FieldDefinition field(String table) {
    var parts = table.split("\\.", -1);
    return object(parts[0]).getFieldDefinitions().stream()
        .filter(field -> field.getName().equals(parts[1]))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + table));
  }

  private ObjectTypeDefinition object(String name) {
    var type = schema.getTypeOrNull(name, ObjectTypeDefinition.class);
    if (type == null) {
      throw new AssertionError("no type " + name);
    }
    return type;
  }

  private static Directive relationship(FieldDefinition field) {
    return field.getDirectives("relationship").getFirst();
  }

  private static Type<?> type(Map<String, Type<?>> columns, String name) {
    var type = columns.get(name);
    if (type == null) {
      throw new AssertionError("no column " + name);
    }
    return type;
  }

  private static TypeName named(Type<?> type) {
    return switch (type) {
      case NonNullType needed -> named(needed.getType());
      case ListType list -> named(list.getType());
      case TypeName name -> name;
      default -> throw new AssertionError("no type " + type);
    };
  }

  private static TypeDefinitionRegistry schema() {
    var registry = new TypeDefinitionRegistry();
    for (var file : SchemaFile.builtIn()) {
      registry.merge(new SchemaParser().parse(file.text()));
    }
    return registry;
  }
}
