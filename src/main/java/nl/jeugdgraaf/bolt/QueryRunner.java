package nl.jeugdgraaf.bolt;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.neo4j.driver.Record;

/// Runs statements that write: each call in a transaction of its own ([Bolt]), or all of them in
/// one ([OpenTransaction]).
public interface QueryRunner {
  /// Runs statements in one transaction.
  ///
  /// @param statements what to run, in order; each must be repeatable
  /// @return the records of the last one
  /// @throws nl.jeugdgraaf.problem.ProblemException if the database does not answer or refuses
  List<Record> write(Statement... statements);

  /// Runs one statement that may need a transaction of its own, such as the creation of an index or
  /// one with batches ([#batches()]).
  ///
  /// @param statement what to run
  /// @return its records
  /// @throws nl.jeugdgraaf.problem.ProblemException if the database does not answer or refuses
  List<Record> command(Statement statement);

  /// Runs one reading statement and hands over each record as it arrives.
  ///
  /// @param statement what to run
  /// @param within after this time it is ended
  /// @param sink gets the records, in order, on the calling thread; it runs no other statement
  /// @throws nl.jeugdgraaf.problem.ProblemException if the database does not answer, or not in time
  void read(Statement statement, Duration within, Consumer<Record> sink);

  /// {@return whether all statements run in one transaction, which an error ends}
  boolean isOneTransaction();

  /// {@return what follows a subquery that may be committed in batches; nothing in one transaction}
  default String batches() {
    return isOneTransaction() ? "" : " IN TRANSACTIONS OF 10000 ROWS";
  }
}
