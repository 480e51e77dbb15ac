/// Finds out who is calling: checks tokens and turns them into a `Caller`.
///
/// **A token must have** a signature by a public key of the issuer (RS, PS or ES; never `none`,
/// never a shared secret), the issuer and the audience from the settings, an end that is not over,
/// a user (`sub`), and a known role. Clocks may differ by a minute. [TokenCheck] checks the token,
/// [CallerReader] reads its claims in any form that [TokenClaims] and [RoleNames] know,
/// [TokenRules] holds the settings.
///
/// **A caller can never claim** a role, an organisation or a user outside a signed token: no other
/// header, no part of the GraphQL request and no parameter of the URL is read. The header `Purpose`
/// states what the data is for; where the token lists purposes, it can only choose one of them. The
/// header `Role` can only choose one of the roles of the token. Every token that is refused gets
/// the same answer, and no token or claim is ever logged.
///
/// **Keys come from** one URL in the settings. What a token says about its own key (`jwk`, `jku`,
/// `x5u`, `x5c`) is ignored. [JwksFetcher] follows no redirect and reads a limited number of bytes;
/// [JwksCache] keeps the keys, so that forged key ids cannot make the server flood the issuer.
///
/// **When the issuer is away** the server still starts. It keeps using the last keys for some
/// hours, refuses tokens it has no key for, and answers `SIGN_IN_UNAVAILABLE` if it never had any
/// keys.
///
/// **A page that signs people in** is a client of the issuer ([SignInClient]). What a token lets
/// its caller choose ([CallerChoices]) is read here, so that no page interprets claims by itself.
///
/// In demo mode [DemoTokens] replaces the issuer: everyone gets a token for any role, signed with a
/// key that exists only in this process.
///
/// Uses `access` and `problem`; the only package that uses Nimbus JOSE + JWT. Never here: HTTP
/// requests and responses, status codes, and what a role may see.
@NullMarked
package nl.jeugdgraaf.auth;

import org.jspecify.annotations.NullMarked;
