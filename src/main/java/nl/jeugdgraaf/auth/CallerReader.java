package nl.jeugdgraaf.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.auth.TokenRules.ClaimNames;
import nl.jeugdgraaf.problem.Problem.Code;
import org.jspecify.annotations.Nullable;

/// Identifies the caller of a request by its token in `Authorization` and its purpose in `Purpose`.
/// May be used by several threads.
///
/// Nothing else in a request counts: no other header, no `extensions`, no variable, no parameter of
/// the URL. A request without a token is anonymous and may still state a purpose.
///
/// Checking a signature costs more than most operations, so the result is cached for some seconds
/// by the whole header. The end of the token is checked on every request.
public final class CallerReader {
  private static final Pattern BEARER =
      Pattern.compile("bearer +([\\w.~+/-]+=*)", Pattern.CASE_INSENSITIVE);

  private static final Duration CACHED_FOR = Duration.ofSeconds(10);
  private static final long CACHED_CHARACTERS_MAX = 5_000_000;

  private final TokenCheck check;
  private final ClaimNames names;
  private final Set<String> roles;
  private final Cache<String, TokenIdentity> identities =
      Caffeine.newBuilder()
          .expireAfterWrite(CACHED_FOR)
          .maximumWeight(CACHED_CHARACTERS_MAX)
          .<String, TokenIdentity>weigher((header, _) -> header.length())
          .build();

  /// What an accepted token says.
  ///
  /// @param role its only known role
  /// @param organisation the organisation, empty if none
  /// @param subject the user
  /// @param purposes the purposes it allows; absent if it does not limit them
  /// @param end the first moment at which it has expired
  private record TokenIdentity(
      String role,
      String organisation,
      String subject,
      Optional<List<String>> purposes,
      Instant end) {}

  CallerReader(TokenCheck check, ClaimNames names, Set<String> roles) {
    this.check = check;
    this.names = names;
    this.roles = Set.copyOf(roles);
  }

  /// {@return the caller of a request}
  ///
  /// @param authorization all values of the header `Authorization`
  /// @param purpose all values of the header `Purpose`
  /// @param address IP address of the client
  /// @throws HttpProblem `UNAUTHENTICATED` if the token is not accepted, `FORBIDDEN` if its claims
  ///   cannot be used, `BAD_REQUEST` if there are several purposes, `SIGN_IN_UNAVAILABLE` if there
  ///   are no keys to check it with
  public Caller read(List<String> authorization, List<String> purpose, String address) {
    var stated = stated(purpose);
    if (authorization.isEmpty()) {
      return new Caller("", "", "", stated, address);
    }
    if (authorization.size() > 1) {
      throw HttpProblem.unauthenticated();
    }
    var identity = identity(authorization.getFirst());
    return new Caller(
        identity.role, identity.organisation, identity.subject, purpose(identity, stated), address);
  }

  private TokenIdentity identity(String header) {
    var cached = identities.getIfPresent(header);
    if (cached != null && Instant.now().isBefore(cached.end)) {
      return cached;
    }
    var match = BEARER.matcher(header.strip());
    if (!match.matches()) {
      throw HttpProblem.unauthenticated();
    }
    var claims = check.claims(match.group(1));
    try {
      var identity = identity(claims);
      identities.put(header, identity);
      return identity;
    } catch (HttpProblem e) {
      var organisation = known(claims, names.organisation());
      throw e.of(new Caller("", organisation, known(claims, "sub"), "", ""));
    }
  }

  private TokenIdentity identity(JWTClaimsSet claims) {
    return new TokenIdentity(
        role(claims),
        text(claims, names.organisation()),
        text(claims, "sub"),
        purposes(claims),
        TokenCheck.end(claims));
  }

  private static String known(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text ? text : "";
  }

  private static String stated(List<String> headers) {
    if (headers.size() > 1) {
      throw HttpProblem.badRequest("The header Purpose occurs twice. Send it once.");
    }
    return headers.isEmpty() ? "" : headers.getFirst().strip();
  }

  private String role(JWTClaimsSet claims) {
    var known = texts(claims.getClaim(names.role())).stream().filter(roles::contains).toList();
    return switch (known.size()) {
      case 0 ->
          throw forbidden(
              "The token has no role that this server knows. Its claim %s must be one of %s."
                  .formatted(names.role(), String.join(", ", roles.stream().sorted().toList())));
      case 1 -> known.getFirst();
      default ->
          throw forbidden(
              "The token has several roles (%s). Use a token with exactly one of them."
                  .formatted(String.join(", ", known)));
    };
  }

  private Optional<List<String>> purposes(JWTClaimsSet claims) {
    return Optional.ofNullable(claims.getClaim(names.purpose()))
        .map(claim ->
            texts(claim).stream()
                .flatMap(text -> Arrays.stream(text.split(" ")))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList());
  }

  private static String purpose(TokenIdentity identity, String stated) {
    if (identity.purposes.isEmpty()) {
      return stated;
    }
    var allowed = identity.purposes.get();
    if (stated.isEmpty()) {
      return allowed.size() == 1 ? allowed.getFirst() : "";
    }
    if (!allowed.contains(stated)) {
      throw forbidden(
              "The token does not allow the purpose in the header Purpose. Send one that it allows,"
                  + " or get another token.")
          .of(new Caller(identity.role, identity.organisation, identity.subject, stated, ""));
    }
    return stated;
  }

  private static String text(JWTClaimsSet claims, String name) {
    var value = claims.getClaim(name);
    if (value == null || value instanceof String) {
      return value == null ? "" : (String) value;
    }
    throw forbidden("The claim " + name + " of the token must be a string.");
  }

  private static List<String> texts(@Nullable Object claim) {
    return switch (claim) {
      case String text -> List.of(text);
      case List<?> list ->
          list.stream()
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .distinct()
              .toList();
      case null, default -> List.of();
    };
  }

  private static HttpProblem forbidden(String message) {
    return new HttpProblem(Code.FORBIDDEN, message);
  }
}
