package nl.jeugdgraaf;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.privacy.CapturedProgram;

/// The program as a process of its own.
///
/// @param process the process
/// @param errors where it writes its log
public record Program(Process process, Path errors) {

  /// Prepares a process that does not know the settings of the tests themselves.
  ///
  /// @param options of the virtual machine
  /// @param arguments of the program
  static ProcessBuilder prepare(List<String> options, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Ready soon rather than quick later.
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), CapturedProgram.class.getName()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    List.of("PORT", "HOST", "CORS_ORIGINS", "SEED", "SCALE", "LOG_LEVEL", "CURSOR_KEY")
        .forEach(environment::remove);
    environment.keySet().removeIf(name -> name.matches("(NEO4J|AUTH|AUDIT|TRUSTED|DEMO)_.*"));
    return builder;
  }

  /// Starts a server in demo mode over the tests' database.
  ///
  /// @param settings what else it is told
  /// @param errors where it writes its log
  static Program serve(Map<String, String> settings, Path errors) throws IOException {
    return serve(List.of(), settings, errors);
  }

  /// Starts such a server in a virtual machine with options.
  ///
  /// @param options of the virtual machine
  /// @param settings what else it is told
  /// @param errors where it writes its log
  public static Program serve(List<String> options, Map<String, String> settings, Path errors)
      throws IOException {
    var builder = prepare(options, List.of());
    var environment = builder.environment();
    environment.put("PORT", "0");
    GivenDatabase.give(TestDatabase.address(), environment);
    environment.putAll(settings);
    environment.values().removeIf(String::isEmpty);
    return new Program(builder.redirectError(errors.toFile()).start(), errors);
  }

  /// Waits until the server is ready.
  ///
  /// @return where it listens
  public URI ready() throws IOException {
    var welcome = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (welcome == null) {
      throw new AssertionError("the server did not start: " + Files.readString(errors));
    }
    return URI.create(welcome.replaceFirst(".* ready: (http:\\S+) .*", "$1"));
  }

  /// Ends the process as `kill -9` does.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
