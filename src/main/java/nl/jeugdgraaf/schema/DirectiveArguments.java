package nl.jeugdgraaf.schema;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The arguments of one directive in a schema file, by their form. An argument of another form is
/// treated as absent.
///
/// @param directive the directive
public record DirectiveArguments(Directive directive) {
  /// {@return the value of an argument, if it is given}
  ///
  /// @param name its name
  public Optional<Value<?>> value(String name) {
    var given = directive.getArgument(name);
    return given == null ? Optional.empty() : Optional.of(given.getValue());
  }

  /// {@return an argument that is a string}
  ///
  /// @param name its name
  public Optional<String> text(String name) {
    return value(name).stream()
        .filter(StringValue.class::isInstance)
        .map(it -> ((StringValue) it).getValue())
        .findFirst();
  }

  /// {@return an argument that is a list of strings, empty if absent}
  ///
  /// @param name its name
  public List<String> texts(String name) {
    return items(name)
        .filter(StringValue.class::isInstance)
        .map(it -> ((StringValue) it).getValue())
        .toList();
  }

  /// {@return an argument that is a list of enum values, empty if absent}
  ///
  /// @param name its name
  public List<String> names(String name) {
    return items(name)
        .filter(EnumValue.class::isInstance)
        .map(it -> ((EnumValue) it).getName())
        .toList();
  }

  /// {@return whether an argument is given and true}
  ///
  /// @param name its name
  public boolean isTrue(String name) {
    return value(name).orElse(null) instanceof BooleanValue given && given.isValue();
  }

  @SuppressWarnings("rawtypes") // the lists of graphql-java are declared so
  private Stream<Value> items(String name) {
    return value(name).orElse(null) instanceof ArrayValue list
        ? list.getValues().stream()
        : Stream.of();
  }
}
