package nl.jeugdgraaf.http;

import nl.jeugdgraaf.problem.Problem;

/// Ends a request that HTTP itself already forbids, with a status of its own.
final class Refusal extends RuntimeException {
  /// Plain enough for a quoted string in a header.
  static final String NOT_ACCEPTED =
      "The token is not accepted; get a new one, and send one header Authorization: Bearer"
          + " <token>.";

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Problem problem;

  Refusal(int status, Problem.Code code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.problem = Problem.of(code, message);
  }

  static Refusal badRequest(String message) {
    return new Refusal(400, Problem.Code.BAD_REQUEST, message);
  }

  /// One answer for every token that is not accepted: whoever forges one learns nothing.
  static Refusal unauthenticated() {
    return new Refusal(401, Problem.Code.UNAUTHENTICATED, NOT_ACCEPTED);
  }

  int status() {
    return status;
  }

  Problem problem() {
    return problem;
  }
}
