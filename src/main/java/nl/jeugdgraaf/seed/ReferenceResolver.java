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

/// Finds the type of the node that a row of a relationship table points to, if the field leads to
/// an interface.
final class ReferenceResolver {
  private final LoadContext context;
  private final Model model;

  ReferenceResolver(LoadContext context, Model model) {
    this.context = context;
    this.model = model;
  }

  /// Adds the rows of a table to the relationships of its type.
  void add(
      TypedTable.RelationshipTable typed, List<CheckedRow> rows, RelationshipRows relationships) {
    var types = model.concrete(model.entity(typed.field().target().entity()));
    if (types.size() == 1) {
      var route = new Route(typed.from(), typed.field(), types.getFirst());
      rows.forEach(row -> relationships.add(route, row));
      return;
    }
    var found = find(types, rows);
    for (var row : rows) {
      var candidates = found.getOrDefault(row.text(TypedTable.TO), List.of());
      if (candidates.size() == 1) {
        relationships.add(new Route(typed.from(), typed.field(), candidates.getFirst()), row);
      } else {
        report(row, typed, candidates.isEmpty() ? types : candidates, candidates.isEmpty());
      }
    }
  }

  private void report(
      CheckedRow row, TypedTable.RelationshipTable typed, List<NodeType> types, boolean unknown) {
    var names = types.stream().map(NodeType::name).collect(Collectors.joining(", "));
    context
        .report()
        .skip(
            row.at(),
            unknown
                ? TypedTable.TO
                    + " is not a known "
                    + typed.field().target().entity()
                    + " key ("
                    + names
                    + ")"
                : TypedTable.TO + " is a key of several types: " + names);
  }

  private Map<Object, List<NodeType>> find(List<NodeType> types, List<CheckedRow> rows) {
    var keys = rows.stream().map(row -> row.text(TypedTable.TO)).distinct().toList();
    var found = new HashMap<Object, List<NodeType>>();
    for (var type : types) {
      keys.stream()
          .gather(Gatherers.windowFixed(NodeWriter.BATCH_ROWS))
          .flatMap(batch ->
              context.elementIds().referable(type, batch, context.stated()).keySet().stream())
          .forEach(key -> found.computeIfAbsent(key, _ -> new ArrayList<>()).add(type));
    }
    return found;
  }
}
