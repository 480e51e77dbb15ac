package nl.jeugdgraaf.auth;

import java.net.URI;

/// The pages of this server as a client of the issuer: with what they ask it to sign somebody in
/// (OAuth 2.0 authorization code with PKCE, RFC 7636). It is a public client and has no secret.
///
/// @param issuer address of the issuer, below which its discovery document is
/// @param id what the issuer calls the client (`client_id`)
/// @param scope what the client asks for, separated by spaces
public record SignInClient(URI issuer, String id, String scope) {
  /// {@return the origin of the issuer, such as `https://sso.example`}
  public String origin() {
    return issuer.getScheme() + "://" + issuer.getAuthority();
  }
}
