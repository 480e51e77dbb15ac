package nl.jeugdgraaf.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.http.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// Attack A29: a token counts for one request, and not for the connection over which it came.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
class ExpiredTokenTest {
  /// How far clocks may differ.
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final Issuer issuer = new Issuer();
  private final TestServer served =
      new TestServer(
          Authentication.byTokens(issuer.address(), Issuer.rules(), ApiSchema.builtIn().access()));
  private final List<String> roles = new CopyOnWriteArrayList<>();

  ExpiredTokenTest() throws IOException {}

  @BeforeAll
  void start() {
    served.answer(request -> {
      roles.add(request.caller().role());
      return TestServer.text("{\"data\":{}}");
    });
  }

  @BeforeEach
  void forget() {
    roles.clear();
  }

  @AfterAll
  void stop() {
    served.close();
    issuer.close();
  }

  /// One connection, over which several requests are sent one after the other.
  private final class Connection implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    Connection() throws IOException {
      var port = URI.create(served.server().address()).getPort();
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Asks with a token, or without where it is empty, and returns the status and the headers.
    List<String> ask(String token) throws IOException {
      var request =
          "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\ncontent-type: application/json\r\n"
              + "accept: "
              + TestServer.GRAPHQL
              + "\r\n"
              + (token.isEmpty() ? "" : "authorization: Bearer " + token + "\r\n")
              + "content-length: "
              + TestServer.ASK.length()
              + "\r\n\r\n"
              + TestServer.ASK;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var head = new ArrayList<String>();
      int length = 0;
      for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        head.add(line);
        if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length: ")) {
          length = Integer.parseInt(line.substring("content-length: ".length()));
        }
      }
      assertEquals(length, in.skip(length));
      return head;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static void assertStatus(int status, List<String> head) {
    assertTrue(head.getFirst().startsWith("HTTP/1.1 " + status + " "), head::toString);
    assertEquals(
        status == 401,
        head.stream()
            .anyMatch(
                line -> line.matches("(?i)www-authenticate: Bearer error=\"invalid_token\".*")),
        head::toString);
  }

  /// A29
  @Test
  void aTokenThatExpiresIsRefusedAtTheNextRequestOverTheSameConnection() throws Exception {
    var end = Instant.now().minus(SKEW).plusSeconds(3);
    var token = Issuer.token(claims -> claims.expirationTime(Date.from(end)));
    try (var connection = new Connection()) {
      assertStatus(200, connection.ask(token));
      assertStatus(200, connection.ask(token));
      Thread.sleep(Duration.between(Instant.now(), end.plus(SKEW).plusSeconds(1)));
      assertStatus(401, connection.ask(token));
      assertEquals(List.of("PROVIDER", "PROVIDER"), roles);
      assertStatus(200, connection.ask(Issuer.token(claims -> claims)));
      assertStatus(401, connection.ask(token));
    }
    assertEquals(List.of("PROVIDER", "PROVIDER", "PROVIDER"), roles);
  }

  /// A29. Whoever comes after a token over the same connection is not who brought it.
  @Test
  void aTokenVouchesForNoOtherRequestOfItsConnection() throws Exception {
    try (var connection = new Connection()) {
      assertStatus(200, connection.ask(Issuer.token(claims -> claims)));
      assertStatus(200, connection.ask(""));
      var other = Issuer.token(claims -> claims.claim("role", "SCHOOL"));
      assertStatus(200, connection.ask(other));
      assertStatus(401, connection.ask(other + "x"));
    }
    assertEquals(List.of("PROVIDER", "", "SCHOOL"), roles);
  }
}
