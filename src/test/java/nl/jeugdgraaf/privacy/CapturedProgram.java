package nl.jeugdgraaf.privacy;

import java.io.IOException;
import nl.jeugdgraaf.Main;

/// The program as tests start it: what it prints is kept.
public final class CapturedProgram {
  private CapturedProgram() {}

  /// Runs the program.
  ///
  /// @param arguments as those of [Main]
  public static void main(String[] arguments) throws IOException {
    Captured.output();
    Main.main(arguments);
  }
}
