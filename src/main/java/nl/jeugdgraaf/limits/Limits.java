package nl.jeugdgraaf.limits;

import java.time.Duration;

/// Bounds on what one request may ask, checked before the database is asked anything.
///
/// @param document bounds on the text of a document
/// @param bodyBytesMax largest request body
/// @param answerWithin longest time for one answer; the database ends the transaction after it
public record Limits(Document document, int bodyBytesMax, Duration answerWithin) {

  /// The bounds that hold where nothing is set.
  public static final Limits DEFAULT =
      new Limits(new Document(100_000, 4_000, 12, 50, 20), 1_000_000, Duration.ofSeconds(10));

  /// Bounds on the text of a document.
  ///
  /// @param charactersMax characters
  /// @param tokensMax lexical tokens
  /// @param depthMax fields inside fields
  /// @param aliasesMax aliases
  /// @param rootFieldsMax fields at the root of the operation
  public record Document(
      int charactersMax, int tokensMax, int depthMax, int aliasesMax, int rootFieldsMax) {}
}
