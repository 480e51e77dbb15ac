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
/// A fetch that the interval forbids fails as one does that finds nobody, so that what is kept goes
/// on. Redirections are not followed: the keys stand where the setting says, or nowhere.
final class JwksFetcher implements JWKSetSource<SecurityContext> {
  private static final Logger LOG = System.getLogger(JwksFetcher.class.getName());
  private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(3);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);

  /// A server that starts before its issuer is of no use until it has keys.
  private static final Duration UNTIL_FIRST = Duration.ofSeconds(2);

  private static final int BYTES_MAX = 200_000;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECTED_WITHIN)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI address;
  private final long intervalNanos;
  private volatile boolean had;
  private long next = System.nanoTime();

  JwksFetcher(URI address, Duration interval) {
    this.address = address;
    this.intervalNanos = interval.toNanos();
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator evaluator, long time, @Nullable SecurityContext context)
      throws JWKSetUnavailableException {
    if (!isTime()) {
      throw new JWKSetUnavailableException("fetched a moment ago");
    }
    var response =
        client.sendAsync(request(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), BYTES_MAX));
    try {
      var keys = keys(response.get(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
      had = true;
      return keys;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(e);
    } catch (ExecutionException | TimeoutException | ParseException e) {
      throw failed(e);
    } finally {
      // Ends a body that drips; nothing happens to one that is whole.
      response.cancel(true);
    }
  }

  private HttpRequest request() {
    return HttpRequest.newBuilder(address)
        .timeout(ANSWERED_WITHIN)
        .header("accept", "application/jwk-set+json, application/json")
        .build();
  }

  private synchronized boolean isTime() {
    var now = System.nanoTime();
    if (now - next < 0) {
      return false;
    }
    next = now + (had ? intervalNanos : Math.min(intervalNanos, UNTIL_FIRST.toNanos()));
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
    LOG.log(Level.WARNING, "The keys at AUTH_JWKS_URL cannot be had: {0}", reason.toString());
    return new JWKSetUnavailableException("not fetched", e);
  }

  @Override
  public void close() {
    client.close();
  }
}
