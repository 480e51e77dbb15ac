package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.Settings.Auth;
import nl.jeugdgraaf.Settings.Database;
import nl.jeugdgraaf.Settings.Seed;
import nl.jeugdgraaf.Settings.Web;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every setting: what it may be, and what is said when it is not.
class SettingsTest {
  @TempDir Path folder;

  private Settings read(String... pairs) {
    var environment = new HashMap<String, String>(Map.of("SEED", folder.toString()));
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put(pairs[i], pairs[i + 1]);
    }
    return Settings.read(environment);
  }

  private List<String> problems(String... pairs) {
    return assertThrows(ProblemException.class, () -> read(pairs)).problems().stream()
        .map(Problem::message)
        .toList();
  }

  private static final String CURSOR_KEY = "A".repeat(43) + "=";

  @Test
  void aCursorKeyIsOfTheRightLength() {
    var wanted = "CURSOR_KEY must be 32 bytes in base64, such as `openssl rand -base64 32` writes.";
    assertEquals(List.of(wanted), problems("CURSOR_KEY", "AAAA"));
    assertEquals(List.of(wanted), problems("CURSOR_KEY", "no base64!"));
  }

  @Test
  void nothingNeedsToBeSet() {
    var expected =
        new Settings(
            new Web("127.0.0.1", 8080, new Auth.Demo()),
            new Database.Own(Path.of("target/data")),
            new Seed.Folder(folder),
            new Settings.Keeping("", Path.of("target/audit"), ""));
    assertEquals(expected, read());
    assertEquals(expected, read("PORT", "", "NEO4J_URI", "", "SCALE", "", "LOG_LEVEL", ""));
  }

  @Test
  void everythingCanBeSet() throws IOException {
    var password = Files.writeString(folder.resolve("password"), "secret\n");
    assertEquals(
        new Settings(
            new Web("::1", 0, new Auth.Demo()),
            new Database.Given(
                new Address(URI.create("neo4j+s://graph.example:7687"), "me", "secret", "care")),
            new Seed.Scaled(folder, 0.5),
            new Settings.Keeping(CURSOR_KEY, Path.of("/var/lib/audit"), CURSOR_KEY)),
        read(
            "HOST", "::1",
            "PORT", "0",
            "NEO4J_URI", "neo4j+s://graph.example:7687",
            "NEO4J_USERNAME", "me",
            "NEO4J_PASSWORD_FILE", password.toString(),
            "NEO4J_DATABASE", "care",
            "SCALE", "0.5",
            "CURSOR_KEY", CURSOR_KEY,
            "AUDIT_DATA", "/var/lib/audit",
            "AUDIT_KEY", CURSOR_KEY,
            "LOG_LEVEL", "DEBUG"));
    assertEquals(new Seed.None(), read("SEED", "none").seed());
    assertEquals(
        new Database.Own(Path.of("/var/lib/graph")),
        read("JEUGDGRAAF_DATA", "/var/lib/graph").database());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PORT | eighty | PORT is 'eighty'; it must be a whole number from 0 to 65535 (0 takes any free port).
          PORT | 65536 | PORT is '65536'; it must be a whole number from 0 to 65535 (0 takes any free port).
          PORT | -1 | PORT is '-1'; it must be a whole number from 0 to 65535 (0 takes any free port).
          HOST | 0.0.0.0 | HOST is '0.0.0.0'; in demo mode everyone who reaches the server can have a token for any role; it must be an address of this machine only, such as 127.0.0.1, or tokens must be checked (AUTH_JWKS_URL, AUTH_ISSUER and AUTH_AUDIENCE).
          HOST | no host | HOST is 'no host'; it must be an address of this machine only, such as 127.0.0.1.
          NEO4J_URI | http://localhost:7474 | NEO4J_URI http://localhost:7474 is not the address of a Neo4j database; it looks like neo4j://host:7687 or bolt://host:7687.
          NEO4J_URI | localhost:7687 | NEO4J_URI localhost:7687 is not the address of a Neo4j database; it looks like neo4j://host:7687 or bolt://host:7687.
          NEO4J_URI | bolt://a b | NEO4J_URI is not the address of a Neo4j database; it looks like neo4j://host:7687 or bolt://host:7687.
          NEO4J_USERNAME | me | NEO4J_USERNAME is set, but NEO4J_URI is not; set NEO4J_URI too, or leave out both.
          NEO4J_DATABASE | care | NEO4J_DATABASE is set, but NEO4J_URI is not; set NEO4J_URI too, or leave out both.
          SEED | /no/such/folder | SEED is '/no/such/folder'; it must be a folder with seed files, or none.
          SCALE | big | SCALE is 'big'; it must be a number above 0 and at most 30; 1 is a region, 30 the country.
          SCALE | 0 | SCALE is '0'; it must be a number above 0 and at most 30; 1 is a region, 30 the country.
          SCALE | NaN | SCALE is 'NaN'; it must be a number above 0 and at most 30; 1 is a region, 30 the country.
          LOG_LEVEL | loud | LOG_LEVEL is 'loud'; it must be one of ERROR, WARN, INFO, DEBUG, TRACE.
          """)
  void aWrongValueIsNamedWithWhatIsAllowed(String name, String value, String message) {
    assertEquals(List.of(message), problems(name, value));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertEquals(2, problems("PORT", "x", "SCALE", "y").size());
  }

  @Test
  void whatBelongsTogetherIsSetTogether() {
    var together =
        List.of(
            "NEO4J_USERNAME and NEO4J_PASSWORD belong together; set both, or neither for a database"
                + " without authentication.");
    assertEquals(together, problems("NEO4J_URI", "bolt://db", "NEO4J_USERNAME", "me"));
    assertEquals(together, problems("NEO4J_URI", "bolt://db", "NEO4J_PASSWORD", "secret"));
  }

  @Test
  void whatContradictsIsRefused() {
    assertEquals(
        List.of("SCALE is set, but SEED is none; leave out one."),
        problems("SEED", "none", "SCALE", "1"));
    assertTrue(
        problems("NEO4J_URI", "bolt://db", "JEUGDGRAAF_DATA", "data")
            .getFirst()
            .startsWith("JEUGDGRAAF_DATA and NEO4J_URI are both set;"));
    assertTrue(
        problems(
                "NEO4J_URI", "bolt://db",
                "NEO4J_USERNAME", "me",
                "NEO4J_PASSWORD", "secret",
                "NEO4J_PASSWORD_FILE", "/no/such/file")
            .getFirst()
            .startsWith("NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set;"));
  }

  @Test
  void aSecretIsNeverShown() {
    var messages =
        problems(
            "NEO4J_URI", "bolt://me:secret@d b",
            "NEO4J_PASSWORD", "secret",
            "PORT", "x");
    assertFalse(String.join(" ", messages).contains("secret"), messages::toString);
    assertFalse(
        read(
                "NEO4J_URI", "bolt://db",
                "NEO4J_USERNAME", "me",
                "NEO4J_PASSWORD", "secret")
            .toString()
            .contains("secret"));
  }

  @Test
  void aMessageStaysOneShortLine() {
    var message = problems("PORT", "1\n2".repeat(1_000)).getFirst();
    assertFalse(message.contains("\n"));
    assertTrue(message.length() < 250, message);
  }
}
