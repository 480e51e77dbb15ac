package nl.jeugdgraaf.schema;

import graphql.language.Directive;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.Node;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.Scalar;

/// Checks what must hold between the types of a model, in addition to the checks on each field.
///
/// @param problems collects what is wrong
/// @param nodes definitions of the node types, for their places in the files
/// @param interfaces definitions of the interfaces
/// @param edges definitions of the relationship properties
record SchemaChecks(
    SchemaProblems problems,
    Map<String, ObjectTypeDefinition> nodes,
    Map<String, InterfaceTypeDefinition> interfaces,
    Map<String, ObjectTypeDefinition> edges) {

  private static final Set<String> NODE_DIRECTIVES = Set.of("node", "plural", "since", "active");
  private static final Set<String> INTERFACE_DIRECTIVES = Set.of("node", "plural");
  private static final Set<String> EDGE_DIRECTIVES = Set.of("relationshipProperties", "temporal");
  private static final Set<String> RESERVED =
      Set.of("AND", "OR", "NOT", "typename", "id", "changes", "activeOn");
  private static final Set<String> RESERVED_TYPES =
      Set.of(
          "Node",
          "PageInfo",
          "Path",
          "PathRelationship",
          "PathVia",
          "ChangeKind",
          "DateBucket",
          "Key");
  private static final Set<Scalar> SEARCHED = Set.of(Scalar.BuiltIn.STRING, Scalar.BuiltIn.ID);

  void check(Model model) {
    model.nodes().values().forEach(node -> checkNode(model, node));
    model.interfaces().values().forEach(type -> checkInterface(model, type));
    model.relationshipProperties().values().forEach(this::checkEdge);
    checkRootFields(model);
    checkRelationshipTypes(model);
    checkSearches(model);
  }

  private void checkNode(Model model, NodeType node) {
    var definition = place(nodes, node.name());
    checkDirectives(definition.getDirectives(), node.name(), NODE_DIRECTIVES);
    checkNames(definition, node);
    new DayChecks(problems, definition, node).check();
    checkUses(definition, node);
    checkChains(definition, node);
    if (node.keys().isEmpty()) {
      problems.add(definition, node.name(), "needs a field with @key, which identifies its nodes");
    }
    for (var key : node.keys()) {
      if (!key.type().required()) {
        problems.add(definition, node.name() + "." + key.name(), "a @key must not be null; add !");
      }
    }
    for (Type<?> type : definition.getImplements()) {
      var name = SchemaReader.name(type);
      var contract = model.interfaces().get(name);
      if (contract == null) {
        problems.add(definition, node.name(), "implements " + name + ", which is not an interface");
      } else {
        checkImplementation(definition, node, contract);
      }
    }
  }

  private void checkUses(ObjectTypeDefinition definition, NodeType node) {
    var uses = node.fields().uses();
    for (var name : uses.fulltext()) {
      var attribute = node.attributes().get(name);
      if (attribute == null
          || !(SEARCHED.contains(attribute.type().scalar())
              || attribute.type().scalar() instanceof Scalar.Code)) {
        problems.add(
            definition,
            node.name() + "." + name,
            "@fulltext needs a field of type String or ID, or a code");
      }
    }
    for (var name : uses.tracked()) {
      var relationship = node.relationships().get(name);
      if (relationship == null || !relationship.properties().temporal()) {
        problems.add(
            definition, node.name() + "." + name, "@tracked needs a temporal relationship");
      }
    }
    for (var name : uses.last()) {
      var relationship = node.relationships().get(name);
      if (relationship == null
          || relationship.target().many()
          || !relationship.properties().temporal()
          || node.lifetime().active().isEmpty()) {
        problems.add(
            definition,
            node.name() + "." + name,
            "@last needs a temporal relationship to one node, and @active on its type");
      }
    }
    for (var name : uses.steps()) {
      var relationship = node.relationships().get(name);
      if (relationship == null || relationship.isChain()) {
        problems.add(
            definition, node.name() + "." + name, "@step needs a relationship without steps");
      }
    }
  }

  private void checkSearches(Model model) {
    var searched =
        model.interfaces().values().stream()
            .filter(type -> model.searchField(type).isPresent())
            .toList();
    for (var type : searched.stream().skip(1).toList()) {
      problems.add(
          place(interfaces, type.name()),
          type.name(),
          "cannot be searched too, since search is the field of "
              + searched.getFirst().name()
              + "; remove @fulltext from one of its types");
    }
  }

  private void checkImplementation(
      ObjectTypeDefinition definition, NodeType node, InterfaceType contract) {
    for (var promised : contract.attributes().values()) {
      Attribute own = node.attributes().get(promised.name());
      if (own == null
          || !own.type().equals(promised.type())
          || !own.property().equals(promised.property())) {
        problems.add(
            definition,
            node.name() + "." + promised.name(),
            "must be %s with property %s, as in %s"
                .formatted(promised.type().text(), promised.property(), contract.name()));
      }
    }
    // Filters and sorts by a field of an interface read the stored value of each type.
    for (var promised : contract.attributes().keySet()) {
      if (node.lifetime().knownFrom().containsKey(promised)) {
        problems.add(
            definition,
            node.name() + "." + promised,
            "@knownFrom is not possible on a field of an interface; remove it from "
                + contract.name());
      }
    }
    for (var promised : contract.relationships().values()) {
      RelationshipField own = node.relationships().get(promised.name());
      if (own == null || !same(own, promised)) {
        problems.add(
            definition,
            node.name() + "." + promised.name(),
            "must follow %s %s to %s, as in %s"
                .formatted(
                    promised.type(),
                    promised.direction(),
                    promised.target().entity(),
                    contract.name()));
      }
    }
  }

  private static boolean same(RelationshipField one, RelationshipField other) {
    return one.type().equals(other.type())
        && one.direction() == other.direction()
        && one.properties().name().equals(other.properties().name())
        && one.target().entity().equals(other.target().entity())
        && one.target().many() == other.target().many()
        && one.target().steps() == other.target().steps();
  }

  /// One way leads to each node of a chain, because each node has one before it or one after it. Of
  /// other relationships the ways between two nodes can be too many to follow.
  private void checkChains(ObjectTypeDefinition definition, NodeType node) {
    for (var chain : node.relationships().values()) {
      if (chain.isChain()
          && node.relationships().values().stream().noneMatch(one -> isStep(one, chain))) {
        problems.add(
            definition,
            node.name() + "." + chain.name(),
            "steps needs a field that leads to one %s by %s, one way or the other"
                .formatted(node.name(), chain.type()));
      }
    }
  }

  private static boolean isStep(RelationshipField one, RelationshipField chain) {
    return !one.target().many()
        && one.type().equals(chain.type())
        && one.target().entity().equals(chain.target().entity());
  }

  private void checkInterface(Model model, InterfaceType type) {
    var definition = place(interfaces, type.name());
    checkDirectives(definition.getDirectives(), type.name(), INTERFACE_DIRECTIVES);
    checkNames(definition, type);
    if (type.implementations().isEmpty()) {
      problems.add(definition, type.name(), "needs a type that implements it");
    }
    for (var node : model.concrete(type)) {
      if (type.attributes().isEmpty() && type.relationships().isEmpty()) {
        problems.add(definition, type.name(), "has no fields that " + node.name() + " could share");
      }
    }
  }

  private void checkEdge(RelationshipProperties edge) {
    var definition = place(edges, edge.name());
    checkDirectives(definition.getDirectives(), edge.name(), EDGE_DIRECTIVES);
    if (edge.attributes().containsKey(RelationshipProperties.PERIOD)) {
      problems.add(
          definition,
          edge.name() + "." + RelationshipProperties.PERIOD,
          "the name is reserved for filters; choose another");
    }
    for (var field : definition.getFieldDefinitions()) {
      if (field.hasDirective("knownFrom")) {
        problems.add(
            field,
            edge.name() + "." + field.getName(),
            "@knownFrom needs a field of a node; a relationship has a period");
      }
    }
    if (edge.temporal()) {
      for (var name : List.of(RelationshipProperties.VALID_FROM, RelationshipProperties.VALID_TO)) {
        var attribute = edge.attributes().get(name);
        if (attribute == null
            || attribute.type().scalar() != Scalar.BuiltIn.DATE
            || attribute.type().list()) {
          problems.add(definition, edge.name(), "@temporal needs the field " + name + ": Date");
        }
      }
    }
  }

  private void checkDirectives(List<Directive> directives, String subject, Set<String> allowed) {
    for (var directive : directives) {
      if (!allowed.contains(directive.getName())) {
        problems.add(directive, subject, "@" + directive.getName() + " is not allowed here");
      }
    }
  }

  private void checkNames(Node<?> definition, NodeEntity entity) {
    if (RESERVED_TYPES.contains(entity.name())) {
      problems.add(definition, entity.name(), "the name is reserved for the API; choose another");
    }
    for (var name : RESERVED) {
      if (entity.attributes().containsKey(name) || entity.relationships().containsKey(name)) {
        problems.add(
            definition,
            entity.name() + "." + name,
            "the name is reserved for filters; choose another");
      }
    }
    for (var name : entity.relationships().keySet()) {
      var connection = name + "Connection";
      if (entity.attributes().containsKey(connection)
          || entity.relationships().containsKey(connection)) {
        problems.add(
            definition,
            entity.name() + "." + connection,
            "the name is reserved for the connection of " + name);
      }
    }
  }

  private void checkRootFields(Model model) {
    var taken = new HashMap<String, String>();
    for (var entity : model.entities()) {
      var other = taken.put(entity.plural(), entity.name());
      if (other != null) {
        problems.add(
            place(entity),
            entity.name(),
            "has the same plural %s as %s; give one of them @plural"
                .formatted(entity.plural(), other));
      }
    }
    for (var node : model.nodes().values()) {
      var singular = node.singular();
      var other = taken.get(singular);
      if (other != null) {
        problems.add(
            place(node),
            node.name(),
            "its look-up %s has the same name as the list of %s; give one of them @plural"
                .formatted(singular, other));
      }
    }
  }

  private void checkRelationshipTypes(Model model) {
    var edgeOfType = new HashMap<String, String>();
    var lastOfType = new HashMap<String, String>();
    for (var node : model.nodes().values()) {
      for (var name : node.fields().uses().last()) {
        var relationship = node.relationships().get(name);
        var field = node.name() + "." + name;
        var other = relationship == null ? null : lastOfType.put(relationship.type(), field);
        if (other != null) {
          problems.add(
              place(node),
              field,
              "@last is on %s already, which follows the same relationships".formatted(other));
        }
      }
    }
    for (var entity : model.entities()) {
      for (var relationship : entity.relationships().values()) {
        var other = edgeOfType.putIfAbsent(relationship.type(), relationship.properties().name());
        if (other != null && !other.equals(relationship.properties().name())) {
          problems.add(
              place(entity),
              entity.name() + "." + relationship.name(),
              "all fields that follow %s must name the same properties"
                  .formatted(relationship.type()));
        }
      }
    }
  }

  private Node<?> place(NodeEntity entity) {
    return switch (entity) {
      case NodeType node -> place(nodes, node.name());
      case InterfaceType type -> place(interfaces, type.name());
    };
  }

  private static <T> T place(Map<String, T> definitions, String name) {
    return Objects.requireNonNull(definitions.get(name));
  }
}
