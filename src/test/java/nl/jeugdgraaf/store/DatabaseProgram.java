package nl.jeugdgraaf.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.problem.ProblemException;

/// A program with a child database, for tests that kill it.
final class DatabaseProgram {
  private DatabaseProgram() {}

  /// Prints the address of its database and keeps running, or prints why it cannot start.
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
            DatabaseProgram.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
