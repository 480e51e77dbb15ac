package nl.jeugdgraaf.auth;

import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.problem.Problem;

/// Ends a request that is refused before its GraphQL operation is looked at: no accepted token, or
/// no readable body. Its problem always has an HTTP status of its own, unlike that of an operation.
public final class HttpProblem extends RuntimeException {
  /// The answer to every token that is not accepted. Safe in a quoted string of a header.
  public static final String NOT_ACCEPTED =
      "Token not accepted. Get a new one, and send exactly one header Authorization: Bearer"
          + " <token>.";

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient Caller caller;

  /// Creates a refusal.
  ///
  /// @param code which kind of problem
  /// @param message what is wrong and the way out
  public HttpProblem(Problem.Code code, String message) {
    this(Problem.of(code, message), Caller.NOBODY);
  }

  private HttpProblem(Problem problem, Caller caller) {
    super(problem.message(), null, false, false);
    this.problem = problem;
    this.caller = caller;
  }

  /// {@return the same refusal, of a caller who is known}
  HttpProblem of(Caller known) {
    return new HttpProblem(problem, known);
  }

  /// {@return a refusal of a request that cannot be read}
  ///
  /// @param message what is wrong and the way out
  public static HttpProblem badRequest(String message) {
    return new HttpProblem(Problem.Code.BAD_REQUEST, message);
  }

  /// {@return the one answer to all tokens that are not accepted, so that a forger learns nothing}
  static HttpProblem unauthenticated() {
    return new HttpProblem(Problem.Code.UNAUTHENTICATED, NOT_ACCEPTED);
  }

  /// {@return what the client is told}
  public Problem problem() {
    return problem;
  }

  /// {@return who is refused, as far as an accepted token says, without an address; [Caller#NOBODY]
  /// if there is no such token}
  public Caller caller() {
    return caller;
  }
}
