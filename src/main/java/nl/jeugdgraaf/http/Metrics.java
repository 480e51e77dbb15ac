package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What the server counts of itself, as Prometheus reads it: requests, caches and the Java machine.
/// Nothing of it tells what was asked or of whom. May be used by several threads.
///
/// Names and limits of buckets are those of the OpenTelemetry semantic conventions for HTTP.
final class Metrics implements AutoCloseable {
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  private static final String OTHER = "_OTHER";

  private static final Duration[] UP_TO =
      Stream.of(5, 10, 25, 50, 75, 100, 250, 500, 750, 1_000, 2_500, 5_000, 7_500, 10_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collector = new JvmGcMetrics();
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  /// Requests that are counted together.
  private record Kind(String method, String route, int status) {}

  Metrics() {
    collector.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /// Returns where others count.
  MeterRegistry registry() {
    return registry;
  }

  /// Counts a request that was answered.
  void count(Context http, float milliseconds) {
    var route =
        Optional.ofNullable(http.endpoints().lastHttpEndpoint())
            .map(endpoint -> endpoint.path)
            .orElse("*");
    var method = METHODS.contains(http.req().getMethod()) ? http.req().getMethod() : OTHER;
    timers
        .computeIfAbsent(new Kind(method, route, http.res().getStatus()), this::timer)
        .record(Duration.ofNanos((long) (milliseconds * 1e6)));
  }

  private Timer timer(Kind kind) {
    return Timer.builder("http.server.request.duration")
        .description("Time from a request to the end of its answer")
        .tag("http.request.method", kind.method)
        .tag("http.route", kind.route)
        .tag("http.response.status.code", Integer.toString(kind.status))
        .serviceLevelObjectives(UP_TO)
        .register(registry);
  }

  /// Returns everything, in the text format of Prometheus.
  String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collector.close();
    registry.close();
  }
}
