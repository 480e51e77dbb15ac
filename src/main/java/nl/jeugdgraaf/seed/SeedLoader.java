package nl.jeugdgraaf.seed;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.OpenTransaction;
import nl.jeugdgraaf.bolt.QueryRunner;
import nl.jeugdgraaf.findings.FindingRules;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Loads tables into the graph, and withdraws what only an earlier load of the same name stated.
///
/// It loads nodes first, sources before all others, and then relationships. A load writes only what
/// differs from the database, so it can be repeated at any time, and the next load completes one
/// that was killed. [#isLoaded] says whether a load is needed. One load of a database runs at a
/// time; others wait for it. A load that skips a row or a file withdraws nothing. Keys should have
/// unique constraints beforehand.
///
/// Nobody states the rows of generated tables, so they are never withdrawn. A batch of them that
/// was written is recorded in a [LoadJournal] and is not looked at again, and only a few batches
/// are in memory at a time.
public final class SeedLoader {
  /// How many rows one transaction can hold: its changes are in the memory of the database until it
  /// ends.
  public static final long ROWS_AT_ONCE_MAX = 100_000;

  private static final int BROKEN_SHOWN_MAX = 20;
  private static final Duration WAITS_QUIETLY = Duration.ofSeconds(2);

  private SeedLoader() {}

  /// Loads tables, in many transactions. Rows and files that do not fit are skipped and reported,
  /// unless the load is strict.
  ///
  /// @param bolt the database
  /// @param model the types of the nodes and relationships
  /// @param load what to load
  /// @param progress gets a line every second, once the load has taken two seconds
  /// @return what was written, withdrawn, skipped and found
  /// @throws ProblemException if the database does not answer or refuses, a row does not fit and
  ///   the load is strict, or a rule of findings has no file
  public static SeedReport load(Bolt bolt, Model model, Load load, Consumer<String> progress) {
    LoadJournal.prepare(bolt);
    try (var lock = bolt.begin()) {
      lock(lock, progress);
      requireFit(bolt, model, load);
      return new LoadRun(bolt, model, load, progress).load();
    }
  }

  /// Loads tables of files in one transaction: all of it or nothing.
  ///
  /// @param bolt the database
  /// @param model the types of the nodes and relationships
  /// @param load what to load
  /// @param keep whether to keep what was written; else it is rolled back, and the report tells
  ///   what would change
  /// @param progress gets a line every second, once the load has taken two seconds
  /// @return what was or would be written, withdrawn, skipped and found
  /// @throws ProblemException as [#load], and if there are more than [#ROWS_AT_ONCE_MAX] rows
  public static SeedReport loadAtOnce(
      Bolt bolt, Model model, Load load, boolean keep, Consumer<String> progress) {
    requireFew(load);
    if (keep) {
      LoadJournal.prepare(bolt);
    }
    try (var transaction = bolt.begin()) {
      lock(transaction, progress);
      requireFit(transaction, model, load);
      var report = new LoadRun(transaction, model, load, progress).load();
      if (keep) {
        transaction.commit();
      }
      return report;
    }
  }

  /// Returns whether the same rows were loaded before under the same name without any being
  /// skipped, so that there is nothing to load. What was changed in the database since then stays
  /// as it is.
  ///
  /// @param bolt the database
  /// @param model the types of the nodes and relationships
  /// @param load what would be loaded
  /// @return whether there is nothing to load
  /// @throws ProblemException if the database does not answer or refuses
  public static boolean isLoaded(Bolt bolt, Model model, Load load) {
    return LoadJournal.hasCompleteLoad(bolt, load.name(), fingerprint(model, load.tables()));
  }

  static String fingerprint(Model model, List<SeedTable> tables) {
    return LoadJournal.fingerprint(
        tables.stream().flatMap(table -> TypedTable.of(model, table, _ -> {}).stream()).toList(),
        FindingRules.builtIn(model));
  }

  private static void lock(OpenTransaction transaction, Consumer<String> listener) {
    var waits =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Thread.sleep(WAITS_QUIETLY);
                listener.accept("Another load of this database runs; this one waits for its end.");
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    try {
      LoadJournal.lock(transaction);
    } finally {
      waits.interrupt();
    }
  }

  private static void requireFew(Load load) {
    long rows = 0;
    for (var table : load.tables()) {
      for (var _ : table.rows()) {
        rows++;
      }
    }
    if (rows > ROWS_AT_ONCE_MAX) {
      throw new ProblemException(
          Code.LIMIT_EXCEEDED,
          String.format(
              Locale.ROOT,
              "There are %,d rows, and one transaction can hold %,d. Load them without --atomic and"
                  + " --dry-run, or in parts under names of their own.",
              rows,
              ROWS_AT_ONCE_MAX));
    }
  }

  /// Checks all rows before anything is written, if the load is strict.
  private static void requireFit(QueryRunner bolt, Model model, Load load) {
    if (!load.strict()) {
      return;
    }
    var broken = new LoadRun(bolt, model, load, _ -> {}).check();
    if (!broken.isEmpty()) {
      var lines = broken.stream().map(Object::toString).limit(BROKEN_SHOWN_MAX).toList();
      throw new ProblemException(
          Code.STARTUP_FAILED,
          "Nothing was loaded, because %d rows or files do not fit:\n  %s%s"
              .formatted(
                  broken.size(),
                  String.join("\n  ", lines),
                  broken.size() > BROKEN_SHOWN_MAX ? "\n  ..." : ""));
    }
  }
}
