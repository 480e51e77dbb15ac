package nl.jeugdgraaf.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.store.ChildDatabase;

/// The database that all contestants share: a synthetic network of some size, loaded once and kept
/// under `target` for the next run.
final class BenchDatabase implements AutoCloseable {
  private final Path directory;
  private final ChildDatabase database;
  private final ProcessHandle process;

  private BenchDatabase(Path directory, ChildDatabase database, ProcessHandle process) {
    this.directory = directory.toAbsolutePath();
    this.database = database;
    this.process = process;
  }

  static BenchDatabase ofScale(double scale, Path directory) {
    var before = ProcessHandle.current().children().toList();
    var database = ChildDatabase.start(directory);
    var process =
        ProcessHandle.current().children().filter(child -> !before.contains(child)).findFirst();
    try (var bolt = Bolt.open(database.address())) {
      var marker = directory.resolve("loaded-for-bench");
      if (!Files.exists(marker)) {
        TestDatabase.loadNetwork(bolt, scale);
        Files.createFile(marker);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BenchDatabase(directory, database, process.orElseThrow());
  }

  Address address() {
    return database.address();
  }

  /// Returns the file with the password, for a process whose environment cannot be set.
  Path passwordFile() {
    return directory.resolve("database.key");
  }

  /// Returns what the process of the database has used so far.
  long cpuNanos() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  @Override
  public void close() {
    database.close();
  }
}
