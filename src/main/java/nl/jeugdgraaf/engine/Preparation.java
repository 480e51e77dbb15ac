package nl.jeugdgraaf.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.document.DocumentReader;
import nl.jeugdgraaf.document.DummyVariables;
import nl.jeugdgraaf.document.OptionalVariables;
import nl.jeugdgraaf.document.ValidOperation;
import nl.jeugdgraaf.document.VariableReader;
import nl.jeugdgraaf.document.VariableShape;
import nl.jeugdgraaf.estimate.GraphSizes;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The stage before execution: parses, validates and plans an operation on its first request and
/// reuses it on the next. Reads nothing of the graph and records nothing. May be used by several
/// threads.
///
/// The text of a statement depends on the document, the shape of the variables and the shape of the
/// caller's permissions only, so these three are the key under which it is kept.
public final class Preparation {
  /// Each of the three caches may take so much of the heap.
  private static final int SHARE_OF_HEAP = 12;

  /// What a character of a document takes, as a tree or as a plan. Measured for long lists, which
  /// take the most.
  private static final int BYTES_PER_CHARACTER = 100;

  /// What an entry takes beside that.
  private static final int ENTRY_BYTES = 20_000;

  private final Planner planner;
  private final DocumentReader reader;
  private final VariableReader variables;
  private final Limits limits;
  private final Supplier<GraphSizes> sizes;
  private volatile Consumer<Duration> planned = _ -> {};
  private final Cache<DocumentKey, ValidOperation> documents =
      cache((key, _) -> weight(key.text().length()));
  private final Cache<OperationKey, PreparedOperation> operations =
      cache((key, operation) ->
          weight(key.text().length() + key.variables().length() + operation.text().length() / 10));
  private final SharedStatements shared;
  private final Cache<OperationKey, Optional<PreparedOperation>> sharedOperations =
      cache((key, _) -> weight(key.text().length() + key.variables().length()));

  private static int weight(int characters) {
    return characters * BYTES_PER_CHARACTER + ENTRY_BYTES;
  }

  /// Creates an empty cache before a planner.
  ///
  /// @param planner plans what is not known yet
  /// @param limits how much one request may ask
  public Preparation(Planner planner, Limits limits) {
    this(planner, limits, () -> GraphSizes.ASSUMED);
  }

  /// Creates an empty cache before a planner that knows how large the graph is.
  ///
  /// @param planner plans what is not known yet
  /// @param limits how much one request may ask
  /// @param sizes tells how large the graph is now
  Preparation(Planner planner, Limits limits, Supplier<GraphSizes> sizes) {
    this.planner = planner;
    this.sizes = sizes;
    this.reader = new DocumentReader(planner.schema(), limits.document());
    this.variables = new VariableReader(planner.schema().graphQl());
    this.limits = limits;
    this.shared = new SharedStatements(planner, limits);
  }

  private static <K, V> Cache<K, V> cache(Weigher<K, V> weigher) {
    return Caffeine.newBuilder()
        .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
        .<K, V>weigher(weigher)
        .recordStats()
        .build();
  }

  private record DocumentKey(String text, String operationName) {}

  private record OperationKey(
      String text, String operationName, String variables, String permissions) {}

  /// A request, ready to be executed.
  ///
  /// @param valid its operation
  /// @param variables its values, coerced by the schema
  /// @param operation the operation, planned
  public record PreparedRequest(
      ValidOperation valid, Map<String, @Nullable Object> variables, PreparedOperation operation) {}

  /// Counts how often documents and operations were known already, and how long it takes to plan
  /// the others.
  ///
  /// @param metrics where to count
  public void measure(Metrics metrics) {
    metrics.cache("documents", documents);
    metrics.cache("operations", operations);
    planned =
        metrics.durations(
            "graphql.planning.duration", "Duration of turning an operation into a statement");
  }

  /// Prepares a request.
  ///
  /// @param request what was asked
  /// @param permissions what the caller may see
  /// @return the request, ready to be executed
  /// @throws ProblemException if it cannot be executed
  public PreparedRequest prepare(Request request, Permissions permissions) {
    var valid = validate(request);
    var variables = variables(valid, request, permissions);
    var shape = VariableShape.of(planner.schema().graphQl(), valid.definition(), variables);
    if (shape.length() > limits.variableFormCharactersMax()) {
      throw new ProblemException(
          Code.LIMIT_EXCEEDED,
          "The variables hold too many conditions. Send fewer, or a list of values for in.");
    }
    var key = new OperationKey(request.query(), valid.name(), shape, permissions.shape());
    return new PreparedRequest(
        valid, variables, operations.get(key, _ -> plan(valid, variables, permissions)));
  }

  private PreparedOperation plan(
      ValidOperation valid, Map<String, @Nullable Object> variables, Permissions permissions) {
    var start = System.nanoTime();
    try {
      var optional = OptionalVariables.of(planner.compiler().places(), valid.definition());
      var own = planner.plan(valid, variables, permissions, sizes.get(), optional);
      return own.readsGraph() && !variables.isEmpty()
          ? shared
              .complete(valid, variables, permissions, optional.decisive())
              .flatMap(complete -> shared(valid, complete, permissions))
              .map(own::sharing)
              .orElse(own)
          : own;
    } finally {
      planned.accept(Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private Optional<PreparedOperation> shared(
      ValidOperation valid, SharedStatements.Complete complete, Permissions permissions) {
    var key = new OperationKey(valid.text(), valid.name(), complete.shape(), permissions.shape());
    return sharedOperations.get(key, _ -> shared.plan(valid, complete, permissions, sizes.get()));
  }

  /// Reads the variables. If some are wrong, what the caller may not see is told beside that.
  private Map<String, @Nullable Object> variables(
      ValidOperation valid, Request request, Permissions permissions) {
    var read = variables.read(valid, request.variables());
    if (read.problems().isEmpty()) {
      return read.values();
    }
    var problems = new ArrayList<Problem>(read.problems());
    var values = new HashMap<String, @Nullable Object>();
    values.putAll(
        variables.read(valid, DummyVariables.of(valid, planner.schema().graphQl())).values());
    values.putAll(read.values());
    try {
      planner.compiler().compile(valid, values, permissions);
    } catch (ProblemException e) {
      e.problems().stream()
          .filter(problem -> Engine.REFUSALS.contains(problem.code()))
          .forEach(problems::add);
    }
    throw new ProblemException(problems);
  }

  /// Parses and validates the document of a request.
  ///
  /// @param request what was asked
  /// @return its operation
  /// @throws ProblemException if the document is not valid, or has no such operation
  public ValidOperation validate(Request request) {
    var key = new DocumentKey(request.query(), request.operationName());
    var known = documents.getIfPresent(key);
    if (known != null) {
      return known;
    }
    var parsed = reader.parse(request.query(), request.operationName());
    if (parsed.isMutation() && !request.mutationAllowed()) {
      throw new ProblemException(
          Code.METHOD_NOT_ALLOWED, "A mutation cannot be sent by GET. Send it by POST.");
    }
    var valid = reader.validate(parsed);
    documents.put(key, valid);
    return valid;
  }
}
