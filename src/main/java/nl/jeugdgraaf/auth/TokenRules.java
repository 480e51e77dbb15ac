package nl.jeugdgraaf.auth;

import java.util.List;

/// Which tokens are accepted, and where in them it stands who asks.
///
/// @param issuer the only issuer (`iss`)
/// @param audience name of this server, one of the audiences of a token (`aud`)
/// @param algorithms signatures that are accepted, some of [#ALGORITHMS]
/// @param claims names of claims
public record TokenRules(
    String issuer, String audience, List<String> algorithms, ClaimNames claims) {
  /// What can be accepted: signatures with a public key, so that nobody who can check a token can
  /// make one.
  public static final List<String> ALGORITHMS =
      List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

  /// Copies the list.
  public TokenRules {
    algorithms = List.copyOf(algorithms);
  }

  /// Where in a token it stands who asks; `sub` is the user.
  ///
  /// @param role name of the claim with the role
  /// @param organisation name of the claim with the organisation
  /// @param purpose name of the claim with the purposes that the token is for
  public record ClaimNames(String role, String organisation, String purpose) {
    /// The names that hold where nothing is set.
    public static final ClaimNames DEFAULT = new ClaimNames("role", "organisation", "purpose");
  }
}
