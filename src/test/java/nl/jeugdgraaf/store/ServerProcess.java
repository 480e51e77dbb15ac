package nl.jeugdgraaf.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.problem.ProblemException;

/// A process with a child database, to be killed by a test.
final class ServerProcess {
  private ServerProcess() {}

  /// Prints where the database answers and lives on, or prints why it does not.
  public static void main(String[] arguments) throws IOException {
    try {
      var database = ChildDatabase.start(Path.of(arguments[0]));
      System.out.println(database.address().uri());
      System.in.read();
    } catch (ProblemException e) {
      System.out.println(e.getMessage());
    }
  }

  static Process start(Path directory, Predicate<String> wantedPath) throws IOException {
    var paths =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(wantedPath)
            .collect(Collectors.joining(File.pathSeparator));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            paths,
            ServerProcess.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
