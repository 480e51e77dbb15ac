package nl.jeugdgraaf.problem;

/// Thrown when something happened that the code rules out.
public final class Bug extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Creates a bug.
  ///
  /// @param message what happened
  public Bug(String message) {
    super(message);
  }
}
