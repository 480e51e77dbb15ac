package nl.jeugdgraaf.document;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Where a part of an argument stands: in the document or inside a variable.
///
/// @param location in the document; where a variable stands, if the value comes from one
/// @param variable where inside the variables, or empty
/// @param about the input object and its field; none if the part is not inside one
record ArgumentPlace(Problem.Location location, String variable, Problem.Coordinate about) {

  /// Finds a part of an argument.
  ///
  /// @param field the field that has the argument
  /// @param declared the argument in the schema
  /// @param at the part, such as `where.AND[0].status.eq`
  static ArgumentPlace of(Field field, @Nullable GraphQLArgument declared, String at) {
    var steps = steps(at);
    var name = steps.removeFirst();
    var about = declared == null ? Problem.Coordinate.NONE : about(declared.getType(), steps);
    return field.getArguments().stream()
        .filter(given -> given.getName().equals(name))
        .findFirst()
        .map(given -> walk(given, steps, about))
        .orElseGet(() -> new ArgumentPlace(DocumentReader.location(field), "", about));
  }

  /// {@return the name of the argument}
  static String name(String at) {
    return steps(at).getFirst();
  }

  /// {@return whether an argument can have such a part}
  static boolean fits(GraphQLArgument declared, String at) {
    var steps = steps(at);
    steps.removeFirst();
    steps.removeIf(step -> step.startsWith("["));
    return steps.isEmpty() || about(declared.getType(), steps).field().equals(steps.getLast());
  }

  private static Deque<String> steps(String at) {
    return new ArrayDeque<>(List.of(at.split("\\.|(?=\\[)")));
  }

  private static ArgumentPlace walk(
      Argument argument, Deque<String> steps, Problem.Coordinate about) {
    var location = DocumentReader.location(argument);
    Value<?> value = argument.getValue();
    while (!(value instanceof VariableReference) && !steps.isEmpty()) {
      var next = next(value, steps);
      if (next.isEmpty()) {
        break;
      }
      value = next.get();
      location = value.getSourceLocation() == null ? location : DocumentReader.location(value);
    }
    var variable =
        value instanceof VariableReference reference
            ? "variables." + reference.getName() + inside(steps)
            : "";
    return new ArgumentPlace(location, variable, about);
  }

  /// Takes one step into a value. A place in a list without a position is in any of its objects,
  /// and one value can stand for a list of one.
  private static Optional<Value<?>> next(Value<?> value, Deque<String> steps) {
    var step = steps.getFirst();
    if (value instanceof ArrayValue list && !step.startsWith("[")) {
      for (Value<?> item : list.getValues()) {
        if (field(item, step).isPresent()) {
          return Optional.of(item);
        }
      }
      return Optional.empty();
    }
    steps.removeFirst();
    if (step.startsWith("[")) {
      return Optional.of(
          value instanceof ArrayValue list ? list.getValues().get(position(step)) : value);
    }
    return field(value, step);
  }

  private static int position(String step) {
    return Integer.parseInt(step.substring(1, step.length() - 1));
  }

  private static Optional<Value<?>> field(Value<?> value, String name) {
    return value instanceof ObjectValue object
        ? object.getObjectFields().stream()
            .filter(field -> field.getName().equals(name))
            .findFirst()
            .map(ObjectField::getValue)
        : Optional.empty();
  }

  private static String inside(Deque<String> steps) {
    var path = new StringBuilder();
    steps.forEach(step -> path.append(step.startsWith("[") ? "" : ".").append(step));
    return path.toString();
  }

  private static Problem.Coordinate about(GraphQLType type, Deque<String> steps) {
    var about = Problem.Coordinate.NONE;
    var inside = GraphQLTypeUtil.unwrapAll(type);
    for (var step : steps) {
      if (inside instanceof GraphQLInputObjectType object && object.getField(step) != null) {
        about = new Problem.Coordinate(object.getName(), step);
        inside = GraphQLTypeUtil.unwrapAll(object.getField(step).getType());
      }
    }
    return about;
  }
}
