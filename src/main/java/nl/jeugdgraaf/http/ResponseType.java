package nl.jeugdgraaf.http;

/// A media type that a GraphQL response can be written in.
enum ResponseType {
  /// The type of the GraphQL-over-HTTP specification; a refused document has a status of its own.
  GRAPHQL("application/graphql-response+json"),
  /// For clients that know only JSON; a refused document is an answer with status 200.
  JSON("application/json");

  private final String mediaType;

  ResponseType(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  String contentType() {
    return mediaType + "; charset=utf-8";
  }
}
