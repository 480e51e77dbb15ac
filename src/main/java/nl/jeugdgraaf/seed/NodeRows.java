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

/// The nodes of one type, one for each key; rows with the same key are merged.
///
/// The first row counts. A later row fills in what the first leaves empty, and is reported where it
/// differs. Names are the exception: a type with `name` and `names` keeps the names of all rows.
final class NodeRows {
  private static final String NAME = "name";
  private static final String NAMES = "names";

  private final NodeType type;
  private final ReportBuilder report;
  private final boolean collectsNames;
  private final Map<Object, NodeRow> byKey = new LinkedHashMap<>();

  /// A node.
  ///
  /// @param key value of the first key attribute
  /// @param row the merged values; changed while rows are added
  /// @param places the place in each source, by key of the source; changed while rows are added
  record NodeRow(Object key, CheckedRow row, SequencedMap<String, String> places) {}

  NodeRows(NodeType type, ReportBuilder report) {
    this.type = type;
    this.report = report;
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

  void add(CheckedRow row) {
    var key = row.value(type.key().name()).orElseThrow();
    var places = new LinkedHashMap<String, String>();
    var source = row.text(SourceColumns.SOURCE);
    if (!source.isEmpty() && !row.synthetic()) {
      places.put(source, row.text(SourceColumns.PLACE));
    }
    row.values().remove(SourceColumns.PLACE);
    if (collectsNames) {
      collectName(row);
    }
    var next = new NodeRow(key, row, places);
    var first = byKey.putIfAbsent(key, next);
    if (first != null) {
      merge(first, next);
    }
  }

  private static void collectName(CheckedRow row) {
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
    } else if (value != null && !value.equals(present) && !name.equals(SourceColumns.SOURCE)) {
      report.add(
          DataQualityIssue.CONTRADICTING_ROWS,
          next.row().at(),
          name + " differs from " + first.row().at() + ", which counts");
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
