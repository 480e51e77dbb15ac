package nl.jeugdgraaf.bolt;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.TransactionTerminatedException;

/// What the driver throws, in words for a reader; the cause stays behind for the log.
final class BoltProblems {
  private BoltProblems() {}

  /// Returns what a client of the API is told.
  static ProblemException of(Neo4jException e) {
    return switch (kind(e)) {
      case TOO_LARGE ->
          new ProblemException(
              Code.LIMIT_EXCEEDED, "The operation reads too much at once; ask for less.", e);
      case TOO_SLOW ->
          new ProblemException(
              Code.TIMEOUT,
              "The operation took too long; ask for less, or with a narrower where.",
              e);
      case REFUSED, ABSENT, AWAY ->
          new ProblemException(
              Code.DATABASE_UNAVAILABLE, "The database cannot be reached now; try again later.", e);
      case BUG ->
          new ProblemException(
              Code.INTERNAL_ERROR,
              "The database refused the statement; this is a bug of the server.",
              e);
    };
  }

  /// Returns what whoever starts the server is told.
  static ProblemException of(Neo4jException e, Address address) {
    var message =
        switch (kind(e)) {
          case REFUSED ->
              " refuses the user name or password; set NEO4J_USERNAME and NEO4J_PASSWORD.";
          case ABSENT -> " has no database of that name; set NEO4J_DATABASE.";
          case AWAY ->
              " cannot be reached; check the address, that the database runs, and that this"
                  + " machine may connect to it.";
          case TOO_LARGE, TOO_SLOW, BUG ->
              " does not answer as Neo4j does; LOG_LEVEL=DEBUG shows the error.";
        };
    return new ProblemException(Code.DATABASE_UNAVAILABLE, "NEO4J_URI " + address + message, e);
  }

  /// Returns whether the same statement can succeed a moment later.
  static boolean canPass(Neo4jException e) {
    return e instanceof RetryableException && kind(e) == Kind.AWAY;
  }

  private static Kind kind(Neo4jException e) {
    var code = e.code() == null ? "" : e.code();
    if (code.endsWith("OutOfMemoryError") || hasTooManyClauses(e)) {
      return Kind.TOO_LARGE;
    }
    if (code.contains("TransactionTimedOut") || code.contains("Transaction.Lock")) {
      return Kind.TOO_SLOW;
    }
    if (code.endsWith("DatabaseNotFound")) {
      return Kind.ABSENT;
    }
    if (e instanceof SecurityException && !(e instanceof RetryableException)) {
      return Kind.REFUSED;
    }
    return isAway(e, code) ? Kind.AWAY : Kind.BUG;
  }

  /// Lucene bounds how many words of the index stand in for misspelt ones; only the text says so.
  private static boolean hasTooManyClauses(Neo4jException e) {
    return e.getMessage() != null && e.getMessage().matches("(?s).*TooMany(Nested)?Clauses.*");
  }

  /// A full pool and an unknown host have no code, only a cause.
  private static boolean isAway(Neo4jException e, String code) {
    return e instanceof RetryableException
        || e instanceof TransactionTerminatedException
        || e.getCause() instanceof TimeoutException
        || e.getCause() instanceof IOException
        || code.endsWith("DatabaseUnavailable");
  }

  private enum Kind {
    /// The statement needs more memory than the database gives to one.
    TOO_LARGE,
    /// The time of the transaction is over.
    TOO_SLOW,
    /// The database does not let us in.
    REFUSED,
    /// The server has no database of that name.
    ABSENT,
    /// The database is not there now, has no time, or ends.
    AWAY,
    /// Anything else: the statement is wrong.
    BUG
  }
}
