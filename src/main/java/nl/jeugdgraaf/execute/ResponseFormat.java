package nl.jeugdgraaf.execute;

/// A format in which an answer can be written.
public enum ResponseFormat {
  /// The response of GraphQL.
  JSON(""),
  /// The rows of the one list of an operation, each as JSON on a line of its own.
  NDJSON("ndjson"),
  /// The rows of the one list of an operation as a table (RFC 4180).
  CSV("csv"),
  /// The paths of an operation as a graph (GraphML).
  GRAPHML("graphml");

  private final String extension;

  ResponseFormat(String extension) {
    this.extension = extension;
  }

  /// {@return how the name of a file of this format ends, without a dot; empty where an answer is
  /// not kept as a file}
  public String extension() {
    return extension;
  }
}
