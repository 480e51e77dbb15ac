package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.Settings.Auth;
import nl.jeugdgraaf.Settings.Database;
import nl.jeugdgraaf.Settings.Seed;
import nl.jeugdgraaf.Settings.Web;
import nl.jeugdgraaf.auth.TokenRules;
import nl.jeugdgraaf.auth.TokenRules.ClaimNames;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every setting: which values it accepts, and the message for any other value.
class SettingsTest {
  @TempDir Path folder;

  private Settings read(String... pairs) {
    var environment = new HashMap<String, String>(Map.of("SEED", folder.toString()));
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put(pairs[i], pairs[i + 1]);
    }
    return Settings.read(new Environment(environment));
  }

  private List<String> problems(String... pairs) {
    return assertThrows(ProblemException.class, () -> read(pairs)).problems().stream()
        .map(Problem::message)
        .toList();
  }

  private static final String CURSOR_KEY = "A".repeat(43) + "=";

  private static final List<String> SIGN_IN =
      List.of(
          "AUTH_JWKS_URL", "https://idp.example/keys",
          "AUTH_ISSUER", "https://idp.example",
          "AUTH_AUDIENCE", "jeugdgraaf",
          "NEO4J_URI", "neo4j://graph.example:7687",
          "AUDIT_DATA", "/var/lib/audit",
          "AUDIT_KEY", CURSOR_KEY);

  @Test
  void aKeyMustHaveTheRightLength() {
    var wanted =
        "CURSOR_KEY must be 32 bytes in base64. Create such a key with `openssl rand -base64"
            + " 32`.";
    assertEquals(List.of(wanted), problems("CURSOR_KEY", "AAAA"));
    assertEquals(List.of(wanted), problems("CURSOR_KEY", "no base64!"));
    assertEquals(List.of(wanted.replace("CURSOR_KEY", "AUDIT_KEY")), problems("AUDIT_KEY", "AAAA"));
  }

  @Test
  void everySettingHasADefault() {
    var expected =
        new Settings(
            new Web("127.0.0.1", 8080, Set.of(), new Auth.Demo(), Settings.Documents.ALL),
            new Database.Own(Path.of("target/data")),
            new Seed.Folder(folder),
            new Settings.AuditStore(Path.of("target/audit"), ""),
            "");
    assertEquals(expected, read());
    assertEquals(expected, read("PORT", "", "NEO4J_URI", "", "SCALE", "", "LOG_LEVEL", ""));
  }

  @Test
  void everySettingCanBeChanged() throws IOException {
    var password = Files.writeString(folder.resolve("password"), "secret\n");
    assertEquals(
        new Settings(
            new Web(
                "::1",
                0,
                Set.of("http://localhost:5173", "https://a.example"),
                new Auth.Demo(),
                Settings.Documents.ALL),
            new Database.External(
                new Address(URI.create("neo4j+s://graph.example:7687"), "me", "secret", "care")),
            new Seed.Scaled(folder, 0.5),
            new Settings.AuditStore(Path.of("/var/lib/audit"), CURSOR_KEY),
            CURSOR_KEY),
        read(
            "HOST", "::1",
            "PORT", "0",
            "CORS_ORIGINS", "http://localhost:5173, https://a.example",
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
          HOST | 0.0.0.0 | HOST is '0.0.0.0'; in demo mode anyone who reaches the server can get a token for any role, so it must be a loopback address such as 127.0.0.1. To listen elsewhere, set AUTH_JWKS_URL, AUTH_ISSUER and AUTH_AUDIENCE, or DEMO_OPEN to true if all persons are made up.
          HOST | no host | HOST is 'no host'; it must be a loopback address such as 127.0.0.1.
          NEO4J_URI | http://localhost:7474 | NEO4J_URI http://localhost:7474 is not the address of a Neo4j database; it looks like neo4j://host:7687 or bolt://host:7687.
          NEO4J_URI | localhost:7687 | NEO4J_URI localhost:7687 is not the address of a Neo4j database; it looks like neo4j://host:7687 or bolt://host:7687.
          NEO4J_URI | bolt://a b | NEO4J_URI is not the address of a Neo4j database; it looks like neo4j://host:7687 or bolt://host:7687.
          NEO4J_USERNAME | me | NEO4J_USERNAME is set, but NEO4J_URI is not; set NEO4J_URI too, or leave out both.
          NEO4J_DATABASE | care | NEO4J_DATABASE is set, but NEO4J_URI is not; set NEO4J_URI too, or leave out both.
          SEED | /no/such/folder | SEED is '/no/such/folder'; it must be a folder with seed files, or none.
          SCALE | big | SCALE is 'big'; it must be a number above 0 and at most 30; 1 is a region, 30 the whole country.
          SCALE | 0 | SCALE is '0'; it must be a number above 0 and at most 30; 1 is a region, 30 the whole country.
          SCALE | NaN | SCALE is 'NaN'; it must be a number above 0 and at most 30; 1 is a region, 30 the whole country.
          AUTH_ALGORITHMS | RS256 | AUTH_ALGORITHMS is set, but AUTH_JWKS_URL is not; set AUTH_JWKS_URL too, or leave out both.
          AUTH_ROLE_CLAIM | roles | AUTH_ROLE_CLAIM is set, but AUTH_JWKS_URL is not; set AUTH_JWKS_URL too, or leave out both.
          AUTH_ROLES | a=PROVIDER | AUTH_ROLES is set, but AUTH_JWKS_URL is not; set AUTH_JWKS_URL too, or leave out both.
          AUTH_ORGANISATION_CLAIM | org | AUTH_ORGANISATION_CLAIM is set, but AUTH_JWKS_URL is not; set AUTH_JWKS_URL too, or leave out both.
          AUTH_CLIENT_ID | explorer | AUTH_CLIENT_ID is set, but AUTH_JWKS_URL is not; set AUTH_JWKS_URL too, or leave out both.
          AUTH_SCOPE | openid | AUTH_SCOPE is set, but AUTH_JWKS_URL is not; set AUTH_JWKS_URL too, or leave out both.
          AUTH_PURPOSE_CLAIM | why | AUTH_PURPOSE_CLAIM is set, but AUTH_JWKS_URL is not; set AUTH_JWKS_URL too, or leave out both.
          DEMO_OPEN | yes | DEMO_OPEN is 'yes'; it must be true or false.
          LOG_LEVEL | loud | LOG_LEVEL is 'loud'; it must be one of ERROR, WARN, INFO, DEBUG, TRACE.
          """)
  void aWrongValueIsReportedWithTheAllowedValues(String name, String value, String message) {
    assertEquals(List.of(message), problems(name, value));
  }

  @Test
  void anOpenDemoListensAnywhere() {
    var web = read("DEMO_OPEN", "true", "HOST", "0.0.0.0").web();
    assertEquals("0.0.0.0", web.host());
    assertEquals(new Auth.Demo(true), web.auth());
  }

  @Test
  void aServerThatChecksTokensIsNoOpenDemo() {
    var settings = new ArrayList<>(SIGN_IN);
    settings.addAll(List.of("DEMO_OPEN", "true"));
    assertEquals(
        List.of("DEMO_OPEN is true, but AUTH_JWKS_URL is set, which ends the demo; leave out one."),
        problems(settings.toArray(String[]::new)));
  }

  private static final List<String> MISSING_WITH_TOKENS =
      List.of(
          "NEO4J_URI is not set, and a server that checks tokens needs it; set it to the address of"
              + " your Neo4j, such as neo4j://host:7687.",
          "AUDIT_DATA is not set, and a server that checks tokens needs it; set it to a directory"
              + " on a disk that lasts, of this server alone.",
          "AUDIT_KEY is not set, and a server that checks tokens needs it; set it to 32 bytes in"
              + " base64 that are kept elsewhere, such as `openssl rand -base64 32` makes.");

  @Test
  void aServerThatChecksTokensNeedsItsDatabaseAndItsRecordToBeSet() {
    assertEquals(MISSING_WITH_TOKENS, problems(SIGN_IN.subList(0, 6).toArray(String[]::new)));
    for (int i = 0; i < MISSING_WITH_TOKENS.size(); i++) {
      var without = new ArrayList<>(SIGN_IN);
      without.subList(6 + 2 * i, 8 + 2 * i).clear();
      assertEquals(List.of(MISSING_WITH_TOKENS.get(i)), problems(without.toArray(String[]::new)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AUTH_JWKS_URL, https://idp.example/keys",
    "AUTH_ISSUER, https://idp.example",
    "AUTH_AUDIENCE, jeugdgraaf"
  })
  void theSettingsOfTheIssuerBelongTogether(String name, String value) {
    var expected = new ArrayList<String>();
    expected.add(
        "AUTH_JWKS_URL, AUTH_ISSUER and AUTH_AUDIENCE belong together; set all three, or none for"
            + " demo mode.");
    expected.addAll(MISSING_WITH_TOKENS);
    assertEquals(expected, problems(name, value));
  }

  private Web signedIn(String... pairs) {
    var all = new ArrayList<>(SIGN_IN);
    all.addAll(List.of(pairs));
    return read(all.toArray(String[]::new)).web();
  }

  private List<String> signInProblems(String... pairs) {
    var all = new ArrayList<>(SIGN_IN);
    all.addAll(List.of(pairs));
    return problems(all.toArray(String[]::new));
  }

  @Test
  void theServerCanAcceptTokensOfAnIssuer() {
    assertEquals(
        new Web(
            "127.0.0.1",
            8080,
            Set.of(),
            new Auth.Oidc(
                URI.create("https://idp.example/keys"),
                new TokenRules(
                    "https://idp.example",
                    "jeugdgraaf",
                    List.of("RS256", "PS256", "ES256"),
                    new ClaimNames("role", "organisation", "purpose"),
                    Map.of()),
                Optional.empty()),
            Settings.Documents.ALL),
        signedIn());
    var all =
        signedIn(
            "AUTH_ALGORITHMS", "ES384, RS512",
            "AUTH_ROLE_CLAIM", "https://idp.example/roles",
            "AUTH_ROLES", "a=PROVIDER, cn=b = MUNICIPALITY ,c d=PROVIDER",
            "AUTH_ORGANISATION_CLAIM", "agb",
            "AUTH_PURPOSE_CLAIM", "scope");
    assertEquals(
        new TokenRules(
            "https://idp.example",
            "jeugdgraaf",
            List.of("ES384", "RS512"),
            new ClaimNames("https://idp.example/roles", "agb", "scope"),
            Map.of("a", "PROVIDER", "cn=b", "MUNICIPALITY", "c d", "PROVIDER")),
        ((Auth.Oidc) all.auth()).accepted());
  }

  @Test
  void aServerThatChecksTokensMayListenOnAnyAddress() {
    assertEquals("0.0.0.0", signedIn("HOST", "0.0.0.0").host());
    assertEquals(
        List.of(
            "HOST is 'no host'; it must be an address of this machine, such as 127.0.0.1 or"
                + " 0.0.0.0."),
        signInProblems("HOST", "no host"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://idp.example/keys",
        "https://idp.example:8443/realms/a/keys?x=1",
        "http://127.0.0.1:9000/keys",
        "http://localhost/keys",
        "http://[::1]:9000/keys"
      })
  void keysOfTheIssuerAreFetchedEncryptedOrFromThisMachine(String address) {
    assertEquals(
        URI.create(address), ((Auth.Oidc) signedIn("AUTH_JWKS_URL", address).auth()).keys());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://idp.example/keys",
        "http://127.0.0.1.evil.example/keys",
        "http://10.0.0.1/keys",
        "http://localhost@evil.example/keys",
        "https://me:secret@idp.example/keys",
        "file:///etc/keys",
        "ftp://idp.example/keys",
        "idp.example",
        "https:///keys",
        "https:keys",
        "https://idp.example/a b"
      })
  void anyOtherAddressOfKeysIsRefused(String address) {
    assertEquals(
        List.of(
            "AUTH_JWKS_URL is not the address of an issuer's keys; it must begin with https://,"
                + " such as https://idp.example/jwks.json (http:// is allowed on this machine"
                + " only), and must not contain a password."),
        signInProblems("AUTH_JWKS_URL", address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "RS256,HS256", "rs256", "EdDSA", ",", "RS256;ES256"})
  void anyOtherSignatureAlgorithmIsRefused(String algorithms) {
    assertEquals(
        List.of(
            "AUTH_ALGORITHMS is '"
                + algorithms
                + "'; it must be one or more of RS256, RS384, RS512, PS256, PS384, PS512, ES256,"
                + " ES384, ES512, separated by commas."),
        signInProblems("AUTH_ALGORITHMS", algorithms));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROVIDER", "=PROVIDER", "a=PROVIDER,b", "a=PROVIDER,a=SCHOOL"})
  void otherNamesOfRolesAreRefused(String roles) {
    assertEquals(
        List.of(
            "AUTH_ROLES is '"
                + roles
                + "'; it must be names of the issuer, each once and with its role, separated by"
                + " commas, such as jeugd-gemeente=MUNICIPALITY,jeugd-aanbieder=PROVIDER."),
        signInProblems("AUTH_ROLES", roles));
  }

  @Test
  void allWrongSettingsAreReportedAtOnce() {
    assertEquals(2, problems("PORT", "x", "SCALE", "y").size());
  }

  @Test
  void userNameAndPasswordMustBeSetTogether() {
    var together =
        List.of(
            "NEO4J_USERNAME and NEO4J_PASSWORD belong together; set both, or neither for a database"
                + " without authentication.");
    assertEquals(together, problems("NEO4J_URI", "bolt://db", "NEO4J_USERNAME", "me"));
    assertEquals(together, problems("NEO4J_URI", "bolt://db", "NEO4J_PASSWORD", "secret"));
  }

  @Test
  void settingsThatContradictEachOtherAreRefused() {
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
  void noMessageShowsASecret() {
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
  void aMessageIsOneShortLineForAnyValue() {
    var message = problems("PORT", "1\n2".repeat(1_000)).getFirst();
    assertFalse(message.contains("\n"));
    assertTrue(message.length() < 250, message);
  }

  @Test
  void anOptionReplacesASettingAndIsNamedInMessages() {
    var environment =
        new Environment(Map.of("AUDIT_DATA", "from/setting", "AUDIT_KEY", CURSOR_KEY))
            .with("AUDIT_DATA", "--data", "from/option")
            .with("AUDIT_KEY", "--key", "");
    assertEquals(
        new Settings.AuditStore(Path.of("from/option"), CURSOR_KEY),
        SettingsReader.auditStore(environment));
    environment.with("AUDIT_KEY", "--key", "abc");
    SettingsReader.auditStore(environment);
    var thrown = assertThrows(ProblemException.class, environment::check);
    var message = thrown.problems().getFirst().message();
    assertTrue(message.startsWith("--key must be 32 bytes in base64."), message);
  }
}
