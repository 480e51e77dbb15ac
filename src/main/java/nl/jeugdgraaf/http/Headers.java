package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/// Headers of requests and responses.
final class Headers {
  /// For the pages: only their own files. Monaco, the query editor, writes inline styles.
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'{{issuer}};"
          + " worker-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

  private static final HttpFields SECURE =
      HttpFields.from(
          new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
          new PreEncodedHttpField("X-Frame-Options", "DENY"),
          new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
          new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
          new PreEncodedHttpField(
              "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
          new PreEncodedHttpField("Cache-Control", "no-store"));

  private Headers() {}

  /// Sets the headers of every response. A handler may change them afterwards.
  static Request secure(Request request, HttpFields.Mutable response) {
    SECURE.forEach(response::add);
    return request;
  }

  static void allowPage(Context http) {
    allowPage(http, Optional.empty());
  }

  /// Lets the response be a page.
  ///
  /// @param issuer origin of the only other server that it may ask, if any
  static void allowPage(Context http, Optional<String> issuer) {
    http.header("Cross-Origin-Opener-Policy", "same-origin");
    var others = issuer.map(origin -> " " + origin).orElse("");
    http.header("Content-Security-Policy", PAGE_POLICY.replace("{{issuer}}", others));
  }

  /// {@return all values of a header of the request}
  static List<String> all(Context http, String name) {
    return Collections.list(http.req().getHeaders(name));
  }

  /// {@return all values of a header of the request, joined with commas (RFC 9110, section 5.2)}
  static String joined(Context http, String name) {
    return String.join(", ", all(http, name));
  }
}
