package nl.jeugdgraaf;

/// Starts the server.
public final class Main {
  private Main() {}

  /// Starts the server.
  ///
  /// @param arguments none
  public static void main(String[] arguments) {}
}
