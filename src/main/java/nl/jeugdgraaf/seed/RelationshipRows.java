package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipField.Direction;
import nl.jeugdgraaf.model.RelationshipProperties;

/// The relationships of one type, one for each fact; of rows that state one fact, the first stays.
final class RelationshipRows {
  private final Findings findings;
  private final Map<Identity, RelationshipRow> byIdentity = new LinkedHashMap<>();

  /// Between which types, and by which field of the first.
  record Route(NodeType from, RelationshipField field, NodeType to) {
    boolean towards() {
      return field.direction() == Direction.IN;
    }

    /// Returns whether several relationships can stand between the same two nodes.
    boolean identified() {
      return field.properties().temporal() || !field.properties().keys().isEmpty();
    }
  }

  /// A relationship.
  ///
  /// @param from key of the node that has the field
  /// @param to key of the target
  /// @param fact what tells it from others between the same two nodes, as [#fact] writes it
  /// @param row the values
  record RelationshipRow(Route route, Object from, Object to, String fact, Row row) {}

  private record Identity(
      NodeType start, Object startKey, NodeType end, Object endKey, String fact) {}

  RelationshipRows(Findings findings) {
    this.findings = findings;
  }

  /// Returns the relationships by route, each with the batch of rows that take it.
  Collection<List<RelationshipRow>> byRoute() {
    return byIdentity.values().stream()
        .collect(
            Collectors.groupingBy(RelationshipRow::route, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  void add(Route route, Row row) {
    var from = row.value(TableShape.FROM).orElseThrow();
    var to = row.value(TableShape.TO).orElseThrow();
    row.values().remove(TableShape.FROM);
    row.values().remove(TableShape.TO);
    add(new RelationshipRow(route, from, to, fact(route.field().properties(), row), row));
  }

  void add(RelationshipRow next) {
    var first = byIdentity.putIfAbsent(identity(next), next);
    if (first != null) {
      merge(first, next);
    }
  }

  private static Identity identity(RelationshipRow row) {
    var route = row.route();
    return route.towards()
        ? new Identity(route.to(), row.to(), route.from(), row.from(), row.fact())
        : new Identity(route.from(), row.from(), route.to(), row.to(), row.fact());
  }

  private void merge(RelationshipRow first, RelationshipRow next) {
    next.row()
        .values()
        .forEach((name, value) -> {
          var present = first.row().values().get(name);
          if (!Objects.equals(present, value)) {
            findings.warn(
                DataQualityIssue.CONTRADICTION,
                next.row().at(),
                String.format(
                    "the relationship from %s to %s has the %s \"%s\" here and \"%s\" in %s;"
                        + " the latter stays",
                    next.from(),
                    next.to(),
                    name,
                    value == null ? "" : value,
                    present == null ? "" : present,
                    first.row().at()));
          }
        });
  }

  /// Returns what tells a relationship from others between the same two nodes: its first day and
  /// its key attributes, separated by `|`.
  static String fact(RelationshipProperties edge, Row row) {
    var parts = new ArrayList<String>();
    if (edge.temporal()) {
      parts.add(row.text(RelationshipProperties.VALID_FROM));
    }
    edge.keys().forEach(key -> parts.add(row.text(key.name())));
    return parts.stream()
        .map(part -> part.replace("\\", "\\\\").replace("|", "\\|"))
        .collect(Collectors.joining("|"));
  }
}
