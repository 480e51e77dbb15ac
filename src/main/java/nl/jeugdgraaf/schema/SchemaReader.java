package nl.jeugdgraaf.schema;

import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Lifetime;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.TypeFields;
import nl.jeugdgraaf.problem.ProblemException;

/// Reads schema files into a [Model] and refuses a wrong one.
///
/// Every problem is found in one go and names file, line, type and field.
///
/// @see <a href="https://spec.graphql.org/September2025/#sec-Type-System">GraphQL, type system</a>
public final class SchemaReader {
  /// Enums of the directives themselves, which are not code lists.
  private static final Set<String> OF_DIRECTIVES =
      Set.of("RelationshipDirection", "RelationshipQueryDirection");

  private final SchemaProblems problems = new SchemaProblems();
  private final SequencedMap<String, ObjectTypeDefinition> nodes = new LinkedHashMap<>();
  private final SequencedMap<String, ObjectTypeDefinition> edges = new LinkedHashMap<>();
  private final SequencedMap<String, InterfaceTypeDefinition> interfaces = new LinkedHashMap<>();
  private final SequencedMap<String, Scalar.Enumeration> enumerations = new LinkedHashMap<>();

  private SchemaReader() {}

  /// Reads a model from schema files.
  ///
  /// @param files the files; their order is the order of the types
  /// @return the model
  /// @throws ProblemException `STARTUP_FAILED` with everything that is wrong
  public static Model read(List<SchemaFile> files) {
    return new SchemaReader().model(files);
  }

  private Model model(List<SchemaFile> files) {
    var definitions = SdlParser.parse(files, problems);
    problems.throwIfAny();
    definitions.forEach(this::classify);
    var fields = new FieldReader(problems, enumerations, nodes.keySet(), interfaces.keySet());

    var edgeTypes = new LinkedHashMap<String, RelationshipProperties>();
    edges.forEach((name, type) -> edgeTypes.put(name, edge(type, fields)));
    var nodeTypes = new LinkedHashMap<String, NodeType>();
    nodes.forEach((name, type) -> nodeTypes.put(name, node(type, fields, edgeTypes)));
    var interfaceTypes = new LinkedHashMap<String, InterfaceType>();
    interfaces.forEach(
        (name, type) -> interfaceTypes.put(name, interfaceType(type, fields, edgeTypes)));
    problems.throwIfAny();

    var model = new Model(nodeTypes, interfaceTypes, edgeTypes, enumerations);
    new SchemaChecks(problems, nodes, interfaces, edges).check(model);
    problems.throwIfAny();
    return model;
  }

  private void classify(SDLDefinition<?> definition) {
    switch (definition) {
      case ObjectTypeDefinition type -> classify(type);
      case InterfaceTypeDefinition type -> {
        unique(interfaces, type.getName(), type, type);
        if (!type.hasDirective("node")) {
          problems.add(type, type.getName(), "an interface needs @node");
        }
      }
      case EnumTypeDefinition type -> {
        if (!OF_DIRECTIVES.contains(type.getName())) {
          unique(enumerations, type.getName(), enumeration(type), type);
        }
      }
      case DirectiveDefinition _, InputObjectTypeDefinition _ -> {}
      default ->
          problems.add(
              definition,
              "definition",
              "only object types, interfaces, enums, directives and their inputs describe the"
                  + " graph");
    }
  }

  private void classify(ObjectTypeDefinition type) {
    var isNode = type.hasDirective("node");
    var isEdge = type.hasDirective("relationshipProperties");
    if (isNode == isEdge) {
      problems.add(
          type, type.getName(), "a type needs either @node or @relationshipProperties, not both");
    } else {
      unique(isNode ? nodes : edges, type.getName(), type, type);
    }
  }

  private <T> void unique(Map<String, T> known, String name, T definition, SDLDefinition<?> place) {
    var taken =
        nodes.containsKey(name)
            || edges.containsKey(name)
            || interfaces.containsKey(name)
            || enumerations.containsKey(name);
    if (taken) {
      problems.add(place, name, "is defined twice; rename one");
    }
    known.put(name, definition);
  }

  private Scalar.Enumeration enumeration(EnumTypeDefinition type) {
    var values =
        type.getEnumValueDefinitions().stream()
            .map(value ->
                new Scalar.Enumeration.Value(
                    value.getName(), FieldReader.description(problems, value, type.getName())))
            .toList();
    return new Scalar.Enumeration(
        type.getName(), values, FieldReader.description(problems, type, type.getName()));
  }

  private RelationshipProperties edge(ObjectTypeDefinition type, FieldReader fields) {
    var own = fields.read(type.getName(), type.getFieldDefinitions(), Map.of());
    if (!own.relationships().isEmpty()) {
      problems.add(type, type.getName(), "relationship properties cannot have @relationship");
    }
    if (!own.computed().isEmpty()) {
      problems.add(type, type.getName(), "relationship properties cannot have @between or @state");
    }
    return new RelationshipProperties(
        type.getName(),
        type.hasDirective("temporal"),
        own.attributes(),
        FieldReader.description(problems, type, type.getName()));
  }

  private NodeType node(
      ObjectTypeDefinition type,
      FieldReader fields,
      Map<String, RelationshipProperties> edgeTypes) {
    var name = type.getName();
    var labels = new LinkedHashSet<String>(List.of(name));
    labels.addAll(new DirectiveReader(problems, name).strings(type, "node", "labels"));
    return new NodeType(
        name,
        plural(type, name),
        List.copyOf(labels),
        fields.read(name, type.getFieldDefinitions(), edgeTypes, lifetime(type, name)),
        FieldReader.description(problems, type, name));
  }

  private Lifetime lifetime(ObjectTypeDefinition type, String name) {
    var directive = new DirectiveReader(problems, name);
    var from = directive.string(type, "active", "from");
    var to = directive.string(type, "active", "to");
    if (type.hasDirective("active") && (from.isEmpty() || to.isEmpty())) {
      problems.add(type, name, "@active needs from and to");
    }
    var since = directive.string(type, "since", "field");
    if (type.hasDirective("since") && since.isEmpty()) {
      problems.add(type, name, "@since needs a field");
    }
    return new Lifetime(
        since,
        from.flatMap(first -> to.map(last -> new Lifetime.Active(first, last))),
        knownFrom(type, name));
  }

  private SequencedMap<String, String> knownFrom(ObjectTypeDefinition type, String name) {
    var days = new LinkedHashMap<String, String>();
    for (var field : type.getFieldDefinitions()) {
      new DirectiveReader(problems, name + "." + field.getName())
          .string(field, "knownFrom", "day")
          .ifPresent(day -> days.put(field.getName(), day));
    }
    return days;
  }

  private InterfaceType interfaceType(
      InterfaceTypeDefinition type,
      FieldReader fields,
      Map<String, RelationshipProperties> edgeTypes) {
    var name = type.getName();
    var implementations =
        nodes.values().stream()
            .filter(node -> node.getImplements().stream().anyMatch(it -> name.equals(name(it))))
            .map(ObjectTypeDefinition::getName)
            .toList();
    TypeFields own = fields.read(name, type.getFieldDefinitions(), edgeTypes);
    return new InterfaceType(
        name,
        plural(type, name),
        implementations,
        own,
        FieldReader.description(problems, type, name));
  }

  private String plural(DirectivesContainer<?> type, String name) {
    return new DirectiveReader(problems, name)
        .string(type, "plural", "value")
        .orElse(Character.toLowerCase(name.charAt(0)) + name.substring(1) + "s");
  }

  static String name(Type<?> type) {
    return type instanceof TypeName named ? named.getName() : "";
  }
}
