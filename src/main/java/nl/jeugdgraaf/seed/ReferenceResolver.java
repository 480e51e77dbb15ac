package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.seed.RelationshipRows.Route;

/// Finds out to which type the target of a row belongs, where the field leads to an interface.
final class ReferenceResolver {
  private final Identifiers identifiers;
  private final Model model;
  private final Findings findings;

  ReferenceResolver(Identifiers identifiers, Model model, Findings findings) {
    this.identifiers = identifiers;
    this.model = model;
    this.findings = findings;
  }

  /// Adds the rows of a table to those of its relationship type.
  void add(TableShape.Relationships shape, List<Row> rows, RelationshipRows sink) {
    var types = model.concrete(model.entity(shape.field().target().entity()));
    if (types.size() == 1) {
      var route = new Route(shape.from(), shape.field(), types.getFirst());
      rows.forEach(row -> sink.add(route, row));
      return;
    }
    var found = find(types, rows);
    for (var row : rows) {
      var candidates = found.getOrDefault(row.text(TableShape.TO), List.of());
      if (candidates.size() == 1) {
        sink.add(new Route(shape.from(), shape.field(), candidates.getFirst()), row);
      } else {
        report(row, shape, candidates.isEmpty() ? types : candidates, candidates.isEmpty());
      }
    }
  }

  private void report(
      Row row, TableShape.Relationships shape, List<NodeType> types, boolean unknown) {
    var names = types.stream().map(NodeType::name).collect(Collectors.joining(", "));
    findings.broken(
        row.at(),
        "to \"%s\" is %s"
                .formatted(row.text(TableShape.TO), unknown ? "no " : "the key of several: ")
            + (unknown ? shape.field().target().entity() + " (" + names + ")" : names));
  }

  private Map<Object, List<NodeType>> find(List<NodeType> types, List<Row> rows) {
    var keys = rows.stream().map(row -> row.text(TableShape.TO)).distinct().toList();
    var found = new HashMap<Object, List<NodeType>>();
    for (var type : types) {
      keys.stream()
          .gather(Gatherers.windowFixed(NodeWriter.BATCH_ROWS))
          .flatMap(batch -> identifiers.of(type, batch).keySet().stream())
          .forEach(key -> found.computeIfAbsent(key, _ -> new ArrayList<>()).add(type));
    }
    return found;
  }
}
