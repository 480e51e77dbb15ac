package nl.jeugdgraaf.problem;

/// Thrown where the code proves itself wrong: something that cannot happen did.
public final class Bug extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Creates a bug.
  ///
  /// @param message what cannot happen
  public Bug(String message) {
    super(message);
  }
}
