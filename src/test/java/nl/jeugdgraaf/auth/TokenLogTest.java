package nl.jeugdgraaf.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.jeugdgraaf.http.TestServer;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Neither tokens nor their claims reach the log, at any level.
class TokenLogTest {
  private static final String MARK = "marked-4711";

  private final Logger ours = (Logger) LoggerFactory.getLogger("nl.jeugdgraaf");
  private final Level before = ours.getLevel();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @AfterEach
  void stop() {
    ours.setLevel(before);
    ours.detachAppender(lines);
  }

  private void listen() {
    lines.start();
    ours.setLevel(Level.TRACE);
    ours.addAppender(lines);
  }

  private String log() {
    return lines.list.stream()
        .map(line ->
            line.getFormattedMessage() + ThrowableProxyUtil.asString(line.getThrowableProxy()))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> tokens() {
    var evil = TestIssuer.rsa(MARK);
    return List.of(
        TestIssuer.token(),
        TestIssuer.token(claims -> claims.subject(MARK).claim("organisation", MARK)),
        TestIssuer.token(claims -> claims.subject(MARK).claim("role", MARK)),
        TestIssuer.token(claims -> claims.subject(MARK).claim("organisation", Map.of(MARK, MARK))),
        TestIssuer.token(claims -> claims.issuer(MARK)),
        TestIssuer.token(claims -> claims.audience(MARK)),
        TestIssuer.token(claims -> claims.claim("exp", MARK)),
        TestIssuer.token(claims -> claims.claim("purpose", MARK)),
        TestIssuer.signed(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(MARK), evil, TestIssuer.claims()),
        MARK,
        MARK + "." + MARK + "." + MARK);
  }

  @Test
  void tokensAndClaimsStayOutOfTheLog() throws Exception {
    try (var issuer = new TestIssuer();
        var server =
            new TestServer(
                Authentication.byIssuer(issuer.address(), TestIssuer.rules(), TestServer.RULES))) {
      listen();
      for (var token : tokens()) {
        server.answer(_ -> TestServer.text("{}"));
        send(server, token);
        server.answer(_ -> {
          throw new IllegalStateException("a bug");
        });
        send(server, token);
        server.answer(_ -> {
          throw new ProblemException(Code.DATABASE_UNAVAILABLE, "Away.");
        });
        send(server, token);
      }
      issuer.goDown();
      var log = log();
      assertTrue(log.contains("Token refused"), log);
      assertTrue(log.contains("Request failed, reference"), log);
      assertFalse(log.contains(MARK), log);
      assertFalse(log.contains("eyJ"), log);
      assertFalse(log.contains("nurse-7"), log);
    }
  }

  private static void send(TestServer server, String token) throws Exception {
    var request =
        server.asking().header("authorization", "Bearer " + token).header("purpose", MARK);
    var response = server.send(request);
    assertFalse(response.body().contains(MARK), response::body);
    assertEquals(-1, response.body().indexOf("eyJ"), response::body);
  }
}
