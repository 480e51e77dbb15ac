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

/// Documents that are named and not sent.
class PersistedDocumentsTest {
  private static final String DOCUMENT = "{ __typename }";
  private static final String HASH = Sha256.hex(DOCUMENT.getBytes(StandardCharsets.UTF_8));
  private static final String OTHER = "{ other: __typename }";

  private static TestServer echoing(PersistedDocuments documents) {
    var served = new TestServer(documents);
    served.answer(request -> TestServer.text("{\"data\":\"" + request.query() + "\"}"));
    return served;
  }

  private static String persisted(String hash) {
    return "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}";
  }

  private static void assertAnswer(String document, HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response::body);
    assertEquals("{\"data\":\"" + document + "\"}", response.body());
  }

  /// The convention of Apollo: the hash alone, then once with the document, then alone again.
  @Test
  void aDocumentIsSentOnce() throws Exception {
    try (var served = echoing(new PersistedDocuments(Map.of(), false))) {
      var alone = "{" + persisted(HASH) + "}";
      var first = served.post(alone);
      TestServer.assertProblem(400, Code.PERSISTED_QUERY_NOT_FOUND, first);
      assertTrue(first.body().contains("\"message\":\"PersistedQueryNotFound\""), first::body);
      assertAnswer(
          DOCUMENT, served.post("{\"query\":\"" + DOCUMENT + "\"," + persisted(HASH) + "}"));
      assertAnswer(DOCUMENT, served.post(alone));
      var extensions =
          TestServer.encode("{" + persisted(HASH).substring("\"extensions\":{".length()));
      assertAnswer(
          DOCUMENT, served.send(served.at("/graphql?extensions=" + extensions).GET().build()));
      assertAnswer(DOCUMENT, served.post("{\"documentId\":\"sha256:" + HASH + "\"}"));
    }
  }

  @Test
  void anotherHashThanThatOfTheDocumentIsRefused() throws Exception {
    try (var served = echoing(new PersistedDocuments(Map.of(), false))) {
      TestServer.assertProblem(
          400,
          Code.BAD_REQUEST,
          served.post("{\"query\":\"" + OTHER + "\"," + persisted(HASH) + "}"));
      TestServer.assertProblem(
          400, Code.PERSISTED_QUERY_NOT_FOUND, served.post("{" + persisted(HASH) + "}"));
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
  void whatNamesNoDocumentIsRefused(String body) throws Exception {
    try (var served = echoing(new PersistedDocuments(Map.of(), false))) {
      TestServer.assertProblem(400, Code.BAD_REQUEST, served.post(body));
    }
  }

  @Test
  void trustedDocumentsGoByTheirIdAndTheirHash() throws Exception {
    try (var served = echoing(new PersistedDocuments(Map.of("types", DOCUMENT), false))) {
      assertAnswer(DOCUMENT, served.post("{\"documentId\":\"types\"}"));
      assertAnswer(DOCUMENT, served.post("{" + persisted(HASH) + "}"));
      assertAnswer(DOCUMENT, served.send(served.at("/graphql?documentId=types").GET().build()));
      assertAnswer(OTHER, served.post("{\"query\":\"" + OTHER + "\"}"));
    }
  }

  @Test
  void whereOnlyTrustedOnesAreRunNoOtherIs() throws Exception {
    try (var served = echoing(new PersistedDocuments(Map.of("types", DOCUMENT), true))) {
      assertAnswer(DOCUMENT, served.post("{\"query\":\"" + DOCUMENT + "\"}"));
      assertAnswer(DOCUMENT, served.post("{\"documentId\":\"types\"}"));
      TestServer.assertProblem(
          400, Code.DOCUMENT_NOT_TRUSTED, served.post("{\"query\":\"" + OTHER + "\"}"));
      var hash = Sha256.hex(OTHER.getBytes(StandardCharsets.UTF_8));
      TestServer.assertProblem(
          400,
          Code.DOCUMENT_NOT_TRUSTED,
          served.post("{\"query\":\"" + OTHER + "\"," + persisted(hash) + "}"));
      TestServer.assertProblem(
          400, Code.PERSISTED_QUERY_NOT_FOUND, served.post("{" + persisted(hash) + "}"));
    }
  }

  @Test
  void bothFormsOfAFileAreRead(@TempDir Path folder) throws IOException {
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
  void aFileThatHoldsNoDocumentsStopsTheStart(String content, @TempDir Path folder)
      throws IOException {
    var file = folder.resolve("documents.json");
    Files.writeString(file, content);
    var problem = assertThrows(ProblemException.class, () -> TrustedDocuments.read(file));
    assertEquals(Code.STARTUP_FAILED, problem.problems().getFirst().code());
    assertTrue(
        problem.problems().getFirst().message().contains("TRUSTED_DOCUMENTS"), problem::toString);
  }
}
