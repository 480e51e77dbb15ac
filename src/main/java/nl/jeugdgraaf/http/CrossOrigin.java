package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import nl.jeugdgraaf.auth.HttpProblem;
import nl.jeugdgraaf.problem.Problem.Code;

/// Lets pages of other origins ask from a browser (CORS, Fetch standard, section 3.2).
///
/// Only the origins of the settings, and only for the API: never for the page, the metrics or demo
/// tokens. No credentials of the browser are used: a page sends its own token.
final class CrossOrigin {
  /// What a page of another origin may ask.
  private static final Set<String> PATHS =
      Set.of("/graphql", "/graphql/", "/schema.graphqls", "/health/live", "/health/ready");

  /// All that a page may send: what the server does not know, it ignores. The star stands for every
  /// header but the one beside it.
  private static final String REQUEST_HEADERS = "*, Authorization";

  private static final String RESPONSE_HEADERS = "ETag, Retry-After, WWW-Authenticate";

  /// Browsers keep it no longer than this.
  private static final String PREFLIGHT_SECONDS = "7200";

  private final Set<String> origins;

  CrossOrigin(Set<String> origins) {
    this.origins = Set.copyOf(origins);
  }

  /// Adds to a response what its page needs in order to read it. Answers a preflight completely.
  ///
  /// @param methods the methods of the path
  /// @throws HttpProblem `FORBIDDEN` if it is a preflight of an origin that may not ask
  void handle(Context http, List<String> methods) {
    if (origins.isEmpty() || !PATHS.contains(http.path())) {
      return;
    }
    http.res().addHeader("Vary", "Origin");
    var origin = Headers.joined(http, "Origin");
    var allowed = origins.contains(origin);
    if (allowed) {
      http.header("Access-Control-Allow-Origin", origin);
      http.header("Access-Control-Expose-Headers", RESPONSE_HEADERS);
      http.header("Cross-Origin-Resource-Policy", "cross-origin");
    }
    if (!isPreflight(http)) {
      return;
    }
    if (!allowed) {
      throw new HttpProblem(
          Code.FORBIDDEN,
          "Pages of this origin may not ask this server. Its operator can allow it with"
              + " CORS_ORIGINS.");
    }
    http.header("Access-Control-Allow-Methods", String.join(", ", methods));
    http.header("Access-Control-Allow-Headers", REQUEST_HEADERS);
    http.header("Access-Control-Max-Age", PREFLIGHT_SECONDS);
    http.status(204);
    http.skipRemainingHandlers();
  }

  private static boolean isPreflight(Context http) {
    return http.req().getMethod().equals("OPTIONS")
        && !Headers.joined(http, "Origin").isEmpty()
        && !Headers.joined(http, "Access-Control-Request-Method").isEmpty();
  }
}
