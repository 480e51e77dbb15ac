package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.auth.CallerReader;
import nl.jeugdgraaf.auth.HttpProblem;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.execute.ProblemJson;
import nl.jeugdgraaf.execute.ResponseFormat;
import nl.jeugdgraaf.execute.ResponseTarget;
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

  private static final int CONCURRENT_ANSWERS_MAX = 64;
  private static final int PERMIT_WITHIN_SECONDS = 2;

  private final Supplier<Optional<Backend>> backend;
  private final CallerReader callers;
  private final RequestReader reader;
  private final Semaphore permits = new Semaphore(CONCURRENT_ANSWERS_MAX);
  private final DisconnectDetector disconnects;

  GraphQlHandler(
      Supplier<Optional<Backend>> backend,
      CallerReader callers,
      RequestReader reader,
      DisconnectDetector disconnects) {
    this.backend = backend;
    this.callers = callers;
    this.reader = reader;
    this.disconnects = disconnects;
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
    if (!acquirePermit()) {
      var busy = Problem.of(Code.LIMIT_EXCEEDED, "The server is busy. Try again in a few seconds.");
      send(http, type, ProblemStatus.BUSY, List.of(busy));
      return;
    }
    try (var _ = disconnects.watch(http)) {
      var known = !isPost(http) && !type.onlyByName() && ready.engine().asksSchemaOnly(request);
      run(
          http,
          type,
          known
              ? _ -> sendKnown(http, ready.engine(), request)
              : out ->
                  ready
                      .engine()
                      .answer(
                          request,
                          new ResponseTarget(
                              type.format(), name -> attach(http, type, name), out)));
    } finally {
      permits.release();
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

  private boolean acquirePermit() {
    try {
      return permits.tryAcquire(PERMIT_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
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
    void writeTo(OutputStream out) throws IOException;
  }

  private static void run(Context http, ResponseType type, Answer answer) throws IOException {
    var out = new ResponseStream(http);
    http.contentType(type.contentType());
    try {
      answer.writeTo(out);
    } catch (ProblemException e) {
      replace(http, out, type, ErrorReporter.report(e));
    } catch (IOException _) {
      LOG.log(Level.DEBUG, "Client disconnected before the response was complete");
      out.abort();
    } catch (RuntimeException | Error e) {
      // Otherwise the web server would end a partial response as if it were complete. This includes
      // running out of memory.
      replace(http, out, type, List.of(ErrorReporter.reportBug(e)));
    }
  }

  /// Sends problems in place of the response, or breaks it off if the client has part of it.
  private static void replace(
      Context http, ResponseStream out, ResponseType type, List<Problem> problems)
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

  private static void send(Context http, ResponseType type, int status, List<Problem> problems)
      throws IOException {
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
