package nl.jeugdgraaf.bench;

/// Who takes part.
enum Contestant {
  /// The server of this project, without the audit log.
  OURS("ours"),
  /// The server of this project as it is started.
  OURS_WITH_AUDIT("with audit"),
  /// [#OURS] with a model in which nodes have no time: it shows the cost of that, by wrong answers.
  OURS_WITHOUT_DAYS("without days"),
  /// One handler and one statement for each operation, written by hand.
  LIMIT("limit"),
  /// graphql-java with a fetcher for each field and batches (DataLoader).
  FETCHERS("fetchers"),
  /// The statements of [#LIMIT], run by the driver alone.
  DRIVER("driver");

  private final String title;

  Contestant(String title) {
    this.title = title;
  }

  /// Returns what it is called in tables.
  String title() {
    return title;
  }

  /// Returns whether it takes GraphQL.
  boolean isGraphQl() {
    return this != LIMIT && this != DRIVER;
  }

  /// Returns whether its answers are as right as those of the others.
  boolean isRight() {
    return this != OURS_WITHOUT_DAYS;
  }

  /// Returns whether its tokens come from a server of this project.
  boolean isOurs() {
    return this == OURS || this == OURS_WITH_AUDIT || this == OURS_WITHOUT_DAYS;
  }
}
