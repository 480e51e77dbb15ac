package nl.jeugdgraaf.bolt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;

/// One transaction that stays open over several calls. It is rolled back unless it is committed.
/// For one thread at a time.
public final class OpenTransaction implements QueryRunner, AutoCloseable {
  private static final Logger LOG = System.getLogger(OpenTransaction.class.getName());

  /// One statement waits for the locks of other transactions, which may load much.
  private static final Duration WITHIN = Duration.ofHours(1);

  private final Session session;
  private final Transaction transaction;
  private final Runnable cut;

  /// @param session a writing session of its own, which is closed with the transaction
  /// @param cut cuts the connection to a database that is silent
  OpenTransaction(Session session, Runnable cut) {
    this.session = session;
    this.cut = cut;
    this.transaction = session.beginTransaction();
  }

  /// Keeps what was written. Nothing can run after it.
  ///
  /// @throws nl.jeugdgraaf.problem.ProblemException if the database refuses; then nothing is kept
  public void commit() {
    within(
        WITHIN,
        limit ->
            limit.await(() -> {
              transaction.commit();
              return true;
            }));
  }

  @Override
  public List<Record> write(Statement... statements) {
    return within(
        WITHIN,
        limit -> {
          List<Record> records = List.of();
          for (var statement : statements) {
            records = limit.await(() -> run(statement));
          }
          return records;
        });
  }

  @Override
  public List<Record> command(Statement statement) {
    return write(statement);
  }

  @Override
  public void read(Statement statement, Duration within, Consumer<Record> sink) {
    within(
        within,
        limit -> {
          var result = limit.await(() -> transaction.run(statement.text(), statement.parameters()));
          while (limit.await(result::hasNext)) {
            sink.accept(result.next());
          }
          return true;
        });
  }

  @Override
  public boolean isOneTransaction() {
    return true;
  }

  private List<Record> run(Statement statement) {
    return transaction.run(statement.text(), statement.parameters()).list();
  }

  /// Waits for the database.
  private interface Wait<T> {
    T under(WaitLimit limit);
  }

  private <T> T within(Duration within, Wait<T> wait) {
    try (var limit = new WaitLimit(within, cut)) {
      return wait.under(limit);
    } catch (Neo4jException e) {
      throw BoltProblems.of(e);
    }
  }

  /// Rolls back what was not committed. A connection that was lost has rolled it back already.
  @Override
  public void close() {
    Supplier<Boolean> ended =
        () -> {
          try {
            transaction.close();
          } finally {
            session.close();
          }
          return true;
        };
    try (var limit = new WaitLimit(WITHIN, cut)) {
      limit.await(ended);
    } catch (Neo4jException e) {
      LOG.log(Level.DEBUG, "The connection of a transaction was lost before its end", e);
    }
  }
}
