package nl.jeugdgraaf.access;

import static nl.jeugdgraaf.SeededCallers.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nl.jeugdgraaf.DemoClient;
import nl.jeugdgraaf.PersistentConnection;
import nl.jeugdgraaf.SeededServer;
import org.junit.jupiter.api.Test;

/// Timing: an answer about a hidden node takes as long as one about a node that does not exist.
///
/// The medians of 2,000 requests each differ by at most 5 %, and the answers do not differ at all.
/// Its name keeps it out of the build, because a busy machine makes its times worthless;
/// `-Dtest=AbsentOrForbiddenTimes` runs it.
class AbsentOrForbiddenTimes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WARM_UP = 600;
  private static final int SAMPLES = 2_000;
  private static final double RATIO_MAX = 1.05;

  private static final Caller PROVIDER = new Caller("PROVIDER", "99000012", "", "CARE", "");
  private static final Caller SCHOOL =
      new Caller("SCHOOL", "SYNTHETIC/SCHOOL-000021", "", "EDUCATION", "");

  private final Random random = new Random();

  /// Pairs of values that must not be distinguishable.
  ///
  /// @param forbidden values of youths that the caller may not see
  /// @param absent values that no youth has
  private record Values(List<String> forbidden, List<String> absent) {
    Values map(UnaryOperator<String> change) {
      return new Values(
          forbidden.stream().map(change).toList(), absent.stream().map(change).toList());
    }
  }

  /// A way to ask.
  ///
  /// @param name what it is called in the report
  /// @param caller who asks
  /// @param query an operation with the variable `value`
  /// @param values what is sent
  private record Case(String name, Caller caller, String query, Values values) {}

  @Test
  void theHiddenTakesAsLongAsTheAbsent() throws IOException, InterruptedException {
    var wrong = new ArrayList<String>();
    try (var server = new SeededServer()) {
      System.out.println(
          "Medians of " + SAMPLES + " requests in microseconds, and the 90th percentiles");
      for (var one : cases(server)) {
        var ratio = measure(server, one);
        if (Math.max(ratio, 1 / ratio) > RATIO_MAX) {
          wrong.add(one.name());
        }
      }
    }
    assertTrue(wrong.isEmpty(), () -> "they differ by more than 5 %: " + wrong);
  }

  private List<Case> cases(SeededServer server) throws IOException, InterruptedException {
    var keys = hidden(server, PROVIDER, "key", i -> "Y-9%05d".formatted(i));
    var pseudonyms =
        hidden(server, PROVIDER, "pseudonym", _ -> "%016x".formatted(random.nextLong()));
    var unread = hidden(server, SCHOOL, "pseudonym", _ -> "%016x".formatted(random.nextLong()));
    return List.of(
        new Case(
            "node",
            PROVIDER,
            "query($value: ID!) { node(id: $value) { ... on Youth { key name } } }",
            keys.map(key -> id("Youth", key))),
        new Case(
            "one by its key",
            PROVIDER,
            "query($value: ID!) { youth(by: {key: $value}) { key name } }",
            keys),
        new Case(
            "a list by key",
            PROVIDER,
            "query($value: ID!) { youths(where: {key: {eq: $value}}) { key name } }",
            keys),
        new Case(
            "a list by the key of what is related",
            PROVIDER,
            "query($value: ID!) { trajectories(where: {youth: {key: {eq: $value}}}) { key } }",
            keys),
        new Case(
            "a count by an indexed field",
            PROVIDER,
            """
            query($value: String!) {
              youthsConnection(where: {pseudonym: {eq: $value}}) { totalCount }
            }
            """,
            pseudonyms),
        new Case(
            "a field that the caller never reads",
            SCHOOL,
            "query($value: String!) { youths(where: {pseudonym: {eq: $value}}) { key } }",
            unread));
  }

  /// Returns what a field holds for youths that a caller may not see, and as many other values.
  private static Values hidden(
      SeededServer server, Caller caller, String field, IntFunction<String> other)
      throws IOException, InterruptedException {
    var all = "{ youths { key " + field + " } }";
    var visible = new HashSet<String>();
    for (var youth : youths(server, authorization(server, caller), "{ youths { key } }")) {
      visible.add(youth.path("key").asText());
    }
    var forbidden = new ArrayList<String>();
    for (var youth : youths(server, server.steward(), all)) {
      if (!visible.contains(youth.path("key").asText()) && youth.path(field).isTextual()) {
        forbidden.add(youth.path(field).asText());
      }
    }
    assertTrue(visible.size() > 0 && forbidden.size() > 100, "nothing to tell apart");
    return new Values(forbidden, IntStream.range(0, forbidden.size()).mapToObj(other).toList());
  }

  private static JsonNode youths(SeededServer server, String authorization, String query)
      throws IOException, InterruptedException {
    return server.askAs(authorization, query, JSON.createObjectNode()).at("/data/youths");
  }

  private static String authorization(SeededServer server, Caller caller) {
    return "Bearer " + DemoClient.token(URI.create(server.address()), caller);
  }

  /// Asks for both kinds in turns, which of a pair goes first being drawn, over one connection.
  private double measure(SeededServer server, Case one) throws IOException {
    var forbidden = new long[SAMPLES];
    var absent = new long[SAMPLES];
    var answers = new HashSet<String>();
    try (var connection =
        new PersistentConnection(
            URI.create(server.address()), authorization(server, one.caller()))) {
      for (int i = -WARM_UP; i < SAMPLES; i++) {
        int pair = Math.floorMod(i, one.values().forbidden().size());
        var forbiddenFirst = random.nextBoolean();
        for (var isForbidden : List.of(forbiddenFirst, !forbiddenFirst)) {
          var value = (isForbidden ? one.values().forbidden() : one.values().absent()).get(pair);
          var body = body(one.query(), value);
          long start = System.nanoTime();
          var answer = connection.ask(body);
          long took = System.nanoTime() - start;
          answers.add(answer);
          if (i >= 0) {
            (isForbidden ? forbidden : absent)[i] = took;
          }
        }
      }
    }
    assertEquals(1, answers.size(), () -> one.name() + ": " + answers);
    return report(one, forbidden, absent);
  }

  private static String body(String query, String value) throws IOException {
    return JSON.writeValueAsString(Map.of("query", query, "variables", Map.of("value", value)));
  }

  private static double report(Case one, long[] forbidden, long[] absent) {
    Arrays.sort(forbidden);
    Arrays.sort(absent);
    int middle = SAMPLES / 2;
    int late = SAMPLES * 9 / 10;
    double ratio = (double) forbidden[middle] / absent[middle];
    System.out.printf(
        Locale.ROOT,
        "%-37s forbidden %5d (p90 %5d)  absent %5d (p90 %5d)  ratio %.3f%s%n",
        one.name(),
        forbidden[middle] / 1_000,
        forbidden[late] / 1_000,
        absent[middle] / 1_000,
        absent[late] / 1_000,
        ratio,
        Math.max(ratio, 1 / ratio) > RATIO_MAX ? "  MORE THAN 5 %" : "  within 5 %");
    return ratio;
  }
}
