package nl.jeugdgraaf.plan;

import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;

/// What one caller may see, as the [Binder] asks it.
public interface Access {
  /// Returns what must hold of a node before the caller may know that it exists.
  ///
  /// @param node the node
  /// @return [Where#TRUE] where every such node may be seen
  Where node(BoundNode node);

  /// Returns what must hold of a relationship before the caller may know that it exists.
  ///
  /// @param edge the relationship
  /// @return [Where#TRUE] where every such relationship may be seen
  Where edge(BoundEdge edge);

  /// Returns whether the caller may read an attribute, and so also filter and sort by it.
  ///
  /// @param entity whose attribute
  /// @param attribute which one
  /// @return true if so
  boolean mayRead(Entity entity, Attribute attribute);
}
