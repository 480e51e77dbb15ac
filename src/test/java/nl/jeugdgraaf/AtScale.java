package nl.jeugdgraaf;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the program does with a synthetic network of some size: how fast it loads it into a new
/// database of its own, how soon it is ready again when all is there, how long each of the
/// questions of the field takes, and one answer with all deliveries; and how much memory it needs
/// for that.
///
/// Its name keeps it out of the build, because it measures; `-Dtest=AtScale -Dscale=30 -Dheap=256m`
/// runs it, and `-Ddata=DIRECTORY` keeps the database for another run. Figures of processes are
/// those of Linux.
class AtScale {
  private static final String SCALE = System.getProperty("scale", "1");
  private static final String HEAP = System.getProperty("heap", "256m");
  private static final Path QUESTIONS = Path.of("src/test/resources/questions");
  private static final Pattern WRITTEN = Pattern.compile("([0-9,]+) written.*took ([0-9.]+) s");
  private static final Pattern ROW = Pattern.compile("\\{\"key\"");
  private static final int TIMES = 5;
  private static final String ALL =
      """
      { deliveries {
        key startedOn endedOn status
        product { code } deliveredBy { name } trajectory { key step }
      } }
      """;

  @TempDir private Path directory;

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void loadsStartsAgainAndAnswers() throws Exception {
    System.out.printf("SCALE=%s, server with -Xmx%s%n", SCALE, HEAP);
    run("first start", _ -> {});
    run("second start", this::questions);
    run("third start", this::everything);
  }

  /// What is done with a server that is ready.
  private interface Use {
    void of(URI server) throws IOException, InterruptedException;
  }

  private void run(String name, Use use) throws IOException, InterruptedException {
    var log = directory.resolve("log");
    var data = System.getProperty("data", directory.resolve("data").toString());
    var builder = Program.prepare(List.of("-Xmx" + HEAP, "-XX:+UseSerialGC"), List.of());
    builder.environment().put("PORT", "0");
    builder.environment().put("SCALE", SCALE);
    builder.environment().put("JEUGDGRAAF_DATA", data);
    builder.environment().put("AUDIT_DATA", directory.resolve("audit").toString());
    long begin = System.nanoTime();
    var server = new Program(builder.redirectError(log.toFile()).start(), log);
    try {
      var address = server.ready();
      System.out.printf(Locale.ROOT, "%s: ready after %.1f s%n", name, since(begin));
      var lines = Files.readAllLines(log);
      lines.stream().filter(line -> line.contains("Seed: ")).forEach(System.out::println);
      lines.forEach(AtScale::rate);
      use.of(address);
      var process = server.process();
      report("  server", process.toHandle());
      process.children().forEach(child -> report("  database", child));
    } finally {
      server.process().destroy();
      server.process().waitFor();
    }
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void rate(String line) {
    var found = WRITTEN.matcher(line);
    if (found.find()) {
      System.out.printf(
          Locale.ROOT,
          "  %,.0f nodes and relationships a second%n",
          Long.parseLong(found.group(1).replace(",", "")) / Double.parseDouble(found.group(2)));
    }
  }

  /// Asks each question some times, after it was planned, as one who sees everything.
  private void questions(URI server) throws IOException, InterruptedException {
    try (var folders = Files.list(QUESTIONS)) {
      for (var question : folders.sorted().toList()) {
        var document = Files.readString(question.resolve("operation.graphql"));
        var variables = json.readTree(question.resolve("variables.json").toFile());
        var request =
            StreamedAnswer.request(server, Map.of("query", document, "variables", variables));
        var seconds = new ArrayList<Double>();
        long bytes = 0;
        for (int i = 0; i <= TIMES; i++) {
          long begin = System.nanoTime();
          bytes = StreamedAnswer.read(request, _ -> {});
          seconds.add(since(begin));
        }
        System.out.printf(
            Locale.ROOT,
            "  %-30s first %6.0f ms, then %6.0f ms (median), %,d bytes%n",
            question.getFileName(),
            seconds.removeFirst() * 1e3,
            seconds.stream().sorted().toList().get(TIMES / 2) * 1e3,
            bytes);
      }
    }
  }

  private void everything(URI server) throws IOException, InterruptedException {
    var request = StreamedAnswer.request(server, Map.of("query", ALL));
    for (int i = 0; i < 2; i++) {
      long begin = System.nanoTime();
      var first = new ArrayList<Double>();
      var rows = new AtomicLong();
      long bytes =
          StreamedAnswer.read(
              request,
              piece -> {
                if (first.isEmpty()) {
                  first.add(since(begin));
                }
                rows.addAndGet(ROW.matcher(piece).results().count());
              });
      System.out.printf(
          Locale.ROOT,
          "  all deliveries: first byte after %.2f s, last after %.2f s, %,d bytes, at least %,d"
              + " objects%n",
          first.getFirst(),
          since(begin),
          bytes,
          rows.get());
    }
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
