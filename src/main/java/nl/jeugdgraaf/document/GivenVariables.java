package nl.jeugdgraaf.document;

import graphql.execution.TypeFromAST;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What requests for one operation gave where a condition can be left out, put together. It has a
/// value for each condition that one of them gave.
///
/// @param values one value for each variable, in the form that the schema gives it
public record GivenVariables(Map<String, @Nullable Object> values) {
  /// Nothing yet.
  public static final GivenVariables NONE = new GivenVariables(Map.of());

  /// A value stands for others of its form, so it need not be whole.
  private static final int TEXT_CHARACTERS_MAX = 20;

  /// {@return the variables of a request, with a value for each condition that it leaves out and
  /// another request gave}
  ///
  /// @param variables the variables
  /// @param decisive those that decide more than whether a condition is asked
  /// @param operation declares them
  /// @param schema the public schema
  /// @param places where conditions can be left out
  public GivenVariables with(
      Map<String, @Nullable Object> variables,
      Set<String> decisive,
      OperationDefinition operation,
      GraphQLSchema schema,
      ConditionPlaces places) {
    var all = new LinkedHashMap<String, @Nullable Object>();
    for (var definition : operation.getVariableDefinitions()) {
      var name = definition.getName();
      var known = decisive.contains(name) ? null : values.get(name);
      if (variables.containsKey(name)) {
        var type = TypeFromAST.getTypeFromAST(schema, definition.getType());
        all.put(name, with(variables.get(name), known, type, places));
      } else if (known != null) {
        all.put(name, known);
      }
    }
    return new GivenVariables(all);
  }

  /// {@return what is to be remembered of these for another request}
  ///
  /// @param decisive variables that decide more than whether a condition is asked
  public GivenVariables remembered(Set<String> decisive) {
    var some = new LinkedHashMap<String, @Nullable Object>();
    values.forEach((name, value) -> {
      if (!decisive.contains(name)) {
        some.put(name, small(value));
      }
    });
    return new GivenVariables(some);
  }

  private static @Nullable Object with(
      @Nullable Object given,
      @Nullable Object known,
      GraphQLType declared,
      ConditionPlaces places) {
    if (given instanceof Map<?, ?> map
        && known instanceof Map<?, ?> more
        && GraphQLTypeUtil.unwrapNonNull(declared) instanceof GraphQLInputObjectType type
        && (places.isWhere(type) || places.isFilter(type))) {
      var all = new LinkedHashMap<Object, @Nullable Object>(map);
      more.forEach((name, value) -> {
        var field = type.getField(name.toString());
        if (value != null && places.isOptional(type, name.toString())) {
          all.merge(
              name,
              value,
              (own, other) ->
                  places.isFilter(field.getType())
                      ? with(own, other, field.getType(), places)
                      : own);
        }
      });
      return all;
    }
    return given;
  }

  /// Lists of values of any length have the same form.
  private static @Nullable Object small(@Nullable Object value) {
    return switch (value) {
      case String text when text.length() > TEXT_CHARACTERS_MAX ->
          text.substring(0, TEXT_CHARACTERS_MAX);
      case List<?> list when list.stream().noneMatch(GivenVariables::hasForm) ->
          list.subList(0, Math.min(1, list.size()));
      case List<?> list -> list.stream().map(GivenVariables::small).toList();
      case Map<?, ?> map -> {
        var all = new LinkedHashMap<Object, @Nullable Object>();
        map.forEach((name, inner) -> all.put(name, small(inner)));
        yield all;
      }
      case null, default -> value;
    };
  }

  private static boolean hasForm(@Nullable Object element) {
    return element == null || element instanceof Map || element instanceof List;
  }
}
