package nl.jeugdgraaf;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/// A command of the program that ran in this JVM.
///
/// @param code its exit code
/// @param output lines on its standard output
/// @param errors lines on its standard error
record FinishedCommand(int code, List<String> output, List<String> errors) {

  /// Runs a command.
  ///
  /// @param environment settings, instead of those of this process
  /// @param arguments name and options of the command
  static FinishedCommand run(Map<String, String> environment, String... arguments) {
    var output = new StringWriter();
    var errors = new StringWriter();
    var code =
        Main.commandLine(environment)
            .setOut(new PrintWriter(output, true))
            .setErr(new PrintWriter(errors, true))
            .execute(arguments);
    return new FinishedCommand(
        code, output.toString().lines().toList(), errors.toString().lines().toList());
  }

  /// A command that failed with one line.
  static FinishedCommand failed(int code, String message) {
    return new FinishedCommand(code, List.of(), List.of(message));
  }
}
