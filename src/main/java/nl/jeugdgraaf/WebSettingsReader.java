package nl.jeugdgraaf;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.jeugdgraaf.Settings.Auth;
import nl.jeugdgraaf.Settings.Documents;
import nl.jeugdgraaf.Settings.Web;
import nl.jeugdgraaf.auth.SignInClient;
import nl.jeugdgraaf.auth.TokenRules;
import nl.jeugdgraaf.auth.TokenRules.ClaimNames;

/// Reads [Web]: where the server listens, which pages may ask it, how it identifies callers, and
/// which documents it runs.
final class WebSettingsReader {
  private static final String KEYS = "AUTH_JWKS_URL";
  private static final String ISSUER = "AUTH_ISSUER";
  private static final String CLIENT = "AUTH_CLIENT_ID";
  private static final String SCOPE = "AUTH_SCOPE";
  private static final List<String> TOGETHER = List.of(KEYS, ISSUER, "AUTH_AUDIENCE");
  private static final List<String> OPTIONAL =
      List.of(
          "AUTH_ALGORITHMS",
          "AUTH_ROLE_CLAIM",
          "AUTH_ROLES",
          "AUTH_ORGANISATION_CLAIM",
          "AUTH_PURPOSE_CLAIM",
          CLIENT,
          SCOPE);

  /// An origin as browsers write it (RFC 6454, section 6.2), without the port of its scheme.
  private static final Pattern ORIGIN =
      Pattern.compile(
          "(?!http:.*:80$)(?!https:.*:443$)https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:\\d{1,5})?");

  private static final String TRUSTED = "TRUSTED_DOCUMENTS";
  private static final String TRUSTED_ONLY = "TRUSTED_DOCUMENTS_ONLY";
  private static final String OPEN = "DEMO_OPEN";

  private final Environment environment;

  WebSettingsReader(Environment environment) {
    this.environment = environment;
  }

  Web read() {
    var auth = auth();
    return new Web(host(auth), port(), origins(), auth, documents());
  }

  private Set<String> origins() {
    var origins = list(environment.value("CORS_ORIGINS").orElse(""));
    if (!origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
      environment.wrong(
          "CORS_ORIGINS",
          "it must be origins separated by commas, each as a browser sends it: scheme, host and, if"
              + " it is not that of the scheme, port, such as"
              + " https://dashboard.example,http://localhost:5173. There is no form for all"
              + " origins");
    }
    return Set.copyOf(origins);
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split("[, ]+")).filter(part -> !part.isEmpty()).distinct().toList();
  }

  /// {@return where a server with these settings listens, such as `http://127.0.0.1:8080`}
  URI address() {
    var host = host(auth());
    var port = port();
    environment.check();
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
  }

  private Documents documents() {
    var only = isTrue(TRUSTED_ONLY);
    var file = environment.value(TRUSTED);
    if (file.isEmpty() && only) {
      environment.problem(
          TRUSTED_ONLY
              + " is true, but "
              + TRUSTED
              + " is not set; set it too, or leave out both.");
    }
    return new Documents(file.flatMap(this::file), only);
  }

  private boolean isTrue(String name) {
    var value = environment.value(name).orElse("false");
    if (!List.of("true", "false").contains(value)) {
      environment.wrong(name, "it must be true or false");
    }
    return value.equals("true");
  }

  private Optional<Path> file(String name) {
    try {
      var path = Path.of(name);
      if (Files.isRegularFile(path)) {
        return Optional.of(path);
      }
    } catch (InvalidPathException _) {
      // Reported below, like a file that does not exist.
    }
    environment.wrong(TRUSTED, "it must be a file of trusted documents");
    return Optional.empty();
  }

  private String host(Auth auth) {
    var host = environment.value("HOST").orElse("127.0.0.1");
    var demo = auth instanceof Auth.Demo(var open) && !open;
    try {
      if (demo && !InetAddress.getByName(host).isLoopbackAddress()) {
        environment.wrong(
            "HOST",
            "in demo mode anyone who reaches the server can get a token for any role, so it must be"
                + " a loopback address such as 127.0.0.1. To listen elsewhere, set AUTH_JWKS_URL,"
                + " AUTH_ISSUER and AUTH_AUDIENCE, or DEMO_OPEN to true if all persons are made"
                + " up");
      } else if (!demo) {
        InetAddress.getByName(host);
      }
    } catch (UnknownHostException _) {
      environment.wrong(
          "HOST",
          demo
              ? "it must be a loopback address such as 127.0.0.1"
              : "it must be an address of this machine, such as 127.0.0.1 or 0.0.0.0");
    }
    return host;
  }

  private int port() {
    var text = environment.value("PORT").orElse("8080");
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
      return Integer.parseInt(text);
    }
    environment.wrong("PORT", "it must be a whole number from 0 to 65535 (0 takes any free port)");
    return 0;
  }

  private Auth auth() {
    var set = TOGETHER.stream().filter(name -> environment.value(name).isPresent()).toList();
    var open = isTrue(OPEN);
    if (set.isEmpty()) {
      for (var name : OPTIONAL) {
        if (environment.value(name).isPresent()) {
          environment.problem(
              name + " is set, but " + KEYS + " is not; set " + KEYS + " too, or leave out both.");
        }
      }
      return new Auth.Demo(open);
    }
    if (open) {
      environment.problem(
          OPEN
              + " is true, but "
              + set.getFirst()
              + " is set, which ends the demo; leave out one.");
    }
    if (set.size() < TOGETHER.size()) {
      environment.problem(
          "AUTH_JWKS_URL, AUTH_ISSUER and AUTH_AUDIENCE belong together; set all three, or none for"
              + " demo mode.");
    }
    return new Auth.Oidc(
        keys(),
        new TokenRules(
            environment.value(ISSUER).orElse(""),
            environment.value("AUTH_AUDIENCE").orElse(""),
            algorithms(),
            claims(),
            roles()),
        client());
  }

  /// The page sends people to the issuer and gets their tokens from it, so it must be an address.
  private Optional<SignInClient> client() {
    var id = environment.value(CLIENT);
    var scope = environment.value(SCOPE);
    if (id.isEmpty()) {
      scope.ifPresent(_ ->
          environment.problem(
              SCOPE + " is set, but " + CLIENT + " is not; set it too, or leave out both."));
      return Optional.empty();
    }
    var issuer = environment.value(ISSUER);
    var address = issuer.flatMap(WebSettingsReader::address);
    if (issuer.isPresent() && address.isEmpty()) {
      // The value is not shown, because it may contain a password.
      environment.problem(
          ISSUER
              + " is not an address, and with "
              + CLIENT
              + " people sign in there; it must begin with https://, such as"
              + " https://sso.example/realms/jeugd (http:// is allowed on this machine only), and"
              + " must not contain a password.");
    }
    return address.map(found -> new SignInClient(found, id.get(), scope.orElse("openid")));
  }

  /// Anyone who can change the keys in transit can forge tokens, so they must travel encrypted.
  private URI keys() {
    var text = environment.value(KEYS);
    var address = text.flatMap(WebSettingsReader::address);
    if (text.isPresent() && address.isEmpty()) {
      // The value is not shown, because it may contain a password.
      environment.problem(
          KEYS
              + " is not the address of an issuer's keys; it must begin with https://, such as"
              + " https://idp.example/jwks.json (http:// is allowed on this machine only), and must"
              + " not contain a password.");
    }
    return address.orElse(URI.create("https://localhost"));
  }

  private static Optional<URI> address(String text) {
    try {
      var address = new URI(text);
      var host = Optional.ofNullable(address.getHost());
      var secure = "https".equals(address.getScheme());
      var here =
          "http".equals(address.getScheme()) && host.filter(WebSettingsReader::isHere).isPresent();
      return host.isPresent() && address.getUserInfo() == null && (secure || here)
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /// Names are not resolved: a name that leads here today may lead elsewhere tomorrow.
  private static boolean isHere(String host) {
    return List.of("localhost", "[::1]").contains(host) || host.matches("127(\\.\\d{1,3}){3}");
  }

  private List<String> algorithms() {
    var algorithms = list(environment.value("AUTH_ALGORITHMS").orElse("RS256,PS256,ES256"));
    if (algorithms.isEmpty() || !TokenRules.ALGORITHMS.containsAll(algorithms)) {
      environment.wrong(
          "AUTH_ALGORITHMS",
          "it must be one or more of "
              + String.join(", ", TokenRules.ALGORITHMS)
              + ", separated by commas");
    }
    return algorithms;
  }

  /// Names of roles may have spaces, and an equals sign before the last.
  private Map<String, String> roles() {
    var roles = new HashMap<String, String>();
    for (var pair : environment.value("AUTH_ROLES").orElse("").split(",", -1)) {
      var equals = pair.lastIndexOf('=');
      var name = pair.substring(0, Math.max(equals, 0)).strip();
      if (equals < 0 ? !pair.isBlank() : name.isEmpty() || roles.containsKey(name)) {
        environment.wrong(
            "AUTH_ROLES",
            "it must be names of the issuer, each once and with its role, separated by commas, such"
                + " as jeugd-gemeente=MUNICIPALITY,jeugd-aanbieder=PROVIDER");
        return Map.of();
      }
      if (equals >= 0) {
        roles.put(name, pair.substring(equals + 1).strip());
      }
    }
    return roles;
  }

  private ClaimNames claims() {
    var otherwise = ClaimNames.DEFAULT;
    return new ClaimNames(
        environment.value("AUTH_ROLE_CLAIM").orElse(otherwise.role()),
        environment.value("AUTH_ORGANISATION_CLAIM").orElse(otherwise.organisation()),
        environment.value("AUTH_PURPOSE_CLAIM").orElse(otherwise.purpose()));
  }
}
