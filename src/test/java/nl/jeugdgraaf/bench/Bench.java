package nl.jeugdgraaf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/// Compares this server with what can be written by hand, in alternated rounds on one database.
///
/// Its name keeps it out of the build. `mvn -q test -Dtest=Bench` takes 40 minutes on two cores;
/// `-Dbench.rounds=5 -Dbench.seconds=2 -Dbench.scale=1 -Dbench.connections=1,16` are the defaults,
/// `-Dbench.operations=` and `-Dbench.contestants=` take names with commas in between. Before
/// anything is measured all contestants must give the same answers.
class Bench {
  private static final Path DIRECTORY = Path.of("target/bench");

  /// After one, compiling still takes as much of a server's time as some operations do.
  private static final int WARM_UPS = 3;

  private final int rounds = Integer.getInteger("bench.rounds", 5);
  private final Duration time =
      Duration.ofMillis(
          (long) (1_000 * Double.parseDouble(System.getProperty("bench.seconds", "2"))));
  private final double scale = Double.parseDouble(System.getProperty("bench.scale", "1"));
  private final List<Integer> connections =
      list("bench.connections", "1,16").stream().map(Integer::valueOf).toList();
  private final List<Contestant> contestants =
      Arrays.stream(Contestant.values())
          .filter(one -> wanted("bench.contestants", one.name().toLowerCase(Locale.ROOT)))
          .toList();
  private final List<BenchOperation> operations =
      BenchOperation.ALL.stream().filter(one -> wanted("bench.operations", one.name())).toList();
  private final List<Measurement> measurements = new ArrayList<>();

  private static List<String> list(String property, String usual) {
    return List.of(System.getProperty(property, usual).split(","));
  }

  private static boolean wanted(String property, String name) {
    var names = System.getProperty(property);
    return names == null || List.of(names.split(",")).contains(name);
  }

  @Test
  void compareWithWhatIsWrittenByHand() throws IOException {
    Files.createDirectories(DIRECTORY);
    say("loading the database");
    try (var database = BenchDatabase.ofScale(scale, DIRECTORY.resolve("data-" + scale))) {
      var running = new EnumMap<Contestant, RunningContestant>(Contestant.class);
      try {
        for (var contestant : contestants) {
          say("starting " + contestant.title());
          running.put(
              contestant, RunningContestant.start(contestant, database.address(), DIRECTORY));
        }
        compare(database, running);
      } finally {
        running.values().forEach(RunningContestant::close);
      }
    }
    System.out.println(new Report(measurements).markdown());
  }

  private void compare(BenchDatabase database, Map<Contestant, RunningContestant> running)
      throws IOException {
    say("checking that all answer the same");
    var asked = asked(database, running);
    warmUp(running, asked);
    for (int round = 1; round <= rounds; round++) {
      round(database, running, asked, round);
      keep(new Report(measurements));
    }
  }

  /// After each round, so that a run that is cut off was not for nothing.
  private void keep(Report report) throws IOException {
    Files.writeString(DIRECTORY.resolve("bench.md"), report.markdown());
    Files.writeString(DIRECTORY.resolve("bench.json"), report.json());
    Files.writeString(DIRECTORY.resolve("bench.svg"), new Chart(report, bars()).svg());
  }

  private SequencedMap<Contestant, String> bars() {
    var bars = new LinkedHashMap<Contestant, String>();
    bars.put(Contestant.OURS, "#1f77b4");
    bars.put(Contestant.OURS_WITH_AUDIT, "#9ecae1");
    bars.put(Contestant.FETCHERS, "#ff7f0e");
    bars.keySet().retainAll(contestants);
    return bars;
  }

  private SameAnswers asked(BenchDatabase database, Map<Contestant, RunningContestant> running)
      throws IOException {
    try (var driver = ContestantProcess.driver(database.address())) {
      var all = operations.stream().map(operation -> BoundOperation.in(driver, operation)).toList();
      Statements.write(all, database.address(), DIRECTORY);
      var endpoints = running.values().stream().map(RunningContestant::endpoint).toList();
      return SameAnswers.check(all, endpoints);
    }
  }

  private void warmUp(Map<Contestant, RunningContestant> running, SameAnswers asked) {
    for (int pass = 1; pass <= WARM_UPS; pass++) {
      say("warming up, %d of %d".formatted(pass, WARM_UPS));
      for (int i = 0; i < operations.size(); i++) {
        for (var one : running.values()) {
          for (int count : connections) {
            one.load(asked.of(one.endpoint().contestant()).get(i), count, time);
          }
        }
      }
    }
  }

  private void round(
      BenchDatabase database,
      Map<Contestant, RunningContestant> running,
      SameAnswers asked,
      int round) {
    var order = new ArrayList<>(running.values());
    Collections.rotate(order, round);
    for (int i = 0; i < operations.size(); i++) {
      for (int count : connections) {
        for (var one : order) {
          measure(database, one, asked.of(one.endpoint().contestant()).get(i), round, count);
        }
        Collections.rotate(order, 1);
      }
    }
    say("round %d of %d is done".formatted(round, rounds));
  }

  private void measure(
      BenchDatabase database, RunningContestant one, BoundOperation asked, int round, int count) {
    var before = one.gauges();
    long databaseBefore = database.cpuNanos();
    var seen = one.load(asked, count, time);
    long databaseNanos = database.cpuNanos() - databaseBefore;
    var after = one.gauges();
    var where =
        new Measurement.Place(asked.operation().name(), one.endpoint().contestant(), count, round);
    var costs =
        new Measurement.Costs(
            (after.cpuNanos() - before.cpuNanos()) / (1e3 * seen.requests()),
            databaseNanos / (1e3 * seen.requests()),
            (double) (after.allocatedBytes() - before.allocatedBytes()) / seen.requests());
    measurements.add(new Measurement(where, seen, costs));
  }

  static void say(String line) {
    System.out.printf("%tT %s%n", System.currentTimeMillis(), line);
  }
}
