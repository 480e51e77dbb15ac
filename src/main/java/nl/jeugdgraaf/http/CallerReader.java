package nl.jeugdgraaf.http;

import com.nimbusds.jwt.JWTClaimsSet;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.jeugdgraaf.http.TokenRules.ClaimNames;
import nl.jeugdgraaf.policy.Caller;
import nl.jeugdgraaf.problem.Problem.Code;
import org.jspecify.annotations.Nullable;

/// Who asks: what the token in `Authorization` says, and the purpose in `Purpose`. May be used by
/// several threads.
///
/// Nothing else of a request counts: no other header, no `extensions`, no variable, no parameter.
/// Without a token it is nobody, which still may state a purpose.
final class CallerReader {
  private static final Pattern BEARER =
      Pattern.compile("bearer +([\\w.~+/-]+=*)", Pattern.CASE_INSENSITIVE);

  private final TokenCheck check;
  private final ClaimNames names;
  private final Set<String> roles;

  CallerReader(TokenCheck check, ClaimNames names, Set<String> roles) {
    this.check = check;
    this.names = names;
    this.roles = Set.copyOf(roles);
  }

  /// Reads who asks.
  ///
  /// @throws Refusal 401 if the token is not accepted, 403 if it says too little or too much, 503
  ///   if there are no keys to check it with
  Caller read(Context http) {
    var token = token(Collections.list(http.req().getHeaders("Authorization")));
    var stated = stated(Collections.list(http.req().getHeaders("Purpose")));
    if (token.isEmpty()) {
      return new Caller("", "", "", stated, http.ip());
    }
    var claims = check.claims(token.get());
    return new Caller(
        role(claims),
        text(claims, names.organisation()),
        text(claims, "sub"),
        purpose(claims, stated),
        http.ip());
  }

  private static Optional<String> token(List<String> headers) {
    if (headers.isEmpty()) {
      return Optional.empty();
    }
    var match = BEARER.matcher(headers.getFirst().strip());
    if (headers.size() > 1 || !match.matches()) {
      throw Refusal.unauthenticated();
    }
    return Optional.of(match.group(1));
  }

  private static String stated(List<String> headers) {
    if (headers.size() > 1) {
      throw Refusal.badRequest("The header Purpose stands twice; state one purpose.");
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

  private String purpose(JWTClaimsSet claims, String stated) {
    if (claims.getClaim(names.purpose()) == null) {
      return stated;
    }
    var allowed =
        texts(claims.getClaim(names.purpose())).stream()
            .flatMap(text -> Arrays.stream(text.split(" ")))
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
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

  private static Refusal forbidden(String message) {
    return new Refusal(403, Code.FORBIDDEN, message);
  }
}
