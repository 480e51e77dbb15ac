package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.ProblemException;

/// What must hold of what the [Binder] binds before the caller may know of it: the rules, as
/// conditions. [Predicate.Always#TRUE] is all, [Predicate.Always#FALSE] is never.
///
/// A rule is read on the whole graph: it binds what it needs by [Binder#unguarded()].
public interface Guards {
  /// Guards nothing.
  Guards NONE = new Unguarded();

  /// {@return what must hold of a node of a type}
  ///
  /// @param node the node, bound to a node type
  /// @param binder binds what rules look at
  Predicate node(NodeVariable node, Binder binder);

  /// {@return what must hold of a relationship, beside what must hold of its ends}
  ///
  /// @param edge the relationship
  /// @param binder binds what rules look at
  Predicate edge(RelationshipVariable edge, Binder binder);

  /// {@return what must hold of a node or relationship before one of its attributes may be read;
  /// where it does not hold the attribute is as good as missing}
  ///
  /// @param of whose attribute; a node is bound to a node type
  /// @param attribute which one
  /// @param binder binds what rules look at
  Predicate property(Variable of, Attribute attribute, Binder binder);

  /// Returns whether nodes of a type can be there for the caller at all.
  ///
  /// @param type the type
  /// @return false if none may ever be seen
  boolean maySee(NodeType type);

  /// Returns whether an attribute can be there for the caller at all.
  ///
  /// @param type whose attribute
  /// @param attribute which one
  /// @return false if it may never be read
  boolean mayRead(NodeType type, Attribute attribute);

  /// Returns the fields that lead from a node to the youths whose data it is.
  ///
  /// @param type the type of the node
  /// @return field names, empty for a youth itself; nothing where nobody has to be accounted to
  Optional<List<String>> subject(NodeType type);

  /// {@return the words for what may never be seen}
  ///
  /// @param entity a type
  /// @param field a field of it, or empty for the type as a whole
  ProblemException refusal(Entity entity, String field);

  /// The guards of rules themselves.
  record Unguarded() implements Guards {
    @Override
    public Predicate node(NodeVariable node, Binder binder) {
      return Predicate.Always.TRUE;
    }

    @Override
    public Predicate edge(RelationshipVariable edge, Binder binder) {
      return Predicate.Always.TRUE;
    }

    @Override
    public Predicate property(Variable of, Attribute attribute, Binder binder) {
      return Predicate.Always.TRUE;
    }

    @Override
    public boolean maySee(NodeType type) {
      return true;
    }

    @Override
    public boolean mayRead(NodeType type, Attribute attribute) {
      return true;
    }

    @Override
    public Optional<List<String>> subject(NodeType type) {
      return Optional.empty();
    }

    @Override
    public ProblemException refusal(Entity entity, String field) {
      throw new Bug("nothing is refused here");
    }
  }
}
