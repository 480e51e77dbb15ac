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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.auth.HttpProblem;
import nl.jeugdgraaf.problem.Problem.Code;
import org.jspecify.annotations.Nullable;

/// Reads JSON that a client sent. Strict: what cannot be read is refused, and a value is never
/// repeated in a message. May be used by several threads.
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

  /// Reads the body of a request.
  ///
  /// @return the object; empty if it is JSON, but no object
  /// @throws HttpProblem if it is not JSON, or is not said to be
  /// @throws IOException if the client went away
  Optional<Map<?, ?>> read(Context http) throws IOException {
    if (!MediaTypes.readable(Headers.all(http, "Content-Type"))) {
      throw new HttpProblem(
          415,
          Code.UNSUPPORTED_MEDIA_TYPE,
          "The body must be JSON in UTF-8; send content-type: application/json.");
    }
    var encoding = Headers.all(http, "Content-Encoding");
    if (!encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
      throw new HttpProblem(
          415,
          Code.UNSUPPORTED_MEDIA_TYPE,
          "A compressed body is not read; send it without content-encoding.");
    }
    var text = QueryString.utf8(new BodyReader(bytesMax).read(http.req()));
    return parse(text, "The body") instanceof Map<?, ?> body ? Optional.of(body) : Optional.empty();
  }

  @Nullable Object parse(String text, String what) {
    try {
      var value = json.readValue(text, Object.class);
      requireSound(value);
      return value;
    } catch (StreamConstraintsException _) {
      throw HttpProblem.badRequest(
          what
              + " is nested deeper than "
              + NESTING_MAX
              + " levels, or has too long a number or name.");
    } catch (JsonProcessingException e) {
      throw HttpProblem.badRequest(what + " is not JSON, or has a key twice" + place(e) + ".");
    }
  }

  private static String place(JsonProcessingException e) {
    var location = e.getLocation();
    return location == null
        ? ""
        : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /// Returns a string of an object; empty if there is none.
  static Optional<String> string(Map<?, ?> body, String key) {
    var value = body.get(key);
    if (value != null && !(value instanceof String)) {
      throw HttpProblem.badRequest("\"" + key + "\" must be a string.");
    }
    return Optional.ofNullable((String) value);
  }

  /// Half of a surrogate pair would reach the database as a question mark, and so match the wrong
  /// thing in silence.
  static void requireSound(@Nullable Object value) {
    switch (value) {
      case String text -> requireSound(text);
      case List<?> list -> list.forEach(JsonBody::requireSound);
      case Map<?, ?> map ->
          map.forEach((key, part) -> {
            requireSound(key);
            requireSound(part);
          });
      case null, default -> {}
    }
  }

  private static void requireSound(String text) {
    for (int i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character == 0) {
        throw HttpProblem.badRequest("A string has the character NUL; leave it out.");
      }
      if (Character.isHighSurrogate(character)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(character)) {
        throw HttpProblem.badRequest(
            "A string has half of a surrogate pair; send whole characters.");
      }
    }
  }
}
