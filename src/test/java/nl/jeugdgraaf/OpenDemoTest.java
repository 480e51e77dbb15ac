package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nl.jeugdgraaf.Settings.Auth;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.store.MadeUpPersons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A demo that other machines reach: it says so, and shows nobody who may be real.
class OpenDemoTest {
  private static final Auth OPEN = new Auth.Demo(true);

  @Test
  void itIsReachedUnderAnyNameAndItsPagesSayWhatItIs() throws IOException {
    try (var server = new SeededServer(OPEN)) {
      for (var path : List.of("/", "/graphiql")) {
        var page = get(URI.create(server.address()), path);
        assertTrue(page.startsWith("HTTP/1.1 200 "), page);
        assertTrue(page.contains("data-open=\"true\""), page);
      }
    }
    try (var server = new SeededServer()) {
      var refused = get(URI.create(server.address()), "/");
      assertTrue(refused.startsWith("HTTP/1.1 421 "), refused);
    }
  }

  private static String get(URI server, String path) throws IOException {
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      var request = "GET " + path + " HTTP/1.1\r\nHost: demo.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static long others() {
    var schema = ApiSchema.builtIn();
    return MadeUpPersons.countOthers(TestDatabase.seeded(), schema.model(), schema.access());
  }

  private static void remember(String source) {
    TestDatabase.seeded().command(Statement.of("CREATE (:Youth {key: 'SOMEBODY'" + source + "})"));
  }

  private static void forget() {
    TestDatabase.seeded().command(Statement.of("MATCH (it:Youth {key: 'SOMEBODY'}) DELETE it"));
  }

  @Test
  void everyPersonOfTheSeedIsMadeUp() {
    assertEquals(0, others());
  }

  @ParameterizedTest
  @CsvSource({"'', 1", "S0, 1", "NO-SOURCE, 1", "SYNTHETIC, 0", "S0-III, 0"})
  void aPersonIsMadeUpIfTheSourceIs(String source, long expected) {
    try {
      remember(source.isEmpty() ? "" : ", source: '" + source + "'");
      assertEquals(expected, others());
    } finally {
      forget();
    }
  }

  @Test
  void itDoesNotStartOverAPersonWhoMayBeReal() {
    var started = new ShutdownStack();
    try {
      remember("");
      var settings =
          new Settings(
              new Settings.Web("127.0.0.1", 0, Set.of(), OPEN, Settings.Documents.ALL),
              new Settings.Database.External(TestDatabase.address()),
              new Settings.Seed.None(),
              new Settings.AuditStore(Path.of("target", "test-audit-open"), ""),
              "");
      var refused =
          assertThrows(ProblemException.class, () -> Application.start(settings, started));
      assertEquals(
          List.of(
              "DEMO_OPEN is true, but the source of 1 of the persons in the database has not the"
                  + " status SYNTHETIC or FICTITIOUS, so they may be real. Leave out DEMO_OPEN, or"
                  + " use another database."),
          refused.problems().stream().map(problem -> problem.message()).toList());
    } finally {
      started.close();
      forget();
    }
  }
}
