package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.regex.Pattern;
import nl.jeugdgraaf.problem.Bug;

/// `GET /`: GraphiQL, as unpacked into the class path by the build, in a page of our own.
///
/// The page that comes with it has inline scripts, which a strict content security policy forbids.
/// The names of its files carry hashes, so they are read from that page.
final class Page implements Handler {
  private static final Pattern SCRIPT = Pattern.compile("src=\"\\./(assets/index-[\\w-]+\\.js)\"");
  private static final Pattern STYLE = Pattern.compile("href=\"\\./(assets/index-[\\w-]+\\.css)\"");

  private final String html;

  private Page(String html) {
    this.html = html;
  }

  /// Reads the page.
  ///
  /// @param demo whether it lets its reader choose who asks
  /// @throws Bug if GraphiQL is not on the class path, or looks otherwise than expected
  static Page read(boolean demo) {
    var graphiql = Resource.text("/web/graphiql/index.html");
    return new Page(
        Resource.text("/web/index.html")
            .replace("{{demo}}", String.valueOf(demo))
            .replace("{{script}}", "/graphiql/" + find(SCRIPT, graphiql))
            .replace("{{style}}", "/graphiql/" + find(STYLE, graphiql)));
  }

  private static String find(Pattern pattern, String text) {
    var match = pattern.matcher(text);
    if (!match.find()) {
      throw new Bug("the page of GraphiQL has nothing like " + pattern);
    }
    return match.group(1);
  }

  @Override
  public void handle(Context http) {
    Headers.allowPage(http);
    http.header("Cache-Control", "no-cache");
    http.html(html);
  }
}
