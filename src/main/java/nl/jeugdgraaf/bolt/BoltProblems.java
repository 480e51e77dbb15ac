package nl.jeugdgraaf.bolt;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.TransactionTerminatedException;

/// Translates exceptions of the driver into problems in plain words; the exception becomes the
/// cause. Its message can quote data, so the log shows where it came from only.
final class BoltProblems {
  private BoltProblems() {}

  /// Returns the problem for a caller of the API.
  static ProblemException of(Neo4jException e) {
    return switch (kind(e)) {
      case TOO_LARGE ->
          new ProblemException(
              Code.LIMIT_EXCEEDED, "The operation reads too much at once; ask for less.", e);
      case FULL ->
          new ProblemException(
              Code.SERVER_BUSY,
              "The database is busy with large answers. Try again in a few seconds.",
              e);
      case TOO_SLOW ->
          new ProblemException(
              Code.TIMEOUT,
              "The operation took too long; ask for less, or with a narrower where.",
              e);
      case REFUSED, FIRST_PASSWORD, NO_SUCH_DATABASE, UNREACHABLE ->
          new ProblemException(
              Code.DATABASE_UNAVAILABLE, "The database cannot be reached now; try again later.", e);
      case DAMAGED ->
          new ProblemException(
              Code.DATABASE_UNAVAILABLE,
              "The database cannot work" + reason(e) + "; its disk may be full.",
              e);
      case BUG ->
          new ProblemException(
              Code.INTERNAL_ERROR,
              "The database refused the statement" + reason(e) + "; this is a bug of the server.",
              e);
    };
  }

  /// Returns the problem for the operator who starts the server.
  static ProblemException of(Neo4jException e, Address address) {
    var message =
        switch (kind(e)) {
          case REFUSED ->
              " refuses the user name or password; set NEO4J_USERNAME and NEO4J_PASSWORD.";
          case FIRST_PASSWORD ->
              " wants the first password of this user changed. Log in with cypher-shell, which asks"
                  + " for a new one, and set NEO4J_PASSWORD to that.";
          case NO_SUCH_DATABASE -> " has no database of that name; set NEO4J_DATABASE.";
          case UNREACHABLE ->
              " cannot be reached; check the address, that the database runs, and that this"
                  + " machine may connect to it.";
          case DAMAGED -> " cannot work" + reason(e) + "; its disk may be full.";
          case TOO_LARGE, FULL, TOO_SLOW, BUG -> " does not answer as Neo4j does" + reason(e) + ".";
        };
    var code =
        switch (kind(e)) {
          case REFUSED, FIRST_PASSWORD -> Code.STARTUP_FAILED;
          default -> Code.DATABASE_UNAVAILABLE;
        };
    return new ProblemException(code, "NEO4J_URI " + address + message, e);
  }

  /// Returns whether the same statement may succeed a moment later.
  static boolean isTransient(Neo4jException e) {
    return e instanceof RetryableException && kind(e) == FailureKind.UNREACHABLE;
  }

  /// Returns the code of an exception. Of its message only that of a syntax error is shown: it
  /// quotes the statement, and other messages can quote data.
  private static String reason(Neo4jException e) {
    var code = e.code() == null ? e.getClass().getSimpleName() : e.code();
    return " (" + code + (code.endsWith("SyntaxError") ? ": " + e.getMessage() : "") + ")";
  }

  private static FailureKind kind(Neo4jException e) {
    var code = e.code() == null ? "" : e.code();
    if (isOfAll(e)) {
      return FailureKind.FULL;
    }
    if (code.endsWith("OutOfMemoryError") || hasTooManyClauses(e)) {
      return FailureKind.TOO_LARGE;
    }
    if (code.contains("TransactionTimedOut") || code.contains("Transaction.Lock")) {
      return FailureKind.TOO_SLOW;
    }
    if (code.endsWith("DatabaseNotFound")) {
      return FailureKind.NO_SUCH_DATABASE;
    }
    if (code.endsWith("CredentialsExpired")) {
      return FailureKind.FIRST_PASSWORD;
    }
    if (e instanceof SecurityException && !(e instanceof RetryableException)) {
      return FailureKind.REFUSED;
    }
    if (code.startsWith("Neo.DatabaseError.Transaction.")) {
      return FailureKind.DAMAGED;
    }
    return isUnreachable(e, code) ? FailureKind.UNREACHABLE : FailureKind.BUG;
  }

  /// Only the message tells whether one statement or all together took too much memory.
  private static boolean isOfAll(Neo4jException e) {
    return e.getMessage() != null
        && e.getMessage().contains("memory.transaction.total.max threshold reached");
  }

  /// Lucene limits how many indexed words a misspelt one may match; only the message tells.
  private static boolean hasTooManyClauses(Neo4jException e) {
    return e.getMessage() != null && e.getMessage().matches("(?s).*TooMany(Nested)?Clauses.*");
  }

  /// A full pool and an unknown host have a cause, but no code.
  private static boolean isUnreachable(Neo4jException e, String code) {
    return e instanceof RetryableException
        || e instanceof TransactionTerminatedException
        || e.getCause() instanceof TimeoutException
        || e.getCause() instanceof IOException
        || code.endsWith("DatabaseUnavailable");
  }

  private enum FailureKind {
    /// The statement needs more memory than the database gives to one.
    TOO_LARGE,
    /// All statements together need more memory than the database gives them.
    FULL,
    /// The transaction ran out of time.
    TOO_SLOW,
    /// The database refuses the login.
    REFUSED,
    /// The user must change its password before it may do anything.
    FIRST_PASSWORD,
    /// The server has no database of that name.
    NO_SUCH_DATABASE,
    /// The database is unreachable, busy or stopping.
    UNREACHABLE,
    /// The database cannot write or read its files.
    DAMAGED,
    /// Anything else: a wrong statement.
    BUG
  }
}
