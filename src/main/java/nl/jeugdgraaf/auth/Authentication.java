package nl.jeugdgraaf.auth;

import java.net.URI;
import java.util.Optional;
import nl.jeugdgraaf.access.AccessRules;

/// How the server knows who asks: by tokens of an issuer, or in demo mode by its own. May be used
/// by several threads.
public final class Authentication {
  private final CallerReader callers;
  private final Optional<DemoTokens> demo;

  private Authentication(CallerReader callers, Optional<DemoTokens> demo) {
    this.callers = callers;
    this.demo = demo;
  }

  /// Demo mode: everybody who can reach the server can have a token for any role.
  ///
  /// @param rules roles and purposes
  /// @return how to sign in
  public static Authentication demo(AccessRules rules) {
    var tokens = new DemoTokens(rules);
    var accepted = DemoTokens.tokenRules();
    var check = new TokenCheck(accepted, tokens.keys());
    return new Authentication(
        new CallerReader(check, accepted.claims(), rules.roles().keySet()), Optional.of(tokens));
  }

  /// Tokens of an issuer, whose keys are fetched when they are needed and not before.
  ///
  /// @param keys where its keys stand (JWKS)
  /// @param accepted which tokens
  /// @param rules roles
  /// @return how to sign in
  public static Authentication byTokens(URI keys, TokenRules accepted, AccessRules rules) {
    return byTokens(keys, JwksCache.Ages.DEFAULT, accepted, rules);
  }

  static Authentication byTokens(
      URI keys, JwksCache.Ages ages, TokenRules accepted, AccessRules rules) {
    var check = new TokenCheck(accepted, JwksCache.at(keys, ages));
    return new Authentication(
        new CallerReader(check, accepted.claims(), rules.roles().keySet()), Optional.empty());
  }

  /// {@return whether this is demo mode}
  public boolean isDemo() {
    return demo.isPresent();
  }

  public CallerReader callers() {
    return callers;
  }

  public Optional<DemoTokens> demoTokens() {
    return demo;
  }
}
