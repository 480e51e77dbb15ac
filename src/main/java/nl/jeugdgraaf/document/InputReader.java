package nl.jeugdgraaf.document;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Reads arguments of a validated document.
///
/// Where a variable has no value, it is as if its place were not written, and so is each object and
/// list that this empties. What is written or passed empty stays.
///
/// @param variables values in the form that the schema gives them
public record InputReader(Map<String, @Nullable Object> variables) {

  /// Returns the arguments of a field or directive that are given.
  public Map<String, Input> arguments(List<GraphQLArgument> declared, List<Argument> given) {
    var inputs = new LinkedHashMap<String, Input>();
    for (var argument : declared) {
      given.stream()
          .filter(it -> it.getName().equals(argument.getName()))
          .findFirst()
          .flatMap(it -> literal(it.getValue(), argument.getType()))
          .ifPresent(input -> inputs.put(argument.getName(), input));
    }
    return inputs;
  }

  /// Returns a value in the document, or nothing for a variable without a value.
  private Optional<Input> literal(Value<?> value, GraphQLInputType type) {
    if (value instanceof VariableReference variable) {
      if (type instanceof GraphQLNonNull
          && variables.containsKey(variable.getName())
          && variables.get(variable.getName()) == null) {
        throw new ProblemException(
            Problem.inVariable(
                Code.BAD_USER_INPUT,
                "Variable '%s' is null where a value is required. Give it a value."
                    .formatted(variable.getName()),
                "variables." + variable.getName()));
      }
      return variables.containsKey(variable.getName())
          ? Optional.of(
              given(variables.get(variable.getName()), type, List.of(), variable.getName()))
          : Optional.empty();
    }
    if (value instanceof NullValue) {
      return Optional.of(new Input.Null());
    }
    return switch (type) {
      case GraphQLNonNull required -> literal(value, (GraphQLInputType) required.getWrappedType());
      case GraphQLList list -> items(value, (GraphQLInputType) list.getWrappedType());
      case GraphQLInputObjectType object -> fields((ObjectValue) value, object);
      case GraphQLEnumType _ -> Optional.of(constant(((EnumValue) value).getName()));
      case GraphQLScalarType scalar -> Optional.of(constant(coerce(scalar, value)));
      default -> throw new Bug("no input type " + type);
    };
  }

  private static Input constant(Object value) {
    return new Input.Leaf(value, new ParameterSource.Literal(value));
  }

  private static Object coerce(GraphQLScalarType scalar, Value<?> value) {
    var coerced =
        scalar
            .getCoercing()
            .parseLiteral(
                value,
                CoercedVariables.emptyVariables(),
                GraphQLContext.getDefault(),
                Locale.ENGLISH);
    if (coerced == null) {
      throw new Bug("validation let a wrong literal pass");
    }
    return coerced;
  }

  /// One value can stand for a list of it (GraphQL specification, section 3.11).
  private Optional<Input> items(Value<?> value, GraphQLInputType element) {
    var items = new ArrayList<Input>();
    if (value instanceof ArrayValue array) {
      for (Value<?> one : array.getValues()) {
        literal(one, element).ifPresent(items::add);
      }
    } else {
      literal(value, element).ifPresent(items::add);
    }
    return items.isEmpty() && !isEmptyList(value)
        ? Optional.empty()
        : Optional.of(new Input.Items(items, new ParameterSource.ListOf(sources(items))));
  }

  private static boolean isEmptyList(Value<?> value) {
    return value instanceof ArrayValue array && array.getValues().isEmpty();
  }

  private static List<ParameterSource> sources(List<Input> items) {
    return items.stream()
        .filter(Input.Leaf.class::isInstance)
        .map(item -> ((Input.Leaf) item).source())
        .toList();
  }

  /// Returns an object from the files of access rules.
  public Input object(ObjectValue value, GraphQLInputObjectType type) {
    return fields(value, type).orElseThrow(() -> new Bug("a rule without a value of the caller"));
  }

  private Optional<Input> fields(ObjectValue value, GraphQLInputObjectType type) {
    var fields = new LinkedHashMap<String, Input>();
    for (var field : value.getObjectFields()) {
      literal(field.getValue(), type.getField(field.getName()).getType())
          .ifPresent(input -> fields.put(field.getName(), input));
    }
    return fields.isEmpty() && !value.getObjectFields().isEmpty()
        ? Optional.empty()
        : Optional.of(new Input.Fields(fields));
  }

  /// Returns a value inside a variable, which graphql-java has already brought into its form.
  private static Input given(
      @Nullable Object value, GraphQLType type, List<Object> path, String variable) {
    if (value == null) {
      return new Input.Null();
    }
    return switch (type) {
      case GraphQLNonNull required -> given(value, required.getWrappedType(), path, variable);
      case GraphQLList list -> {
        var values = (List<?>) value;
        var items = new ArrayList<Input>();
        for (int i = 0; i < values.size(); i++) {
          items.add(given(values.get(i), list.getWrappedType(), with(path, i), variable));
        }
        yield new Input.Items(items, new ParameterSource.OperationVariable(variable, path));
      }
      case GraphQLInputObjectType object -> {
        var fields = new LinkedHashMap<String, Input>();
        for (var field : object.getFieldDefinitions()) {
          var values = (Map<?, ?>) value;
          if (values.containsKey(field.getName())) {
            fields.put(
                field.getName(),
                given(
                    values.get(field.getName()),
                    field.getType(),
                    with(path, field.getName()),
                    variable));
          }
        }
        yield new Input.Fields(fields);
      }
      default -> new Input.Leaf(value, new ParameterSource.OperationVariable(variable, path));
    };
  }

  private static List<Object> with(List<Object> path, Object step) {
    var longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }
}
