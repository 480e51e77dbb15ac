package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.metrics.Metrics.Label;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;

/// Counts requests, and operations with how they ended. May be used by several threads.
///
/// Names follow the OpenTelemetry semantic conventions for HTTP.
final class RequestMetrics {
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  private static final String OTHER = "_OTHER";

  private final Metrics metrics;
  private final Map<RequestLabels, Consumer<Duration>> requests = new ConcurrentHashMap<>();
  private final Map<Code, Runnable> rejected = new EnumMap<>(Code.class);
  private final Map<Code, Runnable> signInsFailed = new EnumMap<>(Code.class);
  private final Map<Outcome, Consumer<Duration>> operations = new EnumMap<>(Outcome.class);

  /// The labels of requests that are counted together.
  private record RequestLabels(String method, String route, int status) {}

  /// How an operation ended.
  enum Outcome {
    /// Answered, perhaps with errors of fields.
    OK,
    /// Refused or failed.
    ERROR,
    /// The client left before the end.
    ABORTED
  }

  RequestMetrics(Metrics metrics) {
    this.metrics = metrics;
    for (var code : Code.values()) {
      rejected.put(
          code,
          metrics.counter(
              "graphql.request.rejected",
              "Requests that were answered with an error instead of data, by its code",
              new Label("code", code.name())));
    }
    for (var code : List.of(Code.UNAUTHENTICATED, Code.FORBIDDEN, Code.SIGN_IN_UNAVAILABLE)) {
      signInsFailed.put(
          code,
          metrics.counter(
              "authn.failures",
              "Requests whose token was not accepted, allows nothing here, or could not be checked",
              new Label("reason", lower(code))));
    }
    for (var outcome : Outcome.values()) {
      operations.put(
          outcome,
          metrics.durations(
              "graphql.operation.duration",
              "Duration of operations that had a place, until the end of the answer",
              new Label("outcome", lower(outcome))));
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// {@return where others name their figures}
  Metrics metrics() {
    return metrics;
  }

  /// Counts a request that was answered. Unknown routes and methods share one label each, so that
  /// clients cannot create time series.
  void count(Context http, float milliseconds) {
    var route =
        Optional.ofNullable(http.endpoints().lastHttpEndpoint())
            .map(endpoint -> endpoint.path)
            .orElse("*");
    var method = METHODS.contains(http.req().getMethod()) ? http.req().getMethod() : OTHER;
    requests
        .computeIfAbsent(new RequestLabels(method, route, http.res().getStatus()), this::durations)
        .accept(Duration.ofNanos((long) (milliseconds * 1e6)));
  }

  private Consumer<Duration> durations(RequestLabels labels) {
    return metrics.durations(
        "http.server.request.duration",
        "Duration of HTTP requests, until the end of the response",
        new Label("http.request.method", labels.method),
        new Label("http.route", labels.route),
        new Label("http.response.status.code", Integer.toString(labels.status)));
  }

  /// Counts problems that took the place of data, by the first.
  void rejected(List<Problem> problems) {
    Objects.requireNonNull(rejected.get(problems.getFirst().code())).run();
  }

  /// Counts a request that says who asks in a way that is not accepted.
  void signInFailed(Code why) {
    signInsFailed.getOrDefault(why, () -> {}).run();
  }

  /// Measures an operation.
  void operation(Outcome outcome, Duration took) {
    Objects.requireNonNull(operations.get(outcome)).accept(took);
  }
}
