package nl.jeugdgraaf.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.auth.TokenRules.ClaimNames;
import nl.jeugdgraaf.problem.Problem.Code;
import org.jspecify.annotations.Nullable;

/// Who asks: what the token in `Authorization` says, and the purpose in `Purpose`. May be used by
/// several threads.
///
/// Nothing else of a request counts: no other header, no `extensions`, no variable, no parameter.
/// Without a token it is nobody, which still may state a purpose.
///
/// A signature costs more than most operations, so whom a header stands for is known for some
/// seconds; the time of the token is looked at on every request.
public final class CallerReader {
  private static final Pattern BEARER =
      Pattern.compile("bearer +([\\w.~+/-]+=*)", Pattern.CASE_INSENSITIVE);

  private static final Duration KNOWN_FOR = Duration.ofSeconds(10);
  private static final long KNOWN_CHARACTERS_MAX = 5_000_000;

  private final TokenCheck check;
  private final ClaimNames names;
  private final Set<String> roles;
  private final Cache<String, Identity> known =
      Caffeine.newBuilder()
          .expireAfterWrite(KNOWN_FOR)
          .maximumWeight(KNOWN_CHARACTERS_MAX)
          .<String, Identity>weigher((header, _) -> header.length())
          .build();

  /// What a token says.
  ///
  /// @param role the one role
  /// @param organisation the organisation, or nothing
  /// @param subject the user
  /// @param purposes what the token is for; absent where it does not say
  /// @param end the first moment at which it is too old
  private record Identity(
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

  /// Reads who asks.
  ///
  /// @throws HttpProblem 401 if the token is not accepted, 403 if it says too little or too much,
  ///   503 if there are no keys to check it with
  public Caller read(Context http) {
    var headers = Collections.list(http.req().getHeaders("Authorization"));
    var stated = stated(Collections.list(http.req().getHeaders("Purpose")));
    if (headers.isEmpty()) {
      return new Caller("", "", "", stated, http.ip());
    }
    if (headers.size() > 1) {
      throw HttpProblem.unauthenticated();
    }
    var identity = identity(headers.getFirst());
    return new Caller(
        identity.role,
        identity.organisation,
        identity.subject,
        purpose(identity, stated),
        http.ip());
  }

  private Identity identity(String header) {
    var accepted = known.getIfPresent(header);
    if (accepted != null && Instant.now().isBefore(accepted.end)) {
      return accepted;
    }
    var match = BEARER.matcher(header.strip());
    if (!match.matches()) {
      throw HttpProblem.unauthenticated();
    }
    var claims = check.claims(match.group(1));
    var identity =
        new Identity(
            role(claims),
            text(claims, names.organisation()),
            text(claims, "sub"),
            purposes(claims),
            TokenCheck.end(claims));
    known.put(header, identity);
    return identity;
  }

  private static String stated(List<String> headers) {
    if (headers.size() > 1) {
      throw HttpProblem.badRequest("The header Purpose stands twice; state one purpose.");
    }
    return headers.isEmpty() ? "" : headers.getFirst().strip();
  }

  private String role(JWTClaimsSet claims) {
    var known = texts(claims.getClaim(names.role())).stream().filter(roles::contains).toList();
    return switch (known.size()) {
      case 0 ->
          throw forbidden(
              "The token has no role that is known here; its claim %s must be one of %s."
                  .formatted(names.role(), String.join(", ", roles.stream().sorted().toList())));
      case 1 -> known.getFirst();
      default ->
          throw forbidden(
              "The token has several roles (%s), and an operation is asked in one; get a token with"
                      .formatted(String.join(", ", known))
                  + " one of them.");
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

  private static String purpose(Identity identity, String stated) {
    if (identity.purposes.isEmpty()) {
      return stated;
    }
    var allowed = identity.purposes.get();
    if (stated.isEmpty()) {
      return allowed.size() == 1 ? allowed.getFirst() : "";
    }
    if (!allowed.contains(stated)) {
      throw forbidden(
          "The token is not for the purpose in the header Purpose; state one that it is for, or get"
              + " another token.");
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
    return new HttpProblem(403, Code.FORBIDDEN, message);
  }
}
