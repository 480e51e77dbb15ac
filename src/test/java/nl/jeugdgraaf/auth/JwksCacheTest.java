package nl.jeugdgraaf.auth;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.auth.JwksCache.Ages;
import nl.jeugdgraaf.http.TestServer;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Attack A33 (keys that change, an issuer that is away, keys that nobody knows) and failure F21
/// (no issuer at start), with a real issuer and ages of seconds.
@Timeout(60)
class JwksCacheTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final ECKey OLD = Issuer.ec("old");
  private static final ECKey NEW = Issuer.ec("new");

  private final Issuer issuer = new Issuer();
  private TestServer served = new TestServer();

  JwksCacheTest() throws IOException {
    issuer.publish(List.of(OLD));
  }

  @AfterEach
  void stop() {
    served.close();
    issuer.close();
  }

  private void trust(Ages ages) {
    served.close();
    served =
        new TestServer(
            Authentication.byTokens(
                issuer.address(), ages, Issuer.rules(), ApiSchema.builtIn().access()));
  }

  private static Ages ages(Duration kept, Duration fetchedEvery) {
    return new Ages(kept, Duration.ZERO, fetchedEvery, LONG, Duration.ofMillis(400));
  }

  private static String token(ECKey key) {
    return Issuer.signed(new JWSHeader.Builder(ES256).keyID(key.getKeyID()), key, Issuer.claims());
  }

  private HttpResponse<String> ask(ECKey key) throws IOException, InterruptedException {
    return served.send(served.asking().header("authorization", "Bearer " + token(key)).build());
  }

  private void assertAccepted(ECKey key) throws IOException, InterruptedException {
    var response = ask(key);
    assertEquals(200, response.statusCode(), response::body);
  }

  private void assertRefused(ECKey key) throws IOException, InterruptedException {
    TestServer.assertProblem(401, Code.UNAUTHENTICATED, ask(key));
  }

  @Test
  void keysAreFetchedOnceAndOnlyWhenNeeded() throws Exception {
    trust(ages(LONG, Duration.ofSeconds(30)));
    served.post(TestServer.ASK);
    assertEquals(0, issuer.fetches());
    assertAccepted(OLD);
    assertAccepted(OLD);
    assertEquals(1, issuer.fetches());
  }

  /// A33: a new kid works at once, when the interval has passed.
  @Test
  void aNewKeyWorksWithinOneRefresh() throws Exception {
    trust(ages(LONG, Duration.ofMillis(200)));
    assertAccepted(OLD);
    issuer.publish(List.of(OLD, NEW));
    Thread.sleep(300);
    assertAccepted(NEW);
    assertAccepted(OLD);
    assertEquals(2, issuer.fetches());
  }

  /// A33: a key that was taken back dies when the kept keys are too old.
  @Test
  void aKeyThatWasTakenBackDies() throws Exception {
    trust(ages(Duration.ofSeconds(1), Duration.ofMillis(100)));
    assertAccepted(OLD);
    issuer.publish(List.of(NEW));
    Thread.sleep(1_200);
    assertRefused(OLD);
    assertAccepted(NEW);
  }

  /// A33: keys are fetched again before they are too old, so that nobody waits for them.
  @Test
  void keysAreRefreshedAhead() throws Exception {
    trust(
        new Ages(
            Duration.ofSeconds(20),
            Duration.ofSeconds(19),
            Duration.ofMillis(100),
            LONG,
            Duration.ofMillis(400)));
    assertAccepted(OLD);
    Thread.sleep(1_200);
    assertAccepted(OLD);
    for (int i = 0; i < 50 && issuer.fetches() < 2; i++) {
      Thread.sleep(100);
    }
    assertEquals(2, issuer.fetches());
  }

  /// A33: an issuer that is away, for longer than keys are kept, stops nobody; a foreign key stays
  /// refused.
  @Test
  void knownKeysGoOnWhileTheIssuerIsAway() throws Exception {
    trust(ages(Duration.ofMillis(500), Duration.ofMillis(100)));
    assertAccepted(OLD);
    issuer.goDown();
    for (int i = 0; i < 4; i++) {
      Thread.sleep(400);
      assertAccepted(OLD);
      assertRefused(NEW);
    }
    issuer.publish(List.of(NEW));
    issuer.comeBack();
    Thread.sleep(700);
    assertAccepted(NEW);
    assertRefused(OLD);
  }

  @Test
  void anOutageEndsWhatIsKeptAtLast() throws Exception {
    trust(
        new Ages(
            Duration.ofMillis(500),
            Duration.ZERO,
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofMillis(400)));
    assertAccepted(OLD);
    issuer.goDown();
    Thread.sleep(1_700);
    assertEquals(503, ask(OLD).statusCode());
  }

  /// A33: a thousand keys that nobody knows cost the issuer one fetch.
  @Test
  void unknownKeysAreFetchedOncePerInterval() throws Exception {
    trust(ages(LONG, Duration.ofSeconds(2)));
    assertAccepted(OLD);
    Thread.sleep(2_100);
    var start = System.nanoTime();
    for (int i = 0; i < 1_000; i += 50) {
      var answers =
          IntStream.range(i, i + 50)
              .mapToObj(id -> new JWSHeader.Builder(ES256).keyID("unknown-" + id))
              .map(header -> Issuer.signed(header, NEW, Issuer.claims()))
              .map(token -> served.asking().header("authorization", "Bearer " + token).build())
              .map(served::sendLater)
              .toList();
      for (var answer : answers) {
        assertEquals(401, answer.join().statusCode());
      }
    }
    var intervals = 1 + Duration.ofNanos(System.nanoTime() - start).toSeconds() / 2;
    assertTrue(issuer.fetches() - 1 <= intervals, () -> issuer.fetches() + " fetches");
    assertAccepted(OLD);
  }

  static Stream<Arguments> noKeys() {
    return Stream.of(
        arguments(500, "{}"),
        arguments(302, "{\"keys\":[]}"),
        arguments(200, ""),
        arguments(200, "<html>"),
        arguments(200, "{}"),
        arguments(200, "{\"keys\":{}}"),
        arguments(200, "{\"keys\":[]," + " ".repeat(200_000) + "\"a\":1}"));
  }

  /// What is no set of keys, stands elsewhere or is too large is none; nothing is fetched
  /// elsewhere.
  @ParameterizedTest
  @MethodSource("noKeys")
  void whatIsNoSetOfKeysIsNotUsed(int status, String text) throws Exception {
    issuer.answer(status, text);
    trust(ages(LONG, LONG));
    assertEquals(503, ask(OLD).statusCode());
    assertEquals(1, issuer.fetches());
  }

  /// F21: without an issuer the server starts, answers who needs no token, and recovers by itself.
  @Test
  void theServerStartsWithoutItsIssuer() throws Exception {
    issuer.goDown();
    trust(ages(LONG, Duration.ofMillis(200)));
    assertEquals(200, served.post(TestServer.ASK).statusCode());
    var response = ask(OLD);
    TestServer.assertProblem(503, Code.SIGN_IN_UNAVAILABLE, response);
    assertEquals("5", response.headers().firstValue("retry-after").orElse(""));
    issuer.comeBack();
    Thread.sleep(300);
    assertAccepted(OLD);
  }
}
