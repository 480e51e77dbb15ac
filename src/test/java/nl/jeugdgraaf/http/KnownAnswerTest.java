package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that a client keeps and asks about again.
class KnownAnswerTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return SERVER.send(SERVER.at(path).headers(headers));
  }

  private static String tag(HttpResponse<String> response) {
    return response.headers().firstValue("etag").orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/graphiql", "/schema.graphqls", "/questions.json", "/page/page.js"})
  void aClientThatHasTheAnswerGetsNoBody(String path) throws Exception {
    for (var encoding : List.of("identity", "gzip", "zstd")) {
      var first = get(path, "accept-encoding", encoding);
      assertFalse(tag(first).isEmpty());
      var caching = first.headers().firstValue("cache-control").orElse("");
      assertTrue(caching.matches("(private, )?no-cache"), caching);
      var again = get(path, "accept-encoding", encoding, "if-none-match", tag(first));
      assertEquals(304, again.statusCode());
      assertEquals("", again.body());
      assertEquals(List.of(caching), again.headers().allValues("cache-control"));
    }
  }

  @Test
  void theTagIsAmongOthersAndMayBeWeak() throws Exception {
    var tag = tag(get("/schema.graphqls?all", "x", "y"));
    for (var known : List.of("*", "W/" + tag, "\"x\", " + tag, "W/\"x\",W/" + tag)) {
      assertEquals(304, get("/schema.graphqls?all", "if-none-match", known).statusCode(), known);
    }
    for (var other : List.of("\"x\"", "W/\"x\"", "x", tag.replace("\"", ""))) {
      var response = get("/schema.graphqls?all", "if-none-match", other);
      assertEquals(200, response.statusCode(), other);
      assertEquals("type Query { a: Int }", response.body());
    }
  }

  @Test
  void headAsksForTheTagAlone() throws Exception {
    var tag = tag(SERVER.send(SERVER.at("/schema.graphqls").HEAD()));
    assertEquals(tag(SERVER.get("/schema.graphqls")), tag);
    var request = SERVER.at("/schema.graphqls").HEAD().headers("if-none-match", tag);
    assertEquals(304, SERVER.send(request.header("accept-encoding", "gzip")).statusCode());
  }

  @Test
  void otherTextsHaveOtherTags() throws Exception {
    assertNotEquals(tag(SERVER.get("/graphiql")), tag(SERVER.get("/questions.json")));
  }

  @Test
  void whatIsAskedAboutTheSchemaByGetIsKept() throws Exception {
    SERVER.answer(_ -> TestServer.text("{\"data\":{\"__schema\":{}}}"));
    var path = "/graphql?query=" + TestServer.encode("{ __schema { description } }");
    var first = SERVER.get(path);
    assertEquals("{\"data\":{\"__schema\":{}}}", first.body());
    assertEquals(List.of("private, no-cache"), first.headers().allValues("cache-control"));
    var vary = String.join(", ", first.headers().allValues("vary"));
    assertTrue(vary.contains("Authorization"), vary);
    assertEquals(304, get(path, "if-none-match", tag(first)).statusCode());
    SERVER.answer(_ -> TestServer.text("{\"data\":{\"__schema\":null}}"));
    assertEquals(200, get(path, "if-none-match", tag(first)).statusCode());
    var posted = SERVER.post("{\"query\":\"{ __schema { description } }\"}");
    assertEquals(List.of("no-store"), posted.headers().allValues("cache-control"));
  }

  @Test
  void aRefusalIsNeverKept() throws Exception {
    SERVER.answer(_ -> {
      throw new ProblemException(Code.LIMIT_EXCEEDED, "Too much.");
    });
    var response = SERVER.get("/graphql?query=" + TestServer.encode("{ __schema { x } }"));
    assertEquals(List.of("no-store"), response.headers().allValues("cache-control"));
    assertEquals("", tag(response));
  }

  /// A stored answer would outlive the right to see it, and leave no record.
  @Test
  void dataAreNeverKept() throws Exception {
    for (var response :
        List.of(SERVER.post(TestServer.OPERATION), SERVER.get("/graphql?query=%7Ba%7D"))) {
      assertEquals(List.of("no-store"), response.headers().allValues("cache-control"));
      assertTrue(response.headers().firstValue("etag").isEmpty());
    }
  }
}
