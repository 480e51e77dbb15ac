package nl.jeugdgraaf.property.visible;

import java.util.ArrayList;
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
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Variable;
import nl.jeugdgraaf.property.ModelChange;
import nl.jeugdgraaf.rewrite.Law;
import nl.jeugdgraaf.rewrite.Rewriter;
import nl.jeugdgraaf.schema.SchemaFile;

/// A hole in the access rules, or in what is there on a day, made on purpose: where something must
/// hold, it need not.
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
  /// Rules are forgotten on the nodes of chains.
  CHAINS,
  /// Rules are forgotten on nodes of interfaces.
  INTERFACES,
  /// Nodes that are seen alone are seen with their relationships.
  ALONE,
  /// Rules are read on the day that is asked.
  ASKED_DAY,
  /// Nodes are there before their first day.
  NODE_BEFORE_ITS_DAY,
  /// A state is on every day what is stored where no day decides.
  STATE_AS_STORED,
  /// A rule counts a relationship that was the last one when its node ended.
  RULE_WITH_LAST;

  /// The name that a plan gives to the first nodes that it binds.
  private static final String FIRST = "n0";

  private static final String DELIVERED_BY_ME =
      "{deliveredBy: {Provider: {agb: {eq: \"$caller.organisation\"}}}}";

  /// Returns the planner with the hole.
  Planner planner(ApiSchema right) {
    var schema = schema(right);
    var compiler = new Compiler(schema, permissions -> guards(schema, permissions));
    return new Planner(compiler, this == CHAINS ? withUnguardedChains() : Rewriter.ALL_LAWS);
  }

  private static Rewriter withUnguardedChains() {
    var laws = new ArrayList<Law>(Rewriter.ALL_LAWS.laws());
    laws.addFirst(new UnguardedChains());
    return new Rewriter(laws);
  }

  private ApiSchema schema(ApiSchema right) {
    return switch (this) {
      case NODE_BEFORE_ITS_DAY -> with(right, ModelChange.NODE_BEFORE_ITS_DAY);
      case STATE_AS_STORED -> with(right, ModelChange.STATE_AS_STORED);
      case RULE_WITH_LAST ->
          right.with(SchemaFile.accessBuiltIn().stream().map(AccessHole::counted).toList());
      case DELIVERIES, RELATIONSHIPS, PROPERTIES, HOPS, CHAINS -> right;
      case INTERFACES, ALONE, ASKED_DAY -> right;
    };
  }

  /// Adds to a rule what holds for a provider once it no longer delivers what has ended.
  private static SchemaFile counted(SchemaFile file) {
    var last =
        """
        {OR: [
          %s
          {
            endedOn: {lte: "$today"}
            deliveredByConnection: {
              some: {
                node: {Provider: {agb: {eq: "$caller.organisation"}}}
                edge: {NOT: {validFrom: {gt: "$today"}}, period: {overlaps: {}}}
              }
            }
          }
        ]}
        """
            .formatted(DELIVERED_BY_ME);
    return new SchemaFile(file.name(), file.text().replace(DELIVERED_BY_ME, last));
  }

  private static ApiSchema with(ApiSchema right, ModelChange change) {
    var model = change.of(right.model());
    return new ApiSchema(model, right.text(), right.graphQl(), right.accessDefinitions());
  }

  private Guards guards(ApiSchema schema, Permissions permissions) {
    var right = new CallerGuards(schema, permissions);
    return (rule, variable, binder) -> {
      if (forgets(variable)) {
        return Predicate.Always.TRUE;
      }
      return this == ASKED_DAY && variable.day() instanceof Parameter(_, var asked)
          ? new CallerGuards(schema, permissions, asked).guard(rule, variable, binder)
          : right.guard(rule, variable, binder);
    };
  }

  private boolean forgets(Variable variable) {
    return switch (this) {
      case HOPS -> variable instanceof NodeVariable && !variable.name().equals(FIRST);
      // Seen as one of its types, a node has its guard already.
      case INTERFACES ->
          variable instanceof NodeVariable && Predicate.Always.TRUE.equals(variable.guard());
      case DELIVERIES, RELATIONSHIPS, PROPERTIES, CHAINS, ALONE, ASKED_DAY -> false;
      case NODE_BEFORE_ITS_DAY, STATE_AS_STORED, RULE_WITH_LAST -> false;
    };
  }

  /// Returns the permissions with the hole.
  Permissions permissions(Permissions right) {
    return new DelegatingPermissions(right) {
      @Override
      public Decision node(NodeType type) {
        return forgotten(isForgotten(type), super.node(type));
      }

      @Override
      public Decision connected(NodeType type) {
        return AccessHole.this == ALONE
            ? super.node(type)
            : forgotten(isForgotten(type), super.connected(type));
      }

      private boolean isForgotten(NodeType type) {
        return AccessHole.this == DELIVERIES && type.name().equals("Delivery");
      }

      @Override
      public Decision relationship(RelationshipProperties type) {
        return forgotten(AccessHole.this == RELATIONSHIPS, super.relationship(type));
      }

      @Override
      public Decision attribute(Entity entity, Attribute attribute) {
        return forgotten(
            AccessHole.this == PROPERTIES, super.attribute(entity, named(entity, attribute)));
      }
    };
  }

  /// What stands in the place of a state is read where the stored value is.
  private Attribute named(Entity entity, Attribute attribute) {
    return this == STATE_AS_STORED
        ? entity.attributes().values().stream()
            .filter(other -> other.property().equals(attribute.property()))
            .findFirst()
            .orElseThrow()
        : attribute;
  }

  private static Permissions.Decision forgotten(boolean isForgotten, Permissions.Decision right) {
    return isForgotten && !right.never() ? Permissions.Decision.ALWAYS : right;
  }
}
