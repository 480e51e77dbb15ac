package nl.jeugdgraaf.access;

import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.EnumTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.ObjectValue;
import graphql.language.SDLDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SchemaExtensionDefinition;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.schema.DirectiveArguments;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaProblems;
import nl.jeugdgraaf.schema.SdlParser;

/// Reads the folder of access rules, and refuses rules that do not fit the model, or leave a type
/// or field open.
///
/// Every problem is found in one go and names file, line, type and rule.
public final class AccessReader {
  private final Model model;
  private final SchemaProblems problems = new SchemaProblems();
  private final SequencedMap<String, AccessRules.Role> roles = new LinkedHashMap<>();
  private final List<String> purposes = new ArrayList<>();
  private final SequencedMap<String, ObjectTypeExtensionDefinition> types = new LinkedHashMap<>();
  private final StatisticsReader statistics;
  private final Map<String, ObjectValue> written = new LinkedHashMap<>();

  private AccessReader(Model model) {
    this.model = model;
    this.statistics = new StatisticsReader(model, problems);
  }

  /// Reads access rules.
  ///
  /// @param files the files
  /// @param model the graph
  /// @param schema its public schema
  /// @throws ProblemException `STARTUP_FAILED` with everything that is wrong
  public static AccessDefinitions read(List<SchemaFile> files, Model model, GraphQLSchema schema) {
    return new AccessReader(model).read(files, schema);
  }

  private AccessDefinitions read(List<SchemaFile> files, GraphQLSchema schema) {
    var definitions = SdlParser.parse(files, problems);
    problems.throwIfAny();
    definitions.forEach(this::classify);
    var counted = statistics.definitions();
    types.values().forEach(this::rules);
    problems.throwIfAny();
    var reader = new RuleConditionReader(schema, written, problems);
    var conditions = new LinkedHashMap<String, RuleCondition>();
    written.keySet().forEach(rule -> conditions.put(rule, reader.read(rule)));
    var ofTypes = new LinkedHashMap<String, AccessRules.TypeGrants>();
    types.forEach((name, type) -> ofTypes.put(name, ofType(name, type, conditions)));
    problems.throwIfAny();
    var rules = new AccessRules(roles, purposes, ofTypes);
    new AccessChecks(problems, types).check(model, rules);
    problems.throwIfAny();
    return new AccessDefinitions(rules, conditions, counted);
  }

  private void classify(SDLDefinition<?> definition) {
    switch (definition) {
      case EnumTypeDefinition type when type.getName().equals("Role") -> roles(type);
      case EnumTypeDefinition type when type.getName().equals("Purpose") ->
          type.getEnumValueDefinitions().forEach(value -> purposes.add(value.getName()));
      case ObjectTypeExtensionDefinition type -> {
        if (!model.nodes().containsKey(type.getName())
            && !model.relationshipProperties().containsKey(type.getName())) {
          problems.add(type, type.getName(), "is neither a node type nor relationship properties");
        } else if (types.putIfAbsent(type.getName(), type) != null) {
          problems.add(type, type.getName(), "has rules in two places; merge them");
        }
      }
      case SchemaExtensionDefinition schema -> statistics.read(schema);
      case DirectiveDefinition _, ScalarTypeDefinition _ -> {}
      default ->
          problems.add(
              definition,
              "definition",
              "only the enums Role and Purpose, extend type and extend schema belong here");
    }
  }

  private void roles(EnumTypeDefinition type) {
    for (var value : type.getEnumValueDefinitions()) {
      var purposes =
          value.getDirectives("states").stream()
              .flatMap(it -> new DirectiveArguments(it).names("purposes").stream())
              .toList();
      var organisation =
          value.getDirectives("actsFor").stream()
              .flatMap(it -> new DirectiveArguments(it).text("type").stream())
              .findFirst();
      organisation
          .filter(name -> !model.nodes().containsKey(name))
          .ifPresent(
              name -> problems.add(value, "Role." + value.getName(), name + " is not a node type"));
      var asks =
          value.getDirectives("asks").stream()
              .flatMap(it -> new DirectiveArguments(it).texts("fields").stream())
              .toList();
      roles.put(
          value.getName(),
          new AccessRules.Role(purposes, organisation, asks, value.hasDirective("exports")));
    }
  }

  private void rules(ObjectTypeExtensionDefinition type) {
    for (Directive rule : type.getDirectives("rule")) {
      var arguments = new DirectiveArguments(rule);
      var name = type.getName() + "." + arguments.text("name").orElse("");
      if (arguments.value("where").orElse(null) instanceof ObjectValue where) {
        if (written.putIfAbsent(name, where) != null) {
          problems.add(rule, name, "is defined twice; rename one");
        }
      } else {
        problems.add(rule, name, "needs a condition: @rule(name: ..., where: {...})");
      }
    }
  }

  private AccessRules.TypeGrants ofType(
      String name, ObjectTypeExtensionDefinition type, Map<String, RuleCondition> conditions) {
    var visible = type.getDirectives("visible").stream().map(it -> grant(name, it)).toList();
    var readable = new LinkedHashMap<String, List<Grant>>();
    for (Directive directive : type.getDirectives("readable")) {
      var grant = grant(name, directive);
      for (var field : new DirectiveArguments(directive).texts("fields")) {
        if (!attributes(name).contains(field)) {
          problems.add(directive, name, "has no stored field " + field);
        }
        readable.computeIfAbsent(field, _ -> new ArrayList<>()).add(grant);
      }
    }
    var prefix = name + ".";
    var ofOrganisation =
        conditions.entrySet().stream()
            .filter(it -> it.getKey().startsWith(prefix) && it.getValue().ofOrganisation())
            .map(it -> it.getKey().substring(prefix.length()))
            .collect(Collectors.toSet());
    return new AccessRules.TypeGrants(visible, readable, subject(name, type), ofOrganisation);
  }

  private List<String> attributes(String type) {
    var node = model.nodes().get(type);
    var edge = model.relationshipProperties().get(type);
    return List.copyOf(
        node != null
            ? node.attributes().keySet()
            : edge == null ? List.of() : edge.attributes().keySet());
  }

  private Grant grant(String type, Directive directive) {
    var arguments = new DirectiveArguments(directive);
    var to = arguments.names("to");
    var forPurposes = arguments.names("for");
    to.stream()
        .filter(role -> !roles.containsKey(role))
        .forEach(role -> problems.add(directive, type, role + " is not a value of Role"));
    forPurposes.stream()
        .filter(purpose -> !purposes.contains(purpose))
        .forEach(purpose -> problems.add(directive, type, purpose + " is not a value of Purpose"));
    var rule = arguments.text("rule");
    var connected = arguments.text("connected");
    Stream.concat(rule.stream(), connected.stream())
        .filter(name -> !written.containsKey(type + "." + name))
        .forEach(name ->
            problems.add(
                directive,
                type,
                "rule \"" + name + "\" is not defined; add @rule(name: ..., where: {...})"));
    if (connected.isPresent() && (rule.isEmpty() || !model.nodes().containsKey(type))) {
      problems.add(
          directive,
          type,
          "connected needs a rule beside it, on a node type; add rule or remove it");
    }
    return new Grant(to, forPurposes, rule, connected, arguments.isTrue("demoOnly"));
  }

  /// Checks that the fields lead from one type to the next, and to a youth at last.
  private Optional<Subject> subject(String name, ObjectTypeExtensionDefinition type) {
    for (Directive directive : type.getDirectives("subject")) {
      var arguments = new DirectiveArguments(directive);
      var path = arguments.texts("path");
      var at = model.nodes().get(name);
      for (var field : path) {
        var relationship = at == null ? null : at.relationships().get(field);
        at = relationship == null ? null : model.nodes().get(relationship.target().entity());
      }
      if (at == null || !at.name().equals("Youth")) {
        problems.add(directive, name, "the path of @subject must lead to Youth");
      }
      return Optional.of(new Subject(path, identifiers(directive, name, path)));
    }
    return Optional.empty();
  }

  private Set<String> identifiers(Directive directive, String name, List<String> path) {
    var identifiers = new DirectiveArguments(directive).texts("identifiers");
    var type = model.nodes().get(name);
    if (path.isEmpty() == identifiers.isEmpty()
        || (type != null && !type.attributes().keySet().containsAll(identifiers))) {
      problems.add(
          directive,
          name,
          "identifiers must name fields of Youth where path is empty, and be left out elsewhere");
    }
    return Set.copyOf(identifiers);
  }
}
