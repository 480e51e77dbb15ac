package nl.jeugdgraaf.http;

import nl.jeugdgraaf.execute.ResponseFormat;

/// A media type that an answer can be written in.
enum ResponseType {
  /// The type of the GraphQL-over-HTTP specification. A refused operation has status 400.
  GRAPHQL("application/graphql-response+json", ResponseFormat.JSON),
  /// For clients that know only JSON. A refused operation has status 200.
  JSON("application/json", ResponseFormat.JSON),
  /// Rows as a table, with a line of names (RFC 4180, RFC 7111).
  CSV("text/csv", ResponseFormat.CSV),
  /// Rows as lines of JSON.
  NDJSON("application/x-ndjson", ResponseFormat.NDJSON),
  /// Paths as a graph.
  GRAPHML("application/graphml+xml", ResponseFormat.GRAPHML);

  private final String mediaType;
  private final ResponseFormat format;

  ResponseType(String mediaType, ResponseFormat format) {
    this.mediaType = mediaType;
    this.format = format;
  }

  String mediaType() {
    return mediaType;
  }

  ResponseFormat format() {
    return format;
  }

  /// {@return whether it has to be asked for by name}
  boolean onlyByName() {
    return format != ResponseFormat.JSON;
  }

  /// {@return the type of an answer with problems}
  ResponseType ofProblems() {
    return onlyByName() ? GRAPHQL : this;
  }

  String contentType() {
    return mediaType + (this == CSV ? "; header=present" : "") + "; charset=utf-8";
  }
}
