package nl.jeugdgraaf.document;

import graphql.GraphQLContext;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import org.jspecify.annotations.Nullable;

/// What is wrong inside a variable that does not fit its type, without the values that it has: they
/// may name a person.
final class VariableFaults {
  /// Longer names are not repeated: they are no slip of the pen.
  private static final int NAME_MAX = 80;

  private final Problem.Location location;
  private final List<Problem> problems = new ArrayList<>();
  private Problem.Coordinate about = Problem.Coordinate.NONE;

  /// @param location where the variable is declared
  VariableFaults(Problem.Location location) {
    this.location = location;
  }

  List<Problem> problems() {
    return problems;
  }

  /// Looks for faults.
  ///
  /// @param value as JSON gives it
  /// @param type what it should be
  /// @param at where it is, such as `variables.w.status`
  void find(@Nullable Object value, GraphQLType type, String at) {
    switch (type) {
      case GraphQLNonNull required -> {
        if (value == null) {
          add(at, "needs a value of type " + GraphQLTypeUtil.simplePrint(required) + ".");
        } else {
          find(value, required.getWrappedType(), at);
        }
      }
      case GraphQLType _ when value == null -> {}
      case GraphQLList list when value instanceof List<?> values -> {
        for (int i = 0; i < values.size(); i++) {
          find(values.get(i), list.getWrappedType(), at + "[" + i + "]");
        }
      }
      case GraphQLList list -> find(value, list.getWrappedType(), at);
      case GraphQLInputObjectType object when value instanceof Map<?, ?> fields ->
          object(fields, object, at);
      case GraphQLInputObjectType object ->
          add(at, "must be an object of type " + object.getName() + ".");
      case GraphQLEnumType constants -> constant(value, constants, at);
      case GraphQLScalarType scalar -> scalar(value, scalar, at);
      default -> {}
    }
  }

  private void object(Map<?, ?> fields, GraphQLInputObjectType type, String at) {
    var around = about;
    var names = type.getFieldDefinitions().stream().map(it -> it.getName()).toList();
    for (var given : fields.keySet()) {
      var name = given.toString();
      if (!names.contains(name)) {
        about = new Problem.Coordinate(type.getName(), "");
        var known = name.length() <= NAME_MAX ? name : "that";
        add(
            at,
            "has a field '%s' that %s does not have.%s"
                .formatted(known, type.getName(), Suggestions.of(name, names)));
      }
    }
    if (type.isOneOf()
        && (fields.size() != 1 || fields.values().stream().anyMatch(it -> it == null))) {
      about = new Problem.Coordinate(type.getName(), "");
      add(at, "takes exactly one key, with a value: " + String.join(", ", names) + ".");
    }
    for (var field : type.getFieldDefinitions()) {
      about = new Problem.Coordinate(type.getName(), field.getName());
      if (fields.containsKey(field.getName()) || isRequired(field)) {
        find(fields.get(field.getName()), field.getType(), at + "." + field.getName());
      }
    }
    about = around;
  }

  private static boolean isRequired(GraphQLInputObjectField field) {
    return field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue();
  }

  private void constant(Object value, GraphQLEnumType type, String at) {
    var names = type.getValues().stream().map(it -> it.getName()).toList();
    if (!(value instanceof String name)) {
      add(at, "must be the name of a value of " + type.getName() + ".");
    } else if (!names.contains(name)) {
      add(at, "is no value of " + type.getName() + "." + Suggestions.of(name, names));
    }
  }

  private void scalar(Object value, GraphQLScalarType type, String at) {
    try {
      type.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ENGLISH);
    } catch (CoercingParseValueException e) {
      add(at, "has an invalid value: " + ErrorMessages.ofVariable(e).message());
    }
  }

  private void add(String at, String fault) {
    problems.add(problem(at, Problem.of(Code.BAD_USER_INPUT, at + " " + fault)));
  }

  /// Returns a problem at a place.
  Problem problem(String at, Problem problem) {
    return problem.at(new Problem.Place(List.of(location), List.of(), "", at, about));
  }
}
