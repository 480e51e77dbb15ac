package nl.jeugdgraaf.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import nl.jeugdgraaf.audit.AuditEntry.Event;
import nl.jeugdgraaf.audit.AuditEntry.Kind;
import nl.jeugdgraaf.audit.AuditEntry.Outcome;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.metrics.Metrics.Label;

/// How many events of each kind and outcome were recorded. May be used by several threads.
final class EventCounts {
  private final Map<Ended, LongAdder> counts = new HashMap<>();

  /// Events that are counted together.
  private record Ended(Kind kind, Outcome outcome) {
    static Ended of(Event event) {
      return new Ended(event.kind(), event.outcome());
    }
  }

  EventCounts() {
    for (var kind : Kind.values()) {
      for (var outcome : Outcome.values()) {
        counts.put(new Ended(kind, outcome), new LongAdder());
      }
    }
  }

  /// Counts what was recorded.
  void add(List<AuditEntry> entries) {
    entries.forEach(
        entry -> Objects.requireNonNull(counts.get(Ended.of(entry.event()))).increment());
  }

  /// Shows a number for each kind and outcome, from the start.
  void measure(Metrics metrics) {
    counts.forEach((ended, count) ->
        metrics.total(
            "audit.records",
            "Events that were recorded in the audit log",
            count::sum,
            new Label("event", ended.kind().name().toLowerCase(Locale.ROOT)),
            new Label("outcome", ended.outcome().name().toLowerCase(Locale.ROOT))));
  }
}
