package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.Test;

/// The HTTP status of every problem: before its operation is looked at, in a GraphQL response, and
/// in a plain JSON response. Clients rely on these numbers.
class ProblemStatusTest {
  @Test
  void everyCodeHasItsStatus() {
    var table =
        """
        BAD_REQUEST 400 400 400
        GRAPHQL_PARSE_FAILED 400 400 200
        GRAPHQL_VALIDATION_FAILED 400 400 200
        OPERATION_NOT_FOUND 400 400 200
        PERSISTED_QUERY_NOT_FOUND 400 400 200
        DOCUMENT_NOT_TRUSTED 400 400 200
        BAD_USER_INPUT 400 400 200
        NOT_PUBLISHED 400 400 200
        BAD_CURSOR 400 400 200
        UNAUTHENTICATED 401 401 401
        FORBIDDEN 403 400 200
        PURPOSE_REQUIRED 400 400 200
        LIMIT_EXCEEDED 413 400 200
        RATE_LIMITED 429 429 429
        SERVER_BUSY 503 503 503
        NULL_VALUE 500 500 500
        BAD_VALUE 500 500 500
        METHOD_NOT_ALLOWED 405 405 405
        NOT_ACCEPTABLE 406 406 406
        UNSUPPORTED_MEDIA_TYPE 415 415 415
        TIMEOUT 408 504 504
        SIGN_IN_UNAVAILABLE 503 503 503
        AUDIT_UNAVAILABLE 503 503 503
        DATABASE_UNAVAILABLE 503 503 503
        INTERNAL_ERROR 500 500 500
        STARTUP_FAILED 500 500 500
        """;
    assertEquals(
        table,
        Arrays.stream(Code.values()).map(ProblemStatusTest::row).collect(Collectors.joining()));
  }

  private static String row(Code code) {
    return "%s %d %d %d%n"
        .formatted(
            code,
            ProblemStatus.ofRequest(code),
            ProblemStatus.ofOperation(code, ResponseType.GRAPHQL),
            ProblemStatus.ofOperation(code, ResponseType.JSON));
  }
}
