package nl.jeugdgraaf.problem;

import java.util.List;

/// Ends a request, a command or the start of the server with problems that the reader can act on.
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /// Creates an exception with several problems.
  ///
  /// @param problems at least one
  public ProblemException(List<Problem> problems) {
    super(problems.getFirst().message());
    this.problems = List.copyOf(problems);
  }

  /// Creates an exception with one problem.
  ///
  /// @param problem the problem
  public ProblemException(Problem problem) {
    this(List.of(problem));
  }

  /// Creates an exception with one problem that has no place in a document.
  ///
  /// @param code kind of problem
  /// @param message what is wrong and what to do about it
  public ProblemException(Problem.Code code, String message) {
    this(Problem.of(code, message));
  }

  /// Creates an exception with one problem and its cause, which is logged and never shown.
  ///
  /// @param code kind of problem
  /// @param message what is wrong and what to do about it
  /// @param cause the error that caused it
  public ProblemException(Problem.Code code, String message, Throwable cause) {
    this(code, message);
    initCause(cause);
  }

  /// {@return the problems, at least one}
  public List<Problem> problems() {
    return problems;
  }
}
