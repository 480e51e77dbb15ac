package nl.jeugdgraaf.schema;

import graphql.language.ArrayValue;
import graphql.language.DirectivesContainer;
import graphql.language.EnumValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads and checks arguments of the directives that describe the graph.
///
/// @param problems collects what is wrong
/// @param subject `Type` or `Type.field`, for messages
record DirectiveReader(SchemaProblems problems, String subject) {
  /// Names that are safe in Cypher without quotes; every name in a statement is read here.
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /// Returns an argument that is a name in the database.
  Optional<String> string(DirectivesContainer<?> holder, String directive, String argument) {
    return value(holder, directive, argument)
        .map(value -> {
          if (value instanceof StringValue text && isName(text.getValue())) {
            return text.getValue();
          }
          problems.add(
              value,
              subject,
              "@%s(%s) must be a string of letters, digits and underscores"
                  .formatted(directive, argument));
          return "_";
        });
  }

  /// Returns an argument that is a list of names in the database, empty where it is not given.
  List<String> strings(DirectivesContainer<?> holder, String directive, String argument) {
    return value(holder, directive, argument)
        .map(value -> {
          if (value instanceof ArrayValue list
              && list.getValues().stream()
                  .allMatch(it -> it instanceof StringValue text && isName(text.getValue()))) {
            return list.getValues().stream().map(it -> ((StringValue) it).getValue()).toList();
          }
          problems.add(
              value,
              subject,
              "@%s(%s) must be a list of strings of letters, digits and underscores"
                  .formatted(directive, argument));
          return List.<String>of();
        })
        .orElse(List.of());
  }

  /// Returns an argument that is an enum value.
  Optional<String> choice(
      DirectivesContainer<?> holder, String directive, String argument, List<String> choices) {
    return value(holder, directive, argument)
        .map(value -> {
          if (value instanceof EnumValue choice && choices.contains(choice.getName())) {
            return choice.getName();
          }
          problems.add(
              value,
              subject,
              "@%s(%s) must be one of %s"
                  .formatted(directive, argument, String.join(", ", choices)));
          return choices.getFirst();
        });
  }

  /// Returns an argument that is a whole number.
  Optional<Integer> number(DirectivesContainer<?> holder, String directive, String argument) {
    return value(holder, directive, argument)
        .map(value -> {
          if (value instanceof IntValue number && number.getValue().bitLength() < Integer.SIZE) {
            return number.getValue().intValueExact();
          }
          problems.add(
              value, subject, "@%s(%s) must be a whole number".formatted(directive, argument));
          return 1;
        });
  }

  /// Returns whether an argument is given.
  static boolean has(DirectivesContainer<?> holder, String directive, String argument) {
    return value(holder, directive, argument).isPresent();
  }

  private static Optional<Value<?>> value(
      DirectivesContainer<?> holder, String directive, String argument) {
    return holder.getDirectives(directive).stream()
        .flatMap(found -> new DirectiveArguments(found).value(argument).stream())
        .findFirst();
  }

  private static boolean isName(@Nullable String text) {
    return text != null && NAME.matcher(text).matches();
  }
}
