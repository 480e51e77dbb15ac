package nl.jeugdgraaf.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.problem.ProblemException;

/// What one caller may see, as far as that is known before anything is read.
public interface Permissions {
  /// Everything may be seen. For the server's own reads and for comparisons; no caller has it.
  Permissions FULL = new FullAccess();

  /// Returns which nodes of a type may be seen.
  ///
  /// @param type the type
  /// @return all, none, or those for which a rule holds
  Decision node(NodeType type);

  /// Returns which of the nodes that may be seen are seen with their relationships; of the others
  /// only those with the caller's own organisation are.
  ///
  /// @param type the type
  /// @return mostly the same as [#node]
  Decision connected(NodeType type);

  /// {@return the type of the node that is the caller's organisation, if its role acts for one}
  Optional<String> organisationType();

  /// Returns which relationships with certain properties may be seen, where both ends may.
  ///
  /// @param type their properties
  /// @return all, none, or those for which a rule holds
  Decision relationship(RelationshipProperties type);

  /// Returns on which nodes or relationships that may be seen an attribute may be read, and so also
  /// filtered, sorted, grouped and counted by.
  ///
  /// @param entity whose attribute: a node type or relationship properties
  /// @param attribute which one
  /// @return all, none, or those for which a rule holds
  Decision attribute(Entity entity, Attribute attribute);

  /// {@return whether the caller may ask a root field for review or statistics}
  ///
  /// @param field its name
  boolean mayAsk(String field);

  /// Returns the refusal of a root field for review or statistics.
  ///
  /// @param field its name
  /// @return the problem, with the way out where there is one
  ProblemException refusalToAsk(String field);

  /// {@return whether the caller's answers may take as long as an export takes}
  boolean mayExport();

  /// Returns the refusal of what may never be seen; the same whether or not it exists.
  ///
  /// @param entity a type
  /// @param field a field of it, or empty for the type as a whole
  /// @return the problem, with the way out where there is one
  ProblemException refusal(Entity entity, String field);

  /// {@return the permissions of the same role for none and for each of its purposes, whatever its
  /// organisation}
  List<Permissions> ofRole();

  /// Returns how a node leads to the youths whose data it is.
  ///
  /// @param type the type of the node
  /// @return the way; empty for types without data of persons
  Optional<Subject> subject(NodeType type);

  /// {@return what decides the plan of an operation: callers of one shape share statements}
  String shape();

  /// {@return values that rules speak of, by their names in rules, such as `caller.organisation`}
  Map<String, Object> values();

  /// Which of many may be seen.
  ///
  /// @param always whether all may
  /// @param rules names of rules of which one must hold, where not all may; without any, none may
  record Decision(boolean always, List<String> rules) {
    /// All may be seen.
    public static final Decision ALWAYS = new Decision(true, List.of());

    /// None may be seen.
    public static final Decision NEVER = new Decision(false, List.of());

    /// Copies the list.
    public Decision {
      rules = List.copyOf(rules);
    }

    /// {@return whether none may be seen}
    public boolean never() {
      return !always && rules.isEmpty();
    }
  }
}
