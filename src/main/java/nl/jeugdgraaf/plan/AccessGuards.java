package nl.jeugdgraaf.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.access.RuleCondition;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.plan.Predicate.Always;
import org.jspecify.annotations.Nullable;

/// What must hold of a variable for the caller to see it, by the rules of access.
///
/// @param model the graph
/// @param permissions what the caller may see, as far as that is known without reading
/// @param guards turns rules into predicates
/// @param binder binds what rules read
record AccessGuards(Model model, Permissions permissions, Guards guards, Binder binder) {
  /// A node of a type may be seen; with its relationships, if `connected`.
  Predicate node(NodeVariable node, NodeType type, boolean connected) {
    return any(connected ? permissions.connected(type) : permissions.node(type), node);
  }

  Predicate relationship(RelationshipVariable edge) {
    return any(permissions.relationship(edge.entity()), edge);
  }

  /// A property may be read of what may be seen.
  Predicate property(Variable of, Attribute attribute) {
    return switch (of) {
      case RelationshipVariable edge when edge.entity().equals(PathEntities.EDGE) -> Always.TRUE;
      case RelationshipVariable edge -> any(permissions.attribute(edge.entity(), attribute), edge);
      case NodeVariable node ->
          node.entity() instanceof InterfaceType type
              ? propertyOfEach(node, type, attribute)
              : any(permissions.attribute(node.entity(), attribute), node);
    };
  }

  /// {@return whether the same rules open two properties of one node}
  boolean isReadAs(Property one, Property other) {
    var entity = one.of().entity();
    return permissions
        .attribute(entity, one.attribute())
        .equals(permissions.attribute(entity, other.attribute()));
  }

  /// One of the types that the node can have may be seen and stores the property.
  private Predicate propertyOfEach(NodeVariable node, InterfaceType type, Attribute attribute) {
    var parts = new ArrayList<Predicate>();
    var open = true;
    for (var each : model.concrete(type)) {
      var own = stored(each, attribute);
      if (own != null && maySee(each)) {
        var typed = binder.as(node, each);
        var guard = any(permissions.attribute(each, own), typed);
        open &= guard.equals(Always.TRUE);
        parts.add(Predicate.and(List.of(new Predicate.HasLabel(typed), guard)));
      }
    }
    return open ? Always.TRUE : Predicate.or(parts);
  }

  private static @Nullable Attribute stored(Entity entity, Attribute attribute) {
    return entity.attributes().values().stream()
        .filter(own -> own.property().equals(attribute.property()))
        .findFirst()
        .orElse(null);
  }

  private Predicate any(Permissions.Decision decision, Variable variable) {
    return decision.always()
        ? Always.TRUE
        : Predicate.or(
            decision.rules().stream().map(rule -> guards.guard(rule, variable, binder)).toList());
  }

  boolean maySee(NodeType type) {
    return !permissions.node(type).never();
  }

  /// A node is seen with its relationships, or is seen alone and `other` is the caller's own
  /// organisation.
  Predicate isConnected(NodeVariable node, NodeVariable other) {
    var connected =
        ofEach(
            node, type -> mayBeAlone(type) ? node(binder.as(node, type), type, true) : Always.TRUE);
    return connected.equals(Always.TRUE)
        ? Always.TRUE
        : Predicate.or(List.of(connected, isOwn(other)));
  }

  /// Returns what of a type decides the guards of relationships from its nodes.
  List<Object> decidesGuardsFrom(NodeType from) {
    return mayBeAlone(from) ? List.of(from) : List.of(mayBeOwn(from));
  }

  private boolean mayBeAlone(NodeType type) {
    return !permissions.connected(type).equals(permissions.node(type));
  }

  /// What must hold of a node of each type that it can have; a type for which nothing does is left
  /// out.
  Predicate ofEach(NodeVariable node, Function<NodeType, Predicate> ofType) {
    return switch (node.entity()) {
      case NodeType type -> ofType.apply(type);
      case InterfaceType contract -> {
        var parts = new ArrayList<Predicate>();
        for (var type : model.concrete(contract)) {
          var holds = ofType.apply(type);
          if (!holds.equals(Always.FALSE)) {
            var isOther = Predicate.not(new Predicate.HasLabel(binder.as(node, type)));
            parts.add(Predicate.or(List.of(isOther, holds)));
          }
        }
        yield parts.isEmpty() ? Always.FALSE : Predicate.and(parts);
      }
    };
  }

  /// {@return whether a node of an entity can be the caller's own organisation}
  boolean mayBeOwn(NodeEntity entity) {
    return permissions
        .organisationType()
        .filter(own -> model.concrete(entity).stream().anyMatch(type -> type.name().equals(own)))
        .isPresent();
  }

  private Predicate isOwn(NodeVariable node) {
    if (!mayBeOwn(node.entity())) {
      return Always.FALSE;
    }
    var type = model.node(permissions.organisationType().orElseThrow());
    var typed = binder.as(node, type);
    var organisation = new ParameterSource.OperationVariable(RuleCondition.ORGANISATION, List.of());
    var isOwn =
        new Predicate.Compare(
            new Property(typed, type.key(), Always.TRUE),
            Predicate.Operator.EQ,
            binder.parameter(organisation));
    return node.entity().equals(type)
        ? isOwn
        : Predicate.and(List.of(new Predicate.HasLabel(typed), isOwn));
  }

  /// Returns the labels that nodes of an entity carry; of an interface those that may be seen.
  NodeVariable.NodePattern pattern(NodeEntity entity) {
    return new NodeVariable.NodePattern(
        entity,
        switch (entity) {
          case NodeType node -> List.of(node.name());
          case InterfaceType type -> {
            var all = model.concrete(type);
            var seen = all.stream().filter(this::maySee).toList();
            yield seen.size() == all.size()
                    && all.stream().allMatch(node -> node.labels().contains(type.name()))
                ? List.of(type.name())
                : (seen.isEmpty() ? all : seen).stream().map(NodeType::name).toList();
          }
        });
  }

  /// Returns what must hold of the relationship of a step of a path: that it holds on its day, and
  /// the rules of its type.
  Predicate step(RelationshipVariable edge, List<RelationshipField> steps) {
    var parts = new ArrayList<Predicate>(List.of(new Predicate.ValidOn(edge, edge.day())));
    for (var step : steps) {
      var typed =
          new RelationshipVariable(
              edge.name(),
              new RelationshipVariable.RelationshipPattern(step.type(), step.properties()),
              edge.day(),
              this::relationship);
      parts.add(
          Predicate.or(
              List.of(Predicate.not(new Predicate.HasRelationshipType(typed)), typed.guard())));
    }
    return Predicate.and(parts);
  }

  /// The pattern of a step has no labels, so types that may never be seen are kept out of it by its
  /// guard.
  NodeVariable labelled(NodeVariable node) {
    return model.nodes().values().stream().allMatch(this::maySee)
        ? node
        : new NodeVariable(
            node.name(),
            pattern(node.entity()),
            node.day(),
            bound -> Predicate.and(List.of(new Predicate.HasLabel(bound), node.guard())));
  }
}
