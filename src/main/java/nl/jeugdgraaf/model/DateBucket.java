package nl.jeugdgraaf.model;

/// A stretch of the calendar that groups the days in it.
public enum DateBucket {
  /// From Monday on (ISO 8601).
  WEEK("From Monday on, by ISO 8601 (week)"),
  /// A month.
  MONTH("From the first of the month on (maand)"),
  /// Three months.
  QUARTER("From 1 January, April, July or October on (kwartaal)"),
  /// A year.
  YEAR("From 1 January on (jaar)");

  private final String description;

  DateBucket(String description) {
    this.description = description;
  }

  /// {@return what it means}
  public String description() {
    return description;
  }
}
