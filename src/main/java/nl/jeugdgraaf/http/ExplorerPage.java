package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import nl.jeugdgraaf.problem.Bug;

/// `GET /`: the explorer, which shows the network in pictures and tables. It is a client of the
/// public API like any other. All addresses in it are relative, so that a proxy can show it under
/// any path.
final class ExplorerPage implements Handler {
  private final String html;

  private ExplorerPage(String html) {
    this.html = html;
  }

  /// {@return the page}
  ///
  /// @param demo whether it offers a choice of identities
  /// @throws Bug if it is not on the class path
  static ExplorerPage read(boolean demo) {
    return new ExplorerPage(
        Resource.text("/web/explorer.html").replace("{{demo}}", String.valueOf(demo)));
  }

  @Override
  public void handle(Context http) {
    Headers.allowPage(http);
    KnownAnswer.send(http.contentType("text/html; charset=utf-8"), html);
  }
}
