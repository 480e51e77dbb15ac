package nl.jeugdgraaf.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.compile.Compiler;
import nl.jeugdgraaf.cypher.CypherWriter;
import nl.jeugdgraaf.document.DocumentReader;
import nl.jeugdgraaf.document.ValidOperation;
import nl.jeugdgraaf.document.VariableReader;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.engine.Preparation;
import nl.jeugdgraaf.engine.PreparedOperation;
import nl.jeugdgraaf.engine.Protection;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.execute.CursorEncoder;
import nl.jeugdgraaf.execute.Cursors;
import nl.jeugdgraaf.execute.ExecutionContext;
import nl.jeugdgraaf.execute.ResponseSink;
import nl.jeugdgraaf.execute.ResponseWriter;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.rewrite.Rewriter;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// The steps of one request within this server, each alone: no HTTP, and nothing is read.
@NullUnmarked // JMH fills the fields
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineBenchmark {
  /// The system property with the address of the database.
  static final String DATABASE = "bench.database";

  /// Property with the file that holds the password of the database.
  static final String PASSWORD_FILE = "bench.password-file";

  private static final Duration WITHIN = Duration.ofMinutes(1);

  /// Name of the operation.
  @Param({"provider-by-agb", "caseload", "youth-by-key", "deliveries-export"})
  public String operation;

  private Bolt bolt;
  private Policy policy;
  private Preparation preparation;
  private Compiler compiler;
  private Request request;
  private Permissions access;
  private ValidOperation checked;
  private Map<String, @Nullable Object> variables;
  private Plan plan;
  private PreparedOperation prepared;
  private ExecutionContext run;
  private Statement statement;
  private List<Record> records;

  /// Prepares everything, and reads the records of the operation.
  @Setup
  public void prepareAll() throws IOException {
    var schema = ApiSchema.builtIn();
    policy = new Policy(schema.access(), true);
    var nothing = Protection.none(Cursors.ofThisProcess());
    var password = Files.readString(Path.of(System.getProperty(PASSWORD_FILE))).strip();
    var database = Address.of(System.getProperty(DATABASE), "neo4j", password, "");
    bolt = Bolt.open(database);
    preparation = new Preparation(Planner.of(schema), Limits.DEFAULT);
    compiler = new Compiler(schema);
    request = request(database);
    access = policy.of(request.caller());
    var reader = new DocumentReader(schema, Limits.DEFAULT.document());
    checked = reader.validate(reader.parse(request.query(), ""));
    variables = new VariableReader(schema.graphQl()).read(checked, request.variables()).values();
    plan = plan();
    prepared = preparation.prepare(request, access).operation();
    var values = new HashMap<>(variables);
    values.putAll(access.values());
    run =
        new ExecutionContext(
            values, LocalDate.now(ZoneOffset.UTC), nothing.cursors().heldBy(access));
    statement = prepared.statement(run);
    records = new ArrayList<>();
    bolt.read(statement, WITHIN, records::add);
  }

  private Request request(Address database) {
    var wanted =
        BenchOperation.ALL.stream()
            .filter(one -> one.name().equals(operation))
            .findFirst()
            .orElseThrow();
    try (var driver = ContestantProcess.driver(database)) {
      return Statements.request(BoundOperation.in(driver, wanted));
    }
  }

  /// Closes the connection.
  @TearDown
  public void close() {
    bolt.close();
  }

  /// Values of a request to parameters of a known statement.
  ///
  /// @return the statement
  @Benchmark
  public Statement bind() {
    return prepared.statement(run);
  }

  /// All that happens to a known operation until it is sent.
  ///
  /// @return the statement
  @Benchmark
  public Statement prepare() {
    return preparation.prepare(request, policy.of(request.caller())).operation().statement(run);
  }

  /// A valid document to a plan, rewritten.
  ///
  /// @return the plan
  @Benchmark
  public Plan plan() {
    return Rewriter.ALL_LAWS.rewrite(compiler.compile(checked, variables, access).plan());
  }

  /// A plan to a statement.
  ///
  /// @return its text
  @Benchmark
  public String emit() {
    return CypherWriter.write(plan);
  }

  /// Records to bytes.
  @Benchmark
  public void write() {
    var exit = new ResponseSink(OutputStream.nullOutputStream(), _ -> {});
    var places = new CursorEncoder(run.cursors(), statement.parameters());
    var compiled = prepared.compiled();
    var form = new ResponseWriter.Form(compiled.response(), compiled.subjects().columns());
    var writer = new ResponseWriter(form, Map.of(), places, exit);
    try {
      for (var row : records) {
        writer.accept(row);
      }
      writer.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
