package nl.jeugdgraaf.document;

import graphql.execution.TypeFromAST;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Made-up values for the required variables of an operation, in the form of JSON. Optional
/// variables get none.
public final class DummyVariables {
  /// Texts that scalars of a checked form take.
  private static final Map<String, String> TEXTS =
      Map.of(
          "Date", "2000-01-01",
          "DateTime", "2000-01-01T00:00:00Z",
          "AGB", "00000000",
          "CBSCode", "0000",
          "ProductCode", "00A00");

  private DummyVariables() {}

  /// Returns values for an operation.
  ///
  /// @param operation the operation
  /// @param schema the public schema
  /// @return values by variable, as JSON gives them
  public static Map<String, @Nullable Object> of(ValidOperation operation, GraphQLSchema schema) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (var definition : operation.definition().getVariableDefinitions()) {
      var type = TypeFromAST.getTypeFromAST(schema, definition.getType());
      if (type instanceof GraphQLNonNull && definition.getDefaultValue() == null) {
        values.put(definition.getName(), value(type));
      }
    }
    return values;
  }

  private static Object value(GraphQLType type) {
    return switch (type) {
      case GraphQLNonNull required -> value(required.getWrappedType());
      case GraphQLList list -> List.of(value(list.getWrappedType()));
      case GraphQLEnumType constants -> constants.getValues().getFirst().getName();
      case GraphQLInputObjectType object -> object(object);
      case GraphQLNamedType scalar ->
          switch (scalar.getName()) {
            case "Boolean" -> true;
            case "Int", "Long", "Float", "Duration" -> 1;
            default -> TEXTS.getOrDefault(scalar.getName(), "-");
          };
      default -> "-";
    };
  }

  private static Map<String, Object> object(GraphQLInputObjectType object) {
    var fields = object.getFieldDefinitions();
    var needed = object.isOneOf() ? List.of(fields.getFirst()) : required(fields);
    var values = new LinkedHashMap<String, Object>();
    needed.forEach(field -> values.put(field.getName(), value(field.getType())));
    return values;
  }

  private static List<GraphQLInputObjectField> required(List<GraphQLInputObjectField> fields) {
    return fields.stream()
        .filter(field -> field.getType() instanceof GraphQLNonNull)
        .filter(field -> !field.hasSetDefaultValue())
        .toList();
  }
}
