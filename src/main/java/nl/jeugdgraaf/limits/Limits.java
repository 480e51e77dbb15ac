package nl.jeugdgraaf.limits;

import java.time.Duration;

/// Bounds on what one request may ask and take.
///
/// @param document bounds on the text of a document
/// @param variableFormCharactersMax how much the variables may decide of a plan, as long as their
///   form is when written out
/// @param bodyBytesMax largest request body
/// @param answerWithin longest time for one answer; the database ends the transaction after it
/// @param exportWithin the same for callers of a role that exports
public record Limits(
    Document document,
    int variableFormCharactersMax,
    int bodyBytesMax,
    Duration answerWithin,
    Duration exportWithin) {

  /// Relationships or groups on one page, also where no page is asked.
  public static final int PAGE_ROWS_MAX = 10_000;

  /// Rows that are sent in one record although each of them holds lists.
  public static final int NESTED_ROWS_MAX = 200;

  /// Ids that `nodes` takes at once.
  public static final int IDS_MAX = 100;

  /// Relationships of a path.
  public static final int PATH_LENGTH_MAX = 6;

  /// Paths that `paths` gives at once.
  public static final int PATHS_MAX = 100;

  /// Records of who saw data of a youth that `accesses` gives at once.
  public static final int RECORDS_MAX = 1_000;

  /// The bounds that hold where nothing is set.
  public static final Limits DEFAULT =
      new Limits(
          new Document(100_000, 4_000, 12, 50, 20),
          4_000,
          1_000_000,
          Duration.ofSeconds(10),
          Duration.ofMinutes(10));

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
