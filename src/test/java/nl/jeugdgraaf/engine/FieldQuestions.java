package nl.jeugdgraaf.engine;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import nl.jeugdgraaf.api.GlobalId;

/// An operation for each field of a schema, for output and input: the shortest way from the root to
/// the type that has it, and the field.
final class FieldQuestions {
  private static final String ID = new GlobalId("Region", "X", Optional.empty()).text();
  private static final Map<String, String> VALUES =
      Map.of(
          "Boolean", "true",
          "Int", "1",
          "Long", "1",
          "Float", "1",
          "Date", "\"2020-01-01\"",
          "DateTime", "\"2020-01-01T00:00:00Z\"",
          "Duration", "\"P1D\"",
          "AGB", "\"00000000\"",
          "CBSCode", "\"0000\"",
          "ProductCode", "\"00A00\"");

  private final GraphQLSchema schema;

  /// Where the selection of a type goes, as text with `%s`.
  private final SequencedMap<String, String> ways = new LinkedHashMap<>();

  /// @param schema the schema through which the ways lead
  FieldQuestions(GraphQLSchema schema) {
    this.schema = schema;
    var open = new ArrayDeque<String>();
    ways.put("Query", "{ %s }");
    open.add("Query");
    while (!open.isEmpty()) {
      var name = open.remove();
      for (var field : type(schema, name).getFieldDefinitions()) {
        var inner = GraphQLTypeUtil.unwrapAll(field.getType());
        // The key of all rows in one is null and reads nothing; groups have the same types.
        if (inner instanceof GraphQLFieldsContainer composite
            && !field.getName().equals("aggregate")) {
          var way = Objects.requireNonNull(ways.get(name)).formatted(called(field, "") + " { %s }");
          if (ways.putIfAbsent(composite.getName(), way) == null) {
            open.add(composite.getName());
          }
        }
      }
    }
  }

  private static GraphQLFieldsContainer type(GraphQLSchema schema, String name) {
    if (schema.getType(name) instanceof GraphQLFieldsContainer type) {
      return type;
    }
    throw new IllegalArgumentException(name);
  }

  private static GraphQLInputObjectType input(GraphQLSchema schema, String name) {
    if (schema.getType(name) instanceof GraphQLInputObjectType type) {
      return type;
    }
    throw new IllegalArgumentException(name);
  }

  /// Returns operations by what they ask, such as `Youth.name`.
  ///
  /// @param asked the schema whose fields are asked, of types to which this one leads
  Map<String, String> output(GraphQLSchema asked) {
    var questions = new LinkedHashMap<String, String>();
    ways.forEach((name, way) -> {
      for (var field : type(asked, name).getFieldDefinitions()) {
        questions.put(name + "." + field.getName(), way.formatted(selected(asked, field, "")));
      }
    });
    return questions;
  }

  /// Returns operations by the input field that they ask by, such as `YouthWhere.name`.
  ///
  /// @param asked the schema whose input fields are asked, of input types to which this one leads
  Map<String, String> input(GraphQLSchema asked) {
    var questions = new LinkedHashMap<String, String>();
    var done = new HashSet<String>();
    ways.forEach((name, way) -> {
      for (var field : type(schema, name).getFieldDefinitions()) {
        for (var argument : field.getArguments()) {
          if (GraphQLTypeUtil.unwrapAll(argument.getType())
              instanceof GraphQLInputObjectType object) {
            input(
                    asked,
                    object,
                    way.formatted(selected(asked, field, argument.getName() + ": %s")),
                    done)
                .forEach(questions::putIfAbsent);
          }
        }
      }
    });
    return questions;
  }

  private Map<String, String> input(
      GraphQLSchema asked, GraphQLInputObjectType first, String way, Set<String> done) {
    var questions = new LinkedHashMap<String, String>();
    var open = new ArrayDeque<Map.Entry<GraphQLInputObjectType, String>>();
    open.add(Map.entry(first, way));
    while (!open.isEmpty()) {
      var next = open.remove();
      var type = next.getKey();
      if (!done.add(type.getName())) {
        continue;
      }
      var whole = input(asked, type.getName());
      for (var field : whole.getFieldDefinitions()) {
        var question = inside(field, whole, value(field.getType()));
        questions.put(type.getName() + "." + field.getName(), next.getValue().formatted(question));
        if (type.getField(field.getName()) != null
            && GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType inner) {
          open.add(
              Map.entry(
                  input(schema, inner.getName()),
                  next.getValue().formatted(inside(field, whole, "%s"))));
        }
      }
    }
    return questions;
  }

  private static String inside(
      GraphQLInputObjectField field, GraphQLInputObjectType type, String value) {
    var needed = new ArrayList<String>();
    needed.add(field.getName() + ": " + value);
    for (var other : type.getFieldDefinitions()) {
      if (!other.equals(field) && other.getType() instanceof GraphQLNonNull) {
        needed.add(other.getName() + ": " + value(other.getType()));
      }
    }
    return "{" + String.join(", ", needed) + "}";
  }

  private static String selected(
      GraphQLSchema schema, GraphQLFieldDefinition field, String argument) {
    var type = GraphQLTypeUtil.unwrapAll(field.getType());
    return called(field, argument)
        + (schema.getType(type.getName()) instanceof GraphQLFieldsContainer composite
            ? " { " + smallest(schema, composite) + " }"
            : "");
  }

  /// A selection that reads what the type is about: `__typename` alone reads no rows of a
  /// connection and no values of a statistic.
  private static String smallest(GraphQLSchema schema, GraphQLFieldsContainer type) {
    if (type.getFieldDefinition("totalCount") != null) {
      return "totalCount edges { cursor }";
    }
    return type.getName().endsWith("Statistics")
        ? selected(schema, type.getFieldDefinitions().getFirst(), "")
        : "__typename";
  }

  /// A field with an argument and all that it needs besides.
  private static String called(GraphQLFieldDefinition field, String argument) {
    var arguments =
        new ArrayList<>(
            field.getArguments().stream()
                .filter(it -> it.getType() instanceof GraphQLNonNull && !it.hasSetDefaultValue())
                .filter(it -> !argument.startsWith(it.getName() + ":"))
                .map(FieldQuestions::given)
                .toList());
    if (!argument.isEmpty()) {
      arguments.add(argument);
    }
    return field.getName() + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")");
  }

  private static String given(GraphQLArgument argument) {
    return argument.getName() + ": " + value(argument.getType());
  }

  private static String value(GraphQLType type) {
    return switch (type) {
      case GraphQLNonNull required -> value(required.getWrappedType());
      case GraphQLList list -> "[" + value(list.getWrappedType()) + "]";
      case GraphQLEnumType constants -> constants.getValues().getFirst().getName();
      case GraphQLInputObjectType object -> object(object);
      case GraphQLNamedType scalar -> VALUES.getOrDefault(scalar.getName(), "\"" + ID + "\"");
      default -> throw new IllegalArgumentException(type.toString());
    };
  }

  /// The smallest object that asks something: no condition of a node does where one of a related
  /// node is meant, but a filter of values needs an operator.
  private static String object(GraphQLInputObjectType object) {
    var fields = object.getFieldDefinitions();
    var required =
        fields.stream().filter(field -> field.getType() instanceof GraphQLNonNull).toList();
    var isWhere = object.getField("AND") != null && object.getField("count") == null;
    var needed =
        !required.isEmpty() || isWhere
            ? required
            : List.of(Optional.ofNullable(object.getField("count")).orElse(fields.getFirst()));
    return needed.stream()
        .map(field -> field.getName() + ": " + value(field.getType()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
