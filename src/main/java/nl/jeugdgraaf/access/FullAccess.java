package nl.jeugdgraaf.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.ProblemException;

/// The permissions of the server itself: everything, without a record in the access log.
record FullAccess() implements Permissions {
  @Override
  public Decision node(NodeType type) {
    return Decision.ALWAYS;
  }

  @Override
  public Decision connected(NodeType type) {
    return Decision.ALWAYS;
  }

  @Override
  public Optional<String> organisationType() {
    return Optional.empty();
  }

  @Override
  public Decision relationship(RelationshipProperties type) {
    return Decision.ALWAYS;
  }

  @Override
  public Decision attribute(Entity entity, Attribute attribute) {
    return Decision.ALWAYS;
  }

  @Override
  public boolean mayAsk(String field) {
    return true;
  }

  @Override
  public ProblemException refusalToAsk(String field) {
    throw new Bug("refused " + field + " to a caller who may ask everything");
  }

  @Override
  public boolean mayExport() {
    return true;
  }

  @Override
  public ProblemException refusal(Entity entity, String field) {
    throw new Bug("refused " + entity.name() + " to a caller who may see everything");
  }

  @Override
  public List<Permissions> ofRole() {
    return List.of(this);
  }

  @Override
  public Optional<Subject> subject(NodeType type) {
    return Optional.empty();
  }

  @Override
  public String shape() {
    return "";
  }

  @Override
  public Map<String, Object> values() {
    return Map.of();
  }
}
