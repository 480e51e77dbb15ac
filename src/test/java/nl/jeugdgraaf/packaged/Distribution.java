package nl.jeugdgraaf.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The distribution, as `mvn package` made it, unpacked in a folder.
///
/// @param home the folder that holds `bin` and `lib`
record Distribution(Path home) {

  /// Unpacks the distribution as an operator does.
  ///
  /// @param folder an empty folder
  static Distribution unpack(Path folder) throws IOException, InterruptedException {
    var archive = archive(".tar.gz");
    var unpacked = Finished.run(Map.of(), folder, List.of("tar", "xzf", archive.toString()));
    assertEquals(0, unpacked.code(), unpacked::toString);
    try (var entries = Files.list(folder)) {
      return new Distribution(entries.findFirst().orElseThrow());
    }
  }

  /// {@return an archive of the distribution}
  ///
  /// @param ending of its name, such as `.zip`
  static Path archive(String ending) {
    var name = System.getProperty("distribution");
    assertTrue(name != null, "the build gives the name of the archives: run mvn verify");
    var archive = Path.of(name + ending).toAbsolutePath();
    assertTrue(Files.exists(archive), archive + " is not there: run mvn package");
    return archive;
  }

  /// {@return the libraries, sorted by name}
  List<Path> libraries() throws IOException {
    try (var files = Files.list(home.resolve("lib"))) {
      return files.sorted().toList();
    }
  }

  /// Runs the program until it ends, by the script of the distribution.
  ///
  /// @param settings its environment; nothing else but `PATH` is in it
  /// @param folder where it is started
  /// @param arguments of the program
  Finished run(Map<String, String> settings, Path folder, String... arguments)
      throws IOException, InterruptedException {
    var script = home.resolve("bin").resolve("jeugdgraaf").toString();
    return Finished.run(
        settings, folder, Stream.concat(Stream.of(script), Stream.of(arguments)).toList());
  }

  /// A process that ended.
  ///
  /// @param code its exit code
  /// @param output lines on its standard output
  /// @param errors lines on its standard error
  record Finished(int code, List<String> output, List<String> errors) {

    static Finished run(Map<String, String> settings, Path folder, List<String> command)
        throws IOException, InterruptedException {
      var errors = Files.createTempFile("errors", ".log");
      try {
        var builder = new ProcessBuilder(new ArrayList<>(command));
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(settings);
        var process = builder.directory(folder.toFile()).redirectError(errors.toFile()).start();
        var output = process.inputReader(StandardCharsets.UTF_8).readAllLines();
        return new Finished(process.waitFor(), output, Files.readAllLines(errors));
      } finally {
        Files.delete(errors);
      }
    }
  }
}
