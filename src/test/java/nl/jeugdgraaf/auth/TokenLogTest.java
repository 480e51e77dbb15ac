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
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.http.TestServer;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// A52: neither a token nor what it says about somebody reaches the log, at no level.
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
    var evil = Issuer.rsa(MARK);
    return List.of(
        Issuer.token(claims -> claims),
        Issuer.token(claims -> claims.subject(MARK).claim("organisation", MARK)),
        Issuer.token(claims -> claims.subject(MARK).claim("role", MARK)),
        Issuer.token(claims -> claims.subject(MARK).claim("organisation", Map.of(MARK, MARK))),
        Issuer.token(claims -> claims.issuer(MARK)),
        Issuer.token(claims -> claims.audience(MARK)),
        Issuer.token(claims -> claims.claim("exp", MARK)),
        Issuer.token(claims -> claims.claim("purpose", MARK)),
        Issuer.signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(MARK), evil, Issuer.claims()),
        MARK,
        MARK + "." + MARK + "." + MARK);
  }

  @Test
  void tokensAndClaimsStayOutOfTheLog() throws Exception {
    try (var issuer = new Issuer();
        var served =
            new TestServer(
                Authentication.byTokens(
                    issuer.address(), Issuer.rules(), ApiSchema.builtIn().access()))) {
      listen();
      for (var token : tokens()) {
        served.answer(_ -> TestServer.text("{}"));
        send(served, token);
        served.answer(_ -> {
          throw new IllegalStateException("a bug");
        });
        send(served, token);
        served.answer(_ -> {
          throw new ProblemException(Code.DATABASE_UNAVAILABLE, "Away.");
        });
        send(served, token);
      }
      issuer.goDown();
      var log = log();
      assertTrue(log.contains("a token was refused"), log);
      assertTrue(log.contains("request failed, reference"), log);
      assertFalse(log.contains(MARK), log);
      assertFalse(log.contains("eyJ"), log);
      assertFalse(log.contains("nurse-7"), log);
    }
  }

  private static void send(TestServer served, String token) throws Exception {
    var request =
        served.asking().header("authorization", "Bearer " + token).header("purpose", MARK).build();
    var response = served.send(request);
    assertFalse(response.body().contains(MARK), response::body);
    assertEquals(-1, response.body().indexOf("eyJ"), response::body);
  }
}
