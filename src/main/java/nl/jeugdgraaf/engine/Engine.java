package nl.jeugdgraaf.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.VisibleSchemas;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.audit.AuditEntry.Outcome;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.document.DummyVariables;
import nl.jeugdgraaf.engine.Preparation.PreparedRequest;
import nl.jeugdgraaf.estimate.GraphSizes;
import nl.jeugdgraaf.execute.CursorEncoder;
import nl.jeugdgraaf.execute.ExecutionContext;
import nl.jeugdgraaf.execute.RecordWriter;
import nl.jeugdgraaf.execute.ResponseFormat;
import nl.jeugdgraaf.execute.ResponseSink;
import nl.jeugdgraaf.execute.ResponseTarget;
import nl.jeugdgraaf.execute.ResponseWriter;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The one way to ask: a request in, a response out. May be used by several threads.
///
/// Three stages, each of which may refuse: [Preparation] plans and reads nothing;
/// [ServiceFieldStage] answers the fields that no statement reads; execution runs the statement and
/// writes its rows as they arrive.
public final class Engine {
  /// What a caller may not ask, or not for this purpose.
  static final Set<Code> REFUSALS = Set.of(Code.FORBIDDEN, Code.PURPOSE_REQUIRED);

  /// How long a statement that the database does not know waits for others of the kind.
  private static final Duration PLANNING_WAIT = Duration.ofSeconds(5);

  /// How long a large answer waits for others.
  private static final Duration MEMORY_WAIT = Duration.ofSeconds(2);

  private final Planner planner;
  private final Bolt bolt;
  private final Protection protection;
  private final Limits limits;
  private final Preparation preparation;
  private final VisibleSchemas schemas;
  private final ServiceFieldStage serviceFields;
  private final PlanningPlaces planningPlaces = new PlanningPlaces(PLANNING_WAIT);
  private final AnswerMemory memory = AnswerMemory.ofHeap(MEMORY_WAIT);

  /// What everybody may see; costs are estimated by it, and told.
  private volatile GraphSizes sizes = GraphSizes.ASSUMED;

  /// All there is; memory is shared by it, and nobody is told.
  private volatile GraphSizes allSizes = GraphSizes.ASSUMED;

  /// Creates an engine.
  ///
  /// @param planner plans operations
  /// @param bolt the database
  /// @param protection what is between callers and data
  /// @param limits what one request may ask
  public Engine(Planner planner, Bolt bolt, Protection protection, Limits limits) {
    this.planner = planner;
    this.bolt = bolt;
    this.protection = protection;
    this.limits = limits;
    this.preparation = new Preparation(planner, limits, () -> sizes);
    this.schemas = new VisibleSchemas(planner.schema());
    this.serviceFields =
        new ServiceFieldStage(
            planner.schema(), schemas, bolt, protection, limits.answers().toRole().within());
  }

  /// Counts the nodes that everybody may see, by which costs are estimated from now on, and all, by
  /// which memory is shared. Until it is called they are assumed.
  ///
  /// @throws ProblemException if the database does not answer
  public void countGraph() {
    var schema = planner.schema();
    var everybody = new Policy(schema.access(), false).of(Caller.NOBODY);
    var reader = new GraphSizesReader(schema.model(), everybody, bolt);
    sizes = reader.read();
    allSizes = reader.readAll();
  }

  /// Forgets what the database knew, because it was started anew: it plans each statement again.
  public void databaseRestarted() {
    planningPlaces.forget();
  }

  /// Counts how often documents and operations were known already, how long planning takes, and
  /// what is refused to spare the server.
  ///
  /// @param metrics where to count
  public void measure(Metrics metrics) {
    preparation.measure(metrics);
    planningPlaces.measure(metrics);
    memory.measure(metrics);
    serviceFields.measure(metrics);
  }

  /// Answers a request with `{"data": ...}`, as JSON in UTF-8.
  ///
  /// Writes nothing before the first part of the response is sure, so that a failure until then can
  /// still become an error response.
  ///
  /// @param request what was asked
  /// @param out where to write; neither flushed at the end nor closed
  /// @throws ProblemException if the request cannot be executed, or the database fails; when bytes
  ///   were already written, the response is cut off and must not be ended as if it were whole
  /// @throws IOException if the client went away
  public void answer(Request request, OutputStream out) throws IOException {
    answer(request, new ResponseTarget(ResponseFormat.JSON, _ -> {}, out));
  }

  /// Answers a request in a given format, as [#answer(Request, OutputStream)] does in JSON.
  ///
  /// @param request what was asked
  /// @param target where to write, and how
  /// @throws ProblemException also `NOT_ACCEPTABLE` where the operation has no rows of the format
  /// @throws IOException if the client went away
  public void answer(Request request, ResponseTarget target) throws IOException {
    var start = System.nanoTime();
    var execution = begin(request);
    var sink = new ResponseSink(target.stream(), execution.trail()::leaving);
    var writer = writer(execution, target, sink);
    target.named().accept(name(execution.operation()));
    var outcome = Outcome.ERROR;
    try {
      execute(execution, writer);
      outcome = Outcome.OK;
    } catch (IOException e) {
      outcome = Outcome.ABORTED;
      throw e;
    } finally {
      SlowOperations.log(request, execution, outcome, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /// An analysis may find while it reads that the client went away.
  private Execution begin(Request request) throws IOException {
    try {
      return start(request);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String name(PreparedOperation operation) {
    var name = operation.recorded().name();
    return name.isEmpty() ? operation.compiled().response().getFirst().key() : name;
  }

  /// Does all that comes before the statement is sent. A refused request leaves a record too.
  Execution start(Request request) {
    try {
      return start(request, protection.policy().apply(request.caller()));
    } catch (ProblemException e) {
      e.problems().stream()
          .map(Problem::code)
          .filter(REFUSALS::contains)
          .findFirst()
          .ifPresent(code -> {
            var asked =
                AuditTrail.operation(request.operationName(), request.query(), "", List.of());
            refused(request.caller(), asked, code);
          });
      throw e;
    }
  }

  /// Records that a request was refused before its operation was read, because of its token or
  /// purpose.
  ///
  /// @param caller who it is, as far as an accepted token says
  /// @param why why
  public void refused(Caller caller, Code why) {
    refused(caller, new AuditEntry.Operation("", "", "", List.of()), why);
  }

  /// A purpose that the schema does not have can be any text, so it is not recorded.
  private void refused(Caller caller, AuditEntry.Operation asked, Code why) {
    var purposes = planner.schema().access().purposes();
    var purpose = purposes.contains(caller.purpose()) ? caller.purpose() : "";
    var known =
        new Caller(caller.role(), caller.organisation(), caller.user(), purpose, caller.address());
    AuditTrail.refused(protection.audit(), known, asked, why);
  }

  private Execution start(Request request, Permissions permissions) {
    var prepared = preparation.prepare(request, permissions);
    var bound = bound(request.caller(), permissions);
    var cost = new ResponseWriter.Cost(prepared.operation().cost().reads(sizes), bound.readsMax());
    OperationCost.require(cost.estimated(), cost.allowed());
    var answers = serviceFields.answer(request, prepared, permissions, this);
    return new Execution(
        prepared.operation(),
        statement(prepared, permissions),
        answers,
        new Bounds(bound.within(), cost),
        new AuditTrail(protection.audit(), request, prepared.operation().recorded()));
  }

  private Limits.Answer bound(Caller caller, Permissions permissions) {
    if (permissions.mayExport()) {
      return limits.answers().toExport();
    }
    return caller.role().isEmpty() ? limits.answers().toNobody() : limits.answers().toRole();
  }

  private void execute(Execution execution, RecordWriter writer) throws IOException {
    try {
      write(execution, writer);
    } catch (IOException e) {
      execution.trail().aborted();
      throw e;
    } catch (ProblemException e) {
      execution.trail().failed(e);
      throw e;
    }
  }

  private RecordWriter writer(Execution execution, ResponseTarget target, ResponseSink sink) {
    var cursors = new CursorEncoder(protection.cursors(), execution.statement().parameters());
    var compiled = execution.operation().compiled();
    var cost = Optional.of(execution.bounds().cost()).filter(_ -> target.withCost());
    var form = new ResponseWriter.Form(compiled.response(), compiled.subjects().columns(), cost);
    return ResponseWriter.of(target.format(), form, execution.answers(), cursors, sink);
  }

  private void write(Execution execution, RecordWriter writer) throws IOException {
    if (execution.operation().readsGraph()) {
      var need = execution.operation().cost().memory(allSizes);
      try (var _ = memory.take(need);
          var planning = planningPlaces.begin(execution.statement().text())) {
        bolt.stream(
            execution.statement(),
            new Bolt.Reading(execution.bounds().within(), need.recordsAhead()),
            planning::ended,
            row -> {
              try {
                writer.accept(row);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    writer.end();
  }

  private Statement statement(PreparedRequest prepared, Permissions permissions) {
    var values = new HashMap<String, @Nullable Object>(prepared.variables());
    values.putAll(permissions.values());
    var cursors = protection.cursors().heldBy(permissions);
    return prepared
        .operation()
        .statement(new ExecutionContext(values, AmsterdamClock.today(), cursors));
  }

  /// {@return the public schema as the role of a caller sees it, whatever its purpose, printed}
  ///
  /// @param caller the caller
  /// @throws ProblemException `FORBIDDEN` if there is no such role
  public String schema(Caller caller) {
    return schemas.of(protection.policy().apply(caller)).text();
  }

  /// {@return whether an operation asks about the schema and nothing else, so that its answer holds
  /// no data and a client may keep it}
  ///
  /// @param request what is asked
  /// @throws ProblemException if the document is not valid, or has no such operation
  public boolean asksSchemaOnly(Request request) {
    return preparation.validate(request).asksSchemaOnly();
  }

  /// {@return whether a caller may ask for all there is, and take minutes for it}
  ///
  /// @param caller who asks
  public boolean mayExport(Caller caller) {
    try {
      return protection.policy().apply(caller).mayExport();
    } catch (ProblemException _) {
      return false;
    }
  }

  /// Checks all of a document, without running it.
  ///
  /// @param document a document with one operation
  /// @throws ProblemException if it cannot be run
  public void check(String document) {
    preparation.validate(new Request(document, "", Map.of(), true, Caller.NOBODY));
  }

  /// Runs an operation for nobody, so that it is prepared here and planned in the database before
  /// somebody asks it. What it finds is thrown away.
  ///
  /// @param document a document with one operation; values that it needs are made up
  /// @param caller for whose kind
  /// @throws ProblemException if such a caller may not ask it, or no value fits
  public void warm(String document, Caller caller) {
    var valid = preparation.validate(new Request(document, "", Map.of(), true, caller));
    var variables = DummyVariables.of(valid, planner.schema().graphQl());
    var permissions = protection.policy().apply(caller);
    var prepared =
        preparation.prepare(new Request(document, "", variables, true, caller), permissions);
    if (prepared.operation().readsGraph()) {
      bolt.read(statement(prepared, permissions), limits.answers().toRole().within(), _ -> {});
    }
  }

  /// Prepares an operation without running it, to look at what would be sent.
  ///
  /// @param request what is asked
  /// @return the plan and its statement
  /// @throws ProblemException if the request cannot be executed
  public PreparedOperation explain(Request request) {
    return preparation.prepare(request, protection.policy().apply(request.caller())).operation();
  }

  /// One execution of a prepared operation.
  ///
  /// @param operation what is executed
  /// @param statement what the database is asked
  /// @param answers values of the fields that no statement reads, by response key
  /// @param bounds how long it may take, and what it costs
  /// @param trail records what leaves
  record Execution(
      PreparedOperation operation,
      Statement statement,
      Map<String, @Nullable Object> answers,
      Bounds bounds,
      AuditTrail trail) {}

  /// What one execution may take.
  ///
  /// @param within how long it may take
  /// @param cost what it costs the database, and may cost
  record Bounds(Duration within, ResponseWriter.Cost cost) {}
}
