package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How problems reach the client, before and after the first byte of a response.
class GraphQlHandlerTest {

  @RegisterExtension static final TestServer SERVER = new TestServer();

  @ParameterizedTest
  @CsvSource({
    "BAD_USER_INPUT, 400, 200",
    "LIMIT_EXCEEDED, 400, 200",
    "METHOD_NOT_ALLOWED, 405, 405",
    "DATABASE_UNAVAILABLE, 503, 503",
    "TIMEOUT, 504, 504",
  })
  void aProblemHasItsStatusAndHeaders(Code code, int status, int statusForJson) throws Exception {
    SERVER.answer(_ -> {
      throw new ProblemException(code, "No.");
    });
    var response = SERVER.post(TestServer.OPERATION);
    TestServer.assertProblem(status, code, response);
    assertEquals(status == 503, response.headers().firstValue("retry-after").isPresent());
    assertEquals(status == 405, response.headers().firstValue("allow").isPresent());
    var plain =
        SERVER.send(SERVER.posting("content-type", TestServer.JSON, "accept", TestServer.JSON));
    TestServer.assertProblem(statusForJson, code, plain);
  }

  @Test
  void aProblemHasItsLocationAndPath() throws Exception {
    SERVER.answer(_ -> {
      throw new ProblemException(
          new Problem(
              Code.BAD_USER_INPUT,
              "No \"x\".",
              new Problem.Place(
                  List.of(new Problem.Location(1, 3)),
                  List.of("a", 0),
                  "where.w",
                  "variables.v.w",
                  new Problem.Coordinate("T", "f"))));
    });
    assertEquals(
        "{\"errors\":[{\"message\":\"No \\\"x\\\".\",\"locations\":[{\"line\":1,\"column\":3}],"
            + "\"path\":[\"a\",0],\"extensions\":{\"code\":\"BAD_USER_INPUT\",\"type\":\"T\","
            + "\"field\":\"f\",\"argument\":\"where.w\",\"variable\":\"variables.v.w\"}}]}",
        SERVER.post(TestServer.OPERATION).body());
  }

  @Test
  void aBugIsReportedByAReferenceAndNothingElse() throws Exception {
    SERVER.answer(_ ->
        out -> {
          out.write('{');
          throw new IllegalStateException("secret");
        });
    var response = SERVER.post(TestServer.OPERATION);
    TestServer.assertProblem(500, Code.INTERNAL_ERROR, response);
    assertTrue(
        response.body().matches(".*Report reference [0-9a-f]{8} to the operator\\..*"),
        response::body);
    assertFalse(response.body().contains("secret"));
  }

  @Test
  void aFailureAfterTheFirstBytesClosesTheConnection() {
    SERVER.answer(_ ->
        out -> {
          out.write(new byte[100_000]);
          throw new ProblemException(Code.TIMEOUT, "Too late.");
        });
    assertThrows(IOException.class, () -> SERVER.post(TestServer.OPERATION));
  }

  @Test
  void runningOutOfMemoryClosesTheConnectionToo() {
    SERVER.answer(_ ->
        out -> {
          out.write(new byte[100_000]);
          throw new OutOfMemoryError("planted");
        });
    assertThrows(IOException.class, () -> SERVER.post(TestServer.OPERATION));
  }
}
