package nl.jeugdgraaf.schema;

import graphql.language.AbstractDescribedNode;
import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.FieldUses;
import nl.jeugdgraaf.model.Lifetime;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.TypeFields;
import nl.jeugdgraaf.model.ValueType;

/// Reads the fields of one type: attributes and relationships.
final class FieldReader {
  private static final Set<String> DIRECTIVES =
      Set.of(
          "relationship",
          "key",
          "indexed",
          "alias",
          "between",
          "state",
          "knownFrom",
          "fulltext",
          "tracked",
          "step",
          "last");

  private final SchemaProblems problems;
  private final Map<String, Scalar.Enumeration> enumerations;
  private final Set<String> nodes;
  private final Set<String> interfaces;

  FieldReader(
      SchemaProblems problems,
      Map<String, Scalar.Enumeration> enumerations,
      Set<String> nodes,
      Set<String> interfaces) {
    this.problems = problems;
    this.enumerations = enumerations;
    this.nodes = nodes;
    this.interfaces = interfaces;
  }

  /// Reads the fields of a type of which nothing is there for a time only.
  TypeFields read(
      String type, List<FieldDefinition> fields, Map<String, RelationshipProperties> edges) {
    return read(type, fields, edges, Lifetime.ALWAYS);
  }

  /// Reads the fields of a node type.
  ///
  /// @param lifetime when its nodes are there
  TypeFields read(
      String type,
      List<FieldDefinition> fields,
      Map<String, RelationshipProperties> edges,
      Lifetime lifetime) {
    var attributes = new LinkedHashMap<String, Attribute>();
    var relationships = new LinkedHashMap<String, RelationshipField>();
    var computed = new LinkedHashMap<String, ComputedField>();
    for (var field : fields) {
      var subject = type + "." + field.getName();
      checkField(field, subject);
      if (attributes.containsKey(field.getName())
          || relationships.containsKey(field.getName())
          || computed.containsKey(field.getName())) {
        problems.add(field, subject, "is defined twice; rename one");
      }
      if (field.hasDirective("relationship")) {
        relationship(field, subject, edges)
            .ifPresent(relationship -> relationships.put(field.getName(), relationship));
      } else if (field.hasDirective("between")) {
        between(field, subject).ifPresent(found -> computed.put(field.getName(), found));
      } else if (field.hasDirective("state")) {
        new StateReader(problems, enumerations)
            .read(field, subject)
            .ifPresent(found -> computed.put(field.getName(), found));
      } else {
        attribute(field, subject)
            .ifPresent(attribute -> attributes.put(field.getName(), attribute));
      }
    }
    return new TypeFields(attributes, relationships, computed, uses(fields, lifetime));
  }

  private static FieldUses uses(List<FieldDefinition> fields, Lifetime lifetime) {
    return new FieldUses(
        withDirective(fields, "fulltext"),
        withDirective(fields, "tracked"),
        withDirective(fields, "step"),
        withDirective(fields, "last"),
        lifetime);
  }

  private static SequencedSet<String> withDirective(
      List<FieldDefinition> fields, String directive) {
    var names = new LinkedHashSet<String>();
    fields.stream()
        .filter(field -> field.hasDirective(directive))
        .forEach(field -> names.add(field.getName()));
    return names;
  }

  private void checkField(FieldDefinition field, String subject) {
    if (!field.getInputValueDefinitions().isEmpty()) {
      problems.add(field, subject, "must not have arguments; the server adds them");
    }
    for (Directive directive : field.getDirectives()) {
      if (!DIRECTIVES.contains(directive.getName())) {
        problems.add(directive, subject, "@" + directive.getName() + " is not allowed on a field");
      }
    }
  }

  private Optional<ComputedField> between(FieldDefinition field, String subject) {
    var shape = WrittenType.of(field.getType());
    if (!shape.name().equals(Scalar.BuiltIn.DURATION.typeName())
        || shape.list()
        || shape.required()) {
      problems.add(field, subject, "@between needs the type Duration, without !");
    }
    var directive = new DirectiveReader(problems, subject);
    var from = directive.string(field, "between", "from");
    var to = directive.string(field, "between", "to");
    if (from.isEmpty() || to.isEmpty()) {
      problems.add(field, subject, "@between needs from and to");
      return Optional.empty();
    }
    return Optional.of(
        new ComputedField.DaysBetween(
            field.getName(), from.get(), to.get(), description(problems, field, subject)));
  }

  private Optional<Attribute> attribute(FieldDefinition field, String subject) {
    var shape = WrittenType.of(field.getType());
    var scalar = scalar(shape.name());
    if (scalar.isEmpty()) {
      problems.add(
          field,
          subject,
          nodes.contains(shape.name()) || interfaces.contains(shape.name())
              ? "leads to nodes, so it needs @relationship"
              : "type " + shape.name() + " is not defined");
      return Optional.empty();
    }
    if (shape.name().equals(Scalar.BuiltIn.DURATION.typeName())) {
      problems.add(field, subject, "a Duration is always computed; add @between");
    }
    if (shape.list() && !shape.elementRequired()) {
      problems.add(field, subject, "a list must not contain null; write [" + shape.name() + "!]");
    }
    var use =
        field.hasDirective("key")
            ? Attribute.Use.KEY
            : field.hasDirective("indexed") ? Attribute.Use.INDEXED : Attribute.Use.PLAIN;
    if (shape.list() && use != Attribute.Use.PLAIN) {
      problems.add(field, subject, "a list cannot be @key or @indexed");
    }
    var property =
        new DirectiveReader(problems, subject)
            .string(field, "alias", "property")
            .orElse(field.getName());
    return Optional.of(
        new Attribute(
            field.getName(),
            property,
            new ValueType(scalar.get(), shape.list(), shape.required()),
            use,
            description(problems, field, subject)));
  }

  private Optional<RelationshipField> relationship(
      FieldDefinition field, String subject, Map<String, RelationshipProperties> edges) {
    var shape = WrittenType.of(field.getType());
    if (!nodes.contains(shape.name()) && !interfaces.contains(shape.name())) {
      problems.add(
          field, subject, "@relationship needs a type with @node; " + shape.name() + " has none");
      return Optional.empty();
    }
    if (shape.list() ? !(shape.required() && shape.elementRequired()) : shape.required()) {
      problems.add(
          field,
          subject,
          "a relationship is either a list, [%s!]!, or one node or null, %s"
              .formatted(shape.name(), shape.name()));
    }
    var directive = new DirectiveReader(problems, subject);
    var type = directive.string(field, "relationship", "type");
    var direction = directive.choice(field, "relationship", "direction", List.of("OUT", "IN"));
    if (type.isEmpty() || direction.isEmpty()) {
      problems.add(field, subject, "@relationship needs type and direction");
      return Optional.empty();
    }
    var undirected =
        directive
            .choice(field, "relationship", "queryDirection", List.of("DIRECTED", "UNDIRECTED"))
            .filter("UNDIRECTED"::equals)
            .isPresent();
    var found =
        new RelationshipField(
            field.getName(),
            type.get(),
            undirected
                ? RelationshipField.Direction.BOTH
                : RelationshipField.Direction.valueOf(direction.get()),
            edge(field, subject, edges),
            new RelationshipField.Target(
                shape.name(),
                shape.list(),
                directive.number(field, "relationship", "steps").orElse(1),
                description(problems, field, subject)));
    if (DirectiveReader.has(field, "relationship", "steps")) {
      checkChain(field, subject, found);
    }
    return Optional.of(found);
  }

  /// A chain repeats one relationship from each node to the next, so all must be of one type; and
  /// nothing can be said of the one that was the last.
  private void checkChain(FieldDefinition field, String subject, RelationshipField chain) {
    int steps = chain.target().steps();
    if (steps < 2 || steps > Limits.CHAIN_STEPS_MAX) {
      problems.add(
          field, subject, "steps must be from 2 up to and including " + Limits.CHAIN_STEPS_MAX);
    }
    if (!chain.target().many()) {
      problems.add(field, subject, "steps needs a list, [%s!]!".formatted(chain.target().entity()));
    }
    if (!subject.equals(chain.target().entity() + "." + chain.name())
        || !nodes.contains(chain.target().entity())) {
      problems.add(field, subject, "steps needs a relationship from a node type to itself");
    }
    if (!chain.properties().isNone()) {
      problems.add(field, subject, "steps needs a relationship without properties");
    }
    if (chain.direction() == RelationshipField.Direction.BOTH) {
      problems.add(field, subject, "steps needs one direction; remove queryDirection");
    }
  }

  private RelationshipProperties edge(
      FieldDefinition field, String subject, Map<String, RelationshipProperties> edges) {
    var name = new DirectiveReader(problems, subject).string(field, "relationship", "properties");
    if (name.isEmpty()) {
      return RelationshipProperties.NONE;
    }
    var edge = edges.get(name.get());
    if (edge == null) {
      problems.add(
          field,
          subject,
          "properties: " + name.get() + " is not a type with @relationshipProperties");
      return RelationshipProperties.NONE;
    }
    return edge;
  }

  private Optional<Scalar> scalar(String name) {
    Optional<Scalar> simple =
        Stream.<Scalar>concat(Stream.of(Scalar.BuiltIn.values()), Stream.of(Scalar.Code.values()))
            .filter(scalar -> scalar.typeName().equals(name))
            .findFirst();
    return simple.isPresent() ? simple : Optional.ofNullable(enumerations.get(name));
  }

  /// Returns the description of a definition, which everything must have.
  static String description(
      SchemaProblems problems, AbstractDescribedNode<?> node, String subject) {
    if (node.getDescription() == null) {
      problems.add(node, subject, "needs a description with the Dutch term in parentheses");
      return "";
    }
    return node.getDescription().getContent().strip();
  }

  /// What a type reference says: a name, wrapped or not.
  record WrittenType(String name, boolean list, boolean elementRequired, boolean required) {
    static WrittenType of(Type<?> type) {
      var required = type instanceof NonNullType;
      Type<?> inner = type instanceof NonNullType nonNull ? nonNull.getType() : type;
      if (!(inner instanceof ListType list)) {
        return new WrittenType(SchemaReader.name(inner), false, false, required);
      }
      var elementRequired = list.getType() instanceof NonNullType;
      Type<?> element =
          list.getType() instanceof NonNullType nonNull ? nonNull.getType() : list.getType();
      return new WrittenType(SchemaReader.name(element), true, elementRequired, required);
    }
  }
}
