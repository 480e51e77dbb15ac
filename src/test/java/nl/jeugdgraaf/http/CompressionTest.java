package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that are compressed while they are written.
class CompressionTest {
  private static final String ROW = "{\"name\":\"Basis en Aanvullende JH i.c.m. HSJ\"},";
  private static final byte[] LONG = ROW.repeat(20_000).getBytes(StandardCharsets.UTF_8);

  @RegisterExtension static final TestServer SERVER = new TestServer();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @AfterAll
  static void close() {
    CLIENT.shutdownNow();
  }

  private static HttpResponse<InputStream> send(HttpRequest.Builder request, String accepted)
      throws IOException, InterruptedException {
    return CLIENT.send(
        request.header("accept-encoding", accepted).build(), BodyHandlers.ofInputStream());
  }

  private static String encoding(HttpResponse<?> response) {
    return response.headers().firstValue("content-encoding").orElse("none");
  }

  private static InputStream unpacked(String encoding, InputStream body) throws IOException {
    return switch (encoding) {
      case "gzip" -> new GZIPInputStream(body);
      case "zstd" -> new ZstdInputStream(body);
      default -> body;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | gzip",
        "zstd | zstd",
        "gzip, deflate, br, zstd | zstd",
        "gzip;q=0, zstd;q=0 | none",
        "zstd;q=0, gzip;q=0.1 | gzip",
        "br | none",
        "identity | none",
        "* | zstd"
      })
  void aLongAnswerIsCompressedAsTheClientAsks(String accepted, String expected) throws Exception {
    SERVER.answer(_ -> out -> out.write(LONG));
    var response = send(SERVER.asking(), accepted);
    assertEquals(expected, encoding(response));
    assertTrue(
        response.headers().allValues("vary").stream()
            .anyMatch(value -> value.contains("Accept-Encoding")));
    var body = response.body().readAllBytes();
    assertTrue(expected.equals("none") || body.length < LONG.length / 20, () -> "" + body.length);
    assertArrayEquals(LONG, unpacked(expected, new ByteArrayInputStream(body)).readAllBytes());
  }

  @Test
  void aClientThatTakesNoFormOfTheAnswerIsRefused() throws Exception {
    var response = SERVER.send(SERVER.asking().header("accept-encoding", "identity;q=0, br"));
    TestServer.assertProblem(406, Code.NOT_ACCEPTABLE, response);
  }

  @Test
  void whatIsSmallOrAnErrorStaysAsItIs() throws Exception {
    assertEquals("none", encoding(send(SERVER.asking(), "gzip")));
    SERVER.answer(_ -> {
      throw new ProblemException(Code.BAD_USER_INPUT, "x".repeat(10_000));
    });
    assertEquals("none", encoding(send(SERVER.asking(), "gzip")));
  }

  @ParameterizedTest
  @CsvSource({
    "/, none",
    "/graphiql, none",
    "/page/page.js, gzip",
    "/vendor/cytoscape/cytoscape.esm.min.mjs, gzip",
    "/questions.json, zstd",
    "/metrics, gzip",
    "/page/icon.svg, none"
  })
  void filesAreCompressedToo(String path, String expected) throws Exception {
    var response = send(SERVER.at(path), expected.equals("zstd") ? "zstd" : "gzip");
    assertEquals(expected, encoding(response));
    var plain = SERVER.get(path);
    if (!path.equals("/metrics")) {
      assertArrayEquals(
          plain.body().getBytes(StandardCharsets.UTF_8),
          unpacked(expected, response.body()).readAllBytes());
    }
  }

  /// The client reads the first rows while the last one is not yet there.
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd"})
  void anAnswerIsSentAsItGrows(String accepted) throws Exception {
    var read = new CountDownLatch(1);
    SERVER.answer(_ ->
        out -> {
          // Random, or all of it would fit in one buffer of the compressor.
          out.write(noise(1_000_000));
          try {
            assertTrue(read.await(10, TimeUnit.SECONDS), "nothing was sent");
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          out.write(new byte[10_000]);
        });
    var body = unpacked(accepted, send(SERVER.asking(), accepted).body());
    assertEquals(500_000, body.readNBytes(500_000).length);
    read.countDown();
    assertEquals(510_000, body.readAllBytes().length);
  }

  private static byte[] noise(int length) {
    var bytes = new byte[length];
    new java.util.Random(7).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd", "identity"})
  void anAnswerThatFailsHalfwayIsNeverWhole(String accepted) throws Exception {
    SERVER.answer(_ ->
        out -> {
          out.write(noise(1_000_000));
          throw new ProblemException(Code.TIMEOUT, "Too late.");
        });
    var response = send(SERVER.asking(), accepted);
    assertEquals(200, response.statusCode());
    assertThrows(IOException.class, () -> response.body().readAllBytes());
  }

  /// To these the end of the connection is the end of the answer.
  @ParameterizedTest
  @ValueSource(strings = {"1.1", "1.0"})
  void anAnswerThatFailsHalfwayIsNeverWholeForAClientThatKeepsNoConnection(String version)
      throws Exception {
    SERVER.answer(_ ->
        out -> {
          out.write(noise(1_000_000));
          throw new ProblemException(Code.TIMEOUT, "Too late.");
        });
    try (var socket = SERVER.connect()) {
      var request =
          "GET /graphql?query=%7Ba%7D HTTP/"
              + version
              + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThrows(IOException.class, () -> socket.getInputStream().readAllBytes());
    }
  }

  /// What was written before is thrown away, with the header that said it was compressed.
  @Test
  void anAnswerThatFailsBeforeItIsSentIsAnError() throws Exception {
    SERVER.answer(_ ->
        out -> {
          out.write(LONG, 0, 5_000);
          throw new ProblemException(Code.TIMEOUT, "Too late.");
        });
    var response = send(SERVER.asking(), "gzip");
    assertEquals(504, response.statusCode());
    assertEquals("none", encoding(response));
    var text = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(text.contains("Too late."), text);
  }
}
