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
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.seed.NodeRows.NodeRow;
import nl.jeugdgraaf.seed.RelationshipRows.RelationshipRow;
import nl.jeugdgraaf.seed.RelationshipRows.Route;
import nl.jeugdgraaf.seed.SeedReport.Origin;

/// Seed tables to the graph.
///
/// Nodes first, the sources before all others; then relationships. A load can be repeated at any
/// time: it writes what differs and nothing else, so the next load also completes one that was
/// killed; [#isLoaded] tells whether it is needed. It never deletes what a row no longer says. Keys
/// should be unique constraints before.
///
/// Generated tables are the exception: a batch of theirs that was written stands in a [LoadJournal]
/// and is not looked at again, and no more than a few batches of them are in memory.
public final class SeedLoader {
  private final Bolt bolt;
  private final Model model;
  private final Findings findings = new Findings();
  private final CellIssues cellWarts = new CellIssues(findings);
  private final RowIssues rowWarts = new RowIssues(findings);
  private final ProductIssues productWarts = new ProductIssues(findings);
  private final Set<String> sources = new HashSet<>();
  private final RelationshipRows citations = new RelationshipRows(findings);
  private final Progress progress;
  private final Identifiers identifiers;

  private SeedLoader(Bolt bolt, Model model, Consumer<String> listener) {
    this.bolt = bolt;
    this.model = model;
    this.progress = new Progress(listener, System::nanoTime);
    this.identifiers = new Identifiers(bolt, model);
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

  /// Returns whether a load that broke no row was of the same tables with the same rows, so that
  /// there is nothing to load. What was changed in the database since then stays as it is.
  ///
  /// @param bolt the database
  /// @param model what the tables are about
  /// @param tables in the order of the load
  /// @return whether there is nothing to load
  /// @throws ProblemException if the database does not answer or refuses
  public static boolean isLoaded(Bolt bolt, Model model, List<SeedTable> tables) {
    return LoadJournal.holds(bolt, name(model, tables));
  }

  private static String name(Model model, List<SeedTable> tables) {
    return LoadJournal.name(
        tables.stream().flatMap(table -> TableShape.of(model, table, _ -> {}).stream()).toList());
  }

  private SeedReport load(List<SeedTable> tables) {
    // Before the rows are read for the load: if a file changes meanwhile, the next load is not left
    // out.
    var name = name(model, tables);
    var nodes = new LinkedHashMap<NodeType, List<TableShape.Nodes>>();
    var relationships = new LinkedHashMap<String, List<TableShape.Relationships>>();
    var generated = new ArrayList<TableShape>();
    for (var table : tables) {
      shape(table)
          .ifPresent(shape -> {
            if (table.generated().isPresent()) {
              generated.add(shape);
            } else if (shape instanceof TableShape.Nodes of) {
              nodes.computeIfAbsent(of.type(), _ -> new ArrayList<>()).add(of);
            } else if (shape instanceof TableShape.Relationships of) {
              relationships.computeIfAbsent(of.field().type(), _ -> new ArrayList<>()).add(of);
            }
          });
    }
    var ledger = LoadJournal.open(bolt, model, generated, identifiers);
    loadSources(nodes);
    nodes.forEach(this::loadNodes);
    var writer = new RelationshipWriter(bolt, identifiers, findings, progress);
    loadGenerated(generated, ledger, writer);
    writer.write(citations);
    relationships.values().forEach(shapes -> loadRelationships(shapes, writer));
    if (nodes.keySet().stream().anyMatch(Namesakes::of)) {
      Namesakes.derive(bolt, findings);
    }
    cellWarts.finish();
    productWarts.finish();
    var report = findings.report();
    if (report.broken().isEmpty()) {
      LoadJournal.note(bolt, name);
    }
    return report;
  }

  /// Nodes before relationships, and these before those of files, which are compared with them.
  private void loadGenerated(
      List<TableShape> shapes, LoadJournal ledger, RelationshipWriter writer) {
    progress.expect(shapes.stream().mapToLong(ledger::rowsLeftAbout).sum());
    var loader = new GeneratedLoader(bolt, ledger, findings, progress);
    for (var shape : shapes) {
      if (shape instanceof TableShape.Nodes of) {
        loader.load(of, reader(), new NodeSink(of.type()));
        identifiers.lookFor(of.type());
      }
    }
    for (var shape : shapes) {
      if (shape instanceof TableShape.Relationships of) {
        loader.load(of, reader(), new RelationshipSink(of, writer));
      }
    }
  }

  private Optional<TableShape> shape(SeedTable table) {
    var at = new Origin(table.origin(), 1);
    return TableShape.of(model, table, fault -> findings.broken(at, fault));
  }

  /// Sources go first, since every row may name one; a source may name another of the same table.
  private void loadSources(Map<NodeType, List<TableShape.Nodes>> tables) {
    var type = model.nodes().get(Provenance.SOURCE_TYPE);
    if (type == null) {
      return;
    }
    if (identifiers.mayHold(type)) {
      bolt.write(Statement.of(SeedStatements.keys(type)))
          .forEach(record -> sources.add(record.get("key").asString()));
    }
    var rows = new NodeRows(type, findings);
    var reader = new RowReader(findings, cellWarts, _ -> true);
    tables.getOrDefault(type, List.of()).forEach(shape -> reader.read(shape, rows::add));
    boolean removed;
    do {
      removed = rows.all().removeIf(node -> citesUnknown(node, rows));
    } while (removed);
    rows.all().forEach(node -> sources.add(node.key().toString()));
    write(type, rows);
  }

  private boolean citesUnknown(NodeRow node, NodeRows rows) {
    for (var source : node.places().keySet()) {
      if (!sources.contains(source) && !rows.has(source)) {
        findings.broken(node.row().at(), RowReader.unknownSource(source));
        return true;
      }
    }
    return false;
  }

  private void loadNodes(NodeType type, List<TableShape.Nodes> shapes) {
    if (type.name().equals(Provenance.SOURCE_TYPE)) {
      return;
    }
    var rows = new NodeRows(type, findings);
    shapes.forEach(shape -> reader().read(shape, rows::add));
    write(type, rows);
  }

  private RowReader reader() {
    var checked = model.nodes().containsKey(Provenance.SOURCE_TYPE);
    return new RowReader(findings, cellWarts, source -> !checked || sources.contains(source));
  }

  private void write(NodeType type, NodeRows rows) {
    for (var node : rows.all()) {
      rowWarts.inspect(type.name(), node);
      productWarts.add(type.name(), node);
      cite(type, node);
    }
    new NodeWriter(bolt, identifiers, findings, progress).write(type, rows);
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
    var targets = new ReferenceResolver(identifiers, model, findings);
    var rows = new RelationshipRows(findings);
    for (var shape : shapes) {
      var read = new ArrayList<Row>();
      reader().read(shape, read::add);
      targets.add(shape, read, rows);
    }
    for (var routed : rows.byRoute()) {
      routed.forEach(rowWarts::inspect);
      routed.forEach(productWarts::add);
    }
    writer.write(rows);
  }

  private final class NodeSink implements GeneratedLoader.Sink {
    private final NodeType type;

    NodeSink(NodeType type) {
      this.type = type;
    }

    private NodeRows nodes(List<Row> rows) {
      var nodes = new NodeRows(type, findings);
      rows.forEach(nodes::add);
      return nodes;
    }

    @Override
    public Statement creation(List<Row> rows) {
      return NodeWriter.creation(type, nodes(rows));
    }

    @Override
    public void report(List<Row> rows) {
      throw new Bug("a node lacks nothing");
    }

    @Override
    public void compare(List<Row> rows) {
      new NodeWriter(bolt, identifiers, findings, progress).write(type, nodes(rows));
    }
  }

  private final class RelationshipSink implements GeneratedLoader.Sink {
    private final TableShape.Relationships shape;
    private final RelationshipWriter writer;

    RelationshipSink(TableShape.Relationships shape, RelationshipWriter writer) {
      this.shape = shape;
      this.writer = writer;
    }

    private RelationshipRows routed(List<Row> rows) {
      var routed = new RelationshipRows(findings);
      new ReferenceResolver(identifiers, model, findings).add(shape, rows, routed);
      return routed;
    }

    @Override
    public Statement creation(List<Row> rows) {
      var target = model.node(shape.field().target().entity());
      return RelationshipWriter.creation(new Route(shape.from(), shape.field(), target), rows);
    }

    @Override
    public void report(List<Row> rows) {
      writer.report(routed(rows));
    }

    @Override
    public void compare(List<Row> rows) {
      writer.write(routed(rows));
    }
  }
}
