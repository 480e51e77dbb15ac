package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.seed.SeedTable.Generated;

/// Which batches of generated tables are in the database, and which tables were loaded whole: nodes
/// beside those of the model.
///
/// A batch and its entry are written in one transaction, and an entry is unique. So a batch is
/// written once, whenever a load is killed, a transaction is repeated or two loads meet. An entry
/// holds while its table has the same fingerprint; a load without that table forgets it.
final class LoadJournal {
  static final String LABEL = Model.SEED_BATCH;

  private static final String UNIQUE =
      "CREATE CONSTRAINT `%1$s_key` IF NOT EXISTS FOR (entry:`%1$s`) REQUIRE entry.key IS UNIQUE"
          .formatted(LABEL);

  private static final String FORGET =
      "MATCH (entry:`%s`) WHERE NOT entry.table IN $tables DELETE entry".formatted(LABEL);

  private static final String NOTE =
      "MERGE (entry:`%s` {key: $key}) SET entry.table = $key, entry.complete = true"
          .formatted(LABEL);

  private static final String HOLDS =
      "MATCH (entry:`%s` {key: $key}) RETURN entry.key AS key".formatted(LABEL);

  /// Goes up when the loader makes something else of the same rows.
  private static final int LOADER = 1;

  private static final String BEGIN =
      """
      UNWIND $begun AS begun
      MERGE (entry:`%s` {key: begun.table})
      ON CREATE SET entry.table = begun.table, entry.isNew = begun.isNew
      """
          .formatted(LABEL);

  private static final String ENTRIES =
      """
      MATCH (entry:`%s`)
      RETURN entry.table AS table, entry.batch AS batch, entry.rows AS rows,
        entry.isNew AS isNew, entry.complete AS complete
      """
          .formatted(LABEL);

  private static final String ADD =
      "CREATE (:`%s` {key: $table + '/' + $batch, table: $table, batch: $batch, rows: $rows})"
          .formatted(LABEL);

  private static final String COMPLETE =
      "MATCH (entry:`%s` {key: $table}) SET entry.complete = true".formatted(LABEL);

  private final Bolt bolt;
  private final Model model;
  private final Map<String, Page> pages = new HashMap<>();

  private LoadJournal(Bolt bolt, Model model) {
    this.bolt = bolt;
    this.model = model;
  }

  /// Returns the name under which it stands that all of some tables was loaded: another one when
  /// any row of them is another, or the model reads it in another way.
  static String name(List<TableShape> shapes) {
    return "all of " + Fingerprint.of(LOADER, shapes.stream().map(LoadJournal::name).toList());
  }

  /// Returns whether it stands here that all of some tables was loaded.
  static boolean holds(Bolt bolt, String name) {
    return !bolt.command(new Statement(HOLDS, Map.of("key", name))).isEmpty();
  }

  /// Notes that all of some tables was loaded.
  static void note(Bolt bolt, String name) {
    bolt.write(new Statement(NOTE, Map.of("key", name)));
  }

  /// What is known of one table.
  static final class Page {
    private final String table;
    private final Set<Long> batches = new HashSet<>();
    private long rows;
    private boolean isNew;
    private boolean complete;

    private Page(String table) {
      this.table = table;
    }

    /// Returns whether nothing that the table states was there when it was begun.
    boolean isNew() {
      return isNew;
    }

    /// Returns whether all of it is there.
    boolean isComplete() {
      return complete;
    }

    boolean has(long batch) {
      return batches.contains(batch);
    }

    /// Returns how many rows are in its batches.
    long rows() {
      return rows;
    }
  }

  /// Forgets all other tables, begins those that are not begun, and reads what there is.
  ///
  /// @param tables shapes of generated tables, if any
  /// @param identifiers of which types there are nodes
  static LoadJournal open(
      Bolt bolt, Model model, List<TableShape> tables, Identifiers identifiers) {
    var ledger = new LoadJournal(bolt, model);
    var known = tables.stream().map(LoadJournal::name).toList();
    if (identifiers.mayHold(LABEL)) {
      bolt.write(new Statement(FORGET, Map.of("tables", known)));
    }
    if (!tables.isEmpty()) {
      bolt.command(Statement.of(UNIQUE));
      ledger.begin(tables, identifiers);
      ledger.read();
    }
    return ledger;
  }

  /// Which rows a table has and what becomes of them.
  private static String name(TableShape shape) {
    var properties =
        shape.columns().stream().map(each -> each.property() + ": " + each.type().text()).toList();
    var target =
        switch (shape) {
          case TableShape.Nodes nodes -> nodes.type().labels();
          case TableShape.Relationships edges ->
              List.of(edges.field().type(), edges.field().direction());
        };
    var rows =
        shape.table().generated().map(Generated::fingerprint).orElseGet(() -> cells(shape.table()));
    return shape.table().name() + " " + Fingerprint.of(rows, properties, target);
  }

  /// Each cell after its length, so that only the same cells give the same text.
  private static String cells(SeedTable table) {
    var cells = new StringBuilder();
    for (var row : table.rows()) {
      row.cells().forEach(cell -> cells.append(cell.length()).append(':').append(cell));
      cells.append('\n');
    }
    return cells.toString();
  }

  private void begin(List<TableShape> tables, Identifiers identifiers) {
    var begun = new ArrayList<Map<String, Object>>();
    for (var shape : tables) {
      begun.add(Map.of("table", name(shape), "isNew", isNew(shape, identifiers)));
    }
    bolt.write(new Statement(BEGIN, Map.of("begun", begun)));
  }

  /// Where there is no node of a type, there is no relationship of it either. Behind an interface
  /// the type of each target has to be found out.
  private boolean isNew(TableShape shape, Identifiers identifiers) {
    return switch (shape) {
      case TableShape.Nodes nodes -> !identifiers.mayHold(nodes.type());
      case TableShape.Relationships edges ->
          !identifiers.mayHold(edges.from())
              && model.nodes().containsKey(edges.field().target().entity());
    };
  }

  private void read() {
    for (var entry : bolt.write(Statement.of(ENTRIES))) {
      var page = pages.computeIfAbsent(entry.get("table").asString(), Page::new);
      if (entry.get("batch").isNull()) {
        page.isNew = entry.get("isNew").asBoolean(false);
        page.complete = entry.get("complete").asBoolean(false);
      } else if (page.batches.add(entry.get("batch").asLong())) {
        page.rows += entry.get("rows").asLong();
      }
    }
  }

  /// Returns what is known of a table with which it was opened.
  Page page(TableShape shape) {
    return pages.computeIfAbsent(name(shape), Page::new);
  }

  /// Returns about how many rows of a table are not there yet.
  long rowsLeftAbout(TableShape shape) {
    var page = page(shape);
    var all = shape.table().generated().orElseThrow().rowsAbout();
    return page.isComplete() ? 0 : Math.max(0, all - page.rows());
  }

  /// Returns the statement that goes with a batch.
  static Statement add(Page page, long batch, int rows) {
    return new Statement(ADD, Map.of("table", page.table, "batch", batch, "rows", rows));
  }

  /// Notes that all batches of a table are there.
  void complete(Page page) {
    bolt.write(new Statement(COMPLETE, Map.of("table", page.table)));
  }

  /// Returns whether a batch is there by now, because somebody else writes to the database too.
  boolean holds(Page page, long batch) {
    read();
    return page.has(batch);
  }
}
