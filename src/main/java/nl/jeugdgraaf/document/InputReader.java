package nl.jeugdgraaf.document;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
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
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.ParameterSource.OptionalVariable;
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
/// @param optional which of them may have no value in another run; absent where all runs are alike
public record InputReader(
    Map<String, @Nullable Object> variables, Optional<OptionalVariables> optional) {
  /// Creates a reader of arguments that are the same in each run.
  ///
  /// @param variables values in the form that the schema gives them
  public InputReader(Map<String, @Nullable Object> variables) {
    this(variables, Optional.empty());
  }

  /// What it means that a variable has no value.
  private sealed interface Place {
    /// Another form.
    record Fixed() implements Place {}

    /// That a condition is left out, which others beside it do not notice.
    record Condition() implements Place {}

    /// That all of a condition is left out.
    ///
    /// @param name the only variable in it
    record Inside(String name) implements Place {}
  }

  private static final Place FIXED = new Place.Fixed();
  private static final Place CONDITION = new Place.Condition();

  /// Returns the arguments of a field or directive that are given.
  public Map<String, Input> arguments(List<GraphQLArgument> declared, List<Argument> given) {
    var inputs = new LinkedHashMap<String, Input>();
    for (var argument : declared) {
      given.stream()
          .filter(it -> it.getName().equals(argument.getName()))
          .findFirst()
          .flatMap(it -> literal(it.getValue(), argument.getType(), place(argument)))
          .ifPresent(input -> inputs.put(argument.getName(), input));
    }
    return inputs;
  }

  private Place place(GraphQLArgument argument) {
    return optional.isPresent()
            && argument.getName().equals(ApiNames.Argument.WHERE)
            && optional.get().places().isWhere(argument.getType())
        ? CONDITION
        : FIXED;
  }

  /// Returns a value in the document, or nothing for a variable without a value.
  private Optional<Input> literal(Value<?> value, GraphQLInputType type, Place place) {
    if (value instanceof VariableReference variable) {
      return variable(variable.getName(), type, place);
    }
    if (value instanceof NullValue) {
      return Optional.of(new Input.Null());
    }
    return switch (type) {
      case GraphQLNonNull required ->
          literal(value, (GraphQLInputType) required.getWrappedType(), place);
      case GraphQLList list ->
          items(value, (GraphQLInputType) list.getWrappedType(), inside(place, value));
      case GraphQLInputObjectType object -> fields((ObjectValue) value, object, place);
      case GraphQLEnumType _ -> Optional.of(constant(((EnumValue) value).getName()));
      case GraphQLScalarType scalar -> Optional.of(constant(coerce(scalar, value)));
      default -> throw new Bug("no input type " + type);
    };
  }

  private Optional<Input> variable(String name, GraphQLInputType type, Place place) {
    var value = variables.get(name);
    if (place instanceof Place.Fixed
        || (place instanceof Place.Inside(var only)
            && (!only.equals(name) || value instanceof Map))) {
      optional.ifPresent(it -> it.decides(name));
    }
    if (!variables.containsKey(name)) {
      return Optional.empty();
    }
    if (type instanceof GraphQLNonNull && value == null) {
      throw new ProblemException(
          Problem.inVariable(
              Code.BAD_USER_INPUT,
              "Variable '%s' is null where a value is required. Give it a value.".formatted(name),
              "variables." + name));
    }
    return Optional.of(given(value, type, List.of(), new Variable(name, place)));
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
  private Optional<Input> items(Value<?> value, GraphQLInputType element, Place place) {
    var items = new ArrayList<Input>();
    if (value instanceof ArrayValue array) {
      for (Value<?> one : array.getValues()) {
        literal(one, element, place).ifPresent(items::add);
      }
    } else {
      literal(value, element, place).ifPresent(items::add);
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
    return fields(value, type, FIXED)
        .orElseThrow(() -> new Bug("a rule without a value of the caller"));
  }

  private Optional<Input> fields(ObjectValue value, GraphQLInputObjectType type, Place place) {
    var fields = new LinkedHashMap<String, Input>();
    var presence = new LinkedHashMap<String, Input.Presence>();
    for (var field : value.getObjectFields()) {
      var inner = type.getField(field.getName()).getType();
      var at = place instanceof Place.Condition ? part(type, field, inner) : place;
      literal(field.getValue(), inner, at)
          .ifPresent(input -> {
            fields.put(field.getName(), input);
            if (place instanceof Place.Condition && !(at instanceof Place.Fixed)) {
              presence(field.getValue(), input, inner)
                  .ifPresent(it -> presence.put(field.getName(), it));
            }
          });
    }
    return fields.isEmpty() && !value.getObjectFields().isEmpty()
        ? Optional.empty()
        : Optional.of(new Input.Fields(fields, presence));
  }

  /// Returns the place of a part of an object of conditions that must hold together.
  private Place part(GraphQLInputObjectType type, ObjectField field, GraphQLInputType inner) {
    var places = optional.orElseThrow().places();
    if (!places.isOptional(type, field.getName())) {
      return FIXED;
    }
    return places.isConjunction(field.getName(), inner)
            || field.getValue() instanceof VariableReference
        ? CONDITION
        : inside(CONDITION, field.getValue());
  }

  /// Returns the place of what is inside a list, or inside another part that is asked as a whole.
  private Place inside(Place place, Value<?> whole) {
    return place instanceof Place.Condition
        ? optional
            .flatMap(it -> it.whole(whole, variables))
            .filter(names -> names.size() == 1)
            .<Place>map(names -> new Place.Inside(names.iterator().next()))
            .orElse(FIXED)
        : place;
  }

  private Optional<Input.Presence> presence(Value<?> value, Input input, GraphQLInputType type) {
    return optional
        .flatMap(it -> it.whole(value, variables))
        .map(names ->
            new Input.Presence(
                names.stream()
                    .<ParameterSource>map(it -> new OptionalVariable(it, List.of()))
                    .toList(),
                isImplied(input, type)));
  }

  private boolean isImplied(Input input, GraphQLType type) {
    return input instanceof Input.Fields(var fields, var parts)
        && fields.size() == parts.size()
        && optional.orElseThrow().places().asksNothingWhenEmpty(type);
  }

  /// A variable where it stands.
  private record Variable(String name, Place place) {}

  /// Returns a value inside a variable, which graphql-java has already brought into its form.
  private Input given(
      @Nullable Object value, GraphQLType type, List<Object> path, Variable variable) {
    if (value == null) {
      return new Input.Null();
    }
    return switch (type) {
      case GraphQLNonNull required -> given(value, required.getWrappedType(), path, variable);
      case GraphQLList list -> {
        var values = (List<?>) value;
        var items = new ArrayList<Input>();
        var inside = new Variable(variable.name(), inside(variable));
        for (int i = 0; i < values.size(); i++) {
          items.add(given(values.get(i), list.getWrappedType(), with(path, i), inside));
        }
        yield new Input.Items(items, source(path, variable));
      }
      case GraphQLInputObjectType object -> given((Map<?, ?>) value, object, path, variable);
      default -> new Input.Leaf(value, source(path, variable));
    };
  }

  private Input given(
      Map<?, ?> values, GraphQLInputObjectType type, List<Object> path, Variable variable) {
    var fields = new LinkedHashMap<String, Input>();
    var presence = new LinkedHashMap<String, Input.Presence>();
    for (var field : type.getFieldDefinitions()) {
      var name = field.getName();
      if (values.containsKey(name)) {
        var longer = with(path, name);
        var isPart = isPart(type, name, values.get(name), variable);
        var inConjunction = isPart && optional.orElseThrow().places().isFilter(field.getType());
        var place = inConjunction ? variable.place() : inside(variable);
        var input =
            given(values.get(name), field.getType(), longer, new Variable(variable.name(), place));
        fields.put(name, input);
        if (isPart) {
          presence.put(
              name,
              new Input.Presence(
                  List.of(new OptionalVariable(variable.name(), longer)),
                  isImplied(input, field.getType())));
        }
      }
    }
    return new Input.Fields(fields, presence);
  }

  /// Returns whether a part of an object inside a variable can be left out. What is null is given.
  private boolean isPart(
      GraphQLInputObjectType type, String name, @Nullable Object value, Variable variable) {
    return variable.place() instanceof Place.Condition
        && value != null
        && optional.orElseThrow().places().isOptional(type, name);
  }

  private static Place inside(Variable variable) {
    return variable.place() instanceof Place.Condition
        ? new Place.Inside(variable.name())
        : variable.place();
  }

  private ParameterSource source(List<Object> path, Variable variable) {
    return optional.filter(OptionalVariables::shared).isPresent()
            && !(variable.place() instanceof Place.Fixed)
        ? new OptionalVariable(variable.name(), path)
        : new ParameterSource.OperationVariable(variable.name(), path);
  }

  private static List<Object> with(List<Object> path, Object step) {
    var longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }
}
