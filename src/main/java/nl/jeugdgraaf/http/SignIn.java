package nl.jeugdgraaf.http;

import java.net.URI;
import java.util.Optional;
import nl.jeugdgraaf.model.AccessRules;

/// How the server knows who asks: by tokens of an issuer, or in demo mode by its own. May be used
/// by several threads.
public final class SignIn {
  private final CallerReader callers;
  private final Optional<DemoTokens> demo;

  private SignIn(CallerReader callers, Optional<DemoTokens> demo) {
    this.callers = callers;
    this.demo = demo;
  }

  /// Demo mode: everybody who can reach the server can have a token for any role.
  ///
  /// @param rules roles and purposes
  /// @return how to sign in
  public static SignIn demo(AccessRules rules) {
    var tokens = new DemoTokens(rules);
    var accepted = DemoTokens.tokenRules();
    var check = new TokenCheck(accepted, tokens.keys());
    return new SignIn(
        new CallerReader(check, accepted.claims(), rules.roles().keySet()), Optional.of(tokens));
  }

  /// Tokens of an issuer, whose keys are fetched when they are needed and not before.
  ///
  /// @param keys where its keys stand (JWKS)
  /// @param accepted which tokens
  /// @param rules roles
  /// @return how to sign in
  public static SignIn byTokens(URI keys, TokenRules accepted, AccessRules rules) {
    return byTokens(keys, IssuerKeys.Ages.DEFAULT, accepted, rules);
  }

  static SignIn byTokens(URI keys, IssuerKeys.Ages ages, TokenRules accepted, AccessRules rules) {
    var check = new TokenCheck(accepted, IssuerKeys.at(keys, ages));
    return new SignIn(
        new CallerReader(check, accepted.claims(), rules.roles().keySet()), Optional.empty());
  }

  /// Returns whether this is demo mode.
  ///
  /// @return true in demo mode
  public boolean isDemo() {
    return demo.isPresent();
  }

  CallerReader callers() {
    return callers;
  }

  Optional<DemoTokens> demoTokens() {
    return demo;
  }
}
