package nl.jeugdgraaf.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.compile.CompiledOperation;
import nl.jeugdgraaf.compile.Compiler;
import nl.jeugdgraaf.compile.Introspection;
import nl.jeugdgraaf.compile.VariableShape;
import nl.jeugdgraaf.cypher.CypherWriter;
import nl.jeugdgraaf.document.DocumentReader;
import nl.jeugdgraaf.document.DummyVariables;
import nl.jeugdgraaf.document.ParsedOperation;
import nl.jeugdgraaf.execute.CursorEncoder;
import nl.jeugdgraaf.execute.ResponseSink;
import nl.jeugdgraaf.execute.ResponseWriter;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.plan.ExecutionContext;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.rewrite.Rewriter;
import org.jspecify.annotations.Nullable;

/// The one way to ask: an operation in, a response out. May be used by several threads.
///
/// An operation is parsed, checked and planned on its first request and reused on the next: the
/// text of its statement depends on the operation and on the form of its variables only.
public final class Engine {
  private static final Set<Code> REFUSALS = Set.of(Code.FORBIDDEN, Code.PURPOSE_REQUIRED);
  private static final long CACHED_CHARACTERS_MAX = 20_000_000;

  /// What an entry weighs beside its texts.
  private static final int ENTRY_CHARACTERS = 1_000;

  private final ApiSchema schema;
  private final Bolt bolt;
  private final Protection protection;
  private final Limits limits;
  private final DocumentReader reader;
  private final Compiler compiler;
  private final Introspection introspection;
  private final AccessExplainer explanations;
  private final ProtectedStatistics figures;
  private final Cache<DocumentKey, ParsedOperation> documents =
      cache((key, _) -> key.query().length() + ENTRY_CHARACTERS);
  private final Cache<PreparedKey, Planned> planned =
      cache((key, operation) ->
          key.query().length()
              + key.form().length()
              + operation.prepared().text().length()
              + ENTRY_CHARACTERS);

  /// Creates an engine.
  ///
  /// @param schema the public schema
  /// @param bolt the database
  /// @param protection what stands between callers and data
  /// @param limits what one request may ask
  public Engine(ApiSchema schema, Bolt bolt, Protection protection, Limits limits) {
    this(new Compiler(schema), schema, bolt, protection, limits);
  }

  /// Creates an engine with a compiler that guards in its own way.
  Engine(Compiler compiler, ApiSchema schema, Bolt bolt, Protection protection, Limits limits) {
    this.schema = schema;
    this.bolt = bolt;
    this.protection = protection;
    this.limits = limits;
    this.reader = new DocumentReader(schema, limits.document());
    this.compiler = compiler;
    this.introspection = new Introspection(schema);
    this.explanations = new AccessExplainer(schema, bolt, protection, limits.answerWithin());
    this.figures =
        new ProtectedStatistics(
            schema.accessSchema().figures(), bolt, request -> prepare(request, Permissions.FULL));
  }

  private static <K, V> Cache<K, V> cache(Weigher<K, V> weigher) {
    return Caffeine.newBuilder()
        .maximumWeight(CACHED_CHARACTERS_MAX)
        .<K, V>weigher(weigher)
        .recordStats()
        .build();
  }

  /// Tells how often documents and operations were known already.
  ///
  /// @param meters where to count
  public void measure(MeterRegistry meters) {
    CaffeineCacheMetrics.monitor(meters, documents, "documents");
    CaffeineCacheMetrics.monitor(meters, planned, "operations");
  }

  /// Parses, validates and plans an operation. Reads nothing of the graph, but answers fields
  /// beside it.
  ///
  /// @param request what was asked
  /// @return the operation, ready to run
  /// @throws ProblemException if the request cannot be run
  public Answer prepare(Request request) {
    try {
      return prepare(request, protection.policy().apply(request.caller()));
    } catch (ProblemException e) {
      if (REFUSALS.contains(e.problems().getFirst().code())) {
        var asked = AuditTrail.operation(request.operationName(), request.query(), "", List.of());
        new AuditTrail(protection.audit(), request, asked).refused(e);
      }
      throw e;
    }
  }

  private Answer prepare(Request request, Permissions access) {
    var checked = checked(request);
    var variables = reader.coerce(checked.operation(), request.variables());
    var operation = planned(request, checked, variables, access);
    var beside = new ServiceFieldAnswers(protection, request, access, explanations, figures);
    var about = introspection.answer(checked, operation.compiled(), request.variables(), beside);
    var within = access.mayExport() ? limits.exportWithin() : limits.answerWithin();
    var read = new Read(statement(operation, variables, access), within, about);
    var account = new AuditTrail(protection.audit(), request, operation.recorded());
    return out -> run(operation.prepared(), read, account, out);
  }

  /// Checks all of a document, without running it.
  ///
  /// @param document a document with one operation
  /// @throws ProblemException if it cannot be run
  public void check(String document) {
    checked(new Request(document, "", Map.of(), true, Caller.NOBODY));
  }

  /// Runs an operation for nobody, so that it is prepared here and planned in the database before
  /// somebody asks it. What it finds is thrown away.
  ///
  /// @param document a document with one operation; values that it needs are made up
  /// @param caller for whose kind
  /// @throws ProblemException if such a caller may not ask it, or no value fits
  public void warm(String document, Caller caller) {
    var checked = checked(new Request(document, "", Map.of(), true, caller));
    var made = DummyVariables.of(checked, schema.graphQl());
    var request = new Request(document, "", made, true, caller);
    var access = protection.policy().apply(caller);
    var variables = reader.coerce(checked.operation(), made);
    var operation = planned(request, checked, variables, access);
    if (!operation.prepared().text().isEmpty()) {
      bolt.read(statement(operation, variables, access), limits.answerWithin(), _ -> {});
    }
  }

  private Statement statement(
      Planned operation, Map<String, @Nullable Object> variables, Permissions access) {
    var values = new HashMap<String, @Nullable Object>(variables);
    values.putAll(access.values());
    var cursors = protection.cursors().heldBy(access);
    return operation
        .prepared()
        .statement(new ExecutionContext(values, AmsterdamClock.today(), cursors));
  }

  private Planned planned(
      Request request,
      ParsedOperation checked,
      Map<String, @Nullable Object> variables,
      Permissions access) {
    var form = VariableShape.of(schema.graphQl(), checked.operation(), variables);
    if (form.length() > limits.variableFormCharactersMax()) {
      throw new ProblemException(
          Code.LIMIT_EXCEEDED,
          "The variables hold too many conditions; send fewer, or a list for in.");
    }
    var key = new PreparedKey(request.query(), checked.name(), form, access.shape());
    return planned.get(key, _ -> plan(key, checked, variables, access));
  }

  /// Plans an operation without running it, to look at what would be sent.
  ///
  /// @param request what is asked
  /// @return the plan and its statement
  /// @throws ProblemException if the request cannot be run
  public Prepared explain(Request request) {
    var checked = checked(request);
    var variables = reader.coerce(checked.operation(), request.variables());
    var access = protection.policy().apply(request.caller());
    var key = new PreparedKey(request.query(), checked.name(), "", access.shape());
    return plan(key, checked, variables, access).prepared();
  }

  private ParsedOperation checked(Request request) {
    var key = new DocumentKey(request.query(), request.operationName());
    var known = documents.getIfPresent(key);
    if (known != null) {
      return known;
    }
    var parsed = reader.parse(request.query(), request.operationName());
    if (parsed.isMutation() && !request.mutationAllowed()) {
      throw new ProblemException(
          Code.METHOD_NOT_ALLOWED, "A mutation cannot be sent by GET; send it by POST.");
    }
    reader.validate(parsed);
    documents.put(key, parsed);
    return parsed;
  }

  private Planned plan(
      PreparedKey key,
      ParsedOperation checked,
      Map<String, @Nullable Object> variables,
      Permissions access) {
    var compiled = compiler.compile(checked, variables, access);
    var plan = Rewriter.rewrite(compiled.plan());
    var text = plan.roots().isEmpty() ? "" : CypherWriter.write(plan);
    return new Planned(
        compiled,
        new Prepared(plan, text, compiled.parameters(), compiled.response()),
        AuditTrail.operation(key.operationName(), key.query(), key.access(), compiled.personal()));
  }

  private void run(Prepared operation, Read read, AuditTrail account, OutputStream out)
      throws IOException {
    try {
      write(operation, read, new ResponseSink(out, account::leaving));
    } catch (IOException e) {
      account.aborted();
      throw e;
    } catch (ProblemException e) {
      account.failed(e);
      throw e;
    }
  }

  private void write(Prepared operation, Read read, ResponseSink exit) throws IOException {
    var places = new CursorEncoder(protection.cursors(), read.statement().parameters());
    var writer = new ResponseWriter(operation.response(), read.about(), places, exit);
    if (!operation.text().isEmpty()) {
      try {
        bolt.read(
            read.statement(),
            read.within(),
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

  /// One run of an operation.
  ///
  /// @param statement what the database is asked
  /// @param within how long it may take
  /// @param about values of fields that are not in the graph, by response key
  private record Read(Statement statement, Duration within, Map<String, @Nullable Object> about) {}

  private record Planned(
      CompiledOperation compiled, Prepared prepared, AuditEntry.Operation recorded) {}

  private record DocumentKey(String query, String operationName) {}

  private record PreparedKey(String query, String operationName, String form, String access) {}
}
