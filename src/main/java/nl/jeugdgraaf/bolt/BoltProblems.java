package nl.jeugdgraaf.bolt;

import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/// What the driver throws, in words for a caller; the cause stays behind for the log.
final class BoltProblems {
  private BoltProblems() {}

  static ProblemException of(Neo4jException e) {
    var code = e.code() == null ? "" : e.code();
    if (e instanceof AuthenticationException) {
      return new ProblemException(
          Code.DATABASE_UNAVAILABLE,
          "The database refuses the user name or password; set NEO4J_USERNAME and NEO4J_PASSWORD.",
          e);
    }
    if (code.contains("TransactionTimedOut") || code.contains("LockClientStopped")) {
      return new ProblemException(
          Code.TIMEOUT, "The operation took too long; ask for less, or with a narrower where.", e);
    }
    if (code.contains("MemoryPoolOutOfMemory")) {
      return new ProblemException(
          Code.LIMIT_EXCEEDED, "The operation reads too much at once; ask for less.", e);
    }
    if (e instanceof ServiceUnavailableException
        || e instanceof SessionExpiredException
        || code.contains("DatabaseUnavailable")) {
      return new ProblemException(
          Code.DATABASE_UNAVAILABLE, "The database cannot be reached now; try again later.", e);
    }
    return new ProblemException(
        Code.INTERNAL_ERROR, "The database refused the statement; this is a bug of the server.", e);
  }
}
