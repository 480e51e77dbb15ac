package nl.jeugdgraaf.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.auth.HttpProblem;
import nl.jeugdgraaf.problem.Problem.Code;
import org.jspecify.annotations.Nullable;

/// Reads JSON that a client sent. Strict: what cannot be read is refused. Messages never repeat a
/// value. May be used by several threads.
final class JsonBody {
  private static final int NESTING_MAX = 100;

  private final int bytesMax;
  private final ObjectMapper json;

  JsonBody(int bytesMax) {
    this.bytesMax = bytesMax;
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(NESTING_MAX)
            .maxStringLength(bytesMax)
            .maxNameLength(1_000)
            .maxNumberLength(1_000)
            .build();
    this.json =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(constraints)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  /// {@return the object in the body of a request; empty if the body is another JSON value}
  ///
  /// @throws HttpProblem if the body is not JSON, or its content type is not
  /// @throws IOException if the client disconnected
  Optional<Map<?, ?>> read(Context http) throws IOException {
    if (!MediaTypes.isReadable(Headers.joined(http, "Content-Type"))) {
      throw new HttpProblem(
          Code.UNSUPPORTED_MEDIA_TYPE,
          "The body must be JSON in UTF-8. Send content-type: application/json.");
    }
    var encoding = Headers.joined(http, "Content-Encoding");
    if (!encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
      throw new HttpProblem(
          Code.UNSUPPORTED_MEDIA_TYPE,
          "Compressed bodies are not supported. Send the body without content-encoding.");
    }
    var text = utf8(new BodyReader(bytesMax).read(http.req()));
    return parse(text, "The body") instanceof Map<?, ?> body ? Optional.of(body) : Optional.empty();
  }

  private static String utf8(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      // Some clients begin with a byte order mark, which a reader of JSON may ignore (RFC 8259,
      // section 8.1).
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw HttpProblem.badRequest("The body is not UTF-8.");
    }
  }

  /// {@return the value of a JSON text}
  ///
  /// @param what what the text is, to begin a message with
  @Nullable Object parse(String text, String what) {
    try {
      var value = json.readValue(text, Object.class);
      requireWellFormed(value);
      return value;
    } catch (StreamConstraintsException _) {
      throw HttpProblem.badRequest(
          what
              + " is nested deeper than "
              + NESTING_MAX
              + " levels, or has a number or name that is too long.");
    } catch (JsonProcessingException e) {
      throw HttpProblem.badRequest(
          what + " is not JSON, or has the same key twice" + position(e) + ".");
    }
  }

  private static String position(JsonProcessingException e) {
    var location = e.getLocation();
    return location == null
        ? ""
        : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /// {@return a string in an object; empty if there is no such key}
  static Optional<String> string(Map<?, ?> body, String key) {
    var value = body.get(key);
    if (value != null && !(value instanceof String)) {
      throw HttpProblem.badRequest("\"" + key + "\" must be a string.");
    }
    return Optional.ofNullable((String) value);
  }

  /// Refuses strings that are not whole characters: half of a surrogate pair would reach the
  /// database as a question mark, and silently match something else.
  static void requireWellFormed(@Nullable Object value) {
    switch (value) {
      case String text -> requireWellFormed(text);
      case List<?> list -> list.forEach(JsonBody::requireWellFormed);
      case Map<?, ?> map ->
          map.forEach((key, part) -> {
            requireWellFormed(key);
            requireWellFormed(part);
          });
      case null, default -> {}
    }
  }

  private static void requireWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character == 0) {
        throw HttpProblem.badRequest("A string has the character NUL. Leave it out.");
      }
      if (Character.isHighSurrogate(character)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(character)) {
        throw HttpProblem.badRequest(
            "A string has half of a surrogate pair. Send whole characters.");
      }
    }
  }
}
