package nl.jeugdgraaf.metrics;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/// What an operator sees at `/metrics`: figures of the program and of the Java virtual machine, by
/// name and label. They reveal neither operations nor persons. May be used by several threads.
///
/// Names are written with dots. As Prometheus asks, they are shown with underscores, their unit,
/// and `_total` where they count.
public final class Metrics implements AutoCloseable {
  /// Media type of [#text()].
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /// Limits of the buckets of durations, as the OpenTelemetry semantic conventions advise.
  private static final Duration[] BUCKET_LIMITS =
      Stream.of(5, 10, 25, 50, 75, 100, 250, 500, 750, 1_000, 2_500, 5_000, 7_500, 10_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

  /// Creates the figures of the virtual machine.
  public Metrics() {
    garbageCollection.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /// One of the figures of a name.
  ///
  /// @param key what tells them apart
  /// @param value one of few values
  public record Label(String key, String value) {}

  /// Shows a figure that goes up and down.
  ///
  /// @param name its name
  /// @param description what it is
  /// @param value reads it
  /// @param labels tell it from others of the name
  public void gauge(String name, String description, DoubleSupplier value, Label... labels) {
    Gauge.builder(name, value, DoubleSupplier::getAsDouble)
        .strongReference(true)
        .description(description)
        .tags(tags(labels))
        .register(registry);
  }

  /// Shows a number that somebody counts.
  ///
  /// @param name its name
  /// @param description what is counted
  /// @param total reads it
  /// @param labels tell it from others of the name
  public void total(String name, String description, DoubleSupplier total, Label... labels) {
    // The object that is read is held weakly, what reads it is not.
    FunctionCounter.builder(name, this, _ -> total.getAsDouble())
        .description(description)
        .tags(tags(labels))
        .register(registry);
  }

  /// Begins to count.
  ///
  /// @param name its name
  /// @param description what is counted
  /// @param labels tell it from others of the name
  /// @return adds one
  public Runnable counter(String name, String description, Label... labels) {
    return Counter.builder(name).description(description).tags(tags(labels)).register(registry)
        ::increment;
  }

  /// Begins to measure durations.
  ///
  /// @param name its name
  /// @param description what takes so long
  /// @param labels tell it from others of the name
  /// @return takes one
  public Consumer<Duration> durations(String name, String description, Label... labels) {
    return Timer.builder(name)
            .description(description)
            .tags(tags(labels))
            .serviceLevelObjectives(BUCKET_LIMITS)
            .register(registry)
        ::record;
  }

  /// Counts how often a cache had what was asked, and how much it holds.
  ///
  /// @param name the label of the cache
  /// @param cache a cache that records its statistics
  public void cache(String name, Cache<?, ?> cache) {
    CaffeineCacheMetrics.monitor(registry, cache, name);
  }

  private static List<Tag> tags(Label... labels) {
    return Stream.of(labels).map(label -> Tag.of(label.key(), label.value())).toList();
  }

  /// {@return all metrics in the text format of Prometheus}
  public String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    garbageCollection.close();
    registry.close();
  }
}
