package nl.jeugdgraaf.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The claims of an accepted token, in the forms in which issuers write them.
///
/// A setting names a claim literally, also where the name has dots, or by its path through objects:
/// `realm_access.roles` is the claim of that name, or else `roles` in the object `realm_access`.
final class TokenClaims {
  private final Map<String, ?> claims;

  TokenClaims(JWTClaimsSet claims) {
    this.claims = claims.getClaims();
  }

  /// {@return the texts of a claim: a string, the strings in a list, or the keys of an object; none
  /// if the claim is null; empty if there is no such claim}
  ///
  /// @param name its name or path
  Optional<List<String>> texts(String name) {
    return find(claims, name).map(Found::texts);
  }

  /// {@return the only text of a claim: a string, or a list of one string; "" if the claim is null
  /// or there is none; empty if it is anything else}
  ///
  /// @param name its name or path
  Optional<String> text(String name) {
    return find(claims, name).map(Found::text).orElse(Optional.of(""));
  }

  /// A claim that is there.
  private record Found(@Nullable Object value) {
    List<String> texts() {
      return switch (value) {
        case String text -> List.of(text);
        case List<?> list ->
            list.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .distinct()
                .toList();
        case Map<?, ?> object -> object.keySet().stream().map(String::valueOf).toList();
        case null, default -> List.of();
      };
    }

    Optional<String> text() {
      return switch (value) {
        case null -> Optional.of("");
        case String text -> Optional.of(text);
        case List<?> list when list.size() == 1 && list.getFirst() instanceof String text ->
            Optional.of(text);
        default -> Optional.empty();
      };
    }
  }

  /// Names on the way may have dots too, as those of clients in Keycloak do.
  private static Optional<Found> find(Map<?, ?> object, String name) {
    if (object.containsKey(name)) {
      return Optional.of(new Found(object.get(name)));
    }
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      if (object.get(name.substring(0, dot)) instanceof Map<?, ?> inner) {
        var found = find(inner, name.substring(dot + 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
