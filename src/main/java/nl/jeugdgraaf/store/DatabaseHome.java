package nl.jeugdgraaf.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import nl.jeugdgraaf.files.DirectoryLock;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The directory of a child database: its settings, its data, its logs. One server at a time holds
/// it.
final class DatabaseHome implements AutoCloseable {
  /// How long the child of a killed server may take to stop.
  private static final Duration ORPHAN_STOPS_WITHIN = Duration.ofSeconds(10);

  private final Path directory;
  private final DirectoryLock lock;

  private DatabaseHome(Path directory, DirectoryLock lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /// Holds the directory until it is closed, or this process ends.
  static DatabaseHome claim(Path directory) {
    var home = directory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(home.resolve("conf"));
      Files.createDirectories(home.resolve("logs"));
      return new DatabaseHome(home, DirectoryLock.take(home, "database", "JEUGDGRAAF_DATA"));
    } catch (IOException e) {
      throw unwritable(home, e);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static boolean held(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /// Waits until no Neo4j has the data open: the child of a killed server lives a moment longer.
  void awaitData() {
    var store = directory.resolve("data").resolve("databases").resolve("store_lock");
    var until = Instant.now().plus(ORPHAN_STOPS_WITHIN);
    try {
      while (Files.exists(store) && !free(store)) {
        if (Instant.now().isAfter(until)) {
          throw lock.inUse();
        }
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  private static boolean free(Path file) throws IOException {
    try (var channel = open(file)) {
      return held(channel);
    }
  }

  /// Writes the settings of the server.
  void configure(int port) {
    try {
      Files.writeString(directory.resolve("conf").resolve("neo4j.conf"), settings(port));
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  private static String settings(int port) {
    return """
    # Written at every start; changes are lost.
    server.bolt.listen_address=127.0.0.1:%d
    server.http.enabled=false
    server.https.enabled=false
    dbms.security.auth_enabled=false
    dbms.security.allow_csv_import_from_file_urls=false
    # Nothing is reported, nothing is announced on the network.
    dbms.usage_report.enabled=false
    server.bolt.telemetry.enabled=false
    server.fleet_discovery.enabled=false
    server.memory.pagecache.size=%dm
    db.tx_log.preallocate=false
    # The log is for recovery only; the shorter it is, the sooner a start after a kill is done.
    db.tx_log.rotation.retention_policy=1 files
    db.checkpoint.interval.time=2m
    # The data come at start: no plan gets better by planning it again as they grow.
    dbms.cypher.statistics_divergence_threshold=1.0
    # Who still asks when the server stops is not waited for.
    db.shutdown_transaction_end_timeout=2s
    # Without these two a stop waits ten seconds for nothing.
    internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
    internal.server.bolt.thread_pool_shutdown_wait_time=1s
    """
        .formatted(port, DatabaseMemory.pageCacheMegabytes());
  }

  /// Returns what Neo4j's main takes.
  List<String> arguments() {
    return List.of("--home-dir=" + directory, "--config-dir=" + directory.resolve("conf"));
  }

  /// Returns where the output of the process goes.
  Path log() {
    return directory.resolve("logs").resolve("console.log");
  }

  /// Returns the last line of the log that says something.
  String lastWords() {
    try (var lines = Files.lines(log())) {
      return lines
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("at ") && !line.startsWith("... "))
          .reduce("", (_, line) -> line);
    } catch (IOException e) {
      return "";
    }
  }

  private static ProblemException unwritable(Path directory, IOException e) {
    return new ProblemException(
        Code.STARTUP_FAILED,
        "The database directory "
            + directory
            + " cannot be made or written; set JEUGDGRAAF_DATA to a directory that can.",
        e);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }
}
