package nl.jeugdgraaf.access;

import java.util.List;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipProperties;

/// The permissions of somebody who sees every node and relationship under one rule.
public final class UnderRule extends DelegatingPermissions {
  private static final Decision UNDER_RULE = new Decision(false, List.of("rule"));

  private final Decision attributes;

  private UnderRule(Decision attributes) {
    super(Permissions.FULL);
    this.attributes = attributes;
  }

  /// {@return permissions under which what is seen can be read}
  public static Permissions seen() {
    return new UnderRule(Decision.ALWAYS);
  }

  /// {@return permissions under which attributes are read under the rule too}
  public static Permissions seenAndRead() {
    return new UnderRule(UNDER_RULE);
  }

  @Override
  public Decision node(NodeType type) {
    return UNDER_RULE;
  }

  @Override
  public Decision connected(NodeType type) {
    return UNDER_RULE;
  }

  @Override
  public Decision relationship(RelationshipProperties type) {
    return UNDER_RULE;
  }

  @Override
  public Decision attribute(Entity entity, Attribute attribute) {
    return attributes;
  }
}
