package nl.jeugdgraaf.policy;

import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.plan.Access;
import nl.jeugdgraaf.plan.BoundEdge;
import nl.jeugdgraaf.plan.BoundNode;
import nl.jeugdgraaf.plan.Where;

/// The rules of demo mode: on loopback and with synthetic persons, everybody sees everything.
public record DemoAccess() implements Access {
  @Override
  public Where node(BoundNode node) {
    return Where.TRUE;
  }

  @Override
  public Where edge(BoundEdge edge) {
    return Where.TRUE;
  }

  @Override
  public boolean mayRead(Entity entity, Attribute attribute) {
    return true;
  }
}
