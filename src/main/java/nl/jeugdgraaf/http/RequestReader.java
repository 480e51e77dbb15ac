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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.policy.Caller;
import nl.jeugdgraaf.problem.Problem.Code;
import org.jspecify.annotations.Nullable;

/// Reads a GraphQL request out of an HTTP request. Unknown keys mean nothing; a value is never
/// repeated in a message.
final class RequestReader {
  private static final int NESTING_MAX = 100;

  private final int bodyBytesMax;
  private final ObjectMapper json;

  RequestReader(int bodyBytesMax) {
    this.bodyBytesMax = bodyBytesMax;
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(NESTING_MAX)
            .maxStringLength(bodyBytesMax)
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

  /// Reads the body of a `POST` request.
  ///
  /// @throws Refusal if it is not a GraphQL request
  /// @throws IOException if the client went away
  Request readBody(Context http) throws IOException {
    if (!MediaTypes.readable(Headers.all(http, "Content-Type"))) {
      throw new Refusal(
          415,
          Code.UNSUPPORTED_MEDIA_TYPE,
          "The body must be JSON in UTF-8; send content-type: application/json.");
    }
    var encoding = Headers.all(http, "Content-Encoding");
    if (!encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
      throw new Refusal(
          415,
          Code.UNSUPPORTED_MEDIA_TYPE,
          "A compressed body is not read; send it without content-encoding.");
    }
    var text = QueryString.utf8(new BodyReader(bodyBytesMax).read(http.req()));
    if (!(parse(text, "The body") instanceof Map<?, ?> body)) {
      throw Refusal.badRequest(
          "The body must be one JSON object with a \"query\"; batches are not run.");
    }
    object(body, "extensions");
    return new Request(
        string(body, "query")
            .orElseThrow(
                () -> Refusal.badRequest("\"query\" is missing; give the document as a string.")),
        string(body, "operationName").orElse(""),
        object(body, "variables"),
        true,
        Caller.NOBODY);
  }

  /// Reads the parameters of a `GET` request.
  ///
  /// @throws Refusal if they are not a GraphQL request
  Request readAddress(Context http) {
    var raw = http.queryString();
    var parameters = QueryString.parse(raw == null ? "" : raw);
    var query = parameters.get("query");
    if (query == null) {
      throw Refusal.badRequest(
          "The parameter \"query\" is missing; give the document in it, or send it by POST.");
    }
    requireSound(parameters);
    fromJson(parameters, "extensions");
    return new Request(
        query,
        parameters.getOrDefault("operationName", ""),
        fromJson(parameters, "variables"),
        false,
        Caller.NOBODY);
  }

  private Map<String, @Nullable Object> fromJson(Map<String, String> parameters, String name) {
    var text = parameters.get(name);
    if (text == null) {
      return Map.of();
    }
    var value = new LinkedHashMap<String, @Nullable Object>();
    value.put(name, parse(text, "The parameter \"" + name + "\""));
    return object(value, name);
  }

  private @Nullable Object parse(String text, String what) {
    try {
      var value = json.readValue(text, Object.class);
      requireSound(value);
      return value;
    } catch (StreamConstraintsException _) {
      throw Refusal.badRequest(
          what
              + " is nested deeper than "
              + NESTING_MAX
              + " levels, or has too long a number or name.");
    } catch (JsonProcessingException e) {
      throw Refusal.badRequest(what + " is not JSON, or has a key twice" + place(e) + ".");
    }
  }

  private static String place(JsonProcessingException e) {
    var location = e.getLocation();
    return location == null
        ? ""
        : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static Optional<String> string(Map<?, ?> body, String key) {
    var value = body.get(key);
    if (value != null && !(value instanceof String)) {
      throw Refusal.badRequest("\"" + key + "\" must be a string.");
    }
    return Optional.ofNullable((String) value);
  }

  private static Map<String, @Nullable Object> object(Map<?, ?> body, String key) {
    var value = body.get(key);
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw Refusal.badRequest("\"" + key + "\" must be an object.");
    }
    var copy = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((name, part) -> copy.put(String.valueOf(name), part));
    return copy;
  }

  /// Half of a surrogate pair would reach the database as a question mark, and so match the wrong
  /// thing in silence.
  private static void requireSound(@Nullable Object value) {
    switch (value) {
      case String text -> requireSound(text);
      case List<?> list -> list.forEach(RequestReader::requireSound);
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
        throw Refusal.badRequest("A string has the character NUL; leave it out.");
      }
      if (Character.isHighSurrogate(character)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(character)) {
        throw Refusal.badRequest("A string has half of a surrogate pair; send whole characters.");
      }
    }
  }
}
