package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;

/// The element identifiers of nodes by key, while one load lasts.
///
/// A new database takes longer to plan a look-up than to answer it, so it is asked only for what it
/// can hold and the load does not know yet.
final class Identifiers {
  /// Some 30 MB; the nodes of a larger seed are looked up again for their relationships.
  private static final int KNOWN_MAX = 200_000;

  private final Bolt bolt;
  private final Map<String, Map<Object, String>> known = new HashMap<>();
  private final Set<String> stored = new HashSet<>();
  private int size;

  /// Asks of which types there are nodes now.
  Identifiers(Bolt bolt, Model model) {
    this.bolt = bolt;
    var labels = new ArrayList<>(model.nodes().keySet());
    labels.add(LoadJournal.LABEL);
    bolt.write(new Statement(SeedStatements.STORED, Map.of("labels", labels)))
        .forEach(record -> stored.add(record.get("label").asString()));
  }

  /// Returns whether the database can hold nodes of a type that the load does not know.
  boolean mayHold(NodeType type) {
    return mayHold(type.name());
  }

  /// Returns whether the database can hold nodes with a label that the load does not know.
  boolean mayHold(String label) {
    return stored.contains(label);
  }

  /// Returns the identifiers of the keys that are there, as far as known or looked up.
  Map<Object, String> of(NodeType type, Collection<?> keys) {
    var there = new HashMap<Object, String>();
    var kept = known.getOrDefault(type.name(), Map.of());
    for (var key : keys) {
      var identifier = kept.get(key);
      if (identifier != null) {
        there.put(key, identifier);
      }
    }
    if (mayHold(type) && there.size() < keys.size()) {
      var others = keys.stream().filter(key -> !there.containsKey(key)).toList();
      there.putAll(lookUp(type, others));
    }
    return there;
  }

  /// Looks again, because somebody else writes to the database too.
  Map<Object, String> again(NodeType type, Collection<?> keys) {
    lookFor(type);
    return of(type, keys);
  }

  /// From now on keys of a type that are not known are looked up.
  void lookFor(NodeType type) {
    stored.add(type.name());
  }

  /// Remembers a node that was made.
  void add(NodeType type, Object key, String identifier) {
    if (size == KNOWN_MAX) {
      stored.add(type.name());
    } else if (known.computeIfAbsent(type.name(), _ -> new HashMap<>()).put(key, identifier)
        == null) {
      size++;
    }
  }

  private Map<Object, String> lookUp(NodeType type, List<?> keys) {
    var found = new HashMap<Object, String>();
    bolt.write(new Statement(SeedStatements.present(type), Map.of("keys", keys)))
        .forEach(record -> found.put(record.get("key").asObject(), record.get("id").asString()));
    found.forEach((key, identifier) -> add(type, key, identifier));
    return found;
  }
}
