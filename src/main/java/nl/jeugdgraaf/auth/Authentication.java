package nl.jeugdgraaf.auth;

import java.net.URI;
import java.util.Optional;
import nl.jeugdgraaf.access.AccessRules;
import nl.jeugdgraaf.problem.ProblemException;

/// How the server authenticates callers: with the tokens of an issuer, or in demo mode with its
/// own. May be used by several threads.
public final class Authentication {
  private final CallerReader callers;
  private final Optional<DemoTokens> demo;
  private final boolean open;
  private final Optional<SignInClient> client;

  private Authentication(
      CallerReader callers,
      Optional<DemoTokens> demo,
      boolean open,
      Optional<SignInClient> client) {
    this.callers = callers;
    this.demo = demo;
    this.open = open;
    this.client = client;
  }

  /// {@return demo mode on this machine: everyone who reaches the server can get a token for any
  /// role}
  ///
  /// @param rules the roles and their purposes
  public static Authentication demo(AccessRules rules) {
    return demo(rules, false);
  }

  /// {@return demo mode for every machine that reaches the server, under any name}
  ///
  /// @param rules the roles and their purposes
  public static Authentication openDemo(AccessRules rules) {
    return demo(rules, true);
  }

  private static Authentication demo(AccessRules rules, boolean open) {
    var tokens = new DemoTokens(rules);
    var accepted = DemoTokens.tokenRules();
    var check = new TokenCheck(accepted, tokens.keys());
    return new Authentication(
        callers(check, accepted, rules), Optional.of(tokens), open, Optional.empty());
  }

  /// {@return authentication by the tokens of an issuer, whose keys are fetched on first use}
  ///
  /// @param keys URL of the issuer's keys (JWKS)
  /// @param accepted which tokens are accepted
  /// @param rules the known roles
  /// @throws ProblemException `STARTUP_FAILED` if a name stands for a role that is not known
  public static Authentication byIssuer(URI keys, TokenRules accepted, AccessRules rules) {
    return byIssuer(keys, JwksCache.Lifetimes.DEFAULT, accepted, rules);
  }

  static Authentication byIssuer(
      URI keys, JwksCache.Lifetimes lifetimes, TokenRules accepted, AccessRules rules) {
    var check = new TokenCheck(accepted, JwksCache.at(keys, lifetimes));
    return new Authentication(
        callers(check, accepted, rules), Optional.empty(), false, Optional.empty());
  }

  private static CallerReader callers(TokenCheck check, TokenRules accepted, AccessRules rules) {
    var roles = RoleNames.of(accepted.roles(), rules.roles().keySet());
    return new CallerReader(check, accepted.claims(), roles, rules);
  }

  /// {@return the same, with pages that sign people in at the issuer}
  ///
  /// @param signIn the pages as a client of the issuer
  public Authentication withSignIn(SignInClient signIn) {
    return new Authentication(callers, demo, open, Optional.of(signIn));
  }

  /// {@return whether this is demo mode}
  public boolean isDemo() {
    return demo.isPresent();
  }

  /// {@return whether this is demo mode for other machines too}
  public boolean isOpen() {
    return open;
  }

  /// {@return what turns the headers of a request into a caller}
  public CallerReader callers() {
    return callers;
  }

  /// {@return what makes tokens in demo mode; empty outside of it}
  public Optional<DemoTokens> demoTokens() {
    return demo;
  }

  /// {@return the pages as a client of the issuer; empty if they sign nobody in}
  public Optional<SignInClient> client() {
    return client;
  }
}
