package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.regex.Pattern;
import nl.jeugdgraaf.auth.Authentication;
import nl.jeugdgraaf.problem.Bug;

/// `GET /graphiql`: GraphiQL, the query editor, in a page of our own. The build unpacks GraphiQL
/// into the class path. All addresses in it are relative, so that a proxy can show it under any
/// path.
///
/// The page that comes with GraphiQL has inline scripts, which our content security policy forbids.
/// The names of its files contain hashes, so they are taken from that page.
final class GraphiqlPage implements Handler {
  private static final Pattern SCRIPT = Pattern.compile("src=\"\\./(assets/index-[\\w-]+\\.js)\"");
  private static final Pattern STYLE = Pattern.compile("href=\"\\./(assets/index-[\\w-]+\\.css)\"");

  private final String html;

  private GraphiqlPage(String html) {
    this.html = html;
  }

  /// {@return the page}
  ///
  /// @param authentication whether it offers a choice of identities, and to whom
  /// @throws Bug if GraphiQL is not on the class path, or its page has another form than expected
  static GraphiqlPage read(Authentication authentication) {
    var graphiql = Resource.text("/web/graphiql/index.html");
    return new GraphiqlPage(
        Resource.text("/web/graphiql.html")
            .replace("{{demo}}", String.valueOf(authentication.isDemo()))
            .replace("{{open}}", String.valueOf(authentication.isOpen()))
            .replace("{{script}}", "graphiql/" + find(SCRIPT, graphiql))
            .replace("{{style}}", "graphiql/" + find(STYLE, graphiql)));
  }

  private static String find(Pattern pattern, String text) {
    var match = pattern.matcher(text);
    if (!match.find()) {
      throw new Bug("the page of GraphiQL has no match for " + pattern);
    }
    return match.group(1);
  }

  @Override
  public void handle(Context http) {
    Headers.allowPage(http);
    KnownAnswer.send(http.contentType("text/html; charset=utf-8"), html);
  }
}
