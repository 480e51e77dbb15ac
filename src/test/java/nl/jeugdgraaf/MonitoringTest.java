package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.jeugdgraaf.http.Eventually;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The dashboard and the alerts ask for metrics that a running server has, and whoever gets an
/// alert finds what to do.
class MonitoringTest {
  @RegisterExtension static final SeededServer SERVER = new SeededServer();

  private static final Path MONITORING = Path.of("src", "deploy", "monitoring");
  private static final Pattern SERIES = Pattern.compile("([a-z][a-z0-9_]*)\\{([^}]*)\\}");
  private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

  /// What Prometheus adds by itself.
  private static final Set<String> ADDED = Set.of("up");

  private static final int VALUES_MAX = 100;

  private static String metrics = "";

  /// Values of labels by name of a metric and of a label.
  private static final Map<String, Map<String, Set<String>>> SHOWN = new HashMap<>();

  @BeforeAll
  static void askThisAndThat() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      for (int i = 0; i < 150; i++) {
        send(client, "/made-up-" + i, "MADE" + i, "");
        send(client, "/graphql", "POST", "{\"query\":\"query q" + i + " { f" + i + " }\"}");
      }
      SERVER.askAs(
          SERVER.steward(), "{ youths(limit: 1) { name } }", JsonNodeFactory.instance.nullNode());
      // Pauses of the garbage collector are shown once there was one.
      System.gc();
      Eventually.assertEventually(() -> read(client).contains("jvm_gc_pause_seconds_sum"));
      metrics = read(client);
    }
    metrics
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> note(line.substring(0, line.lastIndexOf(' '))));
  }

  private static String read(HttpClient client) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(SERVER.address() + "/metrics")).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private static void send(HttpClient client, String path, String method, String body)
      throws IOException, InterruptedException {
    client.send(
        HttpRequest.newBuilder(URI.create(SERVER.address() + path))
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.discarding());
  }

  private static void note(String series) {
    var labels = SHOWN.computeIfAbsent(series.replaceFirst("\\{.*", ""), _ -> new HashMap<>());
    for (var matcher = LABEL.matcher(series); matcher.find(); ) {
      labels.computeIfAbsent(matcher.group(1), _ -> new TreeSet<>()).add(matcher.group(2));
    }
  }

  @Test
  void theDashboardShowsWhatThereIs() throws IOException {
    var dashboard =
        new ObjectMapper().readTree(MONITORING.resolve("grafana-dashboard.json").toFile());
    var asked = new ArrayList<String>();
    dashboard.findValuesAsText("expr").forEach(asked::add);
    assertTrue(asked.size() > 20, asked::toString);
    asked.forEach(MonitoringTest::assertShown);
  }

  @Test
  void theAlertsAskForWhatThereIs() throws IOException {
    var asked = values("expr");
    assertTrue(asked.size() > 10, asked::toString);
    asked.forEach(MonitoringTest::assertShown);
  }

  private static void assertShown(String expression) {
    var found = 0;
    for (var series = SERIES.matcher(expression); series.find(); found++) {
      var name = series.group(1);
      if (ADDED.contains(name)) {
        continue;
      }
      assertTrue(SHOWN.containsKey(name), () -> name + " of " + expression);
      for (var label = LABEL.matcher(series.group(2)); label.find(); ) {
        var key = label.group(1);
        var value = label.group(2);
        assertTrue(
            key.equals("job") || SHOWN.get(name).getOrDefault(key, Set.of()).contains(value),
            () -> key + "=" + value + " of " + expression);
      }
    }
    assertTrue(found > 0, expression);
    for (var grouping = GROUPING.matcher(expression); grouping.find(); ) {
      for (var key : grouping.group(1).split(", ?", -1)) {
        assertTrue(namesIn(expression).allMatch(name -> has(name, key)), () -> key + expression);
      }
    }
  }

  private static Stream<String> namesIn(String expression) {
    return SERIES.matcher(expression).results().map(series -> series.group(1));
  }

  private static boolean has(String name, String label) {
    return SHOWN.getOrDefault(name, Map.of()).containsKey(label);
  }

  /// What the program itself counts; what libraries count is listed by its beginning.
  @Test
  void theManualListsEachMetricOfTheProgram() throws IOException {
    var manual = Files.readString(Path.of("src", "operation.md"));
    var missing =
        metrics
            .lines()
            .filter(line -> line.startsWith("# TYPE "))
            .map(line -> line.split(" ", -1)[2])
            .filter(name -> !name.matches("(jvm|process|system|cache)_.*|.*_seconds_max"))
            .filter(name -> !isListed(manual, name))
            .toList();
    assertEquals(List.of(), missing);
  }

  /// A row may list names that begin alike by their ends.
  private static boolean isListed(String manual, String name) {
    return manual.contains("`" + name + "`")
        || manual
            .lines()
            .filter(line -> line.startsWith("| `"))
            .anyMatch(line -> {
              var first = line.split("`", -1)[1];
              return Stream.of(line.split("`", -1))
                  .filter(end -> end.startsWith("_"))
                  .anyMatch(end -> name.endsWith(end) && sharesStart(first, name, end));
            });
  }

  private static boolean sharesStart(String first, String name, String end) {
    return first.startsWith(name.substring(0, name.length() - end.length()) + "_");
  }

  @Test
  void eachAlertHasARowThatSaysWhatToDo() throws IOException {
    var rows =
        Files.readAllLines(Path.of("src", "operation.md")).stream()
            .filter(line -> line.matches("\\| `([A-Z][a-z]+){2,}` \\| .+ \\| .+ \\|"))
            .map(line -> line.replaceFirst("\\| `([A-Za-z]+)`.*", "$1"))
            .toList();
    assertEquals(values("alert"), rows);
  }

  private static List<String> values(String key) throws IOException {
    return Files.readAllLines(MONITORING.resolve("alerts.yaml")).stream()
        .map(line -> line.strip().replaceFirst("^- ", ""))
        .filter(line -> line.startsWith(key + ": "))
        .map(line -> line.substring(key.length() + 2))
        .toList();
  }

  @Test
  void eachMetricSaysWhatItIs() {
    var named =
        metrics
            .lines()
            .filter(line -> line.startsWith("# HELP "))
            .map(line -> line.split(" ", 4))
            .toList();
    for (var words : named) {
      assertTrue(words[2].matches("[a-z][a-z0-9_]*"), words[2]);
      assertFalse(words[3].isBlank(), words[2]);
    }
    var typed = metrics.lines().filter(line -> line.startsWith("# TYPE ")).count();
    assertEquals(typed, named.size());
  }

  /// Clients cannot create time series.
  @Test
  void noLabelHasManyValues() {
    SHOWN.forEach((name, labels) ->
        labels.forEach((label, values) ->
            assertTrue(values.size() <= VALUES_MAX, () -> name + " " + label + " " + values)));
  }
}
