package nl.jeugdgraaf.conditions;

import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.api.ApiSchema;
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

/// Guards that read rules on the day that is asked, also where it lies in the future: a mistake
/// made on purpose.
///
/// @param right the guards without the mistake
public record GuardsOnDayAsked(CallerGuards right) implements Guards {
  /// {@return the guards of a caller}
  ///
  /// @param schema the public schema and the rules
  /// @param access what the caller may see
  public static Guards of(ApiSchema schema, Permissions access) {
    return new GuardsOnDayAsked(new CallerGuards(schema, access));
  }

  private CallerGuards on(Variable bound) {
    right.days.put(bound.day(), bound.day());
    return right;
  }

  @Override
  public Predicate node(NodeVariable node, Binder binder) {
    return on(node).node(node, binder);
  }

  @Override
  public Predicate edge(RelationshipVariable edge, Binder binder) {
    return on(edge).edge(edge, binder);
  }

  @Override
  public Predicate property(Variable of, Attribute attribute, Binder binder) {
    return on(of).property(of, attribute, binder);
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
