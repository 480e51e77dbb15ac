package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast the program loads a synthetic network into a new database of its own, how much memory
/// both need for it, and how soon it is ready again when all is there.
///
/// Its name keeps it out of the build, because it measures; `-Dtest=LoadRate -Dload.scale=3` runs
/// it. Figures of processes are those of Linux.
class LoadRate {
  private static final String SCALE = System.getProperty("load.scale", "1");
  private static final String HEAP = System.getProperty("load.heap", "512m");
  private static final Pattern WRITTEN = Pattern.compile("([0-9,]+) written.*took ([0-9.]+) s");

  @TempDir Path directory;

  @Test
  void loadsAndStartsAgain() throws Exception {
    System.out.printf("SCALE=%s, server with -Xmx%s%n", SCALE, HEAP);
    long loaded = start("first start");
    assertTrue(loaded > 0, "nothing was loaded");
    start("second start");
  }

  /// Returns how many nodes and relationships were written.
  private long start(String name) throws IOException, InterruptedException {
    var log = directory.resolve("log");
    var builder = Program.prepare(List.of("-Xmx" + HEAP), List.of());
    builder.environment().put("PORT", "0");
    builder.environment().put("SCALE", SCALE);
    builder.environment().put("JEUGDGRAAF_DATA", directory.resolve("data").toString());
    builder.environment().put("AUDIT_DATA", directory.resolve("audit").toString());
    long begin = System.nanoTime();
    var server = new Program(builder.redirectError(log.toFile()).start(), log);
    server.ready();
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(Locale.ROOT, "%s: ready after %.1f s%n", name, seconds);
    var lines = Files.readAllLines(log);
    lines.stream().filter(line -> line.contains("Seed: ")).forEach(System.out::println);
    var process = server.process();
    report("  server", process.toHandle());
    process.children().forEach(child -> report("  database", child));
    process.destroy();
    process.waitFor();
    return lines.stream().mapToLong(LoadRate::written).sum();
  }

  private static long written(String line) {
    var found = WRITTEN.matcher(line);
    if (!found.find()) {
      return 0;
    }
    long written = Long.parseLong(found.group(1).replace(",", ""));
    System.out.printf(
        Locale.ROOT,
        "  %,.0f nodes and relationships a second%n",
        written / Double.parseDouble(found.group(2)));
    return written;
  }

  private static void report(String who, ProcessHandle process) {
    var cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
    System.out.printf(
        Locale.ROOT, "%s: %.1f s of CPU, %s%n", who, cpu.toMillis() / 1e3, peak(process.pid()));
  }

  private static String peak(long pid) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("[^0-9]", ""))
          .map(kilobytes -> "at most %,d MB".formatted(Long.parseLong(kilobytes) / 1024))
          .findFirst()
          .orElse("unknown memory");
    } catch (IOException _) {
      return "unknown memory";
    }
  }
}
