package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.auth.Authentication;
import nl.jeugdgraaf.auth.TokenRules;
import nl.jeugdgraaf.auth.TokenRules.ClaimNames;
import nl.jeugdgraaf.http.Server;
import nl.jeugdgraaf.limits.Limits;
import org.junit.jupiter.api.Test;

/// What `token` prints: a token, or one line that says why there is none.
class TokenCommandTest {
  private static FinishedCommand token(Map<String, String> environment, String... options) {
    var arguments = new ArrayList<>(List.of("token", "--role", "PROVIDER"));
    arguments.addAll(List.of(options));
    return FinishedCommand.run(environment, arguments.toArray(String[]::new));
  }

  private static Server server(Authentication signIn) {
    return Server.start("127.0.0.1", 0, Limits.DEFAULT, signIn);
  }

  private static Server demo() {
    return server(Authentication.demo(ApiSchema.builtIn().access()));
  }

  @Test
  void aTokenIsPrintedAlone() {
    try (var server = demo()) {
      var port = Integer.toString(URI.create(server.address()).getPort());
      var provider = List.of("--organisation", "99000012", "--purpose", "CARE");
      for (var finished :
          List.of(
              token(Map.of("PORT", port), provider.toArray(String[]::new)),
              token(Map.of("PORT", port, "HOST", "localhost"), provider.toArray(String[]::new)),
              token(
                  Map.of("PORT", "1"),
                  "--organisation",
                  "99000012",
                  "--purpose",
                  "CARE",
                  "--url",
                  server.address()))) {
        assertEquals(List.of(), finished.errors());
        assertEquals(0, finished.code());
        assertEquals(1, finished.output().size(), finished::toString);
        var token = finished.output().getFirst();
        assertTrue(token.matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+"), token);
      }
    }
  }

  @Test
  void theReasonOfTheServerIsReported() {
    try (var server = demo()) {
      var finished = token(Map.of(), "--url", server.address());
      assertEquals(1, finished.code());
      assertEquals(List.of(), finished.output());
      assertEquals(1, finished.errors().size(), finished::toString);
      var message = finished.errors().getFirst();
      assertTrue(message.startsWith("jeugdgraaf token: \"organisation\""), message);
    }
  }

  @Test
  void aServerThatChecksTokensOfAnIssuerGivesNone() {
    var rules =
        new TokenRules("https://idp", "jeugdgraaf", List.of("RS256"), ClaimNames.DEFAULT, Map.of());
    var signIn =
        Authentication.byIssuer(
            URI.create("http://127.0.0.1:1/keys"), rules, ApiSchema.builtIn().access());
    try (var server = server(signIn)) {
      assertEquals(
          FinishedCommand.failed(
              1,
              "jeugdgraaf token: The server at "
                  + server.address()
                  + " is not in demo mode. Get a token from the issuer that it accepts."),
          token(Map.of(), "--url", server.address()));
    }
  }

  @Test
  void aServerThatDoesNotRunIsReported() throws IOException {
    String port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = Integer.toString(socket.getLocalPort());
    }
    assertEquals(
        FinishedCommand.failed(
            1,
            "jeugdgraaf token: No server answers at http://127.0.0.1:"
                + port
                + ". Start it first, or give its address with --url."),
        token(Map.of("PORT", port)));
  }

  @Test
  void anotherServerIsReported() throws IOException {
    var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          var body = "<html>Welcome</html>".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    other.start();
    try {
      var address = "http://127.0.0.1:" + other.getAddress().getPort();
      assertEquals(
          FinishedCommand.failed(
              1,
              "jeugdgraaf token: The server at "
                  + address
                  + " is not Jeugdgraaf. Give another address with --url."),
          token(Map.of(), "--url", address));
    } finally {
      other.stop(0);
    }
  }

  @Test
  void aWrongAddressIsReported() {
    assertEquals(
        FinishedCommand.failed(
            1,
            "jeugdgraaf token: localhost is not the address of a server; it looks like"
                + " http://127.0.0.1:8080."),
        token(Map.of(), "--url", "localhost"));
    assertEquals(
        FinishedCommand.failed(
            1,
            "jeugdgraaf token: PORT is 'x'; it must be a whole number from 0 to 65535 (0 takes any"
                + " free port)."),
        token(Map.of("PORT", "x")));
  }
}
