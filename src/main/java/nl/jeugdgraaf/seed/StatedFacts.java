package nl.jeugdgraaf.seed;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the rows of one load state: the nodes and relationships that carry its name.
///
/// A node or relationship that a load creates has the hidden property `loads`: the names of the
/// loads that state it, sorted. It is absent where nobody states it: on what was made by hand or
/// generated. It is empty on a relationship that is derived.
final class StatedFacts {
  /// The hidden property.
  static final String LOADS = "loads";

  private final String load;
  private final boolean states;
  private final boolean remembers;
  private final boolean generates;
  private final Set<String> newNodes = new HashSet<>();
  private final Set<String> nodes = new HashSet<>();
  private final Set<Fact> facts = new HashSet<>();

  /// A relationship in the database.
  ///
  /// @param type its type
  /// @param start element id of its first node
  /// @param end element id of its second node
  /// @param fact tells it from others between the same two nodes
  record Fact(String type, String start, String end, String fact) {}

  private StatedFacts(String load, boolean states, boolean remembers, boolean generates) {
    this.load = load;
    this.generates = generates;
    this.states = states;
    this.remembers = remembers;
  }

  /// Begins a load of files.
  ///
  /// @param load its name
  /// @param remembers whether the database may hold what an earlier load of that name stated
  /// @param generates whether the load has rows that are generated too
  static StatedFacts of(String load, boolean remembers, boolean generates) {
    return new StatedFacts(load, true, remembers, generates);
  }

  /// Returns the facts of rows that are generated: nobody states them, so what they describe loses
  /// the name of the load.
  StatedFacts generated() {
    return new StatedFacts(load, false, false, true);
  }

  String load() {
    return load;
  }

  /// Returns whether anything may have to be withdrawn.
  boolean remembers() {
    return remembers;
  }

  /// Returns the property `loads` of what is created.
  @Nullable List<String> created() {
    return states ? List.of(load) : null;
  }

  /// Returns the parameters of statements that compare.
  Map<String, Object> parameters() {
    return Map.of("load", load, "states", states);
  }

  /// Notes a node that this load created.
  void newNode(String elementId) {
    node(elementId);
    if (!generates) {
      newNodes.add(elementId);
    }
  }

  /// Returns whether no relationship of an earlier load, nor of rows that are generated, can be
  /// between two nodes.
  boolean isNew(Fact fact) {
    return newNodes.contains(fact.start()) || newNodes.contains(fact.end());
  }

  void node(String elementId) {
    if (remembers) {
      nodes.add(elementId);
    }
  }

  boolean hasNode(String elementId) {
    return nodes.contains(elementId);
  }

  void relationship(Fact fact) {
    if (remembers) {
      facts.add(fact);
    }
  }

  boolean hasRelationship(Fact fact) {
    return facts.contains(fact);
  }
}
