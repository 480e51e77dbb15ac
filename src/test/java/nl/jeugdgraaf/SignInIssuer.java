package nl.jeugdgraaf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import nl.jeugdgraaf.auth.TestIssuer;

/// An issuer at which people sign in: authorization code with PKCE (RFC 7636), refresh tokens, the
/// end of a session, and discovery. It knows one client and no passwords, and refuses what a real
/// one would: another address to come back to, a code that was used, a verifier that does not fit.
final class SignInIssuer implements AutoCloseable {
  static final String CLIENT = "explorer";
  static final String AUDIENCE = "jeugdgraaf";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HTML = "text/html; charset=utf-8";

  private final Map<String, Map<String, Object>> people;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final List<String> grants = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile String page = "";
  private volatile Duration lifetime = Duration.ofMinutes(5);
  private volatile boolean refreshing = true;

  /// Creates an issuer.
  ///
  /// @param people claims of each user, by name
  SignInIssuer(Map<String, Map<String, Object>> people) {
    this.people = Map.copyOf(people);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /// Returns the name of the issuer, which is its address.
  String name() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/jeugd";
  }

  URI keys() {
    return URI.create(name() + "/keys");
  }

  /// Registers the page to which it leads back.
  void register(String address) {
    page = address;
  }

  /// From now on tokens count this long, and can be renewed or not.
  void issue(Duration counting, boolean renewable) {
    lifetime = counting;
    refreshing = renewable;
  }

  /// Returns what was asked of the token endpoint, each with the status of the answer.
  List<String> grants() {
    return List.copyOf(grants);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getResponseHeaders();
      headers.set("Access-Control-Allow-Origin", page.replaceAll("/$", ""));
      headers.set("Access-Control-Allow-Credentials", "true");
      switch (exchange.getRequestURI().getPath()) {
        case "/jeugd/.well-known/openid-configuration" -> json(exchange, 200, discovery());
        case "/jeugd/keys" -> json(exchange, 200, new JWKSet(TestIssuer.RSA).toJSONObject(true));
        case "/jeugd/authorize" -> authorize(exchange);
        case "/jeugd/continue" -> goBack(exchange);
        case "/jeugd/token" -> token(exchange);
        case "/jeugd/end" -> end(exchange);
        default -> send(exchange, 204, "text/plain", "");
      }
    }
  }

  private Map<String, Object> discovery() {
    return Map.of(
        "issuer", name(),
        "authorization_endpoint", name() + "/authorize",
        "token_endpoint", name() + "/token",
        "end_session_endpoint", name() + "/end",
        "jwks_uri", name() + "/keys");
  }

  /// Asks who it is, with a button for each user.
  private void authorize(HttpExchange exchange) throws IOException {
    var query = exchange.getRequestURI().getRawQuery();
    var asked = form(query);
    var right =
        Map.of(
            "client_id",
            CLIENT,
            "redirect_uri",
            page,
            "response_type",
            "code",
            "code_challenge_method",
            "S256");
    if (!asked.entrySet().containsAll(right.entrySet()) || !asked.containsKey("state")) {
      send(exchange, 400, HTML, "This client may not ask that.");
      return;
    }
    var form = new StringBuilder("<html lang=en><title>Issuer</title><form action=continue>");
    asked.forEach((name, value) ->
        form.append("<input type=hidden name='%s' value='%s'>".formatted(name, value)));
    people
        .keySet()
        .forEach(
            name -> form.append("<button name=login value='%s'>%s</button>".formatted(name, name)));
    send(exchange, 200, HTML, form + "<button>Cancel</button></form>");
  }

  private void goBack(HttpExchange exchange) throws IOException {
    var asked = form(exchange.getRequestURI().getRawQuery());
    var answer = "error=access_denied";
    if (asked.containsKey("login")) {
      var code = UUID.randomUUID().toString();
      codes.put(code, asked);
      answer = "code=" + code;
    }
    redirect(exchange, page + "?" + answer + "&state=" + asked.get("state"));
  }

  private void token(HttpExchange exchange) throws IOException {
    var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var asked = form(text);
    var given =
        switch (value(asked, "grant_type")) {
          case "authorization_code" -> taken(value(asked, "code"));
          case "refresh_token" -> taken(value(asked, "refresh_token"));
          default -> Map.<String, String>of();
        };
    var status = isOf(given, asked) ? 200 : 400;
    grants.add(value(asked, "grant_type") + " " + status);
    json(exchange, status, status == 200 ? tokens(given) : Map.of("error", "invalid_grant"));
  }

  /// What a code or a refresh token was given for; each counts once.
  private Map<String, String> taken(String code) {
    return Objects.requireNonNullElse(codes.remove(code), Map.of());
  }

  private static boolean isOf(Map<String, String> given, Map<String, String> asked) {
    if (given.isEmpty() || !value(asked, "client_id").equals(CLIENT)) {
      return false;
    }
    return value(asked, "grant_type").equals("refresh_token")
        || (value(given, "redirect_uri").equals(value(asked, "redirect_uri"))
            && value(given, "code_challenge").equals(challenge(value(asked, "code_verifier"))));
  }

  private static String value(Map<String, String> form, String name) {
    return form.getOrDefault(name, "");
  }

  /// The challenge of a verifier (RFC 7636, section 4.2).
  private static String challenge(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> tokens(Map<String, String> given) throws IOException {
    var login = value(given, "login");
    var claims = new HashMap<>(people.getOrDefault(login, Map.of()));
    claims.put("aud", AUDIENCE);
    var answer = new HashMap<String, Object>();
    answer.put("token_type", "Bearer");
    answer.put("access_token", signed(login, claims));
    answer.put(
        "id_token",
        signed(login, Map.of("aud", CLIENT, "name", login, "nonce", value(given, "nonce"))));
    if (refreshing) {
      var refresh = signed(login, Map.of("jti", UUID.randomUUID().toString()));
      codes.put(refresh, given);
      answer.put("refresh_token", refresh);
    }
    return answer;
  }

  private String signed(String login, Map<String, Object> claims) throws IOException {
    var now = Instant.now().getEpochSecond();
    var all = new HashMap<>(claims);
    all.put("iss", name());
    all.put("sub", "id-of-" + login.replace(" ", "-"));
    all.put("iat", now);
    all.put("exp", now + lifetime.toSeconds());
    return TestIssuer.signed(TestIssuer.rs256(), TestIssuer.RSA, JSON.writeValueAsString(all));
  }

  private void end(HttpExchange exchange) throws IOException {
    var asked = form(exchange.getRequestURI().getRawQuery());
    var right = Map.of("client_id", CLIENT, "post_logout_redirect_uri", page);
    if (asked.entrySet().containsAll(right.entrySet()) && asked.containsKey("id_token_hint")) {
      redirect(exchange, page);
    } else {
      send(exchange, 400, HTML, "This client may not ask that.");
    }
  }

  private static Map<String, String> form(String text) {
    var form = new HashMap<String, String>();
    Arrays.stream(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return form;
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    send(exchange, 302, HTML, "");
  }

  private static void json(HttpExchange exchange, int status, Object value) throws IOException {
    send(exchange, status, "application/json", JSON.writeValueAsString(value));
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
