package nl.jeugdgraaf.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Fails the build if anything that was logged during the tests tells a youth of the seed. Maven
/// runs it after the tests, when all processes have ended.
///
/// It names the file, the logger and the kind of what was found; never the value.
public final class LogScan {
  private static final Pattern LOGGER =
      Pattern.compile("(?:\\S+Z? )?(?:ERROR|WARN|INFO|DEBUG|TRACE) +(\\S+) .*");

  private LogScan() {}

  /// Scans what was kept.
  ///
  /// @param arguments none
  public static void main(String[] arguments) {
    if (!Files.isDirectory(Captured.ALL)) {
      System.out.println("No logs to search for data of persons: no test ran.");
      return;
    }
    var found = scan(Captured.ALL, PersonMarkers.ofSeed());
    if (!found.isEmpty()) {
      found.forEach(System.err::println);
      System.err.println("Data of youths of the seed reached a log, metrics or errors; see above.");
      System.exit(1);
    }
  }

  /// {@return a line for each file, logger and kind of marker, with how often it occurs}
  ///
  /// @param directory holds what was logged
  /// @param markers what to look for
  static List<String> scan(Path directory, PersonMarkers markers) {
    var times = new TreeMap<String, Integer>();
    try (var files = Files.walk(directory)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var logger = "";
        for (var line : Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
          var match = LOGGER.matcher(line);
          logger = match.matches() ? match.group(1) : logger;
          for (var kind : markers.in(line)) {
            times.merge(directory.relativize(file) + " " + logger + ": " + kind, 1, Integer::sum);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var lines = new ArrayList<String>();
    times.forEach((where, count) -> lines.add(where + ", " + count + " times"));
    return lines;
  }
}
