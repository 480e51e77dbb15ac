package nl.jeugdgraaf.bolt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransactionTerminatedException;
import org.neo4j.driver.exceptions.TransientException;

/// All exceptions here were seen from the driver.
class BoltProblemsTest {
  @ParameterizedTest
  @MethodSource("exceptions")
  void anExceptionOfTheDriverHasACodeAndIsRepeatedOnlyIfThatHelps(
      Neo4jException exception, Code code, boolean repeated) {
    var problem = BoltProblems.of(exception);
    assertEquals(code, problem.problems().getFirst().code());
    assertSame(exception, problem.getCause());
    assertEquals(repeated, BoltProblems.isTransient(exception));
  }

  static List<Arguments> exceptions() {
    return List.of(
        Arguments.of(new ServiceUnavailableException("gone"), Code.DATABASE_UNAVAILABLE, true),
        Arguments.of(new SessionExpiredException("gone"), Code.DATABASE_UNAVAILABLE, true),
        Arguments.of(
            new TransientException("Neo.TransientError.Transaction.DeadlockDetected", ""),
            Code.DATABASE_UNAVAILABLE,
            true),
        Arguments.of(outOfMemory("db.memory.transaction.max"), Code.LIMIT_EXCEEDED, false),
        Arguments.of(outOfMemory("dbms.memory.transaction.total.max"), Code.SERVER_BUSY, false),
        Arguments.of(
            new ClientException(
                "Neo.ClientError.Procedure.ProcedureCallFailed",
                "Caused by: org.apache.lucene.search.IndexSearcher$TooManyNestedClauses"),
            Code.LIMIT_EXCEEDED,
            false),
        Arguments.of(
            client("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"),
            Code.TIMEOUT,
            false),
        Arguments.of(
            client("Neo.ClientError.Transaction.LockAcquisitionTimeout"), Code.TIMEOUT, false),
        Arguments.of(
            new TransactionTerminatedException("Neo.ClientError.Transaction.Terminated", ""),
            Code.DATABASE_UNAVAILABLE,
            false),
        Arguments.of(
            new ClientException("no connection is free", new TimeoutException()),
            Code.DATABASE_UNAVAILABLE,
            false),
        Arguments.of(
            new Neo4jException("execution failed", new UnknownHostException("host")),
            Code.DATABASE_UNAVAILABLE,
            false),
        Arguments.of(
            new AuthenticationException("Neo.ClientError.Security.Unauthorized", ""),
            Code.DATABASE_UNAVAILABLE,
            false),
        Arguments.of(
            client("Neo.ClientError.Database.DatabaseNotFound"), Code.DATABASE_UNAVAILABLE, false),
        Arguments.of(client("Neo.ClientError.Statement.SyntaxError"), Code.INTERNAL_ERROR, false),
        Arguments.of(
            database("Neo.DatabaseError.Transaction.TransactionStartFailed"),
            Code.DATABASE_UNAVAILABLE,
            false),
        Arguments.of(
            database("Neo.DatabaseError.General.UnknownError"), Code.INTERNAL_ERROR, false));
  }

  private static TransientException outOfMemory(String setting) {
    return new TransientException(
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
        "The allocation of an extra 2.0 MiB would use more than the limit 512.0 MiB. Currently"
            + " using 511.0 MiB. "
            + setting
            + " threshold reached");
  }

  private static DatabaseException database(String code) {
    return new DatabaseException(code, "");
  }

  private static ClientException client(String code) {
    return new ClientException(code, "");
  }
}
