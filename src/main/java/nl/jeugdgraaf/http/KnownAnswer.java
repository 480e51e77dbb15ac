package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.jeugdgraaf.digest.Sha256;

/// Answers that a client keeps, and asks about again each time: if it still has the same, it gets
/// 304 and no body (RFC 9110, section 13.1.2). Never for data.
final class KnownAnswer {
  private static final int TAG_CHARACTERS = 32;

  private KnownAnswer() {}

  /// Sends a text, or that it is the same as before.
  ///
  /// @param http with its content type; a `Cache-Control` other than `no-cache` is set afterwards
  /// @param text the whole answer
  static void send(Context http, String text) {
    send(http, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends bytes, or that they are the same as before.
  ///
  /// @param http with its content type; a `Cache-Control` other than `no-cache` is set afterwards
  /// @param body the whole answer
  static void send(Context http, byte[] body) {
    var tag = "\"" + Sha256.hex(body).substring(0, TAG_CHARACTERS) + "\"";
    http.header("ETag", tag);
    http.header("Cache-Control", "no-cache");
    if (matches(Headers.joined(http, "If-None-Match"), tag)) {
      http.status(304);
    } else {
      http.result(body);
    }
  }

  /// A weak tag matches too: for a `GET`, the same meaning is enough.
  private static boolean matches(String tags, String tag) {
    return Arrays.stream(tags.split(","))
        .map(String::strip)
        .anyMatch(known -> known.equals("*") || known.replaceFirst("^W/", "").equals(tag));
  }
}
