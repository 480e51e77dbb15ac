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

/// Documents that a client names instead of sending them: trusted ones, which whoever runs the
/// server gives it, and those that any client sent before together with their SHA-256 (automatic
/// persisted queries, as Apollo has them). May be used by several threads.
///
/// @see <a href="https://www.apollographql.com/docs/apollo-server/performance/apq">Apollo,
///   automatic persisted queries</a>
public final class PersistedDocuments {
  private static final long KEPT_CHARACTERS_MAX = 5_000_000;

  /// What an entry weighs beside its text.
  private static final int ENTRY_CHARACTERS = 200;

  private final Map<String, String> trusted = new HashMap<>();
  private final boolean trustedOnly;
  private final Cache<String, String> sent =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_CHARACTERS_MAX)
          .<String, String>weigher((_, text) -> text.length() + ENTRY_CHARACTERS)
          .build();

  /// Creates the documents of a server.
  ///
  /// @param trusted trusted documents by the id under which clients name them; each also goes by
  ///   its SHA-256
  /// @param trustedOnly whether no other document is run
  public PersistedDocuments(Map<String, String> trusted, boolean trustedOnly) {
    this.trustedOnly = trustedOnly;
    trusted.forEach((id, text) -> {
      this.trusted.put(id, text);
      this.trusted.put(hash(text), text);
    });
  }

  /// Returns the document that a request means.
  ///
  /// @param text the document in the request
  /// @param id the id of a document in the request, in hexadecimal where it is a hash
  /// @throws HttpProblem if it names none, or has another hash than it says
  /// @throws ProblemException if it names one that is not known, or one that may not be run
  String find(Optional<String> text, Optional<String> id) {
    if (id.isEmpty()) {
      return text.map(this::allowed).orElseThrow(PersistedDocuments::missing);
    }
    var known = known(id.get(), text.isEmpty());
    if (text.isEmpty()) {
      return known.orElseThrow(
          () -> new ProblemException(Code.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound"));
    }
    return known.equals(text) ? text.get() : kept(text.get(), id.get());
  }

  private Optional<String> known(String id, boolean alone) {
    var trustedOne = Optional.ofNullable(trusted.get(id));
    return trustedOne.isPresent() || trustedOnly || !alone
        ? trustedOne
        : Optional.ofNullable(sent.getIfPresent(id));
  }

  private String kept(String text, String id) {
    if (!hash(text).equals(id)) {
      throw HttpProblem.badRequest("The document has another SHA-256 than it is said to have.");
    }
    allowed(text);
    sent.put(id, text);
    return text;
  }

  private String allowed(String text) {
    if (trustedOnly && !trusted.containsKey(hash(text))) {
      throw new ProblemException(
          Code.DOCUMENT_NOT_TRUSTED,
          "Only documents that this server knows are run; name one by its documentId.");
    }
    return text;
  }

  private static HttpProblem missing() {
    return HttpProblem.badRequest(
        "\"query\" is missing; give the document as a string, or a \"documentId\".");
  }

  private static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
