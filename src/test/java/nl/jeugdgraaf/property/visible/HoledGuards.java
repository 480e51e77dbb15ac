package nl.jeugdgraaf.property.visible;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.compile.Compiler;
import nl.jeugdgraaf.conditions.GuardsOnDayAsked;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.Guards;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.RelationshipVariable;
import nl.jeugdgraaf.plan.Variable;
import nl.jeugdgraaf.problem.ProblemException;

/// Guards with one hole, made on purpose: where a rule must hold, it need not.
///
/// What is refused before anything is read stays refused.
///
/// @param right the guards without the hole
/// @param hole where it is
record HoledGuards(Guards right, Hole hole) implements Guards {
  /// The name that a plan gives to the first nodes that it binds.
  private static final String FIRST = "n0";

  /// Where rules are forgotten.
  enum Hole {
    /// On nodes of one type.
    DELIVERIES,
    /// On relationships.
    RELATIONSHIPS,
    /// On properties.
    PROPERTIES,
    /// On all nodes but the first of a plan: those that are reached by a relationship.
    HOPS,
    /// On nodes of interfaces.
    INTERFACES,
    /// In the future: rules are read on a day that has yet to come.
    FUTURE
  }

  /// Returns a compiler whose guards have a hole.
  static Compiler compiler(ApiSchema schema, Hole hole) {
    var right = new Compiler(schema);
    Function<Permissions, Guards> guards =
        hole == Hole.FUTURE
            ? access -> GuardsOnDayAsked.of(schema, access)
            : access -> new HoledGuards(right.guards(access), hole);
    return new Compiler(schema, guards);
  }

  @Override
  public Predicate node(NodeVariable node, Binder binder) {
    var forgets =
        switch (hole) {
          case DELIVERIES -> node.entity().name().equals("Delivery");
          case HOPS -> !node.name().equals(FIRST);
          // Seen as one of its types, a node has its guard already.
          case INTERFACES -> Predicate.Always.TRUE.equals(node.guard());
          case RELATIONSHIPS, PROPERTIES, FUTURE -> false;
        };
    return forgotten(forgets, right.node(node, binder));
  }

  @Override
  public Predicate edge(RelationshipVariable edge, Binder binder) {
    return forgotten(hole == Hole.RELATIONSHIPS, right.edge(edge, binder));
  }

  @Override
  public Predicate property(Variable of, Attribute attribute, Binder binder) {
    return forgotten(hole == Hole.PROPERTIES, right.property(of, attribute, binder));
  }

  private static Predicate forgotten(boolean forgets, Predicate guard) {
    return forgets && !guard.equals(Predicate.Always.FALSE) ? Predicate.Always.TRUE : guard;
  }

  @Override
  public boolean maySee(NodeType type) {
    return right.maySee(type);
  }

  @Override
  public boolean mayRead(NodeType type, Attribute attribute) {
    return right.mayRead(type, attribute);
  }

  @Override
  public Optional<List<String>> subject(NodeType type) {
    return right.subject(type);
  }

  @Override
  public ProblemException refusal(Entity entity, String field) {
    return right.refusal(entity, field);
  }
}
