package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.function.Function;
import nl.jeugdgraaf.auth.Authentication;
import nl.jeugdgraaf.auth.SignInClient;
import nl.jeugdgraaf.problem.Bug;

/// `GET /`: the explorer, which shows the network in pictures and tables. It is a client of the
/// public API like any other. All addresses in it are relative, so that a proxy can show it under
/// any path.
final class ExplorerPage implements Handler {
  private final String html;
  private final Optional<SignInClient> client;

  private ExplorerPage(String html, Optional<SignInClient> client) {
    this.html = html;
    this.client = client;
  }

  /// {@return the page}
  ///
  /// @param authentication whether it offers a choice of identities, or signs people in
  /// @throws Bug if it is not on the class path
  static ExplorerPage read(Authentication authentication) {
    var client = authentication.client();
    return new ExplorerPage(
        Resource.text("/web/explorer.html")
            .replace("{{demo}}", String.valueOf(authentication.isDemo()))
            .replace("{{open}}", String.valueOf(authentication.isOpen()))
            .replace("{{issuer}}", value(client, signIn -> signIn.issuer().toString()))
            .replace("{{client}}", value(client, SignInClient::id))
            .replace("{{scope}}", value(client, SignInClient::scope)),
        client);
  }

  /// Returns the value of an attribute, in which no setting can become markup.
  private static String value(Optional<SignInClient> client, Function<SignInClient, String> part) {
    return client
        .map(part)
        .orElse("")
        .replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;");
  }

  @Override
  public void handle(Context http) {
    Headers.allowPage(http, client.map(SignInClient::origin));
    KnownAnswer.send(http.contentType("text/html; charset=utf-8"), html);
  }
}
