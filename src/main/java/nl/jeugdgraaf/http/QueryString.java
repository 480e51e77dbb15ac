package nl.jeugdgraaf.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import nl.jeugdgraaf.auth.HttpProblem;

/// The parameters of a `GET` request. Strict: what cannot be read is refused, not mended.
final class QueryString {
  private QueryString() {}

  /// Returns the parameters that have a value.
  ///
  /// @throws HttpProblem if a parameter stands twice, or is not UTF-8 in percent encoding
  static Map<String, String> parse(String raw) {
    var parameters = new HashMap<String, String>();
    for (var pair : raw.split("&", -1)) {
      var equals = pair.indexOf('=');
      if (equals < 1) {
        continue;
      }
      var name = decode(pair.substring(0, equals));
      if (parameters.put(name, decode(pair.substring(equals + 1))) != null) {
        throw HttpProblem.badRequest(
            "A parameter stands twice in the address; give each one once.");
      }
    }
    parameters.values().removeIf(String::isEmpty);
    return parameters;
  }

  private static String decode(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character == '%') {
        bytes.write(hexadecimal(text, i + 1));
        i += 2;
      } else if (character > 0x7f) {
        throw HttpProblem.badRequest("The address has characters that must be percent-encoded.");
      } else {
        bytes.write(character == '+' ? ' ' : character);
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static int hexadecimal(String text, int start) {
    if (start + 2 > text.length()) {
      throw brokenEncoding();
    }
    int high = Character.digit(text.charAt(start), 16);
    int low = Character.digit(text.charAt(start + 1), 16);
    if (high < 0 || low < 0) {
      throw brokenEncoding();
    }
    return high << 4 | low;
  }

  private static HttpProblem brokenEncoding() {
    return HttpProblem.badRequest("The address has a broken percent encoding.");
  }

  /// Decodes text and refuses what is not UTF-8.
  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw HttpProblem.badRequest("The request is not UTF-8.");
    }
  }
}
