package nl.jeugdgraaf.property.visible;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.model.Model;

/// The folder of access rules as it stands, read by nothing that the server has.
///
/// @param model the shape of the graph
/// @param purposes those that a role can have, by role
/// @param organisations the type of what a role acts for, by role
/// @param types what is written at a node type or at relationship properties, by name
record RulesAsWritten(
    Model model,
    Map<String, List<String>> purposes,
    Map<String, String> organisations,
    Map<String, OfType> types) {
  private static final Path FOLDER = Path.of("schema", "access");

  /// What is written at one type.
  ///
  /// @param visible who sees it
  /// @param readable who reads an attribute, by field name
  /// @param rules conditions by name
  record OfType(
      List<Grant> visible, Map<String, List<Grant>> readable, Map<String, ObjectValue> rules) {}

  /// One permission.
  ///
  /// @param to roles; empty for everybody
  /// @param purposes purposes; empty for all
  /// @param rule what must hold
  /// @param connected what must hold for a node not to be seen alone, if anything else
  /// @param demoOnly whether it is for demonstrations
  record Grant(
      List<String> to,
      List<String> purposes,
      Optional<String> rule,
      Optional<String> connected,
      boolean demoOnly) {}

  /// Reads the folder.
  static RulesAsWritten read(Model model) {
    var book =
        new RulesAsWritten(
            model, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    try (var files = Files.newDirectoryStream(FOLDER, "*.graphqls")) {
      for (var file : files) {
        var definitions = new Parser().parseDocument(Files.readString(file)).getDefinitions();
        definitions.forEach(book::note);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return book;
  }

  private void note(Definition<?> definition) {
    if (definition instanceof EnumTypeDefinition type && type.getName().equals("Role")) {
      for (var role : type.getEnumValueDefinitions()) {
        var states = role.getDirectives("states").getFirst();
        purposes.put(role.getName(), names(states, "purposes"));
        role.getDirectives("actsFor")
            .forEach(
                it -> organisations.put(role.getName(), name(it.getArgument("type").getValue())));
      }
    } else if (definition instanceof ObjectTypeExtensionDefinition type) {
      types.put(type.getName(), ofType(type));
    }
  }

  private static OfType ofType(ObjectTypeExtensionDefinition type) {
    var visible = type.getDirectives("visible").stream().map(RulesAsWritten::grant).toList();
    var readable = new LinkedHashMap<String, List<Grant>>();
    for (var directive : type.getDirectives("readable")) {
      for (var field : names(directive, "fields")) {
        readable.computeIfAbsent(field, _ -> new ArrayList<>()).add(grant(directive));
      }
    }
    var rules = new LinkedHashMap<String, ObjectValue>();
    for (var directive : type.getDirectives("rule")) {
      rules.put(
          name(directive.getArgument("name").getValue()),
          (ObjectValue) directive.getArgument("where").getValue());
    }
    return new OfType(visible, readable, rules);
  }

  private static Grant grant(Directive directive) {
    var demo = directive.getArgument("demoOnly");
    return new Grant(
        names(directive, "to"),
        names(directive, "for"),
        rule(directive, "rule"),
        rule(directive, "connected"),
        demo != null && ((BooleanValue) demo.getValue()).isValue());
  }

  private static Optional<String> rule(Directive directive, String argument) {
    return Optional.ofNullable(directive.getArgument(argument)).map(it -> name(it.getValue()));
  }

  private static List<String> names(Directive directive, String argument) {
    var given = directive.getArgument(argument);
    return given == null
        ? List.of()
        : ((ArrayValue) given.getValue()).getValues().stream().map(RulesAsWritten::name).toList();
  }

  /// Returns the text of a name, whether it is quoted or not.
  static String name(Value<?> value) {
    return value instanceof EnumValue name ? name.getName() : ((StringValue) value).getValue();
  }

  /// Returns a rule of a type, as it is written.
  ObjectValue rule(String type, String name) {
    var rule = types.get(type).rules().get(name);
    if (rule == null) {
      throw new IllegalStateException("no rule " + type + "." + name);
    }
    return rule;
  }

  /// Returns whether a rule speaks of the caller's organisation, itself or by another rule.
  boolean speaksOfOrganisation(String type, String rule) {
    return speaks(rule(type, rule), type);
  }

  private boolean speaks(Value<?> value, String type) {
    return switch (value) {
      case StringValue text -> text.getValue().equals("$caller.organisation");
      case ArrayValue list -> list.getValues().stream().anyMatch(one -> speaks(one, type));
      case ObjectValue object ->
          object.getObjectFields().stream()
              .anyMatch(field ->
                  (field.getName().equals("rule") && field.getValue() instanceof StringValue other)
                      ? speaksOfOrganisation(type, other.getValue())
                      : speaks(field.getValue(), below(type, field.getName())));
      default -> false;
    };
  }

  /// Returns the type that a condition below a name is about; the same one where the name leads
  /// nowhere.
  String below(String type, String name) {
    var relationship =
        model.find(type).map(it -> it.relationships().get(name.replaceFirst("Connection$", "")));
    return relationship.isPresent()
        ? relationship.get().target().entity()
        : model.nodes().containsKey(name) ? name : type;
  }
}
