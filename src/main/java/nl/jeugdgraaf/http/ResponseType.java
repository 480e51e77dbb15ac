package nl.jeugdgraaf.http;

/// A media type that a GraphQL response can be written in.
enum ResponseType {
  /// The type of the GraphQL-over-HTTP specification. A refused operation has status 400.
  GRAPHQL("application/graphql-response+json"),
  /// For clients that know only JSON. A refused operation has status 200.
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
