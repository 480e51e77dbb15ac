package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.policy.Caller;
import org.jspecify.annotations.Nullable;

/// Reads a GraphQL request out of an HTTP request. Unknown keys mean nothing; a value is never
/// repeated in a message.
final class RequestReader {
  private final JsonBody json;

  RequestReader(int bodyBytesMax) {
    this.json = new JsonBody(bodyBytesMax);
  }

  /// Reads the body of a `POST` request.
  ///
  /// @throws Refusal if it is not a GraphQL request
  /// @throws IOException if the client went away
  Request readBody(Context http, Caller caller) throws IOException {
    var body =
        json.read(http)
            .orElseThrow(() ->
                Refusal.badRequest(
                    "The body must be one JSON object with a \"query\"; batches are not run."));
    object(body, "extensions");
    return new Request(
        JsonBody.string(body, "query")
            .orElseThrow(
                () -> Refusal.badRequest("\"query\" is missing; give the document as a string.")),
        JsonBody.string(body, "operationName").orElse(""),
        object(body, "variables"),
        true,
        caller);
  }

  /// Reads the parameters of a `GET` request.
  ///
  /// @throws Refusal if they are not a GraphQL request
  Request readAddress(Context http, Caller caller) {
    var raw = http.queryString();
    var parameters = QueryString.parse(raw == null ? "" : raw);
    var query = parameters.get("query");
    if (query == null) {
      throw Refusal.badRequest(
          "The parameter \"query\" is missing; give the document in it, or send it by POST.");
    }
    JsonBody.requireSound(parameters);
    fromJson(parameters, "extensions");
    return new Request(
        query,
        parameters.getOrDefault("operationName", ""),
        fromJson(parameters, "variables"),
        false,
        caller);
  }

  private Map<String, @Nullable Object> fromJson(Map<String, String> parameters, String name) {
    var text = parameters.get(name);
    if (text == null) {
      return Map.of();
    }
    var value = new LinkedHashMap<String, @Nullable Object>();
    value.put(name, json.parse(text, "The parameter \"" + name + "\""));
    return object(value, name);
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
}
