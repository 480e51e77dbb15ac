package nl.jeugdgraaf.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.SecurityException;

/// A process on this machine, or a page in a browser on it, that knows the port of the server's own
/// database learns nothing from it.
class ClosedDatabaseTest {
  private static final String DATA = "Marked4711";
  private static final String QUESTION = "MATCH (n:Kept) RETURN n.name AS name";

  @TempDir static Path parent;

  private static Path home;
  private static ChildDatabase database;
  private static ProcessHandle process;
  private static String password;

  @BeforeAll
  static void startWithData() {
    home = parent.resolve("data of the graph");
    var before = ProcessHandle.current().children().toList();
    database = ChildDatabase.start(home);
    process =
        ProcessHandle.current()
            .children()
            .filter(one -> !before.contains(one))
            .findFirst()
            .orElseThrow();
    try (var bolt = Bolt.open(database.address())) {
      bolt.write(Statement.of("CREATE (:Kept {name: '" + DATA + "'})"));
    }
    password = DatabaseHome.secret(home).read().orElseThrow();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void noOneSignsInButTheServer() {
    assertRefused(AuthTokens.none());
    assertRefused(AuthTokens.basic("neo4j", "neo4j"));
    assertRefused(AuthTokens.basic("neo4j", ""));
    assertRefused(AuthTokens.basic("", ""));
    assertRefused(AuthTokens.basic("neo4j", password.toLowerCase(Locale.ROOT)));
    assertRefused(AuthTokens.basic("admin", password));
    assertRefused(AuthTokens.bearer(password));
    assertEquals(DATA, read(AuthTokens.basic("neo4j", password)));
  }

  @Test
  void oneWhoTriesPasswordsDoesNotLockOutTheServer() {
    for (int i = 0; i < 10; i++) {
      assertRefused(AuthTokens.basic("neo4j", "guess " + i));
    }
    assertEquals(DATA, read(AuthTokens.basic("neo4j", password)));
  }

  private static void assertRefused(AuthToken token) {
    assertThrows(SecurityException.class, () -> read(token));
  }

  private static String read(AuthToken token) {
    try (var driver = GraphDatabase.driver(database.address().uri(), token)) {
      return driver.executableQuery(QUESTION).execute().records().getFirst().get(0).asString();
    }
  }

  private static BoltPage page() {
    return new BoltPage(database.address().uri(), "https://evil.example");
  }

  /// A browser lets a page of any site open a WebSocket to this machine. The refusal does not
  /// always arrive before the database hangs up.
  @ParameterizedTest
  @CsvSource({"none, ''", "basic, neo4j", "basic, ''"})
  void aPageOfAnotherSiteGetsNoData(String scheme, String guess) throws Exception {
    var answers = page().ask(scheme, guess, QUESTION);
    assertFalse(answers.contains(DATA), answers);
  }

  /// Shows that the page above would get data if the database were open.
  @Test
  void aPageThatKnewThePasswordWouldGetData() throws Exception {
    var answers = page().ask("basic", password, QUESTION);
    assertTrue(answers.contains(DATA), answers);
  }

  @ParameterizedTest
  @CsvSource({"/", "/db/neo4j/tx/commit", "/browser/"})
  void aPlainRequestGetsNoData(String path) throws Exception {
    var port = database.address().uri().getPort();
    var body = "{\"statements\": [{\"statement\": \"" + QUESTION + "\"}]}";
    for (var request :
        List.of(
            HttpRequest.newBuilder().GET(),
            HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)))) {
      try (var client = HttpClient.newHttpClient()) {
        var uri = URI.create("http://127.0.0.1:" + port + path);
        var answer = client.send(request.uri(uri).build(), BodyHandlers.ofString()).body();
        assertFalse(answer.contains(DATA), answer);
      } catch (IOException _) {
        // The port hangs up.
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theProcessListensOnOnePortOnly() throws IOException {
    var sockets = sockets();
    var listening = new TreeSet<String>();
    for (var table : List.of("tcp", "tcp6", "udp", "udp6")) {
      for (var line : Files.readAllLines(Path.of("/proc", pid(), "net", table))) {
        var columns = line.strip().split("\\s+", -1);
        var open = columns[3].equals("0A") || table.startsWith("udp");
        if (open && sockets.contains("socket:[" + columns[9] + "]")) {
          listening.add(columns[1].replaceFirst(".*:", ""));
        }
      }
    }
    assertEquals(Set.of("%04X".formatted(database.address().uri().getPort())), listening);
  }

  private static Set<String> sockets() throws IOException {
    try (var open = Files.list(Path.of("/proc", pid(), "fd"))) {
      return open.map(ClosedDatabaseTest::target).collect(Collectors.toSet());
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException _) {
      return ""; // closed meanwhile
    }
  }

  private static String pid() {
    return String.valueOf(process.pid());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void nobodySeesThePasswordInTheProcess() throws IOException {
    assertEquals(44, password.length());
    for (var what : List.of("cmdline", "environ")) {
      assertFalse(bytesOf(Path.of("/proc", pid(), what)).contains(password), what);
    }
  }

  @Test
  void onlyItsOwnFileHoldsThePassword() throws IOException {
    try (var files = Files.walk(home)) {
      assertEquals(
          List.of(home.resolve("database.key")),
          files
              .filter(Files::isRegularFile)
              .filter(file -> bytesOf(file).contains(password))
              .toList());
    }
  }

  /// A file that goes away meanwhile holds nothing.
  private static String bytesOf(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException _) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void onlyTheOwnerGetsAtTheFiles() throws IOException {
    var owner = PosixFilePermissions.fromString("rwx------");
    for (var folder : List.of("", "conf", "data", "logs")) {
      assertEquals(owner, Files.getPosixFilePermissions(home.resolve(folder)), folder);
    }
    for (var file : List.of("database.key", "data/dbms/auth.ini")) {
      assertEquals(
          PosixFilePermissions.fromString("rw-------"),
          Files.getPosixFilePermissions(home.resolve(file)),
          file);
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void foldersThatOthersCouldReadAreClosed(@TempDir Path open) throws IOException {
    var logs = Files.createDirectory(open.resolve("logs"));
    Files.setPosixFilePermissions(logs, PosixFilePermissions.fromString("rwxr-xr-x"));
    DatabaseHome.claim(open).close();
    assertEquals(PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(logs));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPasswordThatOthersCanReadIsRefused(@TempDir Path other) throws IOException {
    var file = Files.writeString(other.resolve("database.key"), "A".repeat(43) + "=\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(
        "The password of the database, "
            + file
            + ", can be read by others. Make it readable for its owner only (chmod 600).",
        refusal(other));
  }

  @Test
  void aDatabaseWithoutItsPasswordIsRefusedAndOneWithAnotherToo(@TempDir Path other)
      throws IOException {
    ChildDatabase.start(other).close();
    var file = other.resolve("database.key");
    Files.delete(file);
    var wayOut = " or remove the directory " + other + ", which is then loaded anew.";
    assertEquals(
        "The password of the database, "
            + file
            + ", is missing, but there is a database. Put it back,"
            + wayOut,
        refusal(other));
    DatabaseHome.secret(other).readOrCreate(Optional::empty);
    assertEquals(
        "The password of the database, "
            + file
            + ", is not that of the database beside it. Put the right one back,"
            + wayOut,
        refusal(other));
    Files.writeString(file, "no secret");
    assertEquals(
        "The password of the database, "
            + file
            + ", does not hold 32 bytes in base64. Put the right secret back.",
        refusal(other));
  }

  private static String refusal(Path directory) {
    return assertThrows(ProblemException.class, () -> ChildDatabase.start(directory))
        .problems()
        .getFirst()
        .message();
  }
}
