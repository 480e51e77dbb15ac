package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import nl.jeugdgraaf.model.NodeType;
import org.jspecify.annotations.Nullable;

/// The nodes of one type, one for each key; rows with one key are merged into the first of them.
///
/// What the first row says stays; a later row fills what the first leaves open, and is reported
/// where it contradicts it. Only names are collected: a type with `name` and `names` keeps every
/// name that a row gives.
final class NodeRows {
  private static final String NAME = "name";
  private static final String NAMES = "names";

  private final NodeType type;
  private final Findings findings;
  private final boolean collectsNames;
  private final Map<Object, NodeRow> byKey = new LinkedHashMap<>();

  /// A node.
  ///
  /// @param key value of the first key attribute
  /// @param row the merged values; changed while rows are added
  /// @param places where each source states it, by key of the source; changed while rows are added
  record NodeRow(Object key, Row row, SequencedMap<String, String> places) {}

  NodeRows(NodeType type, Findings findings) {
    this.type = type;
    this.findings = findings;
    var attributes = type.attributes();
    this.collectsNames =
        attributes.containsKey(NAME)
            && attributes.containsKey(NAMES)
            && attributes.get(NAMES).type().list();
  }

  Collection<NodeRow> all() {
    return byKey.values();
  }

  boolean has(Object key) {
    return byKey.containsKey(key);
  }

  void add(Row row) {
    var key = row.value(type.key().name()).orElseThrow();
    var places = new LinkedHashMap<String, String>();
    var source = row.text(Provenance.SOURCE);
    if (!source.isEmpty() && !row.synthetic()) {
      places.put(source, row.text(Provenance.PLACE));
    }
    row.values().remove(Provenance.PLACE);
    if (collectsNames) {
      collectName(row);
    }
    var next = new NodeRow(key, row, places);
    var first = byKey.putIfAbsent(key, next);
    if (first != null) {
      merge(first, next);
    }
  }

  private static void collectName(Row row) {
    var names = new LinkedHashSet<>(row.texts(NAMES));
    if (!row.text(NAME).isEmpty()) {
      names.addFirst(row.text(NAME));
    }
    setNames(row.values(), names);
  }

  private static void setNames(Map<String, @Nullable Object> values, SequencedSet<String> names) {
    values.put(NAMES, List.copyOf(names));
    values.put(NAME, names.isEmpty() ? null : names.getFirst());
  }

  private void merge(NodeRow first, NodeRow next) {
    if (collectsNames) {
      var names = new LinkedHashSet<>(first.row().texts(NAMES));
      names.addAll(next.row().texts(NAMES));
      setNames(first.row().values(), names);
      setNames(next.row().values(), names);
    }
    next.row().values().forEach((name, value) -> fill(first, next, name, value));
    next.places().forEach((source, place) -> first.places().merge(source, place, NodeRows::joined));
  }

  private void fill(NodeRow first, NodeRow next, String name, @Nullable Object value) {
    var values = first.row().values();
    var present = values.get(name);
    if (present == null) {
      values.put(name, value);
    } else if (value != null && !value.equals(present) && !name.equals(Provenance.SOURCE)) {
      findings.warn(
          DataQualityIssue.CONTRADICTION,
          next.row().at(),
          String.format(
              "%s %s has the %s \"%s\" here and \"%s\" in %s; the latter stays",
              type.name(), first.key(), name, value, present, first.row().at()));
    }
  }

  private static String joined(String places, String place) {
    var all = new ArrayList<>(List.of(places.split("; ")));
    if (!place.isEmpty() && !all.contains(place)) {
      all.add(place);
    }
    all.removeIf(String::isEmpty);
    return String.join("; ", all);
  }
}
