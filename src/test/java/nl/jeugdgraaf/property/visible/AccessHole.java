package nl.jeugdgraaf.property.visible;

import java.util.function.UnaryOperator;
import nl.jeugdgraaf.access.DelegatingPermissions;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.compile.Compiler;
import nl.jeugdgraaf.conditions.CallerGuards;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.plan.Guards;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Variable;
import nl.jeugdgraaf.rewrite.Rewriter;

/// A hole in the access rules, made on purpose: where a rule must hold, it need not.
///
/// What is refused before anything is read stays refused.
enum AccessHole {
  /// Rules of one node type are forgotten.
  DELIVERIES,
  /// Rules of relationships are forgotten.
  RELATIONSHIPS,
  /// Rules of properties are forgotten.
  PROPERTIES,
  /// Rules are forgotten on all nodes but the first of a plan: those that a relationship leads to.
  HOPS,
  /// Rules are forgotten on nodes of interfaces.
  INTERFACES,
  /// Rules are read on the day that is asked, also where it is in the future.
  FUTURE;

  /// The name that a plan gives to the first nodes that it binds.
  private static final String FIRST = "n0";

  /// Returns the planner with the hole.
  Planner planner(ApiSchema schema) {
    var compiler =
        new Compiler(
            schema,
            permissions -> {
              var right =
                  this == FUTURE
                      ? new CallerGuards(schema, permissions, UnaryOperator.identity())
                      : new CallerGuards(schema, permissions);
              return guards(right);
            });
    return new Planner(compiler, Rewriter.ALL_LAWS);
  }

  private Guards guards(Guards right) {
    return (rule, variable, binder) ->
        forgets(variable) ? Predicate.Always.TRUE : right.guard(rule, variable, binder);
  }

  private boolean forgets(Variable variable) {
    return switch (this) {
      case HOPS -> variable instanceof NodeVariable && !variable.name().equals(FIRST);
      // Seen as one of its types, a node has its guard already.
      case INTERFACES ->
          variable instanceof NodeVariable && Predicate.Always.TRUE.equals(variable.guard());
      case DELIVERIES, RELATIONSHIPS, PROPERTIES, FUTURE -> false;
    };
  }

  /// Returns the permissions with the hole.
  Permissions permissions(Permissions right) {
    return new DelegatingPermissions(right) {
      @Override
      public Decision node(NodeType type) {
        var isForgotten = AccessHole.this == DELIVERIES && type.name().equals("Delivery");
        return forgotten(isForgotten, super.node(type));
      }

      @Override
      public Decision relationship(RelationshipProperties type) {
        return forgotten(AccessHole.this == RELATIONSHIPS, super.relationship(type));
      }

      @Override
      public Decision attribute(Entity entity, Attribute attribute) {
        return forgotten(AccessHole.this == PROPERTIES, super.attribute(entity, attribute));
      }
    };
  }

  private static Permissions.Decision forgotten(boolean isForgotten, Permissions.Decision right) {
    return isForgotten && !right.never() ? Permissions.Decision.ALWAYS : right;
  }
}
