package nl.jeugdgraaf.auth;

import nl.jeugdgraaf.problem.Problem;

/// Ends a request that HTTP itself already forbids, with a status of its own.
public final class HttpProblem extends RuntimeException {
  /// Plain enough for a quoted string in a header.
  public static final String NOT_ACCEPTED =
      "The token is not accepted; get a new one, and send one header Authorization: Bearer"
          + " <token>.";

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Problem problem;

  public HttpProblem(int status, Problem.Code code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.problem = Problem.of(code, message);
  }

  public static HttpProblem badRequest(String message) {
    return new HttpProblem(400, Problem.Code.BAD_REQUEST, message);
  }

  /// One answer for every token that is not accepted: whoever forges one learns nothing.
  static HttpProblem unauthenticated() {
    return new HttpProblem(401, Problem.Code.UNAUTHENTICATED, NOT_ACCEPTED);
  }

  public int status() {
    return status;
  }

  public Problem problem() {
    return problem;
  }
}
