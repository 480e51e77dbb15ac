package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.Settings.Auth;
import nl.jeugdgraaf.auth.SignInClient;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The settings with which the explorer signs people in at the issuer.
class SignInSettingsTest {
  private static Optional<SignInClient> client(String... pairs) {
    var environment = new HashMap<String, String>();
    environment.put("AUTH_JWKS_URL", "https://idp.example/keys");
    environment.put("AUTH_ISSUER", "https://idp.example");
    environment.put("AUTH_AUDIENCE", "jeugdgraaf");
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put(pairs[i], pairs[i + 1]);
    }
    var read = new Environment(environment);
    var web = new WebSettingsReader(read).read();
    read.check();
    return ((Auth.Oidc) web.auth()).client();
  }

  private static List<String> problems(String... pairs) {
    return assertThrows(ProblemException.class, () -> client(pairs)).problems().stream()
        .map(Problem::message)
        .toList();
  }

  @Test
  void withoutAClientThePagesSignNobodyIn() {
    assertEquals(Optional.empty(), client());
  }

  @Test
  void withAClientTheyDo() {
    var issuer = URI.create("http://127.0.0.1:8180/realms/jeugd");
    var client = client("AUTH_ISSUER", issuer.toString(), "AUTH_CLIENT_ID", "explorer");
    assertEquals(Optional.of(new SignInClient(issuer, "explorer", "openid")), client);
    assertEquals("http://127.0.0.1:8180", client.orElseThrow().origin());
    var scoped = client("AUTH_CLIENT_ID", "explorer", "AUTH_SCOPE", "openid api://jeugd/read");
    assertEquals("openid api://jeugd/read", scoped.orElseThrow().scope());
  }

  @Test
  void aScopeIsOfAClient() {
    assertEquals(
        List.of("AUTH_SCOPE is set, but AUTH_CLIENT_ID is not; set it too, or leave out both."),
        problems("AUTH_SCOPE", "openid"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jeugd", "http://idp.example", "https://me:secret@idp.example", "https:idp"})
  void peopleSignInAtAnAddressOnly(String issuer) {
    assertEquals(
        List.of(
            "AUTH_ISSUER is not an address, and with AUTH_CLIENT_ID people sign in there; it must"
                + " begin with https://, such as https://sso.example/realms/jeugd (http:// is"
                + " allowed on this machine only), and must not contain a password."),
        problems("AUTH_ISSUER", issuer, "AUTH_CLIENT_ID", "explorer"));
  }
}
