package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.bolt.QueryRunner;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import org.jspecify.annotations.Nullable;

/// The element ids of nodes by key, for the time of one load.
///
/// A new database takes longer to plan a look-up than to answer it. It is therefore asked only
/// about types of which it has nodes, and only for keys that this load has not seen.
final class ElementIds {
  /// Some 30 MB; the nodes of a larger seed are looked up again for their relationships.
  private static final int KNOWN_MAX = 200_000;

  private final QueryRunner bolt;
  private final String load;
  private final Map<String, Map<Object, String>> known = new HashMap<>();
  private final Set<String> stored = new HashSet<>();

  /// Element ids of nodes that only an earlier load of the same name states.
  private final Set<String> onlyHere = new HashSet<>();

  private final boolean holdsNodes;
  private int size;

  /// Asks the database of which types it has nodes.
  ///
  /// @param load name of this load
  ElementIds(QueryRunner bolt, Model model, String load) {
    this.bolt = bolt;
    this.load = load;
    var labels = new ArrayList<>(model.nodes().keySet());
    labels.add(LoadJournal.LABEL);
    bolt.write(new Statement(SeedStatements.STORED_LABELS, Map.of("labels", labels)))
        .forEach(record -> stored.add(record.get("label").asString()));
    this.holdsNodes = stored.stream().anyMatch(label -> !label.equals(LoadJournal.LABEL));
  }

  /// Returns whether the database had nodes of any type when this load began.
  boolean heldNodes() {
    return holdsNodes;
  }

  /// Returns whether the database may hold nodes of a type that this load has not seen.
  boolean mayHold(NodeType type) {
    return mayHold(type.name());
  }

  /// Returns whether the database may hold nodes with a label that this load has not seen.
  boolean mayHold(String label) {
    return stored.contains(label);
  }

  /// Returns the element ids of those keys that are in the database.
  Map<Object, String> of(NodeType type, Collection<?> keys) {
    var there = new HashMap<Object, String>();
    var seen = known.getOrDefault(type.name(), Map.of());
    for (var key : keys) {
      var elementId = seen.get(key);
      if (elementId != null) {
        there.put(key, elementId);
      }
    }
    if (mayHold(type) && there.size() < keys.size()) {
      var others = keys.stream().filter(key -> !there.containsKey(key)).toList();
      there.putAll(lookUp(type, others));
    }
    return there;
  }

  /// Returns the element ids of those keys to which a row may refer: a node that only an earlier
  /// load of the same name states, and no row of this one, will be withdrawn.
  Map<Object, String> referable(NodeType type, Collection<?> keys, StatedFacts stated) {
    var there = of(type, keys);
    if (stated.remembers()) {
      there.values().removeIf(id -> onlyHere.contains(id) && !stated.hasNode(id));
    }
    return there;
  }

  /// Looks the keys up again, because another writer may have added nodes.
  Map<Object, String> again(NodeType type, Collection<?> keys) {
    lookFor(type);
    return of(type, keys);
  }

  /// From now on unknown keys of the type are looked up.
  void lookFor(NodeType type) {
    stored.add(type.name());
  }

  /// Remembers a node that a row states and nothing writes yet. Its element id is empty.
  void expect(NodeType type, Object key) {
    known.computeIfAbsent(type.name(), _ -> new HashMap<>()).put(key, "");
  }

  /// Remembers a node that was created or found.
  void add(NodeType type, Object key, String elementId) {
    if (size == KNOWN_MAX) {
      stored.add(type.name());
    } else if (known.computeIfAbsent(type.name(), _ -> new HashMap<>()).put(key, elementId)
        == null) {
      size++;
    }
  }

  private Map<Object, String> lookUp(NodeType type, List<?> keys) {
    var found = new HashMap<Object, String>();
    Map<String, @Nullable Object> parameters = Map.of("keys", keys, "load", load);
    for (var record : bolt.write(new Statement(SeedStatements.find(type), parameters))) {
      var elementId = record.get("id").asString();
      found.put(record.get("key").asObject(), elementId);
      if (record.get("alone").asBoolean()) {
        onlyHere.add(elementId);
      }
    }
    found.forEach((key, elementId) -> add(type, key, elementId));
    return found;
  }
}
