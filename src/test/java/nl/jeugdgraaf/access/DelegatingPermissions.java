package nl.jeugdgraaf.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.problem.ProblemException;

/// The permissions of somebody else, of which a test changes one thing.
public class DelegatingPermissions implements Permissions {
  private final Permissions others;

  protected DelegatingPermissions(Permissions others) {
    this.others = others;
  }

  @Override
  public Decision node(NodeType type) {
    return others.node(type);
  }

  @Override
  public Decision connected(NodeType type) {
    return others.connected(type);
  }

  @Override
  public Optional<String> organisationType() {
    return others.organisationType();
  }

  @Override
  public Decision relationship(RelationshipProperties type) {
    return others.relationship(type);
  }

  @Override
  public Decision attribute(Entity entity, Attribute attribute) {
    return others.attribute(entity, attribute);
  }

  @Override
  public boolean mayAsk(String field) {
    return others.mayAsk(field);
  }

  @Override
  public ProblemException refusalToAsk(String field) {
    return others.refusalToAsk(field);
  }

  @Override
  public boolean mayExport() {
    return others.mayExport();
  }

  @Override
  public ProblemException refusal(Entity entity, String field) {
    return others.refusal(entity, field);
  }

  @Override
  public List<Permissions> ofRole() {
    return others.ofRole();
  }

  @Override
  public Optional<Subject> subject(NodeType type) {
    return others.subject(type);
  }

  @Override
  public String shape() {
    return others.shape();
  }

  @Override
  public Map<String, Object> values() {
    return others.values();
  }
}
