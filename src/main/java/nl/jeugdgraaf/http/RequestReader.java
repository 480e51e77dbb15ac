package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.auth.HttpProblem;
import nl.jeugdgraaf.engine.Request;
import org.jspecify.annotations.Nullable;

/// Reads a GraphQL request out of an HTTP request. Unknown keys mean nothing; a value is never
/// repeated in a message.
///
/// A document stands there itself, or is named: by `documentId`, which is an id or `sha256:` and a
/// hash, or by `extensions.persistedQuery`, which is `{version: 1, sha256Hash}`.
final class RequestReader {
  private static final String HASH = "sha256:";

  private final JsonBody json;

  RequestReader(int bodyBytesMax) {
    this.json = new JsonBody(bodyBytesMax);
  }

  /// Reads the body of a `POST` request.
  ///
  /// @throws HttpProblem if it is not a GraphQL request
  /// @throws IOException if the client went away
  Request readBody(Context http, Caller caller, PersistedDocuments documents) throws IOException {
    var body =
        json.read(http)
            .orElseThrow(() ->
                HttpProblem.badRequest(
                    "The body must be one JSON object with a \"query\"; batches are not run."));
    var id = id(JsonBody.string(body, "documentId"), object(body, "extensions"));
    return new Request(
        documents.find(JsonBody.string(body, "query"), id),
        JsonBody.string(body, "operationName").orElse(""),
        object(body, "variables"),
        true,
        caller);
  }

  /// Reads the parameters of a `GET` request.
  ///
  /// @throws HttpProblem if they are not a GraphQL request
  Request readAddress(Context http, Caller caller, PersistedDocuments documents) {
    var raw = http.queryString();
    var parameters = QueryString.parse(raw == null ? "" : raw);
    JsonBody.requireSound(parameters);
    var named = Optional.ofNullable(parameters.get("documentId"));
    var id = id(named, fromJson(parameters, "extensions"));
    return new Request(
        documents.find(Optional.ofNullable(parameters.get("query")), id),
        parameters.getOrDefault("operationName", ""),
        fromJson(parameters, "variables"),
        false,
        caller);
  }

  private static Optional<String> id(
      Optional<String> documentId, Map<String, @Nullable Object> extensions) {
    if (extensions.get("persistedQuery") instanceof Map<?, ?> persisted) {
      if (persisted.get("version") instanceof Integer version
          && version == 1
          && persisted.get("sha256Hash") instanceof String hash) {
        return Optional.of(hash);
      }
      throw HttpProblem.badRequest("\"persistedQuery\" needs \"version\" 1 and a \"sha256Hash\".");
    }
    return documentId.map(id -> id.startsWith(HASH) ? id.substring(HASH.length()) : id);
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
      throw HttpProblem.badRequest("\"" + key + "\" must be an object.");
    }
    var copy = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((name, part) -> copy.put(String.valueOf(name), part));
    return copy;
  }
}
