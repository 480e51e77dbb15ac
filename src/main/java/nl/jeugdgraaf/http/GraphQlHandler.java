package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.auth.CallerReader;
import nl.jeugdgraaf.auth.HttpProblem;
import nl.jeugdgraaf.connection.DisconnectDetector;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.execute.ProblemJson;
import nl.jeugdgraaf.execute.ResponseFormat;
import nl.jeugdgraaf.execute.ResponseTarget;
import nl.jeugdgraaf.http.RequestMetrics.Outcome;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// `POST /graphql` and `GET /graphql`: one operation in, one streamed response out.
///
/// Knows HTTP and nothing else. The status of a problem is decided by [ProblemStatus].
final class GraphQlHandler implements Handler {
  private static final Logger LOG = System.getLogger(GraphQlHandler.class.getName());

  /// RFC 6750, section 3.
  private static final String CHALLENGE =
      "Bearer error=\"invalid_token\", error_description=\"%s\""
          .formatted(HttpProblem.NOT_ACCEPTED);

  /// RFC 6266.
  private static final String DISPOSITION = "Content-Disposition";

  /// Asks for the cost of an operation, with any value.
  private static final String COST = "GraphQL-Cost";

  private final Supplier<Optional<Backend>> backend;
  private final CallerReader callers;
  private final RequestReader reader;
  private final Admission admission;
  private final DisconnectDetector disconnects;
  private final RequestMetrics metrics;
  private final ErrorReporter reporter = new ErrorReporter(InstantSource.system());

  GraphQlHandler(
      Supplier<Optional<Backend>> backend,
      CallerReader callers,
      RequestReader reader,
      DisconnectDetector disconnects,
      RequestMetrics metrics) {
    this.backend = backend;
    this.callers = callers;
    this.reader = reader;
    this.disconnects = disconnects;
    this.metrics = metrics;
    this.admission = new Admission(metrics.metrics());
  }

  @Override
  public void handle(Context http) throws IOException {
    http.res().addHeader("Vary", "Accept, Authorization, Role, Purpose");
    var accepted = MediaTypes.negotiate(Headers.joined(http, "Accept"));
    var type = accepted.orElse(ResponseType.JSON);
    try {
      if (accepted.isEmpty()) {
        throw notAcceptable();
      }
      answer(http, type);
    } catch (HttpProblem e) {
      send(http, type, ProblemStatus.ofRequest(e.problem().code()), List.of(e.problem()));
    } catch (ProblemException e) {
      send(http, type, status(e.problems(), type), e.problems());
    }
  }

  static HttpProblem starting() {
    return new HttpProblem(
        Code.DATABASE_UNAVAILABLE, "The server is starting. Try again in a few seconds.");
  }

  private static HttpProblem notAcceptable() {
    return new HttpProblem(
        Code.NOT_ACCEPTABLE,
        "Responses are application/graphql-response+json or application/json; rows are text/csv or"
            + " application/x-ndjson, and paths application/graphml+xml. Accept one of them.");
  }

  private void answer(Context http, ResponseType type) throws IOException {
    var ready = backend.get().orElseThrow(GraphQlHandler::starting);
    var caller = caller(http, ready.refusals());
    var request =
        isPost(http)
            ? reader.readBody(http, caller, ready.documents())
            : reader.readUrl(http, caller, ready.documents());
    try (var _ = disconnects.watch(http.req());
        var admitted = admission.admit(http, caller, () -> ready.engine().mayExport(caller))) {
      var known = !isPost(http) && !type.onlyByName() && ready.engine().asksSchemaOnly(request);
      var out = new ResponseStream(http);
      run(
          http,
          type,
          out,
          known
              ? () -> sendKnown(http, ready.engine(), request)
              : () ->
                  ready
                      .engine()
                      .answer(
                          request,
                          new ResponseTarget(
                              type.format(),
                              name -> attach(http, type, name),
                              out,
                              !Headers.joined(http, COST).isEmpty())));
      admitted.sent(out.writtenBytes());
    } catch (InterruptedException _) {
      LOG.log(Level.DEBUG, "Client disconnected while its operation waited for a place");
      new ResponseStream(http).abort();
    }
  }

  private static boolean isPost(Context http) {
    return http.req().getMethod().equals("POST");
  }

  /// Lets a client keep what it learns about the schema, but no cache that others share: what a
  /// caller is shown may depend on its token.
  private static void sendKnown(Context http, Backend.Answers engine, Request request)
      throws IOException {
    var body = new ByteArrayOutputStream();
    engine.answer(request, new ResponseTarget(ResponseFormat.JSON, _ -> {}, body));
    KnownAnswer.send(http, body.toByteArray());
    http.header("Cache-Control", "private, no-cache");
  }

  private Caller caller(Context http, Backend.Refusals refusals) {
    try {
      return callers.read(
          Headers.all(http, "Authorization"),
          Headers.all(http, "Role"),
          Headers.all(http, "Purpose"),
          http.ip());
    } catch (HttpProblem e) {
      var code = e.problem().code();
      metrics.signInFailed(code);
      if (code == Code.UNAUTHENTICATED || code == Code.FORBIDDEN) {
        var known = e.caller();
        refusals.refused(
            new Caller(
                known.role(), known.organisation(), known.user(), known.purpose(), http.ip()),
            code);
      }
      throw e;
    }
  }

  /// Lets a browser keep an answer as a file. The name is one of GraphQL, so it needs no quoting.
  private static void attach(Context http, ResponseType type, String name) {
    if (type.onlyByName()) {
      http.res()
          .setHeader(
              DISPOSITION,
              "attachment; filename=\"" + name + "." + type.format().extension() + "\"");
    }
  }

  private interface Answer {
    void write() throws IOException;
  }

  private void run(Context http, ResponseType type, ResponseStream out, Answer answer)
      throws IOException {
    var start = System.nanoTime();
    var outcome = Outcome.ERROR;
    http.contentType(type.contentType());
    try {
      answer.write();
      outcome = Outcome.OK;
    } catch (ProblemException e) {
      replace(http, out, type, reporter.report(e));
    } catch (IOException _) {
      LOG.log(Level.DEBUG, "Client disconnected before the response was complete");
      outcome = Outcome.ABORTED;
      out.abort();
    } catch (RuntimeException | Error e) {
      // Otherwise the web server would end a partial response as if it were complete. This includes
      // running out of memory.
      replace(http, out, type, List.of(ErrorReporter.reportBug(e)));
    } finally {
      metrics.operation(outcome, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /// Sends problems in place of the response, or breaks it off if the client has part of it.
  private void replace(Context http, ResponseStream out, ResponseType type, List<Problem> problems)
      throws IOException {
    if (out.discard()) {
      send(http, type, status(problems, type), problems);
    } else {
      out.abort();
    }
  }

  private static int status(List<Problem> problems, ResponseType type) {
    return ProblemStatus.ofOperation(problems.getFirst().code(), type);
  }

  private void send(Context http, ResponseType type, int status, List<Problem> problems)
      throws IOException {
    metrics.rejected(problems);
    switch (status) {
      case 401 -> http.header("WWW-Authenticate", CHALLENGE);
      case 405 -> http.header("Allow", "POST");
      case 503 -> http.header("Retry-After", "5");
      default -> {}
    }
    http.status(status);
    http.res().setHeader(DISPOSITION, null);
    http.contentType(type.ofProblems().contentType());
    http.res()
        .getOutputStream()
        .write(ProblemJson.response(problems).getBytes(StandardCharsets.UTF_8));
  }
}
