package nl.jeugdgraaf.auth;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static nl.jeugdgraaf.http.Eventually.assertEventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.auth.JwksCache.Lifetimes;
import nl.jeugdgraaf.http.TestServer;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Keys that change, keys that nobody knows, and an issuer that is away, with a real issuer and
/// lifetimes of milliseconds.
@Timeout(60)
class JwksCacheTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration FETCH_WAIT = Duration.ofMillis(100);
  private static final ECKey OLD = TestIssuer.ec("old");
  private static final ECKey NEW = TestIssuer.ec("new");

  private final TestIssuer issuer = new TestIssuer();

  JwksCacheTest() {
    issuer.publish(List.of(OLD));
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  private CallerReader trusting(Lifetimes lifetimes) {
    return Authentication.byIssuer(
            issuer.address(), lifetimes, TestIssuer.rules(), TestServer.RULES)
        .callers();
  }

  private CallerReader trusting(Duration cached, Duration fetchInterval) {
    return trusting(new Lifetimes(cached, Duration.ZERO, fetchInterval, LONG, FETCH_WAIT));
  }

  /// A new token, which no cache of tokens knows.
  private static String token(ECKey key, String keyId) {
    return TestIssuer.signed(new JWSHeader.Builder(ES256).keyID(keyId), key, TestIssuer.claims());
  }

  private static Caller read(CallerReader callers, ECKey key) {
    return read(callers, token(key, key.getKeyID()));
  }

  private static Caller read(CallerReader callers, String token) {
    return callers.read(List.of("Bearer " + token), List.of(), List.of(), "127.0.0.1");
  }

  /// Why a new token is refused; empty if it is accepted.
  private static Optional<Code> refusal(CallerReader callers, ECKey key) {
    try {
      read(callers, key);
      return Optional.empty();
    } catch (HttpProblem e) {
      return Optional.of(e.problem().code());
    }
  }

  private static void assertAccepted(CallerReader callers, ECKey key) {
    assertEquals(Optional.empty(), refusal(callers, key));
  }

  private static void assertRefused(CallerReader callers, ECKey key) {
    assertEquals(Optional.of(Code.UNAUTHENTICATED), refusal(callers, key));
  }

  @Test
  void keysAreFetchedOnceAndOnlyWhenNeeded() {
    var callers = trusting(LONG, Duration.ofSeconds(30));
    callers.read(List.of(), List.of(), List.of(), "127.0.0.1");
    assertEquals(0, issuer.fetches());
    assertAccepted(callers, OLD);
    assertAccepted(callers, OLD);
    assertEquals(1, issuer.fetches());
  }

  @Test
  void aNewKeyWorksOnceTheFetchIntervalHasPassed() throws Exception {
    var callers = trusting(LONG, Duration.ofMillis(200));
    assertAccepted(callers, OLD);
    issuer.publish(List.of(OLD, NEW));
    assertEventually(() -> refusal(callers, NEW).isEmpty());
    assertAccepted(callers, OLD);
    assertEquals(2, issuer.fetches());
  }

  @Test
  void aWithdrawnKeyStopsWorkingWhenTheCacheExpires() throws Exception {
    var callers = trusting(Duration.ofMillis(300), Duration.ofMillis(50));
    assertAccepted(callers, OLD);
    issuer.publish(List.of(NEW));
    assertEventually(() -> refusal(callers, OLD).equals(Optional.of(Code.UNAUTHENTICATED)));
    assertAccepted(callers, NEW);
  }

  @Test
  void keysAreFetchedAgainBeforeTheyExpire() throws Exception {
    var cached = Duration.ofSeconds(30);
    var refreshAhead = cached.minusSeconds(1);
    var callers =
        trusting(new Lifetimes(cached, refreshAhead, Duration.ofMillis(100), LONG, FETCH_WAIT));
    assertEventually(() -> {
      assertAccepted(callers, OLD);
      return issuer.fetches() == 2;
    });
  }

  @Test
  void knownKeysKeepWorkingWhileTheIssuerIsAway() throws Exception {
    var cached = Duration.ofMillis(300);
    var callers = trusting(cached, Duration.ofMillis(50));
    assertAccepted(callers, OLD);
    issuer.goDown();
    var start = System.nanoTime();
    while (System.nanoTime() - start < cached.multipliedBy(3).toNanos()) {
      assertAccepted(callers, OLD);
      assertRefused(callers, NEW);
    }
    issuer.publish(List.of(NEW));
    issuer.comeBack();
    assertEventually(() -> refusal(callers, NEW).isEmpty());
    assertRefused(callers, OLD);
  }

  @Test
  void knownKeysStopWorkingWhenTheIssuerIsAwayForTooLong() throws Exception {
    var callers =
        trusting(
            new Lifetimes(
                Duration.ofMillis(200),
                Duration.ZERO,
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                FETCH_WAIT));
    assertAccepted(callers, OLD);
    issuer.goDown();
    assertEventually(() -> refusal(callers, OLD).equals(Optional.of(Code.SIGN_IN_UNAVAILABLE)));
  }

  /// An attacker can make up key ids, but cannot make the server flood the issuer.
  @Test
  void aThousandUnknownKeysCauseOneFetchPerInterval() throws Exception {
    var interval = Duration.ofMillis(500);
    var callers =
        trusting(new Lifetimes(LONG, Duration.ZERO, interval, LONG, Duration.ofSeconds(30)));
    assertAccepted(callers, OLD);
    var tokens = IntStream.range(0, 1_000).mapToObj(id -> token(NEW, "unknown-" + id)).toList();
    var start = System.nanoTime();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var refusals =
          executor.invokeAll(
              tokens.stream().map(it -> (Callable<Caller>) () -> read(callers, it)).toList());
      for (var refusal : refusals) {
        var thrown = assertThrows(ExecutionException.class, refusal::get);
        var problem = assertInstanceOf(HttpProblem.class, thrown.getCause()).problem();
        assertEquals(Code.UNAUTHENTICATED, problem.code());
      }
    }
    assertEventually(() -> {
      assertRefused(callers, NEW);
      return issuer.fetches() > 1;
    });
    var intervals = 1 + (System.nanoTime() - start) / interval.toNanos();
    assertTrue(issuer.fetches() - 1 <= intervals, () -> issuer.fetches() + " fetches");
    assertAccepted(callers, OLD);
  }

  /// Those who make up key ids must not keep more than one request waiting for the issuer.
  @Test
  void anIssuerThatHangsKeepsOneRequestWaiting() throws Exception {
    var wait = Lifetimes.DEFAULT.fetchWait();
    var callers = trusting(new Lifetimes(LONG, Duration.ZERO, Duration.ofMillis(1), LONG, wait));
    assertAccepted(callers, OLD);
    issuer.hang();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = executor.submit(() -> refusal(callers, NEW));
      assertEventually(() -> issuer.fetches() == 2);
      var start = System.nanoTime();
      assertAccepted(callers, OLD);
      Callable<Optional<Code>> other = () -> refusal(callers, NEW);
      for (var refused : executor.invokeAll(Collections.nCopies(20, other))) {
        assertEquals(Optional.of(Code.SIGN_IN_UNAVAILABLE), refused.get());
      }
      var took = Duration.ofNanos(System.nanoTime() - start);
      assertTrue(took.compareTo(wait.multipliedBy(3)) < 0, took::toString);
      assertFalse(first.isDone(), "the issuer answered");
      assertEquals(2, issuer.fetches());
      issuer.release();
      assertEquals(Optional.of(Code.UNAUTHENTICATED), first.get());
    }
  }

  private static Stream<Arguments> noKeys() {
    return Stream.of(
        arguments(500, "{}"),
        arguments(302, "{\"keys\":[]}"),
        arguments(200, ""),
        arguments(200, "<html>"),
        arguments(200, "{}"),
        arguments(200, "{\"keys\":{}}"),
        arguments(200, "{\"keys\":[]," + " ".repeat(200_000) + "\"a\":1}"));
  }

  /// Errors, redirects, texts that are not a key set, and texts that are too large.
  @ParameterizedTest
  @MethodSource("noKeys")
  void aResponseWithoutKeysIsNotUsedNorFollowed(int status, String text) {
    issuer.answer(status, text);
    var callers = trusting(LONG, LONG);
    assertEquals(Optional.of(Code.SIGN_IN_UNAVAILABLE), refusal(callers, OLD));
    assertEquals(1, issuer.fetches());
  }

  @Test
  void aServerThatStartsBeforeItsIssuerRecovers() throws Exception {
    issuer.goDown();
    var callers = trusting(LONG, Duration.ofMillis(200));
    assertEquals(Optional.of(Code.SIGN_IN_UNAVAILABLE), refusal(callers, OLD));
    assertEquals("", callers.read(List.of(), List.of(), List.of(), "127.0.0.1").role());
    issuer.comeBack();
    assertEventually(() -> refusal(callers, OLD).isEmpty());
  }
}
