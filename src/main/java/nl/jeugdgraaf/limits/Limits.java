package nl.jeugdgraaf.limits;

import java.time.Duration;

/// Bounds on what one request may ask for and use.
///
/// @param document bounds on the text of a document
/// @param variableFormCharactersMax size of the part of the variables that decides the plan, in
///   characters of its written form
/// @param ownStatementsMax forms of the variables of one operation that have statements of their
///   own; further ones that only leave out conditions share one
/// @param bodyBytesMax largest request body
/// @param answers bounds on what one answer takes
public record Limits(
    Document document,
    int variableFormCharactersMax,
    int ownStatementsMax,
    int bodyBytesMax,
    Answers answers) {

  /// Relationships or groups on one page, also if the query asks for no page.
  public static final int PAGE_ROWS_MAX = 10_000;

  /// Rows that are sent in one record although each of them holds lists.
  public static final int NESTED_ROWS_MAX = 200;

  /// Ids in one call of `nodes`.
  public static final int IDS_MAX = 100;

  /// Relationships in one path.
  public static final int PATH_LENGTH_MAX = 6;

  /// Paths in one answer of `paths`.
  public static final int PATHS_MAX = 100;

  /// Relationships that a chain follows, one after the other.
  public static final int CHAIN_STEPS_MAX = 100;

  /// Relationships to many nodes of one node in the key of groups.
  public static final int KEYS_OF_MANY_MAX = 2;

  /// Days in one list of `activeOn`.
  public static final int ACTIVE_DAYS_MAX = 400;

  /// Audit records in one answer of `accesses`.
  public static final int RECORDS_MAX = 1_000;

  /// The bounds of every server.
  public static final Limits DEFAULT =
      new Limits(
          new Document(100_000, 4_000, 12, 50, 20),
          4_000,
          8,
          1_000_000,
          new Answers(
              new Answer(Duration.ofSeconds(10), 10_000_000),
              new Answer(Duration.ofSeconds(10), 200_000_000),
              new Answer(Duration.ofMinutes(10), 2_000_000_000)));

  /// Bounds on answers, by who asks.
  ///
  /// @param toNobody to a caller without a token
  /// @param toRole to a role
  /// @param toExport to a role that exports
  public record Answers(Answer toNobody, Answer toRole, Answer toExport) {}

  /// Bounds on what one answer takes.
  ///
  /// @param within longest time; after it the database ends the transaction
  /// @param readsMax nodes and relationships that it reads, as estimated before it runs
  public record Answer(Duration within, long readsMax) {}

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
