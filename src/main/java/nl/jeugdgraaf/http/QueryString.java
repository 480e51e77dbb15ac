package nl.jeugdgraaf.http;

import java.util.HashMap;
import java.util.Map;
import nl.jeugdgraaf.auth.HttpProblem;
import org.eclipse.jetty.util.UrlEncoded;

/// The parameters of a `GET` request. Strict: what cannot be read is refused, not repaired.
final class QueryString {
  private QueryString() {}

  /// {@return the parameters that have a value}
  ///
  /// @param raw the query of the URL, still encoded
  /// @throws HttpProblem if a parameter occurs twice, or is not UTF-8 in percent encoding
  static Map<String, String> parse(String raw) {
    if (!raw.chars().allMatch(character -> character < 0x80)) {
      throw HttpProblem.badRequest("The URL has characters that must be percent-encoded.");
    }
    var parameters = new HashMap<String, String>();
    try {
      UrlEncoded.decodeUtf8To(
          raw, 0, raw.length(), (name, value) -> add(parameters, name, value), false, false, false);
    } catch (IllegalArgumentException _) {
      throw HttpProblem.badRequest("The URL has a broken percent encoding, or is not UTF-8.");
    }
    parameters.values().removeIf(String::isEmpty);
    return parameters;
  }

  private static void add(Map<String, String> parameters, String name, String value) {
    if (parameters.put(name, value) != null) {
      throw HttpProblem.badRequest("A parameter occurs twice in the URL. Send each one once.");
    }
  }
}
