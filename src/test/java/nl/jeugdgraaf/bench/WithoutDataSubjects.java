package nl.jeugdgraaf.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.problem.ProblemException;

/// The same rules, but nobody has to be accounted to: statements do not ask whose data they read.
///
/// @param access the rules
record WithoutDataSubjects(Permissions access) implements Permissions {
  @Override
  public Decision node(NodeType type) {
    return access.node(type);
  }

  @Override
  public Decision relationship(RelationshipProperties type) {
    return access.relationship(type);
  }

  @Override
  public Decision attribute(Entity entity, Attribute attribute) {
    return access.attribute(entity, attribute);
  }

  @Override
  public boolean mayAsk(String field) {
    return access.mayAsk(field);
  }

  @Override
  public boolean mayExport() {
    return access.mayExport();
  }

  @Override
  public ProblemException refusal(Entity entity, String field) {
    return access.refusal(entity, field);
  }

  @Override
  public Optional<List<String>> subject(NodeType type) {
    return Optional.empty();
  }

  @Override
  public String shape() {
    return access.shape();
  }

  @Override
  public Map<String, Object> values() {
    return access.values();
  }
}
