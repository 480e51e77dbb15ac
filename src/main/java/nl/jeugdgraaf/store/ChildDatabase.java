package nl.jeugdgraaf.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// A Neo4j server as a child process, for a machine without a database.
///
/// It listens on loopback only, and only this server knows its password. It ends when it is closed,
/// and when this process ends in any way. The data stays in its directory for the next start. When
/// it ends by itself, or is silent, it is started again ([#watch]).
public final class ChildDatabase implements AutoCloseable {
  private static final int ANY_PORT = 0;

  /// A start usually takes five seconds. The limit is high because a busy machine is slow, and
  /// because a process that ends is noticed at once.
  private static final Duration START_WITHIN = Duration.ofMinutes(2);

  private static final Duration STOP_WITHIN = Duration.ofSeconds(12);
  private static final Duration TERMINATE_WITHIN = Duration.ofSeconds(3);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int CONNECT_MILLIS_MAX = 500;
  private static final String SYSTEM = "system";

  private static final String FAILED_DATABASES =
      "SHOW DATABASES YIELD name, currentStatus, statusMessage"
          + " WHERE currentStatus = 'offline' AND statusMessage <> ''";

  /// In measurements the serial collector started as fast as the others with the least memory.
  private static final List<String> FLAGS =
      List.of(
          "-Xms128m",
          "-Xmx" + DatabaseMemory.HEAP_MEGABYTES + "m",
          "-XX:+UseSerialGC",
          // What is out of memory does not recover; a new process does.
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final DatabaseHome home;
  private final Address address;
  private final AtomicLong restarts = new AtomicLong();
  private volatile Process process;

  private ChildDatabase(DatabaseHome home, Process process, Address address) {
    this.home = home;
    this.process = process;
    this.address = address;
  }

  /// Starts a database on a free port and waits until it answers.
  ///
  /// @param directory for its data; created if it is missing
  /// @return the running database
  /// @throws ProblemException `STARTUP_FAILED` if it cannot run, with the way out
  public static ChildDatabase start(Path directory) {
    return start(directory, ANY_PORT);
  }

  /// Starts a database and waits until it answers.
  ///
  /// @param directory for its data; created if it is missing
  /// @param port where it listens on loopback
  /// @return the running database
  /// @throws ProblemException `STARTUP_FAILED` if it cannot run, with the way out
  public static ChildDatabase start(Path directory, int port) {
    requireServer();
    var home = DatabaseHome.claim(directory);
    try {
      home.requireSpace();
      home.awaitData();
      var password = home.password();
      var freePort = free(port);
      home.configure(freePort, password);
      var address =
          Address.of("bolt://127.0.0.1:" + freePort, DatabaseHome.USER, password, "neo4j");
      var database = new ChildDatabase(home, launch(home), address);
      database.awaitAnswer();
      return database;
    } catch (ProblemException e) {
      home.close();
      throw e;
    }
  }

  /// {@return whether this program has a Neo4j to start: from the sources it does, a distribution
  /// does not}
  public static boolean isIncluded() {
    var file = DatabaseProcess.SERVER.replace('.', '/') + ".class";
    return ChildDatabase.class.getClassLoader().getResource(file) != null;
  }

  private static void requireServer() {
    if (!isIncluded()) {
      throw new ProblemException(
          Code.STARTUP_FAILED,
          "No database: this program does not include Neo4j. Set NEO4J_URI to the address of your"
              + " Neo4j, such as neo4j://localhost:7687, or start from the sources with mvn compile"
              + " exec:exec.");
    }
  }

  /// Returns the port after a check that it is free: what answers there later is then our own
  /// child.
  private static int free(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new ProblemException(
          Code.STARTUP_FAILED,
          "The database cannot listen on 127.0.0.1:"
              + port
              + ", probably because another program does; choose another port.",
          e);
    }
  }

  private static Process launch(DatabaseHome home) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(DatabaseProcess.class.getName());
    command.addAll(home.arguments());
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(home.log().toFile())
          .start();
    } catch (IOException e) {
      throw new ProblemException(
          Code.STARTUP_FAILED,
          "The database process cannot be started: " + e.getMessage() + ".",
          e);
    }
  }

  private void awaitAnswer() {
    var until = Instant.now().plus(START_WITHIN);
    try (var bolt = Bolt.open(address);
        var system = Bolt.open(address.withDatabase(SYSTEM))) {
      while (!answers(bolt, system)) {
        if (ended(POLL)) {
          throw failed(process.isAlive() ? "was interrupted while it started" : "ended");
        }
        if (Instant.now().isAfter(until)) {
          throw failed("does not answer after " + START_WITHIN.toSeconds() + " seconds");
        }
      }
    } catch (ProblemException e) {
      stop();
      throw e;
    }
  }

  private boolean answers(Bolt bolt, Bolt system) {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.uri().getHost(), address.uri().getPort()),
          CONNECT_MILLIS_MAX);
      bolt.verify();
      return true;
    } catch (ProblemException e) {
      if (e.problems().getFirst().code() == Code.STARTUP_FAILED) {
        throw home.wrongPassword();
      }
      requireUsable(system);
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /// Neo4j runs on, without a line in its log, when it cannot open its data.
  private void requireUsable(Bolt system) {
    try {
      if (!system.command(Statement.of(FAILED_DATABASES)).isEmpty()) {
        throw home.unusableData();
      }
    } catch (ProblemException e) {
      if (e.problems().getFirst().code() == Code.STARTUP_FAILED) {
        throw e;
      }
    }
  }

  private ProblemException failed(String what) {
    return new ProblemException(
        Code.STARTUP_FAILED,
        "The database process "
            + what
            + "; see "
            + home.log()
            + ", which ends with: "
            + home.lastWords());
  }

  /// Returns whether the process ended; also true if the caller is interrupted, who then stops
  /// waiting.
  private boolean ended(Duration within) {
    try {
      return process.waitFor(within);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// {@return the address of the database, on loopback}
  public Address address() {
    return address;
  }

  /// Begins to watch the process, and starts it again when it ends or is silent.
  ///
  /// @param silence how long the database has not answered
  /// @return the watch; close it before the database
  public AutoCloseable watch(Supplier<Duration> silence) {
    return ChildWatch.start(this, silence, ChildWatch.SILENT_MAX);
  }

  /// {@return how often the process was started again since the first start}
  public long restarts() {
    return restarts.get();
  }

  /// {@return the process that was started last}
  Process process() {
    return process;
  }

  /// Starts the process again on the same port and waits until it answers.
  ///
  /// @throws ProblemException if it cannot run now
  void restart() {
    home.requireSpace();
    home.awaitData();
    process = launch(home);
    restarts.incrementAndGet();
    awaitAnswer();
  }

  /// Stops the database cleanly. After 15 seconds it is killed, and its next start recovers the
  /// data.
  @Override
  public void close() {
    stop();
    home.close();
  }

  private void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy();
    }
    if (!ended(STOP_WITHIN)) {
      process.destroy();
      if (!ended(TERMINATE_WITHIN)) {
        process.destroyForcibly();
      }
    }
  }
}
