package nl.jeugdgraaf.document;

import graphql.execution.TypeFromAST;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.jeugdgraaf.api.GlobalId;
import nl.jeugdgraaf.limits.Limits;
import org.jspecify.annotations.Nullable;

/// What of the variables decides the plan: which are there, how objects nest, what is null, what is
/// true, which number is longer than a page or a record, which way is up, by what groups are
/// sorted, of which types global ids are. Everything else is a value that a prepared plan gets as a
/// parameter.
public final class VariableShape {
  /// Enums whose values become part of a plan.
  private static final Set<String> DECISIVE = Set.of("SortDirection", "PathVia");

  /// Texts that become part of a plan.
  private static final String FIELD_PATH = "FieldPath";

  private final StringBuilder form = new StringBuilder();

  private VariableShape() {}

  /// {@return the form of variables: equal forms have equal plans for the same operation}
  ///
  /// @param schema the public schema
  /// @param operation declares the variables
  /// @param variables values in the form that the schema gives them
  public static String of(
      GraphQLSchema schema,
      OperationDefinition operation,
      Map<String, @Nullable Object> variables) {
    var writer = new VariableShape();
    for (var definition : operation.getVariableDefinitions()) {
      if (variables.containsKey(definition.getName())) {
        writer.form.append(definition.getName()).append(':');
        writer.write(
            variables.get(definition.getName()),
            TypeFromAST.getTypeFromAST(schema, definition.getType()));
      }
    }
    return writer.form.toString();
  }

  private void write(@Nullable Object value, GraphQLType declared) {
    var type = GraphQLTypeUtil.unwrapNonNull(declared);
    switch (value) {
      case null -> form.append('0');
      case Map<?, ?> map when type instanceof GraphQLInputObjectType object -> write(map, object);
      case List<?> list -> write(list, type);
      case Boolean truth -> form.append(truth ? '+' : '-');
      case Integer number when number < 0 -> form.append('<');
      case Integer number when number > Limits.PAGE_ROWS_MAX -> form.append('>');
      case Integer number when number > Limits.NESTED_ROWS_MAX -> form.append('=');
      case String text -> form.append(decisive(text, type));
      default -> form.append('v');
    }
  }

  private void write(Map<?, ?> map, GraphQLInputObjectType type) {
    form.append('{');
    var sorted = new TreeMap<String, @Nullable Object>();
    map.forEach((name, inner) -> sorted.put(name.toString(), inner));
    sorted.forEach((name, inner) -> {
      form.append(name).append(':');
      write(inner, type.getField(name).getType());
    });
    form.append('}');
  }

  private void write(List<?> list, GraphQLType type) {
    var element = type instanceof GraphQLList wrapped ? wrapped.getWrappedType() : type;
    form.append('[');
    for (var value : list) {
      if (value == null
          || value instanceof Map
          || (value instanceof String text && !plain(text, element))) {
        write(value, element);
      }
    }
    form.append(']');
  }

  private static boolean plain(String text, GraphQLType type) {
    return decisive(text, GraphQLTypeUtil.unwrapNonNull(type)).equals("v");
  }

  private static String decisive(String text, GraphQLType type) {
    var name = type instanceof GraphQLNamedType named ? named.getName() : "";
    if (type instanceof GraphQLEnumType) {
      return DECISIVE.contains(name) ? text + ";" : "v";
    }
    if (name.equals(FIELD_PATH)) {
      return text.length() + "'" + text + "'";
    }
    return name.equals("ID") ? GlobalId.of(text).map(id -> id.type() + "#").orElse("v") : "v";
  }
}
