package nl.jeugdgraaf.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.api.GlobalId;
import nl.jeugdgraaf.api.ServiceFields;
import nl.jeugdgraaf.audit.AuditEntry.Data;
import nl.jeugdgraaf.audit.AuditEntry.Event;
import nl.jeugdgraaf.audit.AuditEntry.Kind;
import nl.jeugdgraaf.audit.AuditEntry.Outcome;
import nl.jeugdgraaf.audit.AuditRecord;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.engine.ServiceFieldStage.Services;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.networkanalysis.PublishedTable;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Answers the service fields of one request. Each answer is recorded before it is answered.
final class ServiceFieldAnswers implements ServiceFields.Answers {
  private final Protection protection;
  private final Request request;
  private final Permissions access;
  private final Services services;
  private final Engine engine;

  /// When all searches of the audit log must have ended, and no analysis may read more, by
  /// [System#nanoTime()].
  private final long until;

  ServiceFieldAnswers(
      Protection protection,
      Request request,
      Permissions access,
      Services services,
      Engine engine) {
    this.protection = protection;
    this.request = request;
    this.access = access;
    this.services = services;
    this.engine = engine;
    this.until = System.nanoTime() + services.within().toNanos();
  }

  @Override
  public Object answer(String field, Map<String, Object> arguments) {
    if (!ServiceFields.mayAsk(access, field)) {
      throw access.refusalToAsk(field);
    }
    return switch (field) {
      case "accesses" -> accesses(arguments);
      case "explainAccess" -> {
        var explanation = services.explainer().explain(arguments);
        record(Kind.EXPLAIN, explanation.told(), List.of(field));
        yield explanation.shown();
      }
      case ServiceFields.STATISTICS -> statistics(arguments);
      case ServiceFields.NETWORK_ANALYSIS -> analysis(arguments);
      default -> throw new Bug("no field " + field);
    };
  }

  private Object analysis(Map<String, Object> arguments) {
    services.analysing().take(1);
    try {
      return services.analyses().of(arguments, new CallerData(engine, request.caller(), this));
    } finally {
      services.analysing().release(1);
    }
  }

  private void record(Kind kind, Data data, List<String> fields) {
    var operation =
        AuditTrail.operation(request.operationName(), request.query(), access.shape(), fields);
    new AuditTrail(protection.audit(), request, operation)
        .shown(new Event(kind, Outcome.OK, ""), data);
  }

  /// Refuses to read more for an analysis when the time of the whole request is over.
  void checkTime() {
    if (System.nanoTime() - until > 0) {
      throw new ProblemException(
          Code.TIMEOUT, "The analyses took too long. Ask for fewer at once, or for one region.");
    }
  }

  boolean mayAskStatistics() {
    return access.mayAsk(ServiceFields.STATISTICS);
  }

  /// Returns the last table that was published for a quarter which had begun on a day.
  Optional<PublishedTable> latest(String table, LocalDate day, Optional<String> region) {
    return services
        .statistics()
        .latest(table, day)
        .map(on -> {
          var arguments = new HashMap<String, Object>(Map.of("table", table, "on", on));
          region.ifPresent(id -> arguments.put("region", id));
          return PublishedTable.of(on, statistics(arguments));
        });
  }

  /// A caller who acts for a region asks about that one only.
  private Map<String, @Nullable Object> statistics(Map<String, Object> arguments) {
    var caller = request.caller();
    var scope = services.statistics().scope();
    var asked = Optional.ofNullable(arguments.get("region")).map(id -> key(id.toString(), scope));
    var own = access.organisationType().filter(scope::equals).map(_ -> caller.organisation());
    if (own.isPresent() && asked.isPresent() && !asked.equals(own)) {
      throw new ProblemException(
          Code.FORBIDDEN,
          "Role "
              + caller.role()
              + " may ask statistics of its own region only; leave region out.");
    }
    var name = text(arguments, "table");
    var region = own.or(() -> asked);
    var table = services.statistics().table(name, day(arguments), region);
    table.put(
        "region",
        region.map(key -> new GlobalId(scope, key, Optional.empty()).text()).orElse(null));
    record(
        Kind.AGGREGATE,
        Data.NONE,
        List.of(ServiceFields.STATISTICS, ServiceFields.STATISTICS + "." + name));
    return table;
  }

  /// Returns the key of the region that an id names, on whatever day.
  private static String key(String id, String type) {
    return GlobalId.of(id)
        .filter(it -> it.type().equals(type))
        .map(GlobalId::key)
        .orElseThrow(() ->
            new ProblemException(
                Code.BAD_USER_INPUT,
                "region is not the id of a region. Use what the field id of a region gives."));
  }

  /// A youth may ask about itself only; about others it learns as much as about nobody.
  private List<Map<String, Object>> accesses(Map<String, Object> arguments) {
    var subject = youth(text(arguments, "subject"));
    var caller = request.caller();
    var allowed = !caller.role().equals("YOUTH") || caller.organisation().equals(subject);
    var first = arguments.get("first") instanceof Integer count ? count : Limits.RECORDS_MAX;
    if (first < 0 || first > Limits.RECORDS_MAX) {
      throw new ProblemException(
          Code.BAD_USER_INPUT, "first must be from 0 to " + Limits.RECORDS_MAX + ".");
    }
    record(
        Kind.REVIEW, allowed ? new Data(Map.of(subject, 0L), 0) : Data.NONE, List.of("accesses"));
    return allowed
        ? protection
            .audit()
            .accesses(
                subject,
                start(arguments.get("from"), Instant.EPOCH),
                start(arguments.get("to"), Instant.now().plusSeconds(1)),
                first,
                Duration.ofNanos(Math.max(0, until - System.nanoTime())))
            .stream()
            .map(ServiceFieldAnswers::shown)
            .toList()
        : List.of();
  }

  /// Returns the key of the youth that an id names, on whatever day.
  private static String youth(String id) {
    return GlobalId.of(id)
        .filter(it -> it.type().equals("Youth") && !it.key().isEmpty())
        .map(GlobalId::key)
        .orElseThrow(() ->
            new ProblemException(
                Code.BAD_USER_INPUT,
                "subject is not the id of a youth. Use what the field id of a youth gives."));
  }

  private static LocalDate day(Map<String, Object> arguments) {
    if (arguments.get("on") instanceof LocalDate on) {
      return on;
    }
    throw new Bug("validation let a table without a day pass");
  }

  private static Instant start(@Nullable Object day, Instant otherwise) {
    return day instanceof LocalDate date ? AmsterdamClock.startOf(date) : otherwise;
  }

  private static Map<String, Object> shown(AuditRecord record) {
    var entry = record.entry();
    var shown = new LinkedHashMap<String, Object>();
    shown.put("seq", record.seq());
    shown.put("at", entry.period().start().atOffset(ZoneOffset.UTC));
    shown.put("event", entry.event().kind().name());
    shown.put("outcome", entry.event().outcome().name());
    shown.put("role", entry.actor().role());
    shown.put("organisation", entry.actor().organisation());
    shown.put("purpose", entry.actor().purpose());
    shown.put("rules", entry.operation().rules());
    shown.put(
        "objects", entry.data().subjects().values().stream().mapToLong(Long::longValue).sum());
    shown.put("fields", entry.operation().fields());
    shown.put("operation", entry.operation().name());
    return shown;
  }

  private static String text(Map<String, Object> arguments, String name) {
    return String.valueOf(arguments.get(name));
  }
}
