package nl.jeugdgraaf.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The source files of the project.
final class Sources {
  private Sources() {}

  static List<Path> java() {
    return files(Path.of("src"), ".java");
  }

  static List<Path> all() {
    var types =
        Stream.of(
            ".java",
            ".js",
            ".mjs",
            ".ts",
            ".graphql",
            ".css",
            ".html",
            ".xml",
            ".properties",
            ".cypher");
    var code = types.flatMap(type -> files(Path.of("src"), type).stream());
    return Stream.concat(code, files(Path.of("schema"), ".graphqls").stream()).toList();
  }

  private static List<Path> files(Path folder, String suffix) {
    try (var paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
