package nl.jeugdgraaf.property;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.property.RandomVariables.Position;

/// Draws values for arguments: conditions, sorts, pages, keys.
///
/// What an input type is for shows in its name; its fields come from the schema.
final class RandomInput {
  private static final int CONDITION_DEPTH_MAX = 3;
  private static final List<Integer> COUNTS = List.of(0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3);
  private static final Set<String> COMBINING = Set.of("AND", "OR", "NOT");
  private static final Set<String> TEXTUAL = Set.of("contains", "startsWith", "endsWith");

  private final Draw draw;
  private final RandomValues values;
  private final RandomVariables variables;
  private final Present present;
  private final List<String> texts;
  private final Graph graph;
  private int room = 60;

  RandomInput(Draw draw, Graph graph, Present present, RandomVariables variables) {
    this.draw = draw;
    this.graph = graph;
    this.present = present;
    this.values = new RandomValues(draw, graph.today());
    this.variables = variables;
    var stored = new LinkedHashSet<Object>(List.of("no such text"));
    graph.nodes().forEach(node -> stored.addAll(node.properties().values()));
    graph.edges().forEach(edge -> stored.addAll(edge.properties().values()));
    this.texts = RandomValues.TEXTS.stream().filter(stored::contains).toList();
  }

  /// Returns a value for an argument; null where the argument shall be left out.
  Object argument(String name, GraphQLInputType type) {
    var wanted =
        switch (name) {
          case "where" -> 50;
          case "sort" -> 45;
          case "limit", "first" -> 25;
          case "offset" -> 10;
          case "by" -> 100;
          default -> 0;
        };
    if (!draw.chance(wanted)) {
      return null;
    }
    var position = new Position(!name.equals("by"), !name.equals("by"));
    if (draw.chance(15)) {
      return variables.define(type, argumentValue(name, type, false), position);
    }
    return argumentValue(name, type, true);
  }

  private Object argumentValue(String name, GraphQLInputType type, boolean withVariables) {
    return switch (name) {
      case "limit", "first" -> draw.chance(8) ? 0 : draw.between(1, 5);
      case "offset" -> draw.between(0, 2);
      default -> value(type, 0, withVariables);
    };
  }

  /// Returns a day for `@asOf`.
  Object day(GraphQLInputType type) {
    var day = values.dayOfPeriod();
    return draw.chance(30) ? variables.define(type, day, Position.VALUE_ONLY) : day;
  }

  /// Returns a truth value for `@skip` and `@include`.
  Object truth(GraphQLInputType type, boolean truth) {
    return draw.chance(40) ? variables.define(type, truth, Position.VALUE_ONLY) : truth;
  }

  private Object value(GraphQLInputType type, int depth, boolean withVariables) {
    return switch (type) {
      case GraphQLNonNull required ->
          value((GraphQLInputType) required.getWrappedType(), depth, withVariables);
      case GraphQLList list -> list(list, depth, withVariables, 0);
      case GraphQLScalarType scalar -> scalar(scalar.getName());
      case GraphQLEnumType list ->
          new Literal.Name(
              draw.from(
                  list.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList()));
      case GraphQLInputObjectType object -> object(object, depth, withVariables);
      default -> throw new IllegalStateException("no value of " + type);
    };
  }

  /// A list; one element can stand for a list of it, as the specification says.
  private Object list(GraphQLList type, int depth, boolean withVariables, int least) {
    var element = (GraphQLInputType) type.getWrappedType();
    if (draw.chance(10)) {
      return value(element, depth, withVariables);
    }
    var list = new ArrayList<Object>();
    for (int left = draw.between(least, depth == 0 ? 3 : 2); left > 0; left--) {
      var value = value(element, depth, withVariables);
      var variable = withVariables && !holdsVariable(value) && draw.chance(6);
      list.add(variable ? variables.define(element, value, Position.VALUE_ONLY) : value);
    }
    return list;
  }

  private static boolean holdsVariable(Object value) {
    return switch (value) {
      case Literal.Variable _ -> true;
      case Map<?, ?> map -> map.values().stream().anyMatch(RandomInput::holdsVariable);
      case List<?> list -> list.stream().anyMatch(RandomInput::holdsVariable);
      case null, default -> false;
    };
  }

  private Object scalar(String name) {
    return switch (name) {
      case "String" -> texts.isEmpty() ? values.text() : draw.from(texts);
      case "ID" -> draw.chance(80) && !graph.nodes().isEmpty() ? key("ID") : values.text();
      case "Int" -> values.integer();
      case "Float" -> values.integer() / 4.0;
      case "Boolean" -> values.truth();
      case "Long" -> values.integer();
      case "Date" -> values.day();
      case "DateTime" -> values.moment();
      case "AGB" -> key(name);
      case "CBSCode" -> key(name);
      case "ProductCode" -> spelled(draw.from(RandomValues.PRODUCT_CODES));
      default -> throw new IllegalStateException("no value of " + name);
    };
  }

  /// A key that a node of the graph has, or else one that none has.
  private Object key(String scalar) {
    var keys =
        graph.nodes().stream()
            .filter(node -> node.type().key().type().scalar().typeName().equals(scalar))
            .map(Graph.Node::key)
            .toList();
    if (!keys.isEmpty() && draw.chance(85)) {
      return draw.from(keys);
    }
    return switch (scalar) {
      case "AGB" -> values.code(Scalar.Code.AGB);
      case "CBSCode" -> values.code(Scalar.Code.CBS_CODE);
      default -> "missing";
    };
  }

  private String spelled(String code) {
    return switch (draw.between(0, 5)) {
      case 0 -> code.toLowerCase(Locale.ROOT);
      case 1 -> " " + code + "  ";
      default -> code;
    };
  }

  private Object object(GraphQLInputObjectType type, int depth, boolean withVariables) {
    var name = type.getName();
    var fields = type.getFields();
    if (type.isOneOf()) {
      var field = draw.from(fields);
      return only(field, ownKey(name, field, depth), withVariables);
    }
    if (name.endsWith("Sort")) {
      var field = draw.from(fields);
      return only(field, value(field.getType(), depth, withVariables), withVariables);
    }
    var object = new LinkedHashMap<String, Object>();
    var usable = fields.stream().filter(field -> depth < limit(field)).toList();
    var count = name.endsWith("Filter") ? 1 + (draw.chance(15) ? 1 : 0) : draw.from(COUNTS);
    for (int left = count; left > 0 && room > 0 && !usable.isEmpty(); left--) {
      room--;
      var field = pick(name, usable, depth);
      var value = fieldValue(type, field, depth, withVariables);
      object.put(field.getName(), value);
    }
    return object;
  }

  /// An object with one key; it must have a value, so a variable must have one too.
  private Object only(GraphQLInputObjectField field, Object drawn, boolean withVariables) {
    var value = drawn;
    if (withVariables && !holdsVariable(value) && draw.chance(15)) {
      var required = GraphQLNonNull.nonNull(GraphQLTypeUtil.unwrapNonNull(field.getType()));
      value = variables.define(required, value, Position.VALUE_ONLY);
    }
    return new LinkedHashMap<>(Map.of(field.getName(), value));
  }

  /// A key by which a node of the type can be looked up, or now and then any other.
  private Object ownKey(String input, GraphQLInputObjectField field, int depth) {
    var type = input.substring(0, input.length() - "By".length());
    var keys =
        graph.nodes().stream()
            .filter(node -> node.type().name().equals(type))
            .map(node -> node.properties().get(property(node, field.getName())))
            .toList();
    return keys.isEmpty() || draw.chance(15)
        ? value(field.getType(), depth, false)
        : draw.from(keys);
  }

  private static String property(Graph.Node node, String attribute) {
    return node.type().attributes().get(attribute).property();
  }

  private static int limit(GraphQLInputObjectField field) {
    var type = named(field);
    return COMBINING.contains(field.getName()) || type.endsWith("Where")
        ? CONDITION_DEPTH_MAX
        : type.endsWith("RelationshipFilter") ? CONDITION_DEPTH_MAX : Integer.MAX_VALUE;
  }

  private GraphQLInputObjectField pick(
      String parent, List<GraphQLInputObjectField> fields, int depth) {
    var related = draw.chance(depth == 0 ? 45 : 25);
    var wanted =
        fields.stream().filter(field -> related == (limit(field) == CONDITION_DEPTH_MAX)).toList();
    var type = parent.replaceFirst("Where$", "");
    var leading =
        wanted.stream()
            .filter(field -> present.fields().contains(type + "." + field.getName()))
            .toList();
    var most = leading.isEmpty() || draw.chance(35) ? wanted : leading;
    var left = most.isEmpty() ? fields : most;
    // By type first: of most types of filter there are few, of that for texts there are many.
    var kind = draw.from(left.stream().map(RandomInput::named).distinct().toList());
    return draw.from(left.stream().filter(field -> named(field).equals(kind)).toList());
  }

  private static String named(GraphQLInputObjectField field) {
    return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())).getName();
  }

  private Object fieldValue(
      GraphQLInputObjectType parent,
      GraphQLInputObjectField field,
      int depth,
      boolean withVariables) {
    var toOne =
        named(field).endsWith("Where")
            && !COMBINING.contains(field.getName())
            && !parent.getName().endsWith("ConnectionWhere")
            && !parent.getName().endsWith("RelationshipFilter");
    var empty = toOne || field.getName().equals("eq");
    if (empty && draw.chance(15)) {
      return null;
    }
    var asVariable = withVariables && draw.chance(8);
    var value = plain(field, depth, withVariables && !asVariable);
    return asVariable ? variables.define(field.getType(), value, new Position(empty, true)) : value;
  }

  private Object plain(GraphQLInputObjectField field, int depth, boolean withVariables) {
    var name = field.getName();
    if (TEXTUAL.contains(name)) {
      var scalar = named(field);
      return scalar.equals("ID") && draw.chance(50) ? part((String) scalar("ID")) : values.part();
    }
    if (name.equals("OR")) {
      var list = (GraphQLList) GraphQLTypeUtil.unwrapNonNull(field.getType());
      return list(list, depth + 1, withVariables, 1);
    }
    var below = limit(field) == CONDITION_DEPTH_MAX ? depth + 1 : depth;
    return value(field.getType(), below, withVariables);
  }

  private String part(String text) {
    return text.substring(
        0, text.offsetByCodePoints(0, Math.min(2, text.codePointCount(0, text.length()))));
  }
}
