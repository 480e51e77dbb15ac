package nl.jeugdgraaf.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.audit.Audit;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.audit.AuditEntry.Data;
import nl.jeugdgraaf.audit.AuditEntry.Event;
import nl.jeugdgraaf.audit.AuditEntry.Kind;
import nl.jeugdgraaf.audit.AuditEntry.Outcome;
import nl.jeugdgraaf.digest.Sha256;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Records one operation: of which youths it shows data, before it shows them. For one thread.
final class AuditTrail {
  private static final int NAME_CHARACTERS_MAX = 100;

  /// GraphQL specification, section 2.1.9.
  private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

  private final Audit audit;
  private final Request request;
  private final AuditEntry.Operation operation;
  private final Instant start = now();
  private boolean opened;

  /// @param audit keeps entries
  /// @param request the operation
  /// @param operation what is recorded of it; nothing where it asks for no data of persons
  AuditTrail(Audit audit, Request request, AuditEntry.Operation operation) {
    this.audit = audit;
    this.request = request;
    this.operation = operation;
  }

  /// Returns what is recorded of an operation on each execution.
  ///
  /// @param name of the operation, or empty
  /// @param query the document
  /// @param rules what of the rules applies
  /// @param fields what it asks of data of persons
  static AuditEntry.Operation operation(
      String name, String query, String rules, List<String> fields) {
    var hash = Sha256.hex(query.getBytes(StandardCharsets.UTF_8));
    return new AuditEntry.Operation(name(name), hash, rules, fields);
  }

  /// Records that data of youths is about to leave. An operation that shows none of any youth is
  /// recorded as a search.
  void leaving(Data told) {
    if (isOfNobody()) {
      return;
    }
    if (!told.subjects().isEmpty()) {
      append(new Event(Kind.READ, Outcome.OK, ""), told);
    } else if (told.others() > 0 || !opened) {
      append(new Event(Kind.SEARCH, Outcome.OK, ""), told);
    }
  }

  private boolean isOfNobody() {
    return operation.fields().isEmpty();
  }

  /// Records that a caller was refused.
  ///
  /// @param audit keeps entries
  /// @param caller who; its purpose is empty where the schema has no such purpose
  /// @param asked what is recorded of the operation; nothing where it was not read
  /// @param why why
  static void refused(Audit audit, Caller caller, AuditEntry.Operation asked, Code why) {
    var event = new Event(Kind.SEARCH, Outcome.REFUSED, why.name());
    var moment = now();
    var period = new AuditEntry.Period(moment, moment);
    audit.refused(new AuditEntry(event, actor(caller), Data.NONE, asked, period));
  }

  /// Records that the client went away.
  void aborted() {
    if (!isOfNobody()) {
      ended(Outcome.ABORTED, "");
    }
  }

  /// Records that the operation failed, unless it failed because nothing can be recorded.
  void failed(ProblemException why) {
    var code = why.problems().getFirst().code();
    if (!isOfNobody() && code != Code.AUDIT_UNAVAILABLE) {
      ended(Outcome.ERROR, code.name());
    }
  }

  /// Records the answer of a service field.
  void shown(Event event, Data data) {
    append(event, data);
  }

  private void ended(Outcome outcome, String reason) {
    append(new Event(Kind.SEARCH, outcome, reason), Data.NONE);
  }

  private void append(Event event, Data data) {
    opened = true;
    audit.append(List.of(entry(event, data)));
  }

  private AuditEntry entry(Event event, Data data) {
    var period = new AuditEntry.Period(start, now());
    return new AuditEntry(event, actor(request.caller()), data, operation, period);
  }

  private static AuditEntry.Actor actor(Caller caller) {
    return new AuditEntry.Actor(
        caller.role(), caller.organisation(), caller.user(), caller.purpose(), caller.address());
  }

  /// A name can be as long as a document; its beginning tells which it is. What cannot be a name
  /// can be anything, so it is left out.
  private static String name(String operation) {
    var start = operation.substring(0, Math.min(operation.length(), NAME_CHARACTERS_MAX));
    return NAME.matcher(start).matches() ? start : "";
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
