package nl.jeugdgraaf.property.visible;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.visible.RulesAsWritten.Grant;

/// What one caller can see, by the rulebook alone, before any graph is looked at.
///
/// @param book the rules
/// @param caller who asks, and for what
/// @param demo whether grants for demonstrations count
record ReferencePermissions(RulesAsWritten book, Caller caller, boolean demo) {
  /// Returns the rules of which one must hold before a node or relationship of a type is seen; an
  /// absent rule always holds.
  List<Optional<String>> visible(String type) {
    return counting(type, book.types().get(type).visible(), Grant::rule);
  }

  /// Returns the rules of which one must hold before a node of a type is seen with its
  /// relationships.
  List<Optional<String>> connected(String type) {
    return counting(
        type, book.types().get(type).visible(), grant -> grant.connected().or(grant::rule));
  }

  /// Returns whether a node is the caller's own organisation.
  boolean isOwn(Graph.Node node) {
    return node.type().name().equals(book.organisations().get(caller.role()))
        && caller.organisation().equals(node.key());
  }

  /// Returns the rules of which one must hold before an attribute is read.
  List<Optional<String>> readable(String type, String field) {
    return counting(
        type, book.types().get(type).readable().getOrDefault(field, List.of()), Grant::rule);
  }

  private List<Optional<String>> counting(
      String type, List<Grant> grants, Function<Grant, Optional<String>> ruleOf) {
    return grants.stream()
        .filter(this::counts)
        .map(ruleOf)
        .filter(rule -> can(type, rule))
        .toList();
  }

  private boolean counts(Grant grant) {
    var asked =
        grant.to().isEmpty() || (grant.to().contains(caller.role()) && !caller.purpose().isEmpty());
    return asked
        && (grant.purposes().isEmpty() || grant.purposes().contains(caller.purpose()))
        && (demo || !grant.demoOnly());
  }

  /// What speaks of an organisation holds for nobody who has none.
  private boolean can(String type, Optional<String> rule) {
    return rule.isEmpty()
        || !caller.organisation().isEmpty()
        || !book.speaksOfOrganisation(type, rule.get());
  }

  /// Returns whether there can be a node or relationship of a type that the caller sees.
  boolean maySee(String type) {
    return !visible(type).isEmpty();
  }

  /// Returns whether there can be a value of a field that the caller reads; of a computed field all
  /// that it is computed from.
  boolean mayRead(NodeType type, String field) {
    var computed = type.computed().get(field);
    return computed == null
        ? mayRead(type.name(), field)
        : computed.reads().stream().allMatch(read -> mayRead(type.name(), read));
  }

  /// Returns whether there can be a value of an attribute that the caller reads.
  boolean mayRead(String type, String attribute) {
    return !readable(type, attribute).isEmpty();
  }

  /// Returns the node types of an entity that the caller can see.
  List<NodeType> seen(Model model, NodeEntity entity) {
    return model.concrete(entity).stream().filter(type -> maySee(type.name())).toList();
  }
}
