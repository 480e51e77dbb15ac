package nl.jeugdgraaf.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.jeugdgraaf.access.AccessRules;
import nl.jeugdgraaf.auth.TokenRules.ClaimNames;
import nl.jeugdgraaf.problem.Problem.Code;

/// The tokens of demo mode, for anyone who asks, signed with a key that exists only in this
/// process. May be used by several threads.
public final class DemoTokens {
  private static final String ISSUER = "urn:jeugdgraaf:demo";
  private static final Duration LIFETIME = Duration.ofHours(8);
  private static final int ORGANISATION_CHARACTERS_MAX = 200;

  private final AccessRules rules;
  private final ECKey key;

  DemoTokens(AccessRules rules) {
    this.rules = rules;
    try {
      this.key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot generate a key on the curve P-256", e);
    }
  }

  static TokenRules tokenRules() {
    return new TokenRules(ISSUER, ISSUER, List.of("ES256"), ClaimNames.DEFAULT, Map.of());
  }

  JWKSource<SecurityContext> keys() {
    return new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()));
  }

  /// {@return a new token, valid for eight hours}
  ///
  /// @param role a role of the access rules
  /// @param organisation the organisation that the role acts for, empty if it acts for none
  /// @param purpose the only purpose that it allows; empty if each request may state its own
  /// @throws HttpProblem `BAD_USER_INPUT` if there is no such role, or it needs another
  ///   organisation or purpose
  public String token(String role, String organisation, String purpose) {
    check(role, organisation, purpose);
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(ISSUER)
            .subject("demo-" + role.toLowerCase(Locale.ROOT))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .claim(ClaimNames.DEFAULT.role(), role);
    if (!organisation.isEmpty()) {
      claims.claim(ClaimNames.DEFAULT.organisation(), organisation);
    }
    if (!purpose.isEmpty()) {
      claims.claim(ClaimNames.DEFAULT.purpose(), purpose);
    }
    return signed(claims.build());
  }

  private void check(String role, String organisation, String purpose) {
    var purposes = rules.role(role).purposes();
    if (!rules.roles().containsKey(role)) {
      throw refused("\"role\" must be one of " + String.join(", ", rules.roles().keySet()) + ".");
    }
    if (!purpose.isEmpty() && !purposes.contains(purpose)) {
      throw refused(
          "\"purpose\" for role %s must be one of %s."
              .formatted(role, String.join(", ", purposes)));
    }
    if (organisation.isEmpty() && rules.role(role).organisation().isPresent()) {
      throw refused(
          "\"organisation\" is missing. Role %s acts for one: give its AGB code, CBS code or key."
              .formatted(role));
    }
    if (organisation.length() > ORGANISATION_CHARACTERS_MAX) {
      throw refused(
          "\"organisation\" is longer than %d characters.".formatted(ORGANISATION_CHARACTERS_MAX));
    }
  }

  private String signed(JWTClaimsSet claims) {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign with the demo key", e);
    }
    return token.serialize();
  }

  private static HttpProblem refused(String message) {
    return new HttpProblem(Code.BAD_USER_INPUT, message);
  }
}
