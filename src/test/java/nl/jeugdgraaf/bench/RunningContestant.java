package nl.jeugdgraaf.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.jeugdgraaf.GivenDatabase;
import nl.jeugdgraaf.bench.Load.Seen;
import nl.jeugdgraaf.bolt.Address;

/// A contestant in a process of its own. For one thread.
final class RunningContestant implements AutoCloseable {
  /// The same for all of them.
  private static final List<String> FLAGS =
      List.of(
          "-Xms512m",
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Contestant contestant;
  private final Process process;
  private final BufferedReader lines;
  private final Writer input;
  private final Endpoint endpoint;

  private RunningContestant(Contestant contestant, Process process) throws IOException {
    this.contestant = contestant;
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    this.endpoint = new Endpoint(contestant, ready());
  }

  /// What a process has used so far.
  ///
  /// @param cpuNanos on all cores
  /// @param allocatedBytes by all threads
  record Gauges(long cpuNanos, long allocatedBytes) {}

  /// Starts a contestant and waits until it listens.
  ///
  /// @param contestant which one
  /// @param database where the data is
  /// @param directory where it writes its log, and its audit
  static RunningContestant start(Contestant contestant, Address database, Path directory) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ContestantProcess.class.getName());
    command.add(contestant.name());
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    List.of("HOST", "SCALE").forEach(environment::remove);
    environment.keySet().removeIf(name -> name.startsWith("NEO4J_") || name.startsWith("AUTH_"));
    environment.putAll(
        Map.of(
            "PORT", "0",
            "SEED", "none",
            "LOG_LEVEL", "WARN",
            "AUDIT_DATA", directory.resolve("audit").toString()));
    GivenDatabase.give(database, environment);
    try {
      Files.createDirectories(directory);
      var log = directory.resolve(contestant.name().toLowerCase(Locale.ROOT) + ".log");
      return new RunningContestant(contestant, builder.redirectError(log.toFile()).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Standard output begins with what the program says when it is ready.
  private String ready() throws IOException {
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(" is ready: ")) {
        skipUntilQuiet();
        return line.replaceFirst(".* is ready: (http:\\S+|no address) .*", "$1");
      }
    }
    throw new IllegalStateException(contestant + " did not start; see its log");
  }

  /// The welcome of the program has a second line.
  private void skipUntilQuiet() throws IOException {
    if (contestant == Contestant.OURS_WITH_AUDIT) {
      lines.readLine();
    }
  }

  /// Returns where it listens.
  Endpoint endpoint() {
    return endpoint;
  }

  private String say(String line) {
    try {
      input.write(line + "\n");
      input.flush();
      return lines.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Gauges gauges() {
    var words = say("gauges").split(" ", 2);
    return new Gauges(Long.parseLong(words[0]), Long.parseLong(words[1]));
  }

  /// Asks for some time over connections of its own.
  Seen load(BoundOperation asked, int connections, Duration time) {
    if (contestant == Contestant.DRIVER) {
      return loadDriver(asked, connections, time);
    }
    var request = endpoint.request(asked);
    var clients = new ArrayList<Load.Client>();
    try (var open = new Connections()) {
      for (int i = 0; i < connections; i++) {
        var connection = open.add(endpoint.connect());
        clients.add(() -> {
          int status = connection.ask(request, OutputStream.nullOutputStream());
          if (status != 200) {
            throw new IOException(contestant + " answered " + status);
          }
        });
      }
      return Load.run(clients, time);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Seen loadDriver(BoundOperation asked, int connections, Duration time) {
    var words =
        say("run %s %d %d %s"
                .formatted(
                    asked.operation().name(), connections, time.toMillis(), asked.driverBody()))
            .split(" ", 4);
    return new Seen(
        Long.parseLong(words[0]),
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        Long.parseLong(words[3]));
  }

  @Override
  public void close() {
    try {
      input.close();
      if (!process.waitFor(Duration.ofSeconds(15))) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  /// Connections that are closed together.
  private static final class Connections implements AutoCloseable {
    private final List<HttpConnection> open = new ArrayList<>();

    HttpConnection add(HttpConnection connection) {
      open.add(connection);
      return connection;
    }

    @Override
    public void close() throws IOException {
      for (var connection : open) {
        connection.close();
      }
    }
  }
}
