package nl.jeugdgraaf.schema;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.IntValue;
import graphql.language.ListType;
import graphql.language.Node;
import graphql.language.NonNullType;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.SDLDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Checks the arguments of directives against the definitions in the same files.
///
/// Whoever reads a directive takes an argument of another name or form for absent. A rule of access
/// that is misspelt, or stands without quotes, would then be no rule, and what it guards would be
/// open.
final class DirectiveForms {
  private final SchemaProblems problems;
  private final Map<String, List<InputValueDefinition>> directives = new HashMap<>();
  private final Map<String, List<InputValueDefinition>> inputs = new HashMap<>();
  private final Map<String, EnumTypeDefinition> enums = new HashMap<>();

  private DirectiveForms(List<SDLDefinition<?>> definitions, SchemaProblems problems) {
    this.problems = problems;
    for (var definition : definitions) {
      switch (definition) {
        case DirectiveDefinition it -> directives.put(it.getName(), it.getInputValueDefinitions());
        case InputObjectTypeDefinition it ->
            inputs.put(it.getName(), it.getInputValueDefinitions());
        case EnumTypeDefinition it -> enums.put(it.getName(), it);
        default -> {}
      }
    }
  }

  /// Adds a problem for each argument of another name or form than its directive has. Directives
  /// that the files do not define are left alone.
  static void check(List<SDLDefinition<?>> definitions, SchemaProblems problems) {
    var forms = new DirectiveForms(definitions, problems);
    definitions.forEach(forms::visit);
  }

  private void visit(Node<?> node) {
    if (node instanceof Directive directive && directives.containsKey(directive.getName())) {
      var known = directives.get(directive.getName());
      for (var argument : directive.getArguments()) {
        value(argument.getName(), argument.getValue(), known, "@" + directive.getName());
      }
    } else {
      node.getChildren().forEach(this::visit);
    }
  }

  private void value(
      String name, Value<?> value, List<InputValueDefinition> known, String subject) {
    known.stream()
        .filter(it -> it.getName().equals(name))
        .findFirst()
        .ifPresentOrElse(
            it -> form(value, it.getType(), "%s(%s)".formatted(subject, name)),
            () ->
                problems.add(
                    value,
                    subject,
                    "has no %s; it takes %s"
                        .formatted(
                            name,
                            known.stream()
                                .map(InputValueDefinition::getName)
                                .collect(Collectors.joining(", ")))));
  }

  private void form(Value<?> value, Type<?> type, String subject) {
    switch (type) {
      case NonNullType required when value instanceof NullValue ->
          problems.add(value, subject, "must not be null");
      case NonNullType required -> form(value, required.getType(), subject);
      case ListType list when value instanceof ArrayValue array ->
          array.getValues().forEach(one -> form(one, list.getType(), subject));
      case ListType _ -> require(value instanceof NullValue, value, subject, "a list: [...]");
      default -> named(value, SchemaReader.name(type), subject);
    }
  }

  private void named(Value<?> value, String type, String subject) {
    if (value instanceof NullValue) {
      return;
    }
    if (enums.containsKey(type)) {
      require(value instanceof EnumValue, value, subject, "a name without quotes");
    } else if (inputs.containsKey(type)) {
      if (value instanceof ObjectValue object) {
        object
            .getObjectFields()
            .forEach(it -> value(it.getName(), it.getValue(), inputs.get(type), subject));
      } else {
        require(false, value, subject, "an object: {...}");
      }
    } else {
      switch (type) {
        case "String" -> require(value instanceof StringValue, value, subject, "in quotes");
        case "Boolean" -> require(value instanceof BooleanValue, value, subject, "true or false");
        case "Int" -> require(value instanceof IntValue, value, subject, "a whole number");
        default -> {}
      }
    }
  }

  private void require(boolean right, Value<?> value, String subject, String form) {
    if (!right) {
      problems.add(value, subject, "must be " + form);
    }
  }
}
