package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import nl.jeugdgraaf.bolt.QueryRunner;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.findings.FindingRules;
import nl.jeugdgraaf.findings.Findings;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.seed.NodeRows.NodeRow;
import nl.jeugdgraaf.seed.RelationshipRows.RelationshipRow;
import nl.jeugdgraaf.seed.RelationshipRows.Route;
import nl.jeugdgraaf.seed.ReportBuilder.Kind;
import nl.jeugdgraaf.seed.SeedReport.RowLocation;
import nl.jeugdgraaf.seed.SeedReport.SkippedRow;
import nl.jeugdgraaf.seed.SeedReport.WriteCounts;
import nl.jeugdgraaf.seed.derived.DerivedCounts;
import nl.jeugdgraaf.seed.derived.DerivedSegments;
import nl.jeugdgraaf.seed.derived.NamesakeRelationships;

/// One load, or one check of its rows.
final class LoadRun {
  private final Model model;
  private final Load load;
  private final LoadContext context;
  private final ReportBuilder report;
  private final CellIssues cellIssues;
  private final RowIssues rowIssues;
  private final ProductIssues productIssues;
  private final Set<String> sources = new HashSet<>();
  private final RelationshipRows citations;

  LoadRun(QueryRunner bolt, Model model, Load load, Consumer<String> listener) {
    this.model = model;
    this.load = load;
    this.report = new ReportBuilder(load.publicTypes());
    this.cellIssues = new CellIssues(report);
    this.rowIssues = new RowIssues(report);
    this.productIssues = new ProductIssues(report);
    this.citations = new RelationshipRows(report);
    var elementIds = new ElementIds(bolt, model, load.name());
    this.context =
        new LoadContext(
            bolt,
            elementIds,
            StatedFacts.of(
                load.name(),
                elementIds.heldNodes(),
                load.tables().stream().anyMatch(table -> table.generated().isPresent())),
            report,
            new LoadProgress(listener, System::nanoTime));
  }

  /// The tables that fit the model.
  private record Fitting(
      SequencedMap<NodeType, List<TypedTable.NodeTable>> nodes,
      SequencedMap<String, List<TypedTable.RelationshipTable>> relationships,
      List<TypedTable> generated) {}

  private Fitting fitting() {
    var fitting = new Fitting(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    for (var table : load.tables()) {
      fitToModel(table)
          .ifPresent(typed -> {
            if (table.generated().isPresent()) {
              fitting.generated.add(typed);
            } else if (typed instanceof TypedTable.NodeTable nodeTable) {
              fitting
                  .nodes
                  .computeIfAbsent(nodeTable.type(), _ -> new ArrayList<>())
                  .add(nodeTable);
            } else if (typed instanceof TypedTable.RelationshipTable relationshipTable) {
              fitting
                  .relationships
                  .computeIfAbsent(relationshipTable.field().type(), _ -> new ArrayList<>())
                  .add(relationshipTable);
            }
          });
    }
    return fitting;
  }

  /// Writes what differs, withdraws what is no longer stated, and derives what follows.
  SeedReport load() {
    // Taken before the load reads the rows: if a file changes meanwhile, the next load will not be
    // left out.
    var fingerprint = SeedLoader.fingerprint(model, load.tables());
    var tables = fitting();
    var journal = LoadJournal.open(model, tables.generated(), context);
    readNodes(tables, this::write);
    loadGenerated(tables.generated(), journal);
    new RelationshipWriter(context, Kind.DERIVED).write(citations);
    var writer = new RelationshipWriter(context, Kind.RELATIONSHIPS);
    for (var typedTables : tables.relationships().values()) {
      var before = report.rowsRead();
      var rows = readRelationships(typedTables);
      inspect(rows);
      writer.write(rows);
      var merged = report.rowsRead() - before - rows.size();
      context.progress().done(typedTables.getLast().table().name(), merged);
    }
    withdraw();
    derive();
    cellIssues.finish();
    productIssues.finish();
    if (report.complete()) {
      LoadJournal.recordCompleteLoad(context.bolt(), load.name(), fingerprint);
    }
    return report.build();
  }

  /// Returns the rows and files of files that a load would skip, and writes nothing.
  List<SkippedRow> check() {
    var tables = fitting();
    readNodes(
        tables,
        (type, rows) -> rows.all().forEach(node -> context.elementIds().expect(type, node.key())));
    var writer = new RelationshipWriter(context, Kind.RELATIONSHIPS);
    for (var typedTables : tables.relationships().values()) {
      writer.reportMissingNodes(readRelationships(typedTables));
    }
    return report.build().skipped();
  }

  private void withdraw() {
    if (report.skippedAny()) {
      report.warn(
          "Nothing is withdrawn, because a row or file was skipped: what it states may still"
              + " hold.");
    } else {
      Withdrawal.run(context, model);
    }
  }

  private void derive() {
    if (NamesakeRelationships.concern(model)) {
      derived("Product.namesakes", NamesakeRelationships.derive(context.bolt()));
    }
    if (DerivedSegments.concern(model)) {
      derived("Delivery.segments, derived", DerivedSegments.derive(context.bolt()));
    }
    var findings = Findings.update(context.bolt(), model, FindingRules.builtIn(model));
    report.derived(
        FindingRules.TYPE,
        new WriteCounts(
            findings.added(), findings.changed(), findings.deleted(), findings.unchanged()));
  }

  private void derived(String table, DerivedCounts counts) {
    report.derived(
        table, new WriteCounts(counts.added(), 0, counts.removed(), counts.all() - counts.added()));
  }

  /// Loads nodes before relationships, and both before the relationships of files, which are
  /// compared with them.
  private void loadGenerated(List<TypedTable> typedTables, LoadJournal journal) {
    context.progress().expect(typedTables.stream().mapToLong(journal::rowsLeftAbout).sum());
    var unstated = context.generated();
    var loader = new GeneratedTableLoader(unstated, journal);
    for (var typed : typedTables) {
      if (typed instanceof TypedTable.NodeTable nodeTable) {
        loader.load(nodeTable, reader(), new NodeBatchWriter(nodeTable.type(), unstated));
        context.elementIds().lookFor(nodeTable.type());
      }
    }
    for (var typed : typedTables) {
      if (typed instanceof TypedTable.RelationshipTable relationshipTable) {
        loader.load(
            relationshipTable, reader(), new RelationshipBatchWriter(relationshipTable, unstated));
      }
    }
  }

  private Optional<TypedTable> fitToModel(SeedTable table) {
    var at = new RowLocation(table.origin(), 1);
    return TypedTable.of(model, table, fault -> report.skip(at, fault));
  }

  /// Gets the nodes of one type.
  private interface NodeSink {
    void take(NodeType type, NodeRows rows);
  }

  /// Reads the sources first, because every row may cite one.
  private void readNodes(Fitting tables, NodeSink sink) {
    var sourceType = model.nodes().get(SourceColumns.SOURCE_TYPE);
    if (sourceType != null) {
      read(sourceType, tables, sink);
    }
    for (var type : tables.nodes().keySet()) {
      if (!type.equals(sourceType)) {
        read(type, tables, sink);
      }
    }
  }

  private void read(NodeType type, Fitting tables, NodeSink sink) {
    var before = report.rowsRead();
    var typedTables = tables.nodes().getOrDefault(type, List.of());
    var rows = new NodeRows(type, report);
    if (type.name().equals(SourceColumns.SOURCE_TYPE)) {
      readSources(type, typedTables, rows);
    } else {
      typedTables.forEach(typed -> reader().read(typed, rows::add));
    }
    sink.take(type, rows);
    context.progress().done(type.name(), report.rowsRead() - before - rows.all().size());
  }

  /// A source may cite another one of the same table.
  private void readSources(NodeType type, List<TypedTable.NodeTable> typedTables, NodeRows rows) {
    if (context.elementIds().mayHold(type)) {
      var others = new Statement(SeedStatements.keysOfOthers(type), Map.of("load", load.name()));
      context.bolt().write(others).forEach(record -> sources.add(record.get("key").asString()));
    }
    var reader = new RowReader(report, cellIssues, _ -> true);
    typedTables.forEach(typed -> reader.read(typed, rows::add));
    boolean removed;
    do {
      removed = rows.all().removeIf(node -> citesUnknown(node, rows));
    } while (removed);
    rows.all().forEach(node -> sources.add(node.key().toString()));
  }

  private boolean citesUnknown(NodeRow node, NodeRows rows) {
    for (var source : node.places().keySet()) {
      if (!sources.contains(source) && !rows.has(source)) {
        report.skip(node.row().at(), RowReader.unknownSource());
        return true;
      }
    }
    return false;
  }

  private RowReader reader() {
    var checked = model.nodes().containsKey(SourceColumns.SOURCE_TYPE);
    return new RowReader(report, cellIssues, source -> !checked || sources.contains(source));
  }

  private void write(NodeType type, NodeRows rows) {
    for (var node : rows.all()) {
      rowIssues.inspect(type.name(), node);
      productIssues.add(type.name(), node);
      cite(type, node);
    }
    new NodeWriter(context).write(type, rows);
  }

  /// Collects the relationships from a node to its sources; they are written after all nodes.
  private void cite(NodeType type, NodeRow node) {
    var field = type.relationships().get(SourceColumns.SOURCES_FIELD);
    if (field == null || node.places().isEmpty()) {
      return;
    }
    var route = new Route(type, field, model.node(SourceColumns.SOURCE_TYPE));
    node.places()
        .forEach((source, place) -> {
          var row = new CheckedRow(node.row().at(), new LinkedHashMap<>());
          row.values().put(SourceColumns.PLACE, place.isEmpty() ? null : place);
          citations.add(new RelationshipRow(route, node.key(), source, "", row));
        });
  }

  private RelationshipRows readRelationships(List<TypedTable.RelationshipTable> typedTables) {
    var resolver = new ReferenceResolver(context, model);
    var rows = new RelationshipRows(report);
    for (var typed : typedTables) {
      var read = new ArrayList<CheckedRow>();
      reader().read(typed, read::add);
      resolver.add(typed, read, rows);
    }
    return rows;
  }

  private void inspect(RelationshipRows rows) {
    rows.reportOverlaps();
    for (var routed : rows.byRoute()) {
      routed.forEach(rowIssues::inspect);
      routed.forEach(productIssues::add);
    }
  }

  private final class NodeBatchWriter implements GeneratedTableLoader.BatchWriter {
    private final NodeType type;
    private final LoadContext unstated;

    NodeBatchWriter(NodeType type, LoadContext unstated) {
      this.type = type;
      this.unstated = unstated;
    }

    private NodeRows nodes(List<CheckedRow> rows) {
      var nodes = new NodeRows(type, report);
      rows.forEach(nodes::add);
      return nodes;
    }

    @Override
    public Statement creation(List<CheckedRow> rows) {
      return NodeWriter.creation(type, nodes(rows));
    }

    @Override
    public void reportUnwritten(List<CheckedRow> rows) {
      throw new Bug("a node depends on no other node, so each can be created");
    }

    @Override
    public void compare(List<CheckedRow> rows) {
      new NodeWriter(unstated).write(type, nodes(rows));
    }
  }

  private final class RelationshipBatchWriter implements GeneratedTableLoader.BatchWriter {
    private final TypedTable.RelationshipTable typed;
    private final LoadContext unstated;
    private final RelationshipWriter writer;

    RelationshipBatchWriter(TypedTable.RelationshipTable typed, LoadContext unstated) {
      this.typed = typed;
      this.unstated = unstated;
      this.writer = new RelationshipWriter(unstated, Kind.RELATIONSHIPS);
    }

    private RelationshipRows routed(List<CheckedRow> rows) {
      var routed = new RelationshipRows(report);
      new ReferenceResolver(unstated, model).add(typed, rows, routed);
      return routed;
    }

    @Override
    public Statement creation(List<CheckedRow> rows) {
      var target = model.node(typed.field().target().entity());
      return RelationshipWriter.creation(new Route(typed.from(), typed.field(), target), rows);
    }

    @Override
    public void reportUnwritten(List<CheckedRow> rows) {
      writer.reportMissingNodes(routed(rows));
    }

    @Override
    public void compare(List<CheckedRow> rows) {
      writer.write(routed(rows));
    }
  }
}
