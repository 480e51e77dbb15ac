package nl.jeugdgraaf.compile;

import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.Access;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.Bound;
import nl.jeugdgraaf.plan.BoundEdge;
import nl.jeugdgraaf.plan.BoundNode;
import nl.jeugdgraaf.plan.Guards;
import nl.jeugdgraaf.plan.Where;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.schema.ApiSchema;

/// Guards that read rules on the day that is asked, also where it lies in the future: a mistake
/// made on purpose.
///
/// @param right the guards without the mistake
public record GuardsOnDayAsked(CallerGuards right) implements Guards {
  /// Returns the guards of a caller.
  ///
  /// @param schema the public schema and the rules
  /// @param access what the caller may see
  /// @return guards for one plan
  public static Guards of(ApiSchema schema, Access access) {
    return new GuardsOnDayAsked(new CallerGuards(schema, access));
  }

  private CallerGuards on(Bound bound) {
    right.days.put(bound.day(), bound.day());
    return right;
  }

  @Override
  public Where node(BoundNode node, Binder binder) {
    return on(node).node(node, binder);
  }

  @Override
  public Where edge(BoundEdge edge, Binder binder) {
    return on(edge).edge(edge, binder);
  }

  @Override
  public Where property(Bound of, Attribute attribute, Binder binder) {
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
