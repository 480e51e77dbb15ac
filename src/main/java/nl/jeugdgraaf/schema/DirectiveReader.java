package nl.jeugdgraaf.schema;

import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads arguments of the directives that describe the graph.
///
/// @param problems gets what is wrong
/// @param subject `Type` or `Type.field`, for messages
record DirectiveReader(SchemaProblems problems, String subject) {
  /// What may stand in Cypher without quotes: names come from here and nowhere else.
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

  private static Optional<Value<?>> value(
      DirectivesContainer<?> holder, String directive, String argument) {
    for (Directive found : holder.getDirectives(directive)) {
      var given = found.getArgument(argument);
      if (given != null) {
        return Optional.of(given.getValue());
      }
    }
    return Optional.empty();
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
