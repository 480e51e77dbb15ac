package nl.jeugdgraaf.auth;

import java.util.List;
import java.util.Map;

/// Which tokens are accepted, and which of their claims identify the caller.
///
/// @param issuer the only issuer (`iss`)
/// @param audience name of this server, which must be among the audiences of a token (`aud`)
/// @param algorithms accepted signature algorithms, a subset of [#ALGORITHMS]
/// @param claims names of the claims that identify the caller
/// @param roles the role for each name that the issuer gives one; empty if it uses the names of the
///   roles themselves, in any letter case
public record TokenRules(
    String issuer,
    String audience,
    List<String> algorithms,
    ClaimNames claims,
    Map<String, String> roles) {
  /// Every algorithm that can be accepted. All use public keys, so that being able to check a token
  /// does not mean being able to make one.
  public static final List<String> ALGORITHMS =
      List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

  /// Copies the list and the map.
  public TokenRules {
    algorithms = List.copyOf(algorithms);
    roles = Map.copyOf(roles);
  }

  /// The claims that identify the caller, besides `sub`, which is always the user.
  ///
  /// Each is a name or a path, as [TokenClaims] reads it.
  ///
  /// @param role the claim with the roles
  /// @param organisation the claim with the organisation
  /// @param purpose the claim with the purposes that the token allows
  public record ClaimNames(String role, String organisation, String purpose) {
    /// The names used if nothing else is configured.
    public static final ClaimNames DEFAULT = new ClaimNames("role", "organisation", "purpose");
  }
}
