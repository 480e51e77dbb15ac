package nl.jeugdgraaf.http;

import nl.jeugdgraaf.problem.Problem.Code;

/// The HTTP status of each problem: the only place that decides it.
///
/// A request that is refused before its operation is looked at has a status that clients and
/// proxies understand without its body. A problem of an operation that was read has the status that
/// the GraphQL-over-HTTP specification asks for: a refused operation gives 400, but 200 to a client
/// that only accepts `application/json`; a failure gives 5xx to both.
///
/// Some answers do not follow from their code: [#NOT_FOUND] and [#WRONG_HOST], and those to
/// requests that are not valid HTTP ([ProtocolErrorHandler]).
///
/// @see <a href="https://graphql.github.io/graphql-over-http/draft/">GraphQL over HTTP</a>
final class ProblemStatus {
  /// With `BAD_REQUEST`, when nothing is at the path.
  static final int NOT_FOUND = 404;

  /// With `BAD_REQUEST`, when the request was meant for another server.
  static final int WRONG_HOST = 421;

  private ProblemStatus() {}

  /// {@return the status of a request that is refused before its operation is looked at}
  static int ofRequest(Code code) {
    return switch (code) {
      case FORBIDDEN -> 403;
      case TIMEOUT -> 408;
      case LIMIT_EXCEEDED -> 413;
      default -> ofOperation(code, ResponseType.GRAPHQL);
    };
  }

  /// {@return the status of an operation that was refused or failed}
  ///
  /// @param type the media type of the response
  static int ofOperation(Code code, ResponseType type) {
    return switch (code) {
      case GRAPHQL_PARSE_FAILED,
          GRAPHQL_VALIDATION_FAILED,
          OPERATION_NOT_FOUND,
          PERSISTED_QUERY_NOT_FOUND,
          DOCUMENT_NOT_TRUSTED,
          BAD_USER_INPUT,
          NOT_PUBLISHED,
          BAD_CURSOR,
          FORBIDDEN,
          PURPOSE_REQUIRED,
          LIMIT_EXCEEDED ->
          type == ResponseType.JSON ? 200 : 400;
      case BAD_REQUEST -> 400;
      case UNAUTHENTICATED -> 401;
      case METHOD_NOT_ALLOWED -> 405;
      case NOT_ACCEPTABLE -> 406;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case RATE_LIMITED -> 429;
      case NULL_VALUE, BAD_VALUE, INTERNAL_ERROR, STARTUP_FAILED -> 500;
      case SERVER_BUSY, DATABASE_UNAVAILABLE, AUDIT_UNAVAILABLE, SIGN_IN_UNAVAILABLE -> 503;
      case TIMEOUT -> 504;
    };
  }
}
