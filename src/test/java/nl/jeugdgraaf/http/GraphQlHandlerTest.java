package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of a problem, before and after the first byte.
class GraphQlHandlerTest {
  private static final String JSON = TestServer.JSON;
  private static final String ASK = TestServer.ASK;

  private final TestServer served = new TestServer();

  @AfterEach
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GRAPHQL_PARSE_FAILED, 400, 200",
    "GRAPHQL_VALIDATION_FAILED, 400, 200",
    "OPERATION_NOT_FOUND, 400, 200",
    "BAD_USER_INPUT, 400, 200",
    "LIMIT_EXCEEDED, 400, 200",
    "METHOD_NOT_ALLOWED, 405, 405",
    "DATABASE_UNAVAILABLE, 503, 503",
    "TIMEOUT, 504, 504",
  })
  void eachProblemHasItsStatus(Code code, int status, int statusForJson) throws Exception {
    served.answer(_ -> {
      throw new ProblemException(code, "No.");
    });
    var response = served.post(ASK);
    TestServer.assertProblem(status, code, response);
    assertEquals(status == 503, response.headers().firstValue("retry-after").isPresent());
    assertEquals(status == 405, response.headers().firstValue("allow").isPresent());
    var plain =
        served.send(
            served
                .at("/graphql")
                .header("content-type", JSON)
                .header("accept", JSON)
                .POST(BodyPublishers.ofString(ASK))
                .build());
    TestServer.assertProblem(statusForJson, code, plain);
  }

  @Test
  void aProblemShowsItsPlaceAndPath() throws Exception {
    served.answer(_ -> {
      throw new ProblemException(
          new Problem(
              Code.BAD_USER_INPUT,
              "No \"x\".",
              List.of(new Problem.Location(1, 3)),
              List.of("a", 0)));
    });
    assertEquals(
        "{\"errors\":[{\"message\":\"No \\\"x\\\".\",\"locations\":[{\"line\":1,\"column\":3}],"
            + "\"path\":[\"a\",0],\"extensions\":{\"code\":\"BAD_USER_INPUT\"}}]}",
        served.post(ASK).body());
  }

  @Test
  void aBugShowsAReferenceAndNothingOfTheInside() throws Exception {
    served.answer(_ ->
        out -> {
          out.write('{');
          throw new IllegalStateException("secret");
        });
    var response = served.post(ASK);
    TestServer.assertProblem(500, Code.INTERNAL_ERROR, response);
    assertTrue(response.body().matches(".*the reference [0-9a-f]{8}\\..*"), response::body);
    assertFalse(response.body().contains("secret"));
  }

  @Test
  void aFailureAfterTheFirstBytesCutsTheConnection() {
    served.answer(_ ->
        out -> {
          out.write(new byte[100_000]);
          throw new ProblemException(Code.TIMEOUT, "Too late.");
        });
    assertThrows(IOException.class, () -> served.post(ASK));
  }

  @Test
  void memoryThatIsOutCutsTheConnectionToo() {
    served.answer(_ ->
        out -> {
          out.write(new byte[100_000]);
          throw new OutOfMemoryError("planted");
        });
    assertThrows(IOException.class, () -> served.post(ASK));
  }
}
