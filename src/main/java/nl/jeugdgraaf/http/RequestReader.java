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

/// Reads a GraphQL request from an HTTP request. Unknown keys are ignored. Messages never repeat a
/// value.
///
/// The request contains a document or refers to one: by `documentId`, which is an id or `sha256:`
/// and a hash, or by `extensions.persistedQuery`, which is `{version: 1, sha256Hash}`.
final class RequestReader {
  private static final String HASH_PREFIX = "sha256:";

  private final JsonBody json;

  RequestReader(int bodyBytesMax) {
    this.json = new JsonBody(bodyBytesMax);
  }

  /// {@return the GraphQL request in the body of a `POST` request}
  ///
  /// @throws HttpProblem if it is not a GraphQL request
  /// @throws IOException if the client disconnected
  Request readBody(Context http, Caller caller, PersistedDocuments documents) throws IOException {
    var body =
        json.read(http)
            .orElseThrow(() ->
                HttpProblem.badRequest(
                    "The body must be one JSON object with a \"query\". Batches are not"
                        + " supported."));
    var id = id(JsonBody.string(body, "documentId"), object(body, "extensions"));
    return new Request(
        documents.find(JsonBody.string(body, "query"), id),
        JsonBody.string(body, "operationName").orElse(""),
        object(body, "variables"),
        true,
        caller);
  }

  /// {@return the GraphQL request in the URL of a `GET` request}
  ///
  /// @throws HttpProblem if it is not a GraphQL request
  Request readUrl(Context http, Caller caller, PersistedDocuments documents) {
    var raw = http.queryString();
    var parameters = QueryString.parse(raw == null ? "" : raw);
    JsonBody.requireWellFormed(parameters);
    var documentId = Optional.ofNullable(parameters.get("documentId"));
    var id = id(documentId, fromJson(parameters, "extensions"));
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
    return documentId.map(
        id -> id.startsWith(HASH_PREFIX) ? id.substring(HASH_PREFIX.length()) : id);
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
