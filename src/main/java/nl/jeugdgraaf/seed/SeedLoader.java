package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.cypher.Statement;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.seed.NodeRows.NodeRow;
import nl.jeugdgraaf.seed.RelationshipRows.RelationshipRow;
import nl.jeugdgraaf.seed.RelationshipRows.Route;
import nl.jeugdgraaf.seed.SeedReport.Origin;

/// Seed tables to the graph.
///
/// Nodes first, the sources before all others; then relationships. A load can be repeated at any
/// time: it writes what differs and nothing else, so the next load also completes one that was
/// killed. It never deletes what a row no longer says. Keys should be unique constraints before.
public final class SeedLoader {
  private final Bolt bolt;
  private final Model model;
  private final Findings findings = new Findings();
  private final CellWarts cellWarts = new CellWarts(findings);
  private final RowWarts rowWarts = new RowWarts(findings);
  private final ProductWarts productWarts = new ProductWarts(findings);
  private final Set<String> sources = new HashSet<>();
  private final RowReader reader = new RowReader(findings, cellWarts, sources);
  private final RelationshipRows citations = new RelationshipRows(findings);
  private final Progress progress;

  private SeedLoader(Bolt bolt, Model model, Consumer<String> listener) {
    this.bolt = bolt;
    this.model = model;
    this.progress = new Progress(listener, System::nanoTime);
  }

  /// Loads tables; what is broken is skipped and reported.
  ///
  /// @param bolt the database
  /// @param model what the tables are about
  /// @param tables in any order
  /// @param progress gets a line a second, once the load takes longer than two
  /// @return what came of it
  /// @throws ProblemException if the database does not answer or refuses
  public static SeedReport load(
      Bolt bolt, Model model, List<SeedTable> tables, Consumer<String> progress) {
    return new SeedLoader(bolt, model, progress).load(tables);
  }

  private SeedReport load(List<SeedTable> tables) {
    var nodes = new LinkedHashMap<String, List<TableShape.Nodes>>();
    var relationships = new LinkedHashMap<String, List<TableShape.Relationships>>();
    for (var table : tables) {
      switch (shape(table).orElse(null)) {
        case TableShape.Nodes shape ->
            nodes.computeIfAbsent(shape.type().name(), _ -> new ArrayList<>()).add(shape);
        case TableShape.Relationships shape ->
            relationships.computeIfAbsent(shape.field().type(), _ -> new ArrayList<>()).add(shape);
        case null -> {}
      }
    }
    loadNodes(nodes);
    var writer = new RelationshipWriter(bolt, findings, progress);
    writer.write(citations);
    relationships.values().forEach(shapes -> loadRelationships(shapes, writer));
    if (nodes.containsKey(Namesakes.TYPE) && Namesakes.in(model)) {
      Namesakes.derive(bolt, findings);
    }
    cellWarts.finish();
    productWarts.finish();
    return findings.report();
  }

  private Optional<TableShape> shape(SeedTable table) {
    var at = new Origin(table.origin(), 1);
    return TableShape.of(model, table, fault -> findings.broken(at, fault));
  }

  /// Sources go first, since every row may name one.
  private void loadNodes(Map<String, List<TableShape.Nodes>> byType) {
    var source = model.nodes().get(Provenance.SOURCE_TYPE);
    if (source != null) {
      loadNodes(source, byType.getOrDefault(source.name(), List.of()));
      bolt.write(Statement.of(SeedStatements.keys(source)))
          .forEach(record -> sources.add(record.get("key").asString()));
    }
    for (var type : model.nodes().values()) {
      if (type != source && byType.containsKey(type.name())) {
        loadNodes(type, byType.getOrDefault(type.name(), List.of()));
      }
    }
  }

  private void loadNodes(NodeType type, List<TableShape.Nodes> shapes) {
    var rows = new NodeRows(type, findings);
    shapes.forEach(shape -> reader.read(shape, rows::add));
    for (var node : rows.all()) {
      rowWarts.inspect(type.name(), node);
      productWarts.add(type.name(), node);
      cite(type, node);
    }
    new NodeWriter(bolt, findings, progress).write(type, rows);
  }

  /// Remembers the relationships from a node to its sources; they are written after all nodes.
  private void cite(NodeType type, NodeRow node) {
    var field = type.relationships().get(Provenance.SOURCES_FIELD);
    if (field == null || node.places().isEmpty()) {
      return;
    }
    var route = new Route(type, field, model.node(Provenance.SOURCE_TYPE));
    node.places()
        .forEach((source, place) -> {
          var row = new Row(node.row().at(), new LinkedHashMap<>());
          row.values().put(Provenance.PLACE, place.isEmpty() ? null : place);
          citations.add(new RelationshipRow(route, node.key(), source, "", row));
        });
  }

  private void loadRelationships(List<TableShape.Relationships> shapes, RelationshipWriter writer) {
    var targets = new Targets(bolt, model, findings);
    var rows = new RelationshipRows(findings);
    for (var shape : shapes) {
      var read = new ArrayList<Row>();
      reader.read(shape, read::add);
      targets.add(shape, read, rows);
    }
    for (var routed : rows.byRoute()) {
      routed.forEach(rowWarts::inspect);
      routed.forEach(productWarts::add);
    }
    writer.write(rows);
  }
}
