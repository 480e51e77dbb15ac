package nl.jeugdgraaf.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.store.ChildDatabase;

/// The database that all contestants share: a synthetic network of some size, loaded once and kept
/// under `target` for the next run.
final class BenchDatabase implements AutoCloseable {
  private final ChildDatabase database;
  private final ProcessHandle process;

  private BenchDatabase(ChildDatabase database, ProcessHandle process) {
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
    return new BenchDatabase(database, process.orElseThrow());
  }

  URI uri() {
    return database.address().uri();
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
