package nl.jeugdgraaf.seed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipField.Direction;
import nl.jeugdgraaf.model.RelationshipProperties;

/// The relationships of one type. Of rows that state the same relationship, the first counts.
final class RelationshipRows {
  private final ReportBuilder report;
  private final Map<RelationshipKey, RelationshipRow> byIdentity = new LinkedHashMap<>();

  /// A field and the node types at its two ends.
  ///
  /// @param from type that has the field
  /// @param field the field
  /// @param to type of the target
  record Route(NodeType from, RelationshipField field, NodeType to) {
    /// Returns whether the relationship points to the node that has the field.
    boolean incoming() {
      return field.direction() == Direction.IN;
    }

    /// Returns whether there can be several relationships between the same two nodes.
    boolean isRepeatable() {
      return field.properties().temporal() || !field.properties().keys().isEmpty();
    }
  }

  /// A relationship.
  ///
  /// @param from key of the node that has the field
  /// @param to key of the target
  /// @param fact tells it from others between the same two nodes, as [#fact] writes it
  /// @param row the values
  record RelationshipRow(Route route, Object from, Object to, String fact, CheckedRow row) {}

  private record RelationshipKey(
      NodeType start, Object startKey, NodeType end, Object endKey, String fact) {}

  RelationshipRows(ReportBuilder report) {
    this.report = report;
  }

  int size() {
    return byIdentity.size();
  }

  /// Returns the relationships, grouped by route.
  Collection<List<RelationshipRow>> byRoute() {
    return byIdentity.values().stream()
        .collect(
            Collectors.groupingBy(RelationshipRow::route, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  void add(Route route, CheckedRow row) {
    var from = row.value(TypedTable.FROM).orElseThrow();
    var to = row.value(TypedTable.TO).orElseThrow();
    row.values().remove(TypedTable.FROM);
    row.values().remove(TypedTable.TO);
    add(new RelationshipRow(route, from, to, fact(route.field().properties(), row), row));
  }

  void add(RelationshipRow next) {
    var first = byIdentity.putIfAbsent(identity(next), next);
    if (first != null) {
      merge(first, next);
    }
  }

  private static RelationshipKey identity(RelationshipRow row) {
    var route = row.route();
    return route.incoming()
        ? new RelationshipKey(route.to(), row.to(), route.from(), row.from(), row.fact())
        : new RelationshipKey(route.from(), row.from(), route.to(), row.to(), row.fact());
  }

  private void merge(RelationshipRow first, RelationshipRow next) {
    next.row()
        .values()
        .forEach((name, value) -> {
          var present = first.row().values().get(name);
          if (!Objects.equals(present, value)) {
            report.add(
                DataQualityIssue.CONTRADICTING_ROWS,
                next.row().at(),
                name + " differs from " + first.row().at() + ", which counts");
          }
        });
  }

  /// Rows about one pair of nodes that may not hold on the same day.
  private record Pair(NodeType start, Object startKey, NodeType end, Object endKey, String keys) {}

  /// Reports each row whose period begins before an earlier one about the same pair has ended. Rows
  /// that differ in a key attribute, such as a role, may overlap.
  void reportOverlaps() {
    var pairs = new LinkedHashMap<Pair, List<RelationshipRow>>();
    for (var row : byIdentity.values()) {
      var declared = row.route().field().properties();
      if (declared.temporal() && !row.row().synthetic()) {
        var keys = texts(declared.keys().stream().map(Attribute::name), row.row());
        var key = identity(row);
        var pair = new Pair(key.start(), key.startKey(), key.end(), key.endKey(), keys);
        pairs.computeIfAbsent(pair, _ -> new ArrayList<>()).add(row);
      }
    }
    pairs.values().forEach(this::reportOverlaps);
  }

  private void reportOverlaps(List<RelationshipRow> pair) {
    pair.sort(Comparator.comparing(RelationshipRows::start));
    var longest = pair.getFirst();
    for (var row : pair.subList(1, pair.size())) {
      if (start(row).isBefore(end(longest))) {
        report.add(
            DataQualityIssue.OVERLAPPING_PERIODS,
            row.row().at(),
            "has a period that overlaps that of " + longest.row().at());
      }
      if (end(row).isAfter(end(longest))) {
        longest = row;
      }
    }
  }

  private static LocalDate start(RelationshipRow row) {
    return row.row().date(RelationshipProperties.VALID_FROM).orElse(LocalDate.MIN);
  }

  private static LocalDate end(RelationshipRow row) {
    return row.row().date(RelationshipProperties.VALID_TO).orElse(LocalDate.MAX);
  }

  /// Returns the text that tells a relationship from others between the same two nodes: its first
  /// day and its key attributes, separated by `|`.
  static String fact(RelationshipProperties declared, CheckedRow row) {
    var days =
        declared.temporal() ? Stream.of(RelationshipProperties.VALID_FROM) : Stream.<String>of();
    return texts(Stream.concat(days, declared.keys().stream().map(Attribute::name)), row);
  }

  private static String texts(Stream<String> names, CheckedRow row) {
    return names
        .map(row::text)
        .map(part -> part.replace("\\", "\\\\").replace("|", "\\|"))
        .collect(Collectors.joining("|"));
  }
}
