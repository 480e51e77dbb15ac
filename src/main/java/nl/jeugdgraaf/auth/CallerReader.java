package nl.jeugdgraaf.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.jeugdgraaf.access.AccessRules;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.auth.TokenRules.ClaimNames;
import nl.jeugdgraaf.problem.Problem.Code;

/// Identifies the caller of a request by its token in `Authorization`, the role that it chooses in
/// `Role`, and its purpose in `Purpose`. May be used by several threads.
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
  private final RoleNames roles;
  private final AccessRules rules;
  private final Cache<String, TokenIdentity> identities =
      Caffeine.newBuilder()
          .expireAfterWrite(CACHED_FOR)
          .maximumWeight(CACHED_CHARACTERS_MAX)
          .<String, TokenIdentity>weigher((header, _) -> header.length())
          .build();

  /// What an accepted token says.
  ///
  /// @param roles its known roles, at least one
  /// @param organisation the organisation, empty if none
  /// @param subject the user
  /// @param purposes the purposes it allows; absent if it does not limit them
  /// @param end the first moment at which it has expired
  private record TokenIdentity(
      List<String> roles,
      String organisation,
      String subject,
      Optional<List<String>> purposes,
      Instant end) {
    Caller as(String role, String purpose, String address) {
      return new Caller(role, organisation, subject, purpose, address);
    }
  }

  CallerReader(TokenCheck check, ClaimNames names, RoleNames roles, AccessRules rules) {
    this.check = check;
    this.names = names;
    this.roles = roles;
    this.rules = rules;
  }

  /// {@return the caller of a request}
  ///
  /// @param authorization all values of the header `Authorization`
  /// @param role all values of the header `Role`
  /// @param purpose all values of the header `Purpose`
  /// @param address IP address of the client
  /// @throws HttpProblem `UNAUTHENTICATED` if the token is not accepted, `FORBIDDEN` if its claims
  ///   cannot be used, `BAD_REQUEST` if a header occurs twice, `SIGN_IN_UNAVAILABLE` if there are
  ///   no keys to check it with
  public Caller read(
      List<String> authorization, List<String> role, List<String> purpose, String address) {
    var stated = only("Purpose", purpose);
    var chosen = only("Role", role);
    if (authorization.isEmpty()) {
      return new Caller("", "", "", stated, address);
    }
    if (authorization.size() > 1) {
      throw HttpProblem.unauthenticated();
    }
    var identity = identity(authorization.getFirst());
    var acting = "";
    try {
      acting = role(identity, chosen);
      return identity.as(acting, purpose(identity, stated), address);
    } catch (HttpProblem e) {
      throw e.of(identity.as(acting, stated, ""));
    }
  }

  /// {@return what a token says of its caller, and leaves the caller to choose}
  ///
  /// @param authorization all values of the header `Authorization`
  /// @throws HttpProblem `UNAUTHENTICATED` if there is not one token that is accepted, `FORBIDDEN`
  ///   if its claims cannot be used, `SIGN_IN_UNAVAILABLE` if there are no keys to check it with
  public CallerChoices choices(List<String> authorization) {
    if (authorization.size() != 1) {
      throw HttpProblem.unauthenticated();
    }
    var identity = identity(authorization.getFirst());
    var purposes = new LinkedHashMap<String, List<String>>();
    for (var role : identity.roles) {
      var stated = rules.role(role).purposes().stream();
      purposes.put(
          role,
          stated
              .filter(purpose -> identity.purposes.map(all -> all.contains(purpose)).orElse(true))
              .toList());
    }
    return new CallerChoices(identity.organisation, purposes);
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
      var organisation = new TokenClaims(claims).text(names.organisation()).orElse("");
      throw e.of(new Caller("", organisation, claims.getSubject(), "", ""));
    }
  }

  private TokenIdentity identity(JWTClaimsSet claims) {
    var found = new TokenClaims(claims);
    return new TokenIdentity(
        roles(found),
        organisation(found, names.organisation()),
        claims.getSubject(),
        purposes(found),
        TokenCheck.end(claims));
  }

  private static String only(String name, List<String> values) {
    if (values.size() > 1) {
      throw HttpProblem.badRequest("The header " + name + " occurs twice. Send it once.");
    }
    return values.isEmpty() ? "" : values.getFirst().strip();
  }

  private List<String> roles(TokenClaims claims) {
    var found = claims.texts(names.role()).orElse(List.of());
    var known = roles.known(found);
    if (known.isEmpty()) {
      throw forbidden(
          "The token has no role that this server knows. Its claim %s must have one of %s."
              .formatted(names.role(), String.join(", ", roles.names())));
    }
    return known;
  }

  /// A header cannot give a role, only choose one that the token has.
  private static String role(TokenIdentity identity, String chosen) {
    var all = String.join(", ", identity.roles);
    if (!chosen.isEmpty()) {
      return identity.roles.stream()
          .filter(chosen::equalsIgnoreCase)
          .findFirst()
          .orElseThrow(() ->
              forbidden(
                  "The token does not have the role in the header Role. Send one of %s."
                      .formatted(all)));
    }
    if (identity.roles.size() > 1) {
      throw forbidden(
          "The token has several roles. Choose one with the header Role: %s.".formatted(all));
    }
    return identity.roles.getFirst();
  }

  private Optional<List<String>> purposes(TokenClaims claims) {
    return claims
        .texts(names.purpose())
        .map(texts ->
            texts.stream()
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
              + " or get another token.");
    }
    return stated;
  }

  private static String organisation(TokenClaims claims, String name) {
    return claims
        .text(name)
        .orElseThrow(() -> forbidden("The claim " + name + " of the token must be a string."));
  }

  private static HttpProblem forbidden(String message) {
    return new HttpProblem(Code.FORBIDDEN, message);
  }
}
