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
import nl.jeugdgraaf.findings.FindingRules;
import nl.jeugdgraaf.findings.Findings;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.seed.NodeRows.NodeRow;
import nl.jeugdgraaf.seed.RelationshipRows.RelationshipRow;
import nl.jeugdgraaf.seed.RelationshipRows.Route;
import nl.jeugdgraaf.seed.SeedReport.RowLocation;

/// Loads seed tables into the graph.
///
/// It loads nodes first, sources before all others, and then relationships. A load writes only what
/// differs from the database, so it can be repeated at any time, and the next load completes one
/// that was killed. [#isLoaded] says whether a load is needed. A load never deletes a node or
/// relationship that the rows no longer contain. Keys should have unique constraints beforehand.
///
/// Generated tables are an exception: a batch that was written is recorded in a [LoadJournal] and
/// is not looked at again, and only a few batches are in memory at a time.
public final class SeedLoader {
  private final Bolt bolt;
  private final Model model;
  private final ReportBuilder report = new ReportBuilder();
  private final CellIssues cellIssues = new CellIssues(report);
  private final RowIssues rowIssues = new RowIssues(report);
  private final ProductIssues productIssues = new ProductIssues(report);
  private final Set<String> sources = new HashSet<>();
  private final RelationshipRows citations = new RelationshipRows(report);
  private final LoadProgress progress;
  private final ElementIds elementIds;

  private SeedLoader(Bolt bolt, Model model, Consumer<String> listener) {
    this.bolt = bolt;
    this.model = model;
    this.progress = new LoadProgress(listener, System::nanoTime);
    this.elementIds = new ElementIds(bolt, model);
  }

  /// Loads tables. Rows and files that do not fit are skipped and reported.
  ///
  /// @param bolt the database
  /// @param model the types of the nodes and relationships
  /// @param tables in any order
  /// @param progress gets a line every second, once the load has taken two seconds
  /// @return what was written, skipped and found
  /// @throws ProblemException if the database does not answer or refuses, or a rule of findings has
  ///   no file
  public static SeedReport load(
      Bolt bolt, Model model, List<SeedTable> tables, Consumer<String> progress) {
    return new SeedLoader(bolt, model, progress).load(tables);
  }

  /// Returns whether the same rows were loaded before without any being skipped, so that there is
  /// nothing to load. What was changed in the database since then stays as it is.
  ///
  /// @param bolt the database
  /// @param model the types of the nodes and relationships
  /// @param tables in the order of the load
  /// @return whether there is nothing to load
  /// @throws ProblemException if the database does not answer or refuses
  public static boolean isLoaded(Bolt bolt, Model model, List<SeedTable> tables) {
    return LoadJournal.hasCompleteLoad(bolt, journalKey(model, tables));
  }

  private static String journalKey(Model model, List<SeedTable> tables) {
    return LoadJournal.completeLoad(
        tables.stream().flatMap(table -> TypedTable.of(model, table, _ -> {}).stream()).toList(),
        FindingRules.builtIn(model));
  }

  private SeedReport load(List<SeedTable> tables) {
    // Taken before the load reads the rows: if a file changes meanwhile, the next load will not be
    // left out.
    var journalKey = journalKey(model, tables);
    var nodes = new LinkedHashMap<NodeType, List<TypedTable.NodeTable>>();
    var relationships = new LinkedHashMap<String, List<TypedTable.RelationshipTable>>();
    var generated = new ArrayList<TypedTable>();
    for (var table : tables) {
      fitToModel(table)
          .ifPresent(typed -> {
            if (table.generated().isPresent()) {
              generated.add(typed);
            } else if (typed instanceof TypedTable.NodeTable nodeTable) {
              nodes.computeIfAbsent(nodeTable.type(), _ -> new ArrayList<>()).add(nodeTable);
            } else if (typed instanceof TypedTable.RelationshipTable relationshipTable) {
              relationships
                  .computeIfAbsent(relationshipTable.field().type(), _ -> new ArrayList<>())
                  .add(relationshipTable);
            }
          });
    }
    var journal = LoadJournal.open(bolt, model, generated, elementIds);
    loadSources(nodes);
    nodes.forEach(this::loadNodes);
    var writer = new RelationshipWriter(bolt, elementIds, report, progress);
    loadGenerated(generated, journal, writer);
    writer.write(citations);
    relationships.values().forEach(typedTables -> loadRelationships(typedTables, writer));
    if (nodes.keySet().stream().anyMatch(NamesakeRelationships::concern)) {
      NamesakeRelationships.derive(bolt, report);
    }
    if (DerivedSegments.concern(model)) {
      DerivedSegments.derive(bolt, report);
    }
    var findings = Findings.update(bolt, model, FindingRules.builtIn(model));
    report.nodes(findings.all(), findings.written());
    cellIssues.finish();
    productIssues.finish();
    var result = report.build();
    if (result.skipped().isEmpty()) {
      LoadJournal.recordCompleteLoad(bolt, journalKey);
    }
    return result;
  }

  /// Loads nodes before relationships, and both before the relationships of files, which are
  /// compared with them.
  private void loadGenerated(
      List<TypedTable> typedTables, LoadJournal journal, RelationshipWriter writer) {
    progress.expect(typedTables.stream().mapToLong(journal::rowsLeftAbout).sum());
    var loader = new GeneratedTableLoader(bolt, journal, report, progress);
    for (var typed : typedTables) {
      if (typed instanceof TypedTable.NodeTable nodeTable) {
        loader.load(nodeTable, reader(), new NodeBatchWriter(nodeTable.type()));
        elementIds.lookFor(nodeTable.type());
      }
    }
    for (var typed : typedTables) {
      if (typed instanceof TypedTable.RelationshipTable relationshipTable) {
        loader.load(
            relationshipTable, reader(), new RelationshipBatchWriter(relationshipTable, writer));
      }
    }
  }

  private Optional<TypedTable> fitToModel(SeedTable table) {
    var at = new RowLocation(table.origin(), 1);
    return TypedTable.of(model, table, fault -> report.skip(at, fault));
  }

  /// Loads the sources first, because every row may cite one. A source may cite another one of the
  /// same table.
  private void loadSources(Map<NodeType, List<TypedTable.NodeTable>> tables) {
    var type = model.nodes().get(SourceColumns.SOURCE_TYPE);
    if (type == null) {
      return;
    }
    if (elementIds.mayHold(type)) {
      bolt.write(Statement.of(SeedStatements.keys(type)))
          .forEach(record -> sources.add(record.get("key").asString()));
    }
    var rows = new NodeRows(type, report);
    var reader = new RowReader(report, cellIssues, _ -> true);
    tables.getOrDefault(type, List.of()).forEach(typed -> reader.read(typed, rows::add));
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
        report.skip(node.row().at(), RowReader.unknownSource());
        return true;
      }
    }
    return false;
  }

  private void loadNodes(NodeType type, List<TypedTable.NodeTable> typedTables) {
    if (type.name().equals(SourceColumns.SOURCE_TYPE)) {
      return;
    }
    var rows = new NodeRows(type, report);
    typedTables.forEach(typed -> reader().read(typed, rows::add));
    write(type, rows);
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
    new NodeWriter(bolt, elementIds, report, progress).write(type, rows);
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

  private void loadRelationships(
      List<TypedTable.RelationshipTable> typedTables, RelationshipWriter writer) {
    var resolver = new ReferenceResolver(elementIds, model, report);
    var rows = new RelationshipRows(report);
    for (var typed : typedTables) {
      var read = new ArrayList<CheckedRow>();
      reader().read(typed, read::add);
      resolver.add(typed, read, rows);
    }
    for (var routed : rows.byRoute()) {
      routed.forEach(rowIssues::inspect);
      routed.forEach(productIssues::add);
    }
    writer.write(rows);
  }

  private final class NodeBatchWriter implements GeneratedTableLoader.BatchWriter {
    private final NodeType type;

    NodeBatchWriter(NodeType type) {
      this.type = type;
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
      new NodeWriter(bolt, elementIds, report, progress).write(type, nodes(rows));
    }
  }

  private final class RelationshipBatchWriter implements GeneratedTableLoader.BatchWriter {
    private final TypedTable.RelationshipTable typed;
    private final RelationshipWriter writer;

    RelationshipBatchWriter(TypedTable.RelationshipTable typed, RelationshipWriter writer) {
      this.typed = typed;
      this.writer = writer;
    }

    private RelationshipRows routed(List<CheckedRow> rows) {
      var routed = new RelationshipRows(report);
      new ReferenceResolver(elementIds, model, report).add(typed, rows, routed);
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
