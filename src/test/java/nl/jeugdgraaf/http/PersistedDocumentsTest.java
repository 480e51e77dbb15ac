package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.jeugdgraaf.digest.Sha256;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents that a client refers to instead of sending them.
class PersistedDocumentsTest {
  private static final String DOCUMENT = "{ __typename }";
  private static final String HASH = Sha256.hex(DOCUMENT.getBytes(StandardCharsets.UTF_8));
  private static final String OTHER = "{ other: __typename }";

  /// A server that answers with the document that it runs.
  private static TestServer serverWith(Map<String, String> trusted, boolean trustedOnly) {
    var server = new TestServer(new PersistedDocuments(trusted, trustedOnly));
    server.answer(request -> TestServer.text("{\"data\":\"" + request.query() + "\"}"));
    return server;
  }

  private static String persisted(String hash) {
    return "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}";
  }

  private static void assertAnswer(String document, HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response::body);
    assertEquals("{\"data\":\"" + document + "\"}", response.body());
  }

  /// Automatic persisted queries: the hash alone, then once with the document, then alone again.
  @Test
  void aDocumentIsSentOnlyOnce() throws Exception {
    try (var server = serverWith(Map.of(), false)) {
      var alone = "{" + persisted(HASH) + "}";
      var first = server.post(alone);
      TestServer.assertProblem(400, Code.PERSISTED_QUERY_NOT_FOUND, first);
      assertTrue(first.body().contains("\"message\":\"PersistedQueryNotFound\""), first::body);
      assertAnswer(
          DOCUMENT, server.post("{\"query\":\"" + DOCUMENT + "\"," + persisted(HASH) + "}"));
      assertAnswer(DOCUMENT, server.post(alone));
      var extensions =
          TestServer.encode("{" + persisted(HASH).substring("\"extensions\":{".length()));
      assertAnswer(DOCUMENT, server.get("/graphql?extensions=" + extensions));
      assertAnswer(DOCUMENT, server.post("{\"documentId\":\"sha256:" + HASH + "\"}"));
    }
  }

  @Test
  void aHashOfAnotherDocumentIsRefused() throws Exception {
    try (var server = serverWith(Map.of(), false)) {
      TestServer.assertProblem(
          400,
          Code.BAD_REQUEST,
          server.post("{\"query\":\"" + OTHER + "\"," + persisted(HASH) + "}"));
      TestServer.assertProblem(
          400, Code.PERSISTED_QUERY_NOT_FOUND, server.post("{" + persisted(HASH) + "}"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"extensions\":{\"persistedQuery\":{\"version\":2,\"sha256Hash\":\"a\"}}}",
        "{\"extensions\":{\"persistedQuery\":{\"version\":1}}}",
        "{\"documentId\":1}",
        "{}"
      })
  void aRequestWithoutADocumentIsRefused(String body) throws Exception {
    try (var server = serverWith(Map.of(), false)) {
      TestServer.assertProblem(400, Code.BAD_REQUEST, server.post(body));
    }
  }

  @Test
  void trustedDocumentsHaveAnIdAndAHash() throws Exception {
    try (var server = serverWith(Map.of("types", DOCUMENT), false)) {
      assertAnswer(DOCUMENT, server.post("{\"documentId\":\"types\"}"));
      assertAnswer(DOCUMENT, server.post("{" + persisted(HASH) + "}"));
      assertAnswer(DOCUMENT, server.get("/graphql?documentId=types"));
      assertAnswer(OTHER, server.post("{\"query\":\"" + OTHER + "\"}"));
    }
  }

  @Test
  void aServerOfTrustedDocumentsRefusesOthers() throws Exception {
    try (var server = serverWith(Map.of("types", DOCUMENT), true)) {
      assertAnswer(DOCUMENT, server.post("{\"query\":\"" + DOCUMENT + "\"}"));
      assertAnswer(DOCUMENT, server.post("{\"documentId\":\"types\"}"));
      TestServer.assertProblem(
          400, Code.DOCUMENT_NOT_TRUSTED, server.post("{\"query\":\"" + OTHER + "\"}"));
      var hash = Sha256.hex(OTHER.getBytes(StandardCharsets.UTF_8));
      TestServer.assertProblem(
          400,
          Code.DOCUMENT_NOT_TRUSTED,
          server.post("{\"query\":\"" + OTHER + "\"," + persisted(hash) + "}"));
      TestServer.assertProblem(
          400, Code.PERSISTED_QUERY_NOT_FOUND, server.post("{" + persisted(hash) + "}"));
    }
  }

  @Test
  void bothFileFormatsAreRead(@TempDir Path folder) throws IOException {
    var file = folder.resolve("documents.json");
    Files.writeString(file, "{\"one\": \"" + DOCUMENT + "\", \"two\": \"" + OTHER + "\"}");
    assertEquals(Map.of("one", DOCUMENT, "two", OTHER), TrustedDocuments.read(file));
    Files.writeString(
        file,
        """
        {"format": "apollo-persisted-query-manifest", "version": 1, "operations": [
          {"id": "one", "name": "One", "type": "query", "body": "%s"}]}
        """
            .formatted(DOCUMENT));
    assertEquals(Map.of("one", DOCUMENT), TrustedDocuments.read(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{}", "{\"one\": 1}", "{\"operations\": [{\"id\": \"a\"}]}"})
  void aFileWithoutDocumentsIsRefused(String content, @TempDir Path folder) throws IOException {
    var file = folder.resolve("documents.json");
    Files.writeString(file, content);
    var problem = assertThrows(ProblemException.class, () -> TrustedDocuments.read(file));
    assertEquals(Code.STARTUP_FAILED, problem.problems().getFirst().code());
    assertTrue(
        problem.problems().getFirst().message().contains("TRUSTED_DOCUMENTS"), problem::toString);
  }
}
