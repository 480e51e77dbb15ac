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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which requests are read and which are refused, over real sockets.
class RequestReaderTest {
  private static final String JSON = TestServer.JSON;
  private static final String ASK = TestServer.ASK;

  private final TestServer served = new TestServer();

  @AfterEach
  void stop() {
    served.close();
  }

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
      })
  void theAnswerIsInTheTypeThatTheClientLikesBest(String accept, String expected) throws Exception {
    var request =
        served.at("/graphql").header("content-type", JSON).POST(BodyPublishers.ofString(ASK));
    var response =
        served.send(accept == null ? request.build() : request.header("accept", accept).build());
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
        "application/json;charset=latin1"
      })
  void aClientThatReadsNoJsonIsToldSo(String accept) throws Exception {
    var response =
        served.send(
            served
                .at("/graphql")
                .header("content-type", JSON)
                .header("accept", accept)
                .POST(BodyPublishers.ofString(ASK))
                .build());
    TestServer.assertProblem(406, Code.NOT_ACCEPTABLE, response);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain; charset=application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
        "application/json; charset=iso-8859-1"
      })
  void onlyJsonIsRead(String type) throws Exception {
    var response =
        served.send(
            served
                .at("/graphql")
                .header("content-type", type)
                .POST(BodyPublishers.ofString(ASK))
                .build());
    TestServer.assertProblem(415, Code.UNSUPPORTED_MEDIA_TYPE, response);
  }

  @Test
  void aBodyWithoutATypeIsNotRead() throws Exception {
    TestServer.assertProblem(
        415,
        Code.UNSUPPORTED_MEDIA_TYPE,
        served.send(served.at("/graphql").POST(BodyPublishers.ofString(ASK)).build()));
  }

  @Test
  void aCompressedBodyIsNotRead() throws Exception {
    TestServer.assertProblem(
        415,
        Code.UNSUPPORTED_MEDIA_TYPE,
        served.send(
            served
                .at("/graphql")
                .header("content-type", JSON)
                .header("content-encoding", "gzip")
                .POST(BodyPublishers.ofString(ASK))
                .build()));
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
  void aBodyThatIsNoRequestIsRefusedWithoutRepeatingIt(String body) throws Exception {
    var response = served.post(body);
    TestServer.assertProblem(400, Code.BAD_REQUEST, response);
    assertFalse(response.body().contains("secret"), response::body);
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() throws Exception {
    var bytes = ASK.replace("__typename", "__typename #X").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 5] = (byte) 0xc3;
    var response =
        served.send(
            served
                .at("/graphql")
                .header("content-type", JSON)
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());
    TestServer.assertProblem(400, Code.BAD_REQUEST, response);
  }

  @Test
  void aBodyThatIsNestedTooDeeplyIsRefused() throws Exception {
    var deep = "[".repeat(100_000) + "]".repeat(100_000);
    TestServer.assertProblem(
        400,
        Code.BAD_REQUEST,
        served.post("{\"query\":\"{ __typename }\",\"variables\":{\"a\":" + deep + "}}"));
    assertEquals(200, served.post(ASK).statusCode());
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    var large = "x".repeat(Limits.DEFAULT.bodyBytesMax());
    TestServer.assertProblem(
        413,
        Code.LIMIT_EXCEEDED,
        served.post("{\"query\":\"{ __typename }\",\"a\":\"" + large + "\"}"));
  }

  @Test
  void whatTheEngineIsAskedIsWhatTheClientSent() throws Exception {
    var seen = new AtomicReference<Request>();
    served.answer(request -> {
      seen.set(request);
      return TestServer.text("{\"data\":null}");
    });
    served.post(
        """
        {"query":"query A { a }","operationName":"A","variables":{"b":null,"a":[1,2.5,"é😀"]},"c":[1]}
        """);
    assertEquals("query A { a }", seen.get().query());
    assertEquals("A", seen.get().operationName());
    assertEquals("{b=null, a=[1, 2.5, é😀]}", seen.get().variables().toString());
    assertTrue(seen.get().mutationAllowed());
  }

  @Test
  void aRequestMayBeInTheAddress() throws Exception {
    var seen = new AtomicReference<Request>();
    served.answer(request -> {
      seen.set(request);
      return TestServer.text("{\"data\":null}");
    });
    var response =
        served.send(
            served
                .at(
                    "/graphql?query="
                        + TestServer.encode("query A { a(name: \"é +%\") }")
                        + "&operationName=&extensions=&other=1&variables="
                        + TestServer.encode("{\"a\":1}"))
                .build());
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
        "?query=%c3%28",
        "?query=%00",
      })
  void anAddressThatIsNoRequestIsRefused(String parameters) throws Exception {
    TestServer.assertProblem(
        400, Code.BAD_REQUEST, served.send(served.at("/graphql" + parameters).build()));
  }

  @Test
  void anAddressThatIsTooLongIsRefused() throws Exception {
    var response = served.send(served.at("/graphql?query=" + "a".repeat(100_000)).build());
    assertTrue(response.statusCode() == 414 || response.statusCode() == 431);
    assertFalse(response.body().contains("aaa"));
  }
}
