package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.jeugdgraaf.Settings.Auth;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.auth.Authentication;
import nl.jeugdgraaf.auth.TestIssuer;
import nl.jeugdgraaf.auth.TokenRules;
import nl.jeugdgraaf.auth.TokenRules.ClaimNames;
import nl.jeugdgraaf.http.TestServer;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Tokens as issuers in the field make them are accepted with the settings that `operation.md`
/// gives, and nothing else.
class IssuersTest {
  private static final TestIssuer ISSUER = new TestIssuer();

  private static final String KEYCLOAK =
      """
      {"exp": %1$d, "iat": %2$d, "auth_time": %2$d, "jti": "onrtac:4be7a1f4-8c39-4c5c-9a2e-1b0c4fb3d7c1",
       "iss": "https://sso.example/realms/jeugd", "aud": ["jeugdgraaf", "account"],
       "sub": "0f3c2b1a-7d5e-4f7a-8f5b-2f4f0f0c9b3e", "typ": "Bearer", "azp": "dashboard",
       "sid": "c1b8b0c5-6c64-4f3b-9f0b-0f3f6b8a2f77", "acr": "1",
       "allowed-origins": ["https://dashboard.example"],
       "realm_access": {"roles": ["default-roles-jeugd", "offline_access", "uma_authorization", "jeugd-gemeente"]},
       "resource_access": {"account": {"roles": ["manage-account", "view-profile"]}},
       "scope": "openid profile", "organisation": "0014"}
      """;

  private static final String ENTRA =
      """
      {"aud": "6e74172b-be56-4843-9ff4-e66a39bb12e3",
       "iss": "https://login.microsoftonline.com/8f0c4f0e-6a7b-4a53-9d43-2f8d5f0a1b11/v2.0",
       "iat": %2$d, "nbf": %2$d, "exp": %1$d, "aio": "AXQAi/8TAAAA", "azp": "1a2b3c4d-0000-4000-8000-000000000001",
       "azpacr": "0", "oid": "9d0f6d6e-32b5-4c36-ae05-8e2f4f5cb1a5", "rh": "0.AXQA", "roles": ["Provider"],
       "extn.organisation": ["99000012"], "scp": "access_as_user", "sub": "AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ",
       "tid": "8f0c4f0e-6a7b-4a53-9d43-2f8d5f0a1b11", "uti": "fqiBqXLPj0eQa82S-IYFAA", "ver": "2.0"}
      """;

  private static final String ZITADEL =
      """
      {"iss": "https://jeugd.zitadel.cloud", "sub": "250719519163548112",
       "aud": ["250788320123456789@jeugd", "250786543210987654"],
       "exp": %1$d, "iat": %2$d, "nbf": %2$d, "client_id": "250788320123456789@jeugd", "jti": "V2_250790000000000000",
       "urn:zitadel:iam:org:project:250786543210987654:roles": {"aanbieder": {"250719419163548100": "a.zitadel.cloud"}},
       "urn:zitadel:iam:org:project:roles": {
         "aanbieder": {"250719419163548100": "a.zitadel.cloud"}, "beheer": {"250719419163548100": "a.zitadel.cloud"}},
       "organisation": "99000012"}
      """;

  @AfterAll
  static void stop() {
    ISSUER.close();
  }

  /// The settings below a heading, with the keys of the test instead of those of the issuer.
  private static Auth.Oidc settings(String heading) throws IOException {
    var values = new HashMap<String, String>();
    Files.readAllLines(Path.of("src/operation.md")).stream()
        .dropWhile(line -> !line.equals("### " + heading))
        .dropWhile(line -> !line.equals("```sh"))
        .skip(1)
        .takeWhile(line -> !line.equals("```"))
        .map(line -> line.split("=", 2))
        .forEach(setting -> values.put(setting[0], setting[1]));
    values.put("AUTH_JWKS_URL", ISSUER.address().toString());
    var environment = new Environment(values);
    var web = new WebSettingsReader(environment).read();
    environment.check();
    return (Auth.Oidc) web.auth();
  }

  private static TestServer server(Auth.Oidc auth) {
    return new TestServer(Authentication.byIssuer(auth.keys(), auth.accepted(), TestServer.RULES));
  }

  private static String token(String claims) {
    var now = Instant.now().getEpochSecond();
    return TestIssuer.signed(
        TestIssuer.rs256(), TestIssuer.RSA, claims.formatted(now + 60, now - 1));
  }

  private static void assertCaller(String heading, String claims, Caller expected)
      throws IOException, InterruptedException {
    try (var server = server(settings(heading))) {
      var callers = new CopyOnWriteArrayList<Caller>();
      server.answer(request -> {
        callers.add(request.caller());
        return TestServer.text("{\"data\":{}}");
      });
      var asked = server.asking().header("authorization", "Bearer " + token(claims));
      var response = server.send(asked.header("purpose", expected.purpose()));
      assertEquals(200, response.statusCode(), response::body);
      assertEquals(List.of(expected), callers);
    }
  }

  @Test
  void keycloak() throws Exception {
    assertCaller(
        "Keycloak",
        KEYCLOAK,
        new Caller(
            "MUNICIPALITY", "0014", "0f3c2b1a-7d5e-4f7a-8f5b-2f4f0f0c9b3e", "REGIE", "127.0.0.1"));
  }

  @Test
  void entraId() throws Exception {
    assertCaller(
        "Microsoft Entra ID",
        ENTRA,
        new Caller(
            "PROVIDER",
            "99000012",
            "AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ",
            "CARE",
            "127.0.0.1"));
  }

  @Test
  void zitadel() throws Exception {
    assertCaller(
        "Zitadel",
        ZITADEL,
        new Caller("PROVIDER", "99000012", "250719519163548112", "CARE", "127.0.0.1"));
  }

  /// Roles of a client, whose name has dots, in place of those of the realm.
  @Test
  void aPathMayLeadThroughNamesWithDots() throws Exception {
    var claims = KEYCLOAK.replace("\"account\": {\"roles\"", "\"nl.jeugd.app\": {\"roles\"");
    var auth = settings("Keycloak");
    var names = new ClaimNames("resource_access.nl.jeugd.app.roles", "organisation", "purpose");
    var rules =
        new TokenRules(
            auth.accepted().issuer(),
            auth.accepted().audience(),
            auth.accepted().algorithms(),
            names,
            Map.of("view-profile", "SCHOOL"));
    try (var server = server(new Auth.Oidc(auth.keys(), rules, Optional.empty()))) {
      var asked = server.asking().header("authorization", "Bearer " + token(claims));
      assertEquals(200, server.send(asked).statusCode());
    }
  }

  /// With names of the issuer, those of the roles count no longer, in no letter case.
  @Test
  void aNameThatTheSettingsDoNotHaveIsNoRole() throws Exception {
    try (var server = server(settings("Keycloak"))) {
      for (var name : List.of("MUNICIPALITY", "Jeugd-Gemeente", "uma_authorization")) {
        var claims = KEYCLOAK.replace("\"jeugd-gemeente\"", "\"" + name + "\"");
        var asked = server.asking().header("authorization", "Bearer " + token(claims));
        var response = server.send(asked);
        TestServer.assertProblem(403, Code.FORBIDDEN, response);
        assertTrue(
            response.body().contains("realm_access.roles must have one of jeugd-aanbieder,"),
            response::body);
      }
    }
  }

  @Test
  void aNameForARoleThatIsNotKnownStopsTheStart() throws Exception {
    var auth = settings("Keycloak");
    var rules =
        new TokenRules(
            "i", "a", List.of("RS256"), auth.accepted().claims(), Map.of("x", "GEMEENTE"));
    var thrown =
        assertThrows(
            ProblemException.class,
            () -> Authentication.byIssuer(auth.keys(), rules, TestServer.RULES));
    assertEquals(
        "AUTH_ROLES gives names to GEMEENTE; the roles are "
            + String.join(", ", TestServer.RULES.roles().keySet().stream().sorted().toList())
            + ".",
        thrown.getMessage());
  }
}
