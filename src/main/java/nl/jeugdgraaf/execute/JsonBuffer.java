package nl.jeugdgraaf.execute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.problem.Bug;
import org.jspecify.annotations.Nullable;

/// JSON text in UTF-8 that can be cut back to an earlier place.
///
/// Cutting back is what non-null bubbling needs: an object that turns out to be null half way is
/// taken back and written as null. For one thread.
final class JsonBuffer {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private static final ObjectMapper READER = new ObjectMapper();

  private byte[] bytes = new byte[16 * 1024];
  private int size;

  /// Returns the place at the end, to cut back to.
  int mark() {
    return size;
  }

  /// Takes everything after a place back.
  void cut(int mark) {
    size = mark;
  }

  void raw(char ascii) {
    room(1);
    bytes[size++] = (byte) ascii;
  }

  void nothing() {
    raw(NULL);
  }

  /// Writes ASCII as it is.
  @SuppressWarnings("deprecation") // it drops the high byte of a character, and ASCII has none
  void raw(String ascii) {
    int length = ascii.length();
    room(length);
    ascii.getBytes(0, length, bytes, size);
    size += length;
  }

  private void raw(byte[] ascii) {
    room(ascii.length);
    System.arraycopy(ascii, 0, bytes, size, ascii.length);
    size += ascii.length;
  }

  /// Writes a response key, which is a GraphQL name and so needs no escape.
  void key(String name) {
    raw('"');
    raw(name);
    raw("\":");
  }

  /// Writes a string with its quotes.
  void string(String text) {
    int length = text.length();
    // A character is at most six bytes: a control character as an escape.
    room(length * 6 + 2);
    bytes[size++] = '"';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        ascii(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        wide(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        // A surrogate alone has no UTF-8 form; U+FFFD takes its place.
        wide(Character.isSurrogate(c) ? 0xFFFD : c);
      }
    }
    bytes[size++] = '"';
  }

  private void ascii(char c) {
    if (c >= 0x20 && c != '"' && c != '\\') {
      bytes[size++] = (byte) c;
      return;
    }
    bytes[size++] = '\\';
    switch (c) {
      case '"', '\\' -> bytes[size++] = (byte) c;
      case '\n' -> bytes[size++] = 'n';
      case '\r' -> bytes[size++] = 'r';
      case '\t' -> bytes[size++] = 't';
      default -> {
        bytes[size++] = 'u';
        bytes[size++] = '0';
        bytes[size++] = '0';
        bytes[size++] = HEX[c >> 4];
        bytes[size++] = HEX[c & 0xF];
      }
    }
  }

  private void wide(int codePoint) {
    if (codePoint < 0x800) {
      bytes[size++] = (byte) (0xC0 | (codePoint >> 6));
    } else {
      if (codePoint < 0x10000) {
        bytes[size++] = (byte) (0xE0 | (codePoint >> 12));
      } else {
        bytes[size++] = (byte) (0xF0 | (codePoint >> 18));
        bytes[size++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
      }
      bytes[size++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
    }
    bytes[size++] = (byte) (0x80 | (codePoint & 0x3F));
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
    }
  }

  /// Writes maps, lists, strings, numbers, booleans and null, however nested.
  void value(@Nullable Object value) {
    switch (value) {
      case null -> nothing();
      case Map<?, ?> map -> {
        raw('{');
        var next = "";
        for (var entry : map.entrySet()) {
          raw(next);
          string(entry.getKey().toString());
          raw(':');
          value(entry.getValue());
          next = ",";
        }
        raw('}');
      }
      case List<?> list -> {
        raw('[');
        var next = "";
        for (var element : list) {
          raw(next);
          value(element);
          next = ",";
        }
        raw(']');
      }
      case Number number -> raw(number.toString());
      case Boolean truth -> raw(truth.toString());
      default -> string(value.toString());
    }
  }

  /// Hands everything over and starts anew.
  void drainTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }

  /// Reads what was written, which is one value.
  JsonNode toTree() {
    try {
      return READER.readTree(bytes, 0, size);
    } catch (IOException e) {
      throw new Bug("what was written is not JSON: " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
