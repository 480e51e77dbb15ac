package nl.jeugdgraaf.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import nl.jeugdgraaf.digest.Sha256;
import nl.jeugdgraaf.files.DirectoryLock;
import nl.jeugdgraaf.files.OwnerOnlyFiles;
import nl.jeugdgraaf.files.SecretFile;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The directory of a child database: its settings, its data, its logs, its password. One server at
/// a time holds it. What is in it is for the owner of the process only.
final class DatabaseHome implements AutoCloseable {
  /// How long the child of a killed server may take to stop.
  private static final Duration ORPHAN_STOPS_WITHIN = Duration.ofSeconds(10);

  /// The only user of the database.
  static final String USER = "neo4j";

  /// The seed takes 16 MB, and a log of transactions as much again.
  private static final long SPACE_MIN_MEGABYTES = 100;

  private static final List<String> FOLDERS = List.of("conf", "data", "logs");
  private static final int SALT_BYTES = 32;

  /// The message of a failed statement can quote data, so only its code is logged.
  private static final String LOGGING =
      """
      <Configuration status="ERROR">
        <Appenders>
          <File name="log" fileName="${config:server.directories.logs}/neo4j.log">
            <PatternLayout alwaysWriteExceptions="false"
                pattern="%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %replace{%m}{(?s)(\\[Neo\\.[^\\]]*\\]).*}{$1}%n"/>
          </File>
        </Appenders>
        <Loggers>
          <Root level="INFO">
            <AppenderRef ref="log"/>
          </Root>
        </Loggers>
      </Configuration>
      """;

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
      OwnerOnlyFiles.createDirectory(home);
      for (var folder : FOLDERS) {
        OwnerOnlyFiles.closeDirectory(home.resolve(folder));
      }
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

  /// Refuses a disk that is full: Neo4j starts on it, and then waits for ever to write.
  void requireSpace() {
    try {
      var left = Files.getFileStore(directory).getUsableSpace() >> 20;
      if (left < SPACE_MIN_MEGABYTES) {
        throw new ProblemException(
            Code.STARTUP_FAILED,
            "The disk of the database directory %s has %d MB left, and the database needs %d. Make"
                    .formatted(directory, left, SPACE_MIN_MEGABYTES)
                + " room, or set JEUGDGRAAF_DATA to a directory on another disk.");
      }
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  /// Returns the problem of data that Neo4j cannot open.
  ProblemException unusableData() {
    return new ProblemException(
        Code.STARTUP_FAILED,
        "The database cannot open its data in "
            + directory
            + ", which may be damaged. Put a copy of that directory back, or remove it; it is then"
            + " loaded anew.");
  }

  /// Waits until no Neo4j has the data open: the child of a killed server lives a moment longer.
  void awaitData() {
    var store = databases().resolve("store_lock");
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

  private Path databases() {
    return directory.resolve("data").resolve("databases");
  }

  /// Returns the password of the database. It is made before the first start, so a database without
  /// one was made by something else.
  String password() {
    return secret(directory)
        .readOrCreate(() ->
            Files.exists(databases().resolve("system"))
                ? Optional.of(
                    "is missing, but there is a database. Put it back, or remove the directory "
                        + directory
                        + ", which is then loaded anew.")
                : Optional.empty());
  }

  /// Returns the problem of a password that the database refuses.
  ProblemException wrongPassword() {
    return secret(directory)
        .unusable(
            "is not that of the database beside it. Put the right one back, or remove the directory"
                + " "
                + directory
                + ", which is then loaded anew.",
            null);
  }

  /// Returns the file with the password of the database in a directory.
  static SecretFile secret(Path directory) {
    return new SecretFile(directory.resolve("database.key"), "The password of the database");
  }

  /// Writes the configuration of the server, and the password that it begins with. Neo4j reads that
  /// file before it listens for the first time, and never again once it has a password.
  void configure(int port, String password) {
    try {
      var conf = directory.resolve("conf");
      Files.writeString(conf.resolve("neo4j.conf"), settings(port));
      Files.writeString(conf.resolve("user-logs.xml"), LOGGING);
      var beginning = directory.resolve("data").resolve("dbms");
      OwnerOnlyFiles.createDirectory(beginning);
      OwnerOnlyFiles.write(beginning.resolve("auth.ini"), user(password));
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  /// Returns the user as Neo4j reads it: name, digest with salt, a round, no flag. A second round
  /// would not help, because nobody guesses 256 random bits.
  private static String user(String password) {
    var salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    var salted = new ByteArrayOutputStream();
    salted.writeBytes(salt);
    salted.writeBytes(password.getBytes(StandardCharsets.UTF_8));
    return "%s:SHA-256,%s,%s,1:\n"
        .formatted(USER, Sha256.hex(salted.toByteArray()), HexFormat.of().formatHex(salt));
  }

  private static String settings(int port) {
    return """
    # Written at every start; changes are lost.
    server.bolt.listen_address=127.0.0.1:%d
    server.http.enabled=false
    server.https.enabled=false
    dbms.security.auth_enabled=true
    # Nobody guesses the password, and one who tries must not lock out the server.
    dbms.security.auth_max_failed_attempts=0
    dbms.security.allow_csv_import_from_file_urls=false
    # Neo4j reports nothing and announces nothing on the network.
    dbms.usage_report.enabled=false
    server.bolt.telemetry.enabled=false
    server.fleet_discovery.enabled=false
    # These two can quote data.
    server.logs.debug.enabled=false
    db.logs.query.enabled=OFF
    server.memory.pagecache.size=%dm
    # A part of the heap for all transactions, half for one; beyond that a statement fails.
    dbms.memory.transaction.total.max=%dm
    db.memory.transaction.max=%dm
    # Plans of made-up statements must not fill the heap.
    server.memory.query_cache.per_db_cache_num_entries=400
    # The last 8,192 statements are not kept for statistics: they fill the heap, and hold values.
    internal.datacollector.max_recent_query_count=0
    # A connection that is silent for ten seconds, while a statement is planned too, is dead.
    server.bolt.connection_keep_alive=5s
    server.bolt.connection_keep_alive_for_requests=ALL
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
        .formatted(
            port,
            DatabaseMemory.pageCacheMegabytes(),
            DatabaseMemory.HEAP_MEGABYTES * 7 / 10,
            DatabaseMemory.HEAP_MEGABYTES / 2);
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
