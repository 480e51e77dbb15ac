package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
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
import nl.jeugdgraaf.auth.CallerReader;
import nl.jeugdgraaf.auth.HttpProblem;
import nl.jeugdgraaf.execute.ProblemJson;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// `POST /graphql` and `GET /graphql`: one operation in, one streamed response out.
///
/// Knows HTTP and nothing else. Status codes are those that the audits of the GraphQL-over-HTTP
/// specification ask: a document that is refused gives 400, but 200 to a client that reads only
/// `application/json`.
final class GraphQlHandler implements Handler {
  private static final Logger LOG = System.getLogger(GraphQlHandler.class.getName());

  /// RFC 6750, section 3.
  private static final String CHALLENGE =
      "Bearer error=\"invalid_token\", error_description=\"%s\""
          .formatted(HttpProblem.NOT_ACCEPTED);

  private static final int ANSWERS_AT_ONCE_MAX = 64;
  private static final int PLACE_WITHIN_SECONDS = 2;

  private final Supplier<Optional<Backend>> service;
  private final CallerReader callers;
  private final RequestReader reader;
  private final Semaphore places = new Semaphore(ANSWERS_AT_ONCE_MAX);
  private final DisconnectDetector departures;

  GraphQlHandler(
      Supplier<Optional<Backend>> service,
      CallerReader callers,
      RequestReader reader,
      DisconnectDetector departures) {
    this.service = service;
    this.callers = callers;
    this.reader = reader;
    this.departures = departures;
  }

  @Override
  public void handle(Context http) throws IOException {
    http.res().setHeader("Vary", "Accept, Authorization, Purpose");
    var type = MediaTypes.answering(Headers.all(http, "Accept"));
    try {
      answer(http, type.orElseThrow(GraphQlHandler::notAcceptable));
    } catch (HttpProblem e) {
      send(http, type.orElse(ResponseType.JSON), e.status(), List.of(e.problem()));
    } catch (ProblemException e) {
      var as = type.orElse(ResponseType.JSON);
      send(http, as, status(e.problems().getFirst().code(), as), e.problems());
    }
  }

  private static HttpProblem starting() {
    return new HttpProblem(
        503, Code.DATABASE_UNAVAILABLE, "The server is starting; try again in a few seconds.");
  }

  private static HttpProblem notAcceptable() {
    return new HttpProblem(
        406,
        Code.NOT_ACCEPTABLE,
        "The answer is application/graphql-response+json or application/json; accept one of them.");
  }

  private void answer(Context http, ResponseType type) throws IOException {
    var offered = service.get().orElseThrow(GraphQlHandler::starting);
    var caller = callers.read(http);
    var request =
        http.req().getMethod().equals("GET")
            ? reader.readAddress(http, caller, offered.documents())
            : reader.readBody(http, caller, offered.documents());
    if (!takePlace()) {
      throw new HttpProblem(
          503, Code.LIMIT_EXCEEDED, "The server is busy; try again in a few seconds.");
    }
    try (var _ = departures.watch(http)) {
      run(http, type, out -> offered.engine().answer(request, out));
    } finally {
      places.release();
    }
  }

  private boolean takePlace() {
    try {
      return places.tryAcquire(PLACE_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
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
      end(http, out, type, ErrorReporter.toProblems(e));
    } catch (IOException _) {
      LOG.log(Level.DEBUG, "a client went away before its answer was whole");
      out.cut();
    } catch (RuntimeException | Error e) {
      // Without this the web server ends what it has as if it were whole, also where memory is out.
      end(http, out, type, List.of(ErrorReporter.toProblem(e)));
    }
  }

  private static void end(
      Context http, ResponseStream out, ResponseType type, List<Problem> problems)
      throws IOException {
    if (out.takeBack()) {
      send(http, type, status(problems.getFirst().code(), type), problems);
    } else {
      out.cut();
    }
  }

  private static void send(Context http, ResponseType type, int status, List<Problem> problems)
      throws IOException {
    if (status == 401) {
      http.header("WWW-Authenticate", CHALLENGE);
    }
    if (status == 405) {
      http.header("Allow", "POST");
    }
    if (status == 503) {
      http.header("Retry-After", "5");
    }
    http.status(status);
    http.contentType(type.contentType());
    http.res()
        .getOutputStream()
        .write(ProblemJson.response(problems).getBytes(StandardCharsets.UTF_8));
  }

  private static int status(Code code, ResponseType type) {
    return switch (code) {
      case GRAPHQL_PARSE_FAILED,
          GRAPHQL_VALIDATION_FAILED,
          OPERATION_NOT_FOUND,
          PERSISTED_QUERY_NOT_FOUND,
          DOCUMENT_NOT_TRUSTED,
          BAD_USER_INPUT,
          BAD_CURSOR,
          FORBIDDEN,
          PURPOSE_REQUIRED,
          LIMIT_EXCEEDED ->
          type == ResponseType.GRAPHQL ? 400 : 200;
      case BAD_REQUEST -> 400;
      case UNAUTHENTICATED -> 401;
      case METHOD_NOT_ALLOWED -> 405;
      case NOT_ACCEPTABLE -> 406;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case DATABASE_UNAVAILABLE, AUDIT_UNAVAILABLE, SIGN_IN_UNAVAILABLE -> 503;
      case TIMEOUT -> 504;
      case NULL_VALUE, BAD_VALUE, INTERNAL_ERROR, STARTUP_FAILED -> 500;
    };
  }
}
