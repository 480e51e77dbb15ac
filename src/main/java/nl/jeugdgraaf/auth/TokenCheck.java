package nl.jeugdgraaf.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import nl.jeugdgraaf.problem.Problem.Code;
import org.jspecify.annotations.Nullable;

/// Checks the signature, issuer, audience and time of a token. May be used by several threads.
///
/// Keys come from one source only; what a token says about its own key (`jwk`, `jku`, `x5u`, `x5c`)
/// is ignored. A client never learns which check failed. The log gets the kind of failure, and
/// nothing of the token.
final class TokenCheck {
  private static final Logger LOG = System.getLogger(TokenCheck.class.getName());
  private static final int CHARACTERS_MAX = 8_192;
  private static final int SKEW_SECONDS = 60;
  private static final Set<String> REQUIRED = Set.of("exp", "iss", "aud", "sub");

  private final DefaultJWTProcessor<SecurityContext> processor;

  TokenCheck(TokenRules rules, JWKSource<SecurityContext> keys) {
    var algorithms =
        rules.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
    var claims =
        new DefaultJWTClaimsVerifier<>(
            rules.audience(), new JWTClaimsSet.Builder().issuer(rules.issuer()).build(), REQUIRED);
    claims.setMaxClockSkew(SKEW_SECONDS);
    processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
    processor.setJWTClaimsSetVerifier(claims);
  }

  /// {@return the claims of a token that passes every check}
  ///
  /// @throws HttpProblem `UNAUTHENTICATED` if it is not accepted, `SIGN_IN_UNAVAILABLE` if there
  ///   are no keys to check it with
  JWTClaimsSet claims(String token) {
    if (token.length() > CHARACTERS_MAX) {
      throw refused("too long");
    }
    try {
      var signed = SignedJWT.parse(token);
      if (signed.getHeader().getCriticalParams() != null) {
        throw refused("critical header parameters");
      }
      var claims = processor.process(signed, null);
      // The library requires these claims to be present, but accepts null.
      if (claims.getExpirationTime() == null || isBlank(claims.getSubject())) {
        throw refused("a required claim is empty");
      }
      return claims;
    } catch (HttpProblem e) {
      throw e;
    } catch (KeySourceException e) {
      LOG.log(Level.DEBUG, "No keys to check a token with: {0}", e.getClass().getSimpleName());
      throw new HttpProblem(
          Code.SIGN_IN_UNAVAILABLE,
          "Tokens cannot be checked at the moment. Try again in a few seconds.");
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw refused(e.getClass().getSimpleName());
    } catch (RuntimeException | StackOverflowError e) {
      // Anyone can make a token. One that breaks the library is not accepted.
      throw refused(e.getClass().getSimpleName());
    }
  }

  /// {@return the first moment at which accepted claims have expired, allowing for clock skew}
  static Instant end(JWTClaimsSet claims) {
    return claims.getExpirationTime().toInstant().plusSeconds(SKEW_SECONDS);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static HttpProblem refused(String reason) {
    LOG.log(Level.DEBUG, "Token refused: {0}", reason);
    return HttpProblem.unauthenticated();
  }
}
