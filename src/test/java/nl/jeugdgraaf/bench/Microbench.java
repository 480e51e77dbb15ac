package nl.jeugdgraaf.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Prints how long the steps of one request take, and what they allocate.
///
/// Its name keeps it out of the build. `mvn -q test -Dtest=Microbench` takes some minutes;
/// `-Dbench.scale=1` is the size of the data.
class Microbench {
  private static final Path DIRECTORY = Path.of("target/bench");

  @Test
  void printTheStepsOfARequest() throws Exception {
    Files.createDirectories(DIRECTORY);
    double scale = Double.parseDouble(System.getProperty("bench.scale", "1"));
    try (var database = BenchDatabase.ofScale(scale, DIRECTORY.resolve("data-" + scale))) {
      var options =
          new OptionsBuilder()
              .include(EngineBenchmark.class.getSimpleName())
              .jvmArgs(
                  "-D" + EngineBenchmark.DATABASE + "=" + database.address().uri(),
                  "-D" + EngineBenchmark.PASSWORD_FILE + "=" + database.passwordFile(),
                  "-Xmx512m",
                  "-XX:+UseSerialGC",
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow")
              .forks(1)
              .warmupIterations(3)
              .warmupTime(TimeValue.seconds(2))
              .measurementIterations(5)
              .measurementTime(TimeValue.seconds(1))
              .addProfiler(GCProfiler.class)
              .verbosity(VerboseMode.SILENT)
              .build();
      System.out.println("| step | operation | µs | ± | bytes |\n|---|---|---:|---:|---:|");
      new Runner(options).run().stream().map(Microbench::line).forEach(System.out::println);
    }
  }

  private static String line(RunResult result) {
    var time = result.getPrimaryResult();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,.2f | %,.2f | %,.0f |",
        result.getParams().getBenchmark().replaceFirst(".*\\.", ""),
        result.getParams().getParam("operation"),
        time.getScore(),
        time.getScoreError(),
        Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm")).getScore());
  }
}
