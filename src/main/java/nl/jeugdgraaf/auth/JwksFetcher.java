package nl.jeugdgraaf.auth;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Fetches the keys of an issuer, at most once in an interval. May be used by several threads.
///
/// A fetch within the interval fails as if the issuer could not be reached, so that the cache keeps
/// using its keys. Redirects are not followed: only the URL in the settings can provide keys.
final class JwksFetcher implements JWKSetSource<SecurityContext> {
  private static final Logger LOG = System.getLogger(JwksFetcher.class.getName());
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(5);

  /// Before the first success: a server that starts before its issuer should recover quickly.
  private static final Duration FIRST_INTERVAL_MAX = Duration.ofSeconds(2);

  private static final int BYTES_MAX = 200_000;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI address;
  private final long intervalNanos;
  private volatile boolean fetchedOnce;
  private long nextFetch = System.nanoTime();

  JwksFetcher(URI address, Duration interval) {
    this.address = address;
    this.intervalNanos = interval.toNanos();
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator evaluator, long time, @Nullable SecurityContext context)
      throws JWKSetUnavailableException {
    if (!mayFetchNow()) {
      throw new JWKSetUnavailableException("fetched less than one interval ago");
    }
    var response =
        client.sendAsync(request(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), BYTES_MAX));
    try {
      var keys = keys(response.get(RESPONSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
      fetchedOnce = true;
      return keys;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(e);
    } catch (ExecutionException | TimeoutException | ParseException e) {
      throw failed(e);
    } finally {
      // Stops a body that arrives too slowly; a complete one is not affected.
      response.cancel(true);
    }
  }

  private HttpRequest request() {
    return HttpRequest.newBuilder(address)
        .timeout(RESPONSE_TIMEOUT)
        .header("accept", "application/jwk-set+json, application/json")
        .build();
  }

  private synchronized boolean mayFetchNow() {
    var now = System.nanoTime();
    if (now - nextFetch < 0) {
      return false;
    }
    nextFetch =
        now + (fetchedOnce ? intervalNanos : Math.min(intervalNanos, FIRST_INTERVAL_MAX.toNanos()));
    return true;
  }

  private static JWKSet keys(HttpResponse<byte[]> response) throws ParseException {
    if (response.statusCode() != 200) {
      throw new ParseException("status " + response.statusCode(), 0);
    }
    return JWKSet.parse(new String(response.body(), StandardCharsets.UTF_8));
  }

  private static JWKSetUnavailableException failed(Exception e) {
    var reason = e.getCause() == null ? e : e.getCause();
    LOG.log(Level.WARNING, "Cannot fetch the keys at AUTH_JWKS_URL: {0}", reason.toString());
    return new JWKSetUnavailableException("fetch failed", e);
  }

  @Override
  public void close() {
    client.close();
  }
}
