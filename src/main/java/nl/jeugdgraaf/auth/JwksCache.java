package nl.jeugdgraaf.auth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;

/// The public keys of an issuer of tokens (JWKS), fetched on first use and cached.
///
/// An unknown key id triggers a fetch, but at most one per interval. A key that the issuer
/// withdraws stops working when the cached keys expire. While the issuer cannot be reached, the
/// last keys stay in use for some hours.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc7517">RFC 7517, JSON Web Key</a>
final class JwksCache {
  private JwksCache() {}

  /// How long keys are used, and how often they are fetched.
  ///
  /// @param cached how long keys are used without another fetch
  /// @param refreshAhead how long before that they are fetched again in the background
  /// @param fetchInterval the shortest time between two fetches
  /// @param outage how long keys are used while the issuer cannot be reached
  /// @param fetchWait how long a request waits for a fetch that another one started: short, so that
  ///   an issuer that hangs keeps one request waiting and not all
  record Lifetimes(
      Duration cached,
      Duration refreshAhead,
      Duration fetchInterval,
      Duration outage,
      Duration fetchWait) {
    static final Lifetimes DEFAULT =
        new Lifetimes(
            Duration.ofMinutes(10),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            Duration.ofHours(4),
            Duration.ofSeconds(1));
  }

  /// {@return the cached keys of a URL}
  static JWKSource<SecurityContext> at(URI address, Lifetimes lifetimes) {
    return JWKSourceBuilder.create(new JwksFetcher(address, lifetimes.fetchInterval()))
        .cache(lifetimes.cached().toMillis(), lifetimes.fetchWait().toMillis())
        .refreshAheadCache(
            lifetimes.refreshAhead().toMillis(),
            null,
            Executors.newVirtualThreadPerTaskExecutor(),
            true,
            null,
            false)
        // JwksFetcher limits the fetches; the library's own limit lets two through at once.
        .rateLimited(false)
        .retrying(false)
        .outageTolerant(lifetimes.outage().toMillis())
        .build();
  }
}
