package nl.jeugdgraaf.seed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.ProblemException;

/// The rows of one generated table to the database, in batches of which few are held at a time.
///
/// Where the table was new when it was begun, its batches are written without a look at what is
/// there, several at once. A batch that cannot be written so is compared, as rows of files are.
final class GeneratedLoader {
  /// More than where each row is looked up first, because here the round trip counts.
  private static final int BATCH_ROWS = 5_000;

  private static final int BATCHES_AT_ONCE = 3;

  private final Bolt bolt;
  private final LoadJournal ledger;
  private final Findings findings;
  private final Progress progress;

  GeneratedLoader(Bolt bolt, LoadJournal ledger, Findings findings, Progress progress) {
    this.bolt = bolt;
    this.ledger = ledger;
    this.findings = findings;
    this.progress = progress;
  }

  /// What a batch of rows becomes.
  interface Sink {
    /// Returns the statement that writes what is not there yet, and counts what it `found`: rows
    /// that it could write.
    Statement creation(List<Row> rows);

    /// Reports the rows that a creation could not write.
    void report(List<Row> rows);

    /// Writes what differs.
    void compare(List<Row> rows);
  }

  /// Writes what is not there of one table.
  void load(TableShape shape, RowReader reader, Sink sink) {
    var page = ledger.page(shape);
    if (page.isComplete()) {
      findings.done(page.rows(), 0);
      return;
    }
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var walk = new Walk(shape.table().name(), page, sink, executor);
      reader.read(shape, walk::add);
      walk.finish();
    }
    ledger.complete(page);
  }

  /// A batch on its way.
  private record Sent(long number, List<Row> rows, Future<Long> found) {}

  private final class Walk {
    private final String table;
    private final LoadJournal.Page page;
    private final Sink sink;
    private final ExecutorService executor;
    private final ArrayDeque<Sent> sent = new ArrayDeque<>();
    private List<Row> rows = new ArrayList<>();
    private long number;

    Walk(String table, LoadJournal.Page page, Sink sink, ExecutorService executor) {
      this.table = table;
      this.page = page;
      this.sink = sink;
      this.executor = executor;
    }

    void add(Row row) {
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
      if (page.has(here)) {
        findings.done(batch.size(), 0);
      } else if (page.isNew()) {
        if (sent.size() == BATCHES_AT_ONCE) {
          settle(sent.remove());
        }
        sent.add(new Sent(here, batch, executor.submit(() -> create(here, batch))));
      } else {
        compare(here, batch);
      }
    }

    private long create(long here, List<Row> batch) {
      var records = bolt.write(LoadJournal.add(page, here, batch.size()), sink.creation(batch));
      return records.getFirst().get("found").asLong();
    }

    private void settle(Sent first) {
      try {
        long found = first.found().get();
        findings.done(found, found);
        progress.done(table, first.rows().size());
        if (found < first.rows().size()) {
          sink.report(first.rows());
        }
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof ProblemException)) {
          throw new Bug("a batch cannot be made: " + e.getCause());
        }
        compare(first.number(), first.rows());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw NodeWriter.disturbed();
      }
    }

    /// Somebody else, or a transaction whose end was not heard, can have written it meanwhile.
    private void compare(long here, List<Row> batch) {
      sink.compare(batch);
      if (!ledger.holds(page, here)) {
        bolt.write(LoadJournal.add(page, here, batch.size()));
      }
    }
  }
}
