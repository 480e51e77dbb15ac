package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Requests that are no valid HTTP, or too long, get an error in the form of GraphQL too.
class ProtocolErrorTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static String send(String request) throws IOException {
    try (var socket = SERVER.connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, BAD_REQUEST, 'secret'",
    "400, BAD_REQUEST, 'GET / HTTP/1.1~X: secret'",
    "400, BAD_REQUEST, 'GET / HTTP/1.1~Host: a~secret'",
    "400, BAD_REQUEST, 'GET /secret/%zz HTTP/1.1~Host: a'",
    "414, LIMIT_EXCEEDED, 'GET /secret/LONG HTTP/1.1~Host: a'",
    "431, LIMIT_EXCEEDED, 'GET / HTTP/1.1~Host: a~X: secret LONG'",
    "505, BAD_REQUEST, 'GET / HTTP/4.5~Host: secret'",
  })
  void aRequestThatCannotBeReadIsAnsweredAsAllErrorsAre(int status, Code code, String request)
      throws Exception {
    var sent = request.replace("LONG", "x".repeat(20_000)).replace("~", "\r\n") + "\r\n\r\n";
    assertRefused(status, code, sent);
  }

  /// A proxy in front may read such a head in another way.
  @Test
  void linesThatEndWithoutACarriageReturnAreRefused() throws Exception {
    assertRefused(400, Code.BAD_REQUEST, "GET / HTTP/1.1\nHost: a\nX: secret\n\n");
  }

  private static void assertRefused(int status, Code code, String sent) throws IOException {
    var response = send(sent);
    assertTrue(response.startsWith("HTTP/1.1 " + status + " "), response);
    var body = response.substring(response.indexOf("\r\n\r\n") + 4);
    assertTrue(body.startsWith("{\"errors\":[{\"message\":\""), response);
    assertTrue(body.endsWith("\"extensions\":{\"code\":\"" + code + "\"}}]}"), response);
    assertTrue(response.contains("application/json"), response);
    assertTrue(response.contains("no-store"), response);
    assertFalse(response.contains("secret"), response);
  }
}
