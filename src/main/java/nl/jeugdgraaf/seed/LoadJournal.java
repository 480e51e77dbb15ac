package nl.jeugdgraaf.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.bolt.OpenTransaction;
import nl.jeugdgraaf.bolt.QueryRunner;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.digest.Fingerprint;
import nl.jeugdgraaf.findings.FindingRule;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.seed.SeedTable.Generated;
import org.jspecify.annotations.Nullable;

/// Records in the database which batches of generated tables it has, and which tables were loaded
/// completely. The entries are nodes with a label of their own, outside the model.
///
/// A batch and its entry are written in one transaction, and entries are unique. So each batch is
/// written once, even if a load is killed, a transaction is repeated or two loads run at once. An
/// entry is valid while its table has the same fingerprint; a load without that table deletes it.
final class LoadJournal {
  static final String LABEL = Model.SEED_BATCH;

  private static final String CREATE_CONSTRAINT =
      "CREATE CONSTRAINT %1$s_key IF NOT EXISTS FOR (entry:%1$s) REQUIRE entry.key IS UNIQUE"
          .formatted(LABEL);

  /// Entries of an earlier version belong to no load.
  private static final String DELETE_OTHERS =
      """
      MATCH (entry:%s)
      WHERE coalesce(entry.load = $load, true) AND NOT entry.table IN $tables
      DELETE entry
      """
          .formatted(LABEL);

  private static final String RECORD_LOAD =
      """
      MERGE (entry:%s {key: $key})
      SET entry.load = $load, entry.table = $key, entry.fingerprint = $fingerprint
      """
          .formatted(LABEL);

  private static final String HAS_LOAD =
      "MATCH (entry:%s {key: $key, fingerprint: $fingerprint}) RETURN entry.key AS key"
          .formatted(LABEL);

  private static final String FORGET_OTHERS =
      """
      MATCH (entry:%s) WHERE entry.load <> $load AND entry.fingerprint IS NOT NULL
      REMOVE entry.fingerprint
      """
          .formatted(LABEL);

  /// Belongs to no load, so none deletes it.
  private static final String CREATE_LOCK =
      "MERGE (lock:%s {key: 'lock'}) ON CREATE SET lock.load = '', lock.table = 'lock'"
          .formatted(LABEL);

  private static final String LOCK =
      "MATCH (lock:%s {key: 'lock'}) SET lock.holder = randomUUID()".formatted(LABEL);

  /// To be increased when the loader writes something else for the same rows.
  private static final int LOADER_VERSION = 2;

  private static final String BEGIN =
      """
      UNWIND $begun AS begun
      MERGE (entry:%s {key: begun.table})
      ON CREATE SET entry.table = begun.table, entry.isNew = begun.isNew
      SET entry.load = $load
      """
          .formatted(LABEL);

  private static final String ENTRIES =
      """
      MATCH (entry:%s)
      RETURN entry.table AS table, entry.batch AS batch, entry.rows AS rows,
        entry.isNew AS isNew, entry.complete AS complete
      """
          .formatted(LABEL);

  private static final String ADD =
      """
      CREATE (:%s {
        key: $table + '/' + $batch, load: $load, table: $table, batch: $batch, rows: $rows
      })
      """
          .formatted(LABEL);

  private static final String COMPLETE =
      "MATCH (entry:%s {key: $table}) SET entry.complete = true".formatted(LABEL);

  private final String load;
  private final QueryRunner bolt;
  private final Model model;
  private final Map<String, TableEntry> entries = new HashMap<>();

  private LoadJournal(String load, QueryRunner bolt, Model model) {
    this.load = load;
    this.bolt = bolt;
    this.model = model;
  }

  /// Returns the fingerprint of some tables. It differs when a row differs, when the model gives a
  /// row another meaning, or when a rule of findings differs.
  static String fingerprint(List<TypedTable> typedTables, List<FindingRule> rules) {
    return Fingerprint.of(
        LOADER_VERSION, typedTables.stream().map(LoadJournal::fingerprint).toList(), rules);
  }

  /// Returns whether a complete load is recorded.
  ///
  /// @param load its name
  /// @param fingerprint of its tables
  static boolean hasCompleteLoad(QueryRunner bolt, String load, String fingerprint) {
    return !bolt.command(new Statement(HAS_LOAD, ofLoad(load, fingerprint))).isEmpty();
  }

  /// Records a complete load.
  ///
  /// @param load its name
  /// @param fingerprint of its tables
  static void recordCompleteLoad(QueryRunner bolt, String load, String fingerprint) {
    bolt.write(new Statement(RECORD_LOAD, ofLoad(load, fingerprint)));
  }

  private static Map<String, @Nullable Object> ofLoad(String load, String fingerprint) {
    return Map.of("key", "load " + load, "load", load, "fingerprint", fingerprint);
  }

  /// Forgets that other loads were complete, so that each is compared anew at its next start.
  static void forgetOthers(QueryRunner bolt, String load) {
    bolt.write(new Statement(FORGET_OTHERS, Map.of("load", load)));
  }

  /// Makes the node that loads lock. A database without it has never been loaded.
  static void prepare(QueryRunner bolt) {
    bolt.command(Statement.of(CREATE_CONSTRAINT));
    bolt.write(Statement.of(CREATE_LOCK));
  }

  /// Waits until no other load of the database runs, and keeps others waiting until the transaction
  /// ends.
  static void lock(OpenTransaction transaction) {
    transaction.write(Statement.of(LOCK));
  }

  /// What the journal says about one table.
  static final class TableEntry {
    private final String load;
    private final String table;
    private final Set<Long> batches = new HashSet<>();
    private long rows;
    private boolean isNew;
    private boolean complete;

    private TableEntry(String load, String table) {
      this.load = load;
      this.table = table;
    }

    /// Returns whether the database had nothing of the table when its load began.
    boolean isNew() {
      return isNew;
    }

    /// Returns whether all batches of the table are in the database.
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

  private TableEntry newEntry(String table) {
    return new TableEntry(load, table);
  }

  /// Deletes the entries of all other tables of a load, adds those that are missing, and reads the
  /// entries.
  ///
  /// @param tables the generated tables, if any
  /// @param context of the load
  static LoadJournal open(Model model, List<TypedTable> tables, LoadContext context) {
    var load = context.stated().load();
    var bolt = context.bolt();
    var elementIds = context.elementIds();
    var journal = new LoadJournal(load, bolt, model);
    var known = tables.stream().map(LoadJournal::fingerprint).toList();
    if (elementIds.mayHold(LABEL)) {
      bolt.write(new Statement(DELETE_OTHERS, Map.of("load", load, "tables", known)));
    }
    if (!tables.isEmpty()) {
      journal.begin(tables, elementIds);
      journal.read();
    }
    return journal;
  }

  /// Differs when the rows of a table differ, or what they become in the graph.
  private static String fingerprint(TypedTable typed) {
    var properties =
        typed.columns().stream().map(each -> each.property() + ": " + each.type().text()).toList();
    var target =
        switch (typed) {
          case TypedTable.NodeTable nodes -> nodes.type().labels();
          case TypedTable.RelationshipTable relationships ->
              List.of(relationships.field().type(), relationships.field().direction());
        };
    var rows =
        typed.table().generated().map(Generated::fingerprint).orElseGet(() -> cells(typed.table()));
    return typed.table().name() + " " + Fingerprint.of(rows, properties, target);
  }

  /// Puts the length before each cell, so that only the same cells give the same text.
  private static String cells(SeedTable table) {
    var cells = new StringBuilder();
    for (var row : table.rows()) {
      row.cells().forEach(cell -> cells.append(cell.length()).append(':').append(cell));
      cells.append('\n');
    }
    return cells.toString();
  }

  private void begin(List<TypedTable> tables, ElementIds elementIds) {
    var begun = new ArrayList<Map<String, Object>>();
    for (var typed : tables) {
      begun.add(Map.of("table", fingerprint(typed), "isNew", isNew(typed, elementIds)));
    }
    bolt.write(new Statement(BEGIN, Map.of("begun", begun, "load", load)));
  }

  /// A type without nodes has no relationships either. If the field leads to an interface, the type
  /// of each target must be looked up, so the table never counts as new.
  private boolean isNew(TypedTable typed, ElementIds elementIds) {
    return switch (typed) {
      case TypedTable.NodeTable nodes -> !elementIds.mayHold(nodes.type());
      case TypedTable.RelationshipTable relationships ->
          !elementIds.mayHold(relationships.from())
              && model.nodes().containsKey(relationships.field().target().entity());
    };
  }

  private void read() {
    for (var record : bolt.write(Statement.of(ENTRIES))) {
      var entry = entries.computeIfAbsent(record.get("table").asString(), this::newEntry);
      if (record.get("batch").isNull()) {
        entry.isNew = record.get("isNew").asBoolean(false);
        entry.complete = record.get("complete").asBoolean(false);
      } else if (entry.batches.add(record.get("batch").asLong())) {
        entry.rows += record.get("rows").asLong();
      }
    }
  }

  /// Returns the entry of a table with which the journal was opened.
  TableEntry entry(TypedTable typed) {
    return entries.computeIfAbsent(fingerprint(typed), this::newEntry);
  }

  /// Returns about how many rows of a table are not in the database yet.
  long rowsLeftAbout(TypedTable typed) {
    var entry = entry(typed);
    var all = typed.table().generated().orElseThrow().rowsAbout();
    return entry.isComplete() ? 0 : Math.max(0, all - entry.rows());
  }

  /// Returns the statement that records a batch, for the transaction that writes it.
  static Statement add(TableEntry entry, long batch, int rows) {
    return new Statement(
        ADD, Map.of("load", entry.load, "table", entry.table, "batch", batch, "rows", rows));
  }

  /// Records that all batches of a table are in the database.
  void complete(TableEntry entry) {
    bolt.write(new Statement(COMPLETE, Map.of("table", entry.table)));
  }

  /// Reads the journal again, because another load may have added to it, and returns whether it has
  /// a batch.
  boolean hasByNow(TableEntry entry, long batch) {
    read();
    return entry.has(batch);
  }
}
