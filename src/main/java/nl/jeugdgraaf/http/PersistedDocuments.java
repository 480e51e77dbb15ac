package nl.jeugdgraaf.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.auth.HttpProblem;
import nl.jeugdgraaf.digest.Sha256;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Documents that a client refers to instead of sending them: trusted documents from the settings,
/// and documents that any client sent before with their SHA-256 (automatic persisted queries). May
/// be used by several threads.
///
/// @see <a href="https://www.apollographql.com/docs/apollo-server/performance/apq">Apollo,
///   automatic persisted queries</a>
public final class PersistedDocuments {
  private static final long CACHED_CHARACTERS_MAX = 5_000_000;

  /// The weight of an entry without its text.
  private static final int ENTRY_CHARACTERS = 200;

  private final Map<String, String> trusted = new HashMap<>();
  private final boolean trustedOnly;
  private final Cache<String, String> sent =
      Caffeine.newBuilder()
          .maximumWeight(CACHED_CHARACTERS_MAX)
          .<String, String>weigher((_, text) -> text.length() + ENTRY_CHARACTERS)
          .build();

  /// Creates the documents of a server.
  ///
  /// @param trusted trusted documents by id; clients can also use the SHA-256 of each
  /// @param trustedOnly whether all other documents are refused
  public PersistedDocuments(Map<String, String> trusted, boolean trustedOnly) {
    this.trustedOnly = trustedOnly;
    trusted.forEach((id, text) -> {
      this.trusted.put(id, text);
      this.trusted.put(hash(text), text);
    });
  }

  /// {@return the document that a request asks to run}
  ///
  /// @param text the document in the request
  /// @param id the id of a document in the request, in hexadecimal if it is a hash
  /// @throws HttpProblem if there is neither, or the document has another hash
  /// @throws ProblemException if the id is unknown, or the document must not be run
  String find(Optional<String> text, Optional<String> id) {
    if (id.isEmpty()) {
      return text.map(this::requireAllowed).orElseThrow(PersistedDocuments::missing);
    }
    var known = find(id.get(), text.isEmpty());
    if (text.isEmpty()) {
      return known.orElseThrow(
          () -> new ProblemException(Code.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound"));
    }
    return known.equals(text) ? text.get() : store(text.get(), id.get());
  }

  private Optional<String> find(String id, boolean alone) {
    var document = Optional.ofNullable(trusted.get(id));
    return document.isPresent() || trustedOnly || !alone
        ? document
        : Optional.ofNullable(sent.getIfPresent(id));
  }

  private String store(String text, String id) {
    if (!hash(text).equals(id)) {
      throw HttpProblem.badRequest("The SHA-256 in the request is not that of the document.");
    }
    requireAllowed(text);
    sent.put(id, text);
    return text;
  }

  private String requireAllowed(String text) {
    if (trustedOnly && !trusted.containsKey(hash(text))) {
      throw new ProblemException(
          Code.DOCUMENT_NOT_TRUSTED,
          "This server runs only trusted documents. Send the documentId of one.");
    }
    return text;
  }

  private static HttpProblem missing() {
    return HttpProblem.badRequest(
        "\"query\" is missing. Send the document as a string, or a \"documentId\".");
  }

  private static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
