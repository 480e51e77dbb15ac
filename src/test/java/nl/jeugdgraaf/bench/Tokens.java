package nl.jeugdgraaf.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.jeugdgraaf.bench.BenchOperation.Asker;
import org.jspecify.annotations.Nullable;

/// Tokens of the servers that are written by hand: checked on first sight, and then known by their
/// text. May be used by several threads.
final class Tokens {
  private static final byte[] SECRET = new byte[32];

  private final Map<String, Asker> known = new ConcurrentHashMap<>();

  /// Makes a token.
  static String of(Asker asker) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("urn:jeugdgraaf:bench")
            .audience("urn:jeugdgraaf:bench")
            .subject("bench")
            .claim("role", asker.role())
            .claim("organisation", asker.organisation())
            .claim("purpose", asker.purpose())
            .build();
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(new MACSigner(SECRET));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  /// Returns who asks.
  ///
  /// @param header `Authorization`, null where there is none
  /// @throws IllegalArgumentException if the token is not one of ours
  Asker asker(@Nullable String header) {
    return header == null ? Asker.NOBODY : known.computeIfAbsent(header, Tokens::read);
  }

  private static Asker read(String header) {
    try {
      var token = SignedJWT.parse(header.substring("Bearer ".length()));
      if (!token.verify(new MACVerifier(SECRET))) {
        throw new IllegalArgumentException("the signature is wrong");
      }
      var claims = token.getJWTClaimsSet();
      return new Asker(
          claims.getStringClaim("role"),
          claims.getStringClaim("organisation"),
          claims.getStringClaim("purpose"));
    } catch (ParseException | JOSEException e) {
      throw new IllegalArgumentException("no token", e);
    }
  }
}
