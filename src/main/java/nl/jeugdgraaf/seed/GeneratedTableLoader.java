package nl.jeugdgraaf.seed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.ProblemException;

/// Loads the rows of a generated table in batches, and keeps only a few batches in memory.
///
/// If the database held nothing of the table when its load began, batches are created without a
/// look-up, several at once. A batch that cannot be created is compared with the database instead,
/// as rows of files are.
final class GeneratedTableLoader {
  /// More than [NodeWriter#BATCH_ROWS]: these rows need no look-up, so the round trip is what
  /// costs.
  private static final int BATCH_ROWS = 5_000;

  private static final int BATCHES_AT_ONCE = 3;

  private final LoadContext context;
  private final LoadJournal journal;

  GeneratedTableLoader(LoadContext context, LoadJournal journal) {
    this.context = context;
    this.journal = journal;
  }

  /// Turns batches of rows into nodes or relationships.
  interface BatchWriter {
    /// Returns the statement that creates the rows, and counts those that it could create as
    /// `found`.
    Statement creation(List<CheckedRow> rows);

    /// Reports the rows that a creation could not write.
    void reportUnwritten(List<CheckedRow> rows);

    /// Compares the rows with the database and writes what differs.
    void compare(List<CheckedRow> rows);
  }

  /// Writes the rows of a table that are not in the database yet.
  void load(TypedTable typed, RowReader reader, BatchWriter writer) {
    var entry = journal.entry(typed);
    if (entry.isComplete()) {
      context.report().count(typed, entry.rows(), 0);
      return;
    }
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var sender = new BatchSender(typed, entry, writer, executor);
      reader.read(typed, sender::add);
      sender.finish();
    }
    journal.complete(entry);
  }

  /// A batch that was sent and not answered yet.
  private record PendingBatch(long number, List<CheckedRow> rows, Future<Long> found) {}

  private final class BatchSender {
    private final TypedTable typed;
    private final LoadJournal.TableEntry entry;
    private final BatchWriter writer;
    private final ExecutorService executor;
    private final ArrayDeque<PendingBatch> sent = new ArrayDeque<>();
    private List<CheckedRow> rows = new ArrayList<>();
    private long number;

    BatchSender(
        TypedTable typed,
        LoadJournal.TableEntry entry,
        BatchWriter writer,
        ExecutorService executor) {
      this.typed = typed;
      this.entry = entry;
      this.writer = writer;
      this.executor = executor;
    }

    void add(CheckedRow row) {
      rows.add(row);
      if (rows.size() == BATCH_ROWS) {
        send();
      }
    }

    void finish() {
      if (!rows.isEmpty()) {
        send();
      }
      while (!sent.isEmpty()) {
        settle(sent.remove());
      }
    }

    private void send() {
      var batch = rows;
      rows = new ArrayList<>(BATCH_ROWS);
      long here = ++number;
      if (entry.has(here)) {
        context.report().count(typed, batch.size(), 0);
      } else if (entry.isNew()) {
        if (sent.size() == BATCHES_AT_ONCE) {
          settle(sent.remove());
        }
        sent.add(new PendingBatch(here, batch, executor.submit(() -> create(here, batch))));
      } else {
        compare(here, batch);
      }
    }

    private long create(long here, List<CheckedRow> batch) {
      var records =
          context.bolt().write(LoadJournal.add(entry, here, batch.size()), writer.creation(batch));
      return records.getFirst().get("found").asLong();
    }

    private void settle(PendingBatch first) {
      try {
        long found = first.found().get();
        context.report().count(typed, found, found);
        context.progress().done(typed.table().name(), first.rows().size());
        if (found < first.rows().size()) {
          writer.reportUnwritten(first.rows());
        }
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof ProblemException)) {
          throw new Bug("a batch of rows failed: " + e.getCause());
        }
        compare(first.number(), first.rows());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw NodeWriter.nodesDeletedMeanwhile();
      }
    }

    /// Another writer may have written the batch meanwhile, or a transaction of which no answer
    /// came.
    private void compare(long here, List<CheckedRow> batch) {
      writer.compare(batch);
      if (!journal.hasByNow(entry, here)) {
        context.bolt().write(LoadJournal.add(entry, here, batch.size()));
      }
    }
  }
}
