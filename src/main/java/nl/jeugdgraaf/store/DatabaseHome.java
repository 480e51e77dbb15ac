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

  /// Writes the configuration of the server.
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
    # Neo4j reports nothing and announces nothing on the network.
    dbms.usage_report.enabled=false
    server.bolt.telemetry.enabled=false
    server.fleet_discovery.enabled=false
    server.memory.pagecache.size=%dm
    db.tx_log.preallocate=false
    # The log serves recovery only; a short log makes a start after a kill fast.
    db.tx_log.rotation.retention_policy=1 files
    db.checkpoint.interval.time=2m
    # The data is loaded at start; planning again while it grows gives no better plans.
    dbms.cypher.statistics_divergence_threshold=1.0
    # A stop does not wait for running queries.
    db.shutdown_transaction_end_timeout=2s
    # Without these two a stop waits ten seconds for nothing.
    internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
    internal.server.bolt.thread_pool_shutdown_wait_time=1s
    """
        .formatted(port, DatabaseMemory.pageCacheMegabytes());
  }

  /// Returns the arguments of Neo4j's main.
  List<String> arguments() {
    return List.of("--home-dir=" + directory, "--config-dir=" + directory.resolve("conf"));
  }

  /// Returns the file that gets the output of the process.
  Path log() {
    return directory.resolve("logs").resolve("console.log");
  }

  /// Returns the last line of the log that is not empty or part of a stack trace.
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
            + " cannot be created or written; set JEUGDGRAAF_DATA to another directory.",
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
