package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.jeugdgraaf.Settings.Auth;
import nl.jeugdgraaf.Settings.Database;
import nl.jeugdgraaf.Settings.Seed;
import org.junit.jupiter.api.Test;

/// The tables of settings in the manual say what the code does when a setting is left out.
class SettingsTableTest {
  private static final Path MANUAL = Path.of("src", "operation.md");
  private static final Path LOGGING = Path.of("src", "main", "resources", "logback.xml");
  private static final Pattern ROW =
      Pattern.compile("\\| `([A-Z][A-Z0-9_]+)` \\| (.*?) \\| .* \\|");
  private static final Pattern VALUE = Pattern.compile("`([^`]+)`");

  private static final Map<String, String> TOKENS =
      Map.of(
          "AUTH_JWKS_URL", "https://idp.example/keys",
          "AUTH_ISSUER", "https://idp.example",
          "AUTH_AUDIENCE", "jeugdgraaf",
          "NEO4J_URI", "neo4j://graph.example:7687",
          "AUDIT_DATA", "audit",
          "AUDIT_KEY", "A".repeat(43) + "=");

  /// Each setting with its cell.
  private static Map<String, String> cells() throws IOException {
    var manual = Files.readString(MANUAL);
    var settings = manual.substring(manual.indexOf("## Settings"), manual.indexOf("## Tokens"));
    var cells = new TreeMap<String, String>();
    settings
        .lines()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .forEach(row -> cells.put(row.group(1), row.group(2)));
    assertTrue(cells.size() > 20, cells::toString);
    return cells;
  }

  /// The first value in each cell that has one.
  private static Map<String, String> written() throws IOException {
    var written = new TreeMap<String, String>();
    cells()
        .forEach((name, cell) ->
            VALUE
                .matcher(cell)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .ifPresent(value -> written.put(name, value)));
    return written;
  }

  private static Settings read(Map<String, String> values) {
    return Settings.read(new Environment(values));
  }

  private static Map<String, String> inCode() throws IOException {
    var defaults = new TreeMap<String, String>();
    var demo = read(Map.of());
    defaults.put("PORT", Integer.toString(demo.web().port()));
    defaults.put("HOST", demo.web().host());
    defaults.put("TRUSTED_DOCUMENTS_ONLY", "" + demo.web().documents().trustedOnly());
    defaults.put("AUDIT_DATA", demo.audit().directory().toString());
    if (demo.web().auth() instanceof Auth.Demo(var open)) {
      defaults.put("DEMO_OPEN", "" + open);
    }
    if (demo.database() instanceof Database.Own(var data)) {
      defaults.put("JEUGDGRAAF_DATA", data.toString());
    }
    if (demo.seed() instanceof Seed.Folder(var folder)) {
      defaults.put("SEED", folder.toString());
    }
    var signIn = new HashMap<>(TOKENS);
    signIn.put("AUTH_CLIENT_ID", "explorer");
    if (read(signIn).web().auth() instanceof Auth.Oidc(_, var accepted, var client)) {
      defaults.put("AUTH_ALGORITHMS", String.join(",", accepted.algorithms()));
      defaults.put("AUTH_ROLE_CLAIM", accepted.claims().role());
      defaults.put("AUTH_ORGANISATION_CLAIM", accepted.claims().organisation());
      defaults.put("AUTH_PURPOSE_CLAIM", accepted.claims().purpose());
      defaults.put("AUTH_SCOPE", client.orElseThrow().scope());
    }
    var level = Pattern.compile("\\$\\{LOG_LEVEL:-(\\w+)}").matcher(Files.readString(LOGGING));
    defaults.put("LOG_LEVEL", level.results().map(found -> found.group(1)).findFirst().orElse(""));
    return defaults;
  }

  @Test
  void eachDefaultIsThatOfTheCode() throws IOException {
    assertEquals(lines(inCode()), lines(written()));
  }

  private static String lines(Map<String, String> values) {
    return String.join("\n", values.entrySet().stream().map(Object::toString).toList());
  }

  @Test
  void withADatabaseOfYourOwnNothingIsLoaded() {
    assertEquals(new Seed.None(), read(Map.of("NEO4J_URI", "bolt://graph.example")).seed());
  }

  @Test
  void eachRowIsOfASetting() throws IOException {
    var named = new TreeSet<String>();
    for (var reader :
        List.of("SettingsReader.java", "WebSettingsReader.java", "DatabaseSettingsReader.java")) {
      var code = Files.readString(Path.of("src", "main", "java", "nl", "jeugdgraaf", reader));
      Pattern.compile("\"([A-Z][A-Z0-9_]+)\"")
          .matcher(code)
          .results()
          .map((MatchResult found) -> found.group(1))
          .forEach(named::add);
    }
    var others = new TreeSet<>(cells().keySet());
    others.removeAll(named);
    assertEquals(new TreeSet<>(), others);
  }
}
