package nl.jeugdgraaf.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildDatabaseTest {
  @TempDir Path directory;

  @Test
  void theDataSurvivesACleanStopAndAKilledParent() throws Exception {
    try (var database = ChildDatabase.start(directory);
        var bolt = Bolt.open(database.address())) {
      bolt.write(Statement.of("CREATE (:Kept {name: 'first'})"));
    }

    var parent = DatabaseProgram.start(directory, _ -> true);
    var address = parent.inputReader().readLine();
    assertTrue(address.startsWith("bolt://127.0.0.1:"), address);
    var password = DatabaseHome.secret(directory).read().orElseThrow();
    assertEquals("first", keptName(Address.of(address, "neo4j", password, "")));
    var child = parent.children().findFirst().orElseThrow();
    parent.destroyForcibly().waitFor();

    try (var database = ChildDatabase.start(directory)) {
      assertEquals("first", keptName(database.address()));
    }
    child.onExit().get(10, TimeUnit.SECONDS);
    assertFalse(child.isAlive(), "the child outlived its parent");
  }

  private static String keptName(Address address) {
    try (var bolt = Bolt.open(address)) {
      var names = bolt.command(Statement.of("MATCH (n:Kept) RETURN n.name AS name"));
      return names.getFirst().get("name").asString();
    }
  }

  @Test
  void aDirectoryInUseIsRefused() {
    try (var _ = DatabaseHome.claim(directory)) {
      assertRefused("in use by another running server");
    }
    DatabaseHome.claim(directory).close();
  }

  /// On POSIX a process that closes a file gives up every lock that it has on it.
  @Test
  void aRefusedSecondClaimLeavesTheFirst() throws Exception {
    var link = Files.createSymbolicLink(directory.resolve("link"), directory);
    try (var _ = DatabaseHome.claim(directory)) {
      assertRefused("in use by another running server");
      assertThrows(ProblemException.class, () -> DatabaseHome.claim(link));
      var other = DatabaseProgram.start(directory, _ -> true);
      try {
        var message = other.inputReader().readLine();
        assertTrue(message.contains("in use by another running server"), message);
      } finally {
        other.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void aPlaceThatCannotBeADirectoryIsRefused() throws IOException {
    Files.createFile(directory.resolve("conf"));
    assertRefused("cannot be created or written");
  }

  @Test
  void aPortInUseIsRefused() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = other.getLocalPort();
      var problem =
          assertThrows(ProblemException.class, () -> ChildDatabase.start(directory, port));
      assertTrue(
          problem.problems().getFirst().message().contains("127.0.0.1:" + port),
          problem.problems().getFirst().message());
    }
  }

  @Test
  void aDatabaseThatCannotStartSaysWhy() throws IOException {
    var data = Files.createDirectories(directory.resolve("data"));
    Files.writeString(data.resolve("databases"), "not a directory");
    var message = assertRefused("The database process ended; see ");
    assertTrue(message.contains("console.log, which ends with: "), message);
  }

  @Test
  void aProgramWithoutNeo4jAsksForAnAddress() throws Exception {
    var server = DatabaseProgram.start(directory, path -> !path.contains("neo4j-2026"));
    var message = server.inputReader().readLine();
    assertTrue(message.contains("Set NEO4J_URI to the address of your Neo4j"), message);
    assertEquals(0, server.waitFor());
  }

  private String assertRefused(String words) {
    var problem = assertThrows(ProblemException.class, () -> ChildDatabase.start(directory));
    assertEquals(Code.STARTUP_FAILED, problem.problems().getFirst().code());
    assertTrue(
        problem.problems().getFirst().message().contains(words),
        problem.problems().getFirst().message());
    return problem.problems().getFirst().message();
  }
}
