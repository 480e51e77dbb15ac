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

/// The server's metrics in the format of Prometheus: requests, caches and the Java virtual machine.
/// They reveal neither operations nor persons. May be used by several threads.
///
/// Names and bucket limits follow the OpenTelemetry semantic conventions for HTTP.
final class Metrics implements AutoCloseable {
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  private static final String OTHER = "_OTHER";

  private static final Duration[] BUCKET_LIMITS =
      Stream.of(5, 10, 25, 50, 75, 100, 250, 500, 750, 1_000, 2_500, 5_000, 7_500, 10_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
  private final Map<RequestLabels, Timer> timers = new ConcurrentHashMap<>();

  /// The labels of requests that are counted together.
  private record RequestLabels(String method, String route, int status) {}

  Metrics() {
    garbageCollection.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /// {@return the registry, for meters of other parts of the program}
  MeterRegistry registry() {
    return registry;
  }

  /// Counts a request that was answered. Unknown routes and methods share one label each, so that
  /// clients cannot create time series.
  void count(Context http, float milliseconds) {
    var route =
        Optional.ofNullable(http.endpoints().lastHttpEndpoint())
            .map(endpoint -> endpoint.path)
            .orElse("*");
    var method = METHODS.contains(http.req().getMethod()) ? http.req().getMethod() : OTHER;
    timers
        .computeIfAbsent(new RequestLabels(method, route, http.res().getStatus()), this::timer)
        .record(Duration.ofNanos((long) (milliseconds * 1e6)));
  }

  private Timer timer(RequestLabels labels) {
    return Timer.builder("http.server.request.duration")
        .description("Duration of HTTP requests, until the end of the response")
        .tag("http.request.method", labels.method)
        .tag("http.route", labels.route)
        .tag("http.response.status.code", Integer.toString(labels.status))
        .serviceLevelObjectives(BUCKET_LIMITS)
        .register(registry);
  }

  /// {@return all metrics in the text format of Prometheus}
  String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    garbageCollection.close();
    registry.close();
  }
}
