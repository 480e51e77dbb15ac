package nl.jeugdgraaf.http;

import static nl.jeugdgraaf.http.Eventually.assertEventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import nl.jeugdgraaf.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What `/metrics` shows.
class MetricsTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  @Test
  void requestsAreCountedByMethodRouteAndStatus() throws Exception {
    SERVER.post(TestServer.OPERATION);
    SERVER.post(TestServer.OPERATION);
    SERVER.post("not an operation");
    assertCount(2, "POST", "/graphql", 200);
    assertCount(1, "POST", "/graphql", 400);
  }

  /// Clients cannot create time series by making up paths and methods.
  @Test
  void unknownPathsAndMethodsAreCountedTogether() throws Exception {
    for (int i = 0; i < 5; i++) {
      SERVER.get("/nothing" + i);
      SERVER.send(SERVER.at("/no" + i).method("MADE" + i, BodyPublishers.noBody()));
    }
    assertCount(5, "GET", "*", 404);
    assertCount(5, "_OTHER", "*", 405);
    assertFalse(read().contains("nothing0"));
  }

  @Test
  void theFormatIsThatOfPrometheus() throws Exception {
    var response = SERVER.get("/metrics");
    assertEquals(200, response.statusCode());
    assertEquals(List.of(Metrics.CONTENT_TYPE), response.headers().allValues("content-type"));
    for (var line : response.body().lines().toList()) {
      assertTrue(
          line.matches("# (HELP|TYPE) [a-z0-9_]+ .*|[a-z0-9_]+(\\{.*\\})? [-+0-9.eENaInf]+"), line);
    }
    for (var name : List.of("jvm_memory_used_bytes", "process_cpu_usage", "jvm_gc_")) {
      assertTrue(response.body().contains(name), name);
    }
  }

  /// A request is counted after its response was sent.
  private static void assertCount(long expected, String method, String route, int status)
      throws Exception {
    assertEventually(() -> count(method, route, status) >= expected);
    assertEquals(expected, count(method, route, status));
  }

  private static long count(String method, String route, int status) throws Exception {
    var labels =
        "http_request_method=\"%s\",http_response_status_code=\"%d\",http_route=\"%s\""
            .formatted(method, status, route);
    var name = "http_server_request_duration_seconds_count{" + labels + "} ";
    return read()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length())))
        .sum();
  }

  private static String read() throws IOException, InterruptedException {
    return SERVER.get("/metrics").body();
  }
}
