package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which requests are read and which are refused, over real sockets.
class RequestReaderTest {

  @RegisterExtension static final TestServer SERVER = new TestServer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none | application/json",
        "*/* | application/json",
        "application/* | application/json",
        "application/json | application/json",
        "application/json; charset=utf-8 | application/json",
        "application/graphql-response+json | application/graphql-response+json",
        "application/graphql-response+json, application/json | application/graphql-response+json",
        "application/json, application/graphql-response+json | application/graphql-response+json",
        "application/graphql-response+json;q=0.5, application/json | application/json",
        "application/json;q=0, */* | application/graphql-response+json",
        "text/html, application/xhtml+xml, */*;q=0.8 | application/json",
        "application/json, text/event-stream | application/json",
        "APPLICATION/GraphQL-Response+JSON ; Q=0.9 ; Charset=\"UTF-8\" |"
            + " application/graphql-response+json",
      })
  void theResponseHasTheTypeThatTheClientPrefers(String accept, String expected) throws Exception {
    var request = SERVER.posting("content-type", TestServer.JSON);
    var response = SERVER.send(accept == null ? request : request.header("accept", accept));
    assertEquals(200, response.statusCode());
    assertEquals(
        expected + "; charset=utf-8",
        response.headers().firstValue("content-type").orElse("").replace(";charset", "; charset"));
    assertEquals("{\"data\":{\"__typename\":\"Query\"}}", response.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "application/xml",
        "application/json;q=0",
        "application/json;Q=0",
        "application/json;q=2",
        "application/json;charset=latin1",
        "application/json;charset"
      })
  void aClientThatAcceptsNoJsonIsRefused(String accept) throws Exception {
    var response = SERVER.send(SERVER.posting("content-type", TestServer.JSON, "accept", accept));
    TestServer.assertProblem(406, Code.NOT_ACCEPTABLE, response);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON; Charset=UTF-8",
        "application/json;charset=\"Utf-8\"",
        "application/json; charset=utf8",
        "application/graphql+json",
        "application/graphql+json; charset=UTF-8"
      })
  void jsonInUtf8IsRead(String type) throws Exception {
    var response = SERVER.send(SERVER.posting("content-type", type));
    assertEquals(200, response.statusCode(), response::body);
    assertEquals("{\"data\":{\"__typename\":\"Query\"}}", response.body());
  }

  @Test
  void aByteOrderMarkIsIgnored() throws Exception {
    assertEquals(200, SERVER.post("\uFEFF" + TestServer.OPERATION).statusCode());
    TestServer.assertProblem(
        400, Code.BAD_REQUEST, SERVER.post("\uFEFF\uFEFF" + TestServer.OPERATION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain; charset=application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
        "application/graphql+json; charset=latin1",
        "application/json; charset=iso-8859-1",
        "application/json; charset",
        "application/json, application/json"
      })
  void otherContentTypesAreRefused(String type) throws Exception {
    var response = SERVER.send(SERVER.posting("content-type", type));
    TestServer.assertProblem(415, Code.UNSUPPORTED_MEDIA_TYPE, response);
  }

  @Test
  void aBodyWithoutContentTypeIsRefused() throws Exception {
    TestServer.assertProblem(415, Code.UNSUPPORTED_MEDIA_TYPE, SERVER.send(SERVER.posting()));
  }

  @Test
  void aCompressedBodyIsRefused() throws Exception {
    TestServer.assertProblem(
        415,
        Code.UNSUPPORTED_MEDIA_TYPE,
        SERVER.send(SERVER.posting("content-type", TestServer.JSON, "content-encoding", "gzip")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{ \"not json",
        "null",
        "1",
        "\"{ __typename }\"",
        "[]",
        "[{\"query\":\"{ __typename }\"}]",
        "{}",
        "{\"query\":null}",
        "{\"query\":1}",
        "{\"query\":[\"secret\"]}",
        "{\"query\":\"{ __typename }\",\"operationName\":1}",
        "{\"query\":\"{ __typename }\",\"variables\":\"secret\"}",
        "{\"query\":\"{ __typename }\",\"variables\":[1]}",
        "{\"query\":\"{ __typename }\",\"extensions\":\"secret\"}",
        "{\"query\":\"{ __typename }\",\"query\":\"{ secret }\"}",
        "{\"query\":\"{ __typename }\"} secret",
        "{\"query\":\"{ secret \\u0000 }\"}",
        "{\"query\":\"{ secret \\ud800 }\"}",
        "{\"query\":\"{ __typename }\",\"variables\":{\"secret\\udc00\":1}}",
      })
  void aBodyThatIsNotARequestIsRefusedAndNotRepeated(String body) throws Exception {
    var response = SERVER.post(body);
    TestServer.assertProblem(400, Code.BAD_REQUEST, response);
    assertFalse(response.body().contains("secret"), response::body);
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() throws Exception {
    var bytes =
        TestServer.OPERATION
            .replace("__typename", "__typename #X")
            .getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 5] = (byte) 0xc3;
    var response = SERVER.send(SERVER.asking().POST(BodyPublishers.ofByteArray(bytes)));
    TestServer.assertProblem(400, Code.BAD_REQUEST, response);
  }

  @Test
  void aBodyThatIsNestedTooDeeplyIsRefused() throws Exception {
    var deep = "[".repeat(100_000) + "]".repeat(100_000);
    TestServer.assertProblem(
        400,
        Code.BAD_REQUEST,
        SERVER.post("{\"query\":\"{ __typename }\",\"variables\":{\"a\":" + deep + "}}"));
    assertEquals(200, SERVER.post(TestServer.OPERATION).statusCode());
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    var large = "x".repeat(Limits.DEFAULT.bodyBytesMax());
    TestServer.assertProblem(
        413,
        Code.LIMIT_EXCEEDED,
        SERVER.post("{\"query\":\"{ __typename }\",\"a\":\"" + large + "\"}"));
  }

  @Test
  void theEngineGetsWhatTheClientSent() throws Exception {
    var seen = new AtomicReference<Request>();
    SERVER.answer(request -> {
      seen.set(request);
      return TestServer.text("{\"data\":null}");
    });
    SERVER.post(
        """
        {"query":"query A { a }","operationName":"A","variables":{"b":null,"a":[1,2.5,"é😀"]},"c":[1]}
        """);
    assertEquals("query A { a }", seen.get().query());
    assertEquals("A", seen.get().operationName());
    assertEquals("{b=null, a=[1, 2.5, é😀]}", seen.get().variables().toString());
    assertTrue(seen.get().mutationAllowed());
  }

  @Test
  void aRequestMayBeInTheUrl() throws Exception {
    var seen = new AtomicReference<Request>();
    SERVER.answer(request -> {
      seen.set(request);
      return TestServer.text("{\"data\":null}");
    });
    var response =
        SERVER.get(
            "/graphql?query="
                + TestServer.encode("query A { a(name: \"é +%\") }")
                + "&operationName=&&extensions&other=1&=&variables="
                + TestServer.encode("{\"a\":1}"));
    assertEquals(200, response.statusCode(), response::body);
    assertEquals("query A { a(name: \"é +%\") }", seen.get().query());
    assertEquals("", seen.get().operationName());
    assertEquals("{a=1}", seen.get().variables().toString());
    assertFalse(seen.get().mutationAllowed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?query=",
        "?query=%7Ba%7D&query=%7Bb%7D",
        "?query=%7Ba%7D&variables=1",
        "?query=%7Ba%7D&variables=%7B",
        "?query=%7Ba%7D&extensions=%5B%5D",
        "?query=%7Ba%7D&query=",
        "?query=%c3%28",
        "?query=%c3",
        "?query=%00",
      })
  void aUrlThatIsNotARequestIsRefused(String parameters) throws Exception {
    TestServer.assertProblem(400, Code.BAD_REQUEST, SERVER.get("/graphql" + parameters));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%7", "%zz", "%u007B"})
  void aBrokenPercentEncodingIsRefused(String query) throws Exception {
    var response = SERVER.responseFor("127.0.0.1", "/graphql?query=" + query);
    assertTrue(response.startsWith("HTTP/1.1 400 "), response);
    assertTrue(response.contains("\"code\":\"BAD_REQUEST\""), response);
  }

  @Test
  void aUrlThatIsTooLongIsRefused() throws Exception {
    var response = SERVER.get("/graphql?query=" + "a".repeat(100_000));
    assertTrue(response.statusCode() == 414 || response.statusCode() == 431);
    assertFalse(response.body().contains("aaa"));
  }
}
