package nl.jeugdgraaf.bolt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EmptiesDatabase
class BoltTest {
  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final Statement ENDLESS =
      Statement.of(
          "UNWIND range(1, 100000000) AS a UNWIND range(1, 1000) AS b WITH a, b WHERE a + b < 0"
              + " RETURN count(*)");

  private Bolt bolt;

  @BeforeEach
  void emptyDatabase() {
    bolt = TestDatabase.empty();
  }

  @Test
  void recordsArriveInOrderAndTheReadIsCounted() {
    var before = bolt.readsSent();
    var seen = new ArrayList<Long>();
    bolt.read(
        new Statement("UNWIND $list AS x RETURN x", Map.of("list", List.of(1, 2, 3))),
        WITHIN,
        row -> seen.add(row.get("x").asLong()));
    assertEquals(List.of(1L, 2L, 3L), seen);
    assertEquals(before + 1, bolt.readsSent());
  }

  @Test
  void eitherAllStatementsOfAWriteAreKeptOrNone() {
    var first = Statement.of("CREATE (:Kept)");
    bolt.write(first, Statement.of("CREATE (:Kept)"));
    assertFails(Code.INTERNAL_ERROR, () -> bolt.write(first, Statement.of("NO CYPHER")));
    var count = bolt.write(Statement.of("MATCH (n:Kept) RETURN count(n) AS nodes")).getFirst();
    assertEquals(2, count.get("nodes").asLong());
  }

  @Test
  void aFirstPasswordMustBeChanged() {
    bolt.command(Statement.of("CREATE USER newcomer SET PLAINTEXT PASSWORD 'first-password'"));
    try {
      var there = TestDatabase.address();
      var address = new Address(there.uri(), "newcomer", "first-password", there.database());
      try (var newcomer = Bolt.open(address)) {
        var thrown = assertThrows(ProblemException.class, newcomer::verify);
        var problem = thrown.problems().getFirst();
        assertEquals(Code.STARTUP_FAILED, problem.code());
        assertTrue(problem.message().contains("first password"), problem::message);
        assertFalse(problem.message().contains("first-password"), problem::message);
      }
    } finally {
      bolt.command(Statement.of("DROP USER newcomer"));
    }
  }

  @Test
  void aReadCannotWrite() {
    assertFails(Code.INTERNAL_ERROR, () -> read(Statement.of("CREATE (:Written)"), WITHIN));
  }

  @Test
  void aReadThatTakesTooLongEndsInTheDatabaseToo() {
    assertFails(Code.TIMEOUT, () -> read(ENDLESS, Duration.ofMillis(500)));
    var running =
        bolt.command(
            Statement.of(
                "SHOW TRANSACTIONS YIELD currentQuery AS text WHERE text STARTS WITH 'UNWIND'"));
    assertEquals(List.of(), running);
  }

  @Test
  void aReadThatNobodyWaitsForIsNotRepeated() {
    Thread.currentThread().interrupt();
    var thrown =
        assertThrows(UncheckedIOException.class, () -> read(ENDLESS, Duration.ofSeconds(1)));
    assertInstanceOf(InterruptedIOException.class, thrown.getCause());
    assertFalse(
        Thread.interrupted(),
        "the exception carries the interrupt, and the end of the request can wait");
  }

  @Test
  void anExceptionOfTheReaderEndsTheReadUnchanged() {
    var stop = new IllegalStateException("the client went away");
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                bolt.read(
                    Statement.of("UNWIND range(1, 100000) AS x RETURN x"),
                    WITHIN,
                    _ -> {
                      throw stop;
                    }));
    assertEquals(stop, thrown);
  }

  @Test
  void anUnreachableDatabaseIsNamedWithTheWayOut() throws IOException {
    int port;
    try (var closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closedAtOnce.getLocalPort();
    }
    try (var nowhere = Bolt.open(Address.of("neo4j://127.0.0.1:" + port, "", "", ""))) {
      var message = assertFails(Code.DATABASE_UNAVAILABLE, nowhere::verify);
      assertTrue(message.startsWith("NEO4J_URI neo4j://127.0.0.1:" + port), message);
      assertTrue(message.contains("cannot be reached"), message);
    }
  }

  @Test
  void aMissingDatabaseNameIsReportedWithTheWayOut() {
    var there = bolt.address();
    var other = new Address(there.uri(), there.username(), there.password(), "nosuchdatabase");
    try (var elsewhere = Bolt.open(other)) {
      var message = assertFails(Code.DATABASE_UNAVAILABLE, elsewhere::verify);
      assertTrue(message.endsWith("set NEO4J_DATABASE."), message);
    }
  }

  private void read(Statement statement, Duration within) {
    bolt.read(statement, within, _ -> {});
  }

  private static String assertFails(Code code, Runnable work) {
    var problem = assertThrows(ProblemException.class, work::run);
    assertEquals(
        code, problem.problems().getFirst().code(), problem.problems().getFirst()::message);
    return problem.problems().getFirst().message();
  }
}
