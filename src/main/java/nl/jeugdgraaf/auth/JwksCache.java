package nl.jeugdgraaf.auth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;

/// The public keys of an issuer of tokens (JWKS), fetched when they are first needed and kept.
///
/// A key that is not known makes at most one fetch in an interval. A key that the issuer took back
/// dies when the kept ones are too old. While the issuer cannot be reached, old keys go on for some
/// hours.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc7517">RFC 7517, JSON Web Key</a>
final class JwksCache {
  private JwksCache() {}

  /// How old keys may be.
  ///
  /// @param kept until then they are used without asking
  /// @param refreshedAhead so long before that they are fetched again, in the background
  /// @param fetchedEvery at most one fetch in this time
  /// @param keptInOutage until then they are used while the issuer cannot be reached
  /// @param awaited so long a request waits for the fetch of another
  record Ages(
      Duration kept,
      Duration refreshedAhead,
      Duration fetchedEvery,
      Duration keptInOutage,
      Duration awaited) {
    static final Ages DEFAULT =
        new Ages(
            Duration.ofMinutes(10),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            Duration.ofHours(4),
            Duration.ofSeconds(15));
  }

  static JWKSource<SecurityContext> at(URI address, Ages ages) {
    return JWKSourceBuilder.create(new JwksFetcher(address, ages.fetchedEvery()))
        .cache(ages.kept().toMillis(), ages.awaited().toMillis())
        .refreshAheadCache(
            ages.refreshedAhead().toMillis(),
            null,
            Executors.newVirtualThreadPerTaskExecutor(),
            true,
            null,
            false)
        // The fetch has a limit of its own; that of the library lets two through at once.
        .rateLimited(false)
        .retrying(false)
        .outageTolerant(ages.keptInOutage().toMillis())
        .build();
  }
}
