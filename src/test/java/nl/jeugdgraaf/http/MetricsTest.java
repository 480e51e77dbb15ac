package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the server tells of itself under `/metrics`.
class MetricsTest {
  private static final Duration COUNTED_WITHIN = Duration.ofSeconds(5);

  private final TestServer served = new TestServer();

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void requestsAreCountedByMethodRouteAndStatus() throws Exception {
    served.post(TestServer.ASK);
    served.post(TestServer.ASK);
    served.post("no operation");
    assertEquals(2, counted("POST", "/graphql", 200, 2));
    assertEquals(1, counted("POST", "/graphql", 400, 1));
  }

  /// Whoever asks for what is not there, in ways that are not known, does not make new names.
  @Test
  void whatAClientMakesUpIsCountedTogether() throws Exception {
    for (int i = 0; i < 5; i++) {
      served.send(served.at("/nothing" + i).build());
      served.send(served.at("/no" + i).method("MADE" + i, BodyPublishers.noBody()).build());
    }
    assertEquals(5, counted("GET", "*", 404, 5));
    assertEquals(5, counted("_OTHER", "*", 405, 5));
    assertFalse(read().contains("nothing0"));
  }

  @Test
  void theFormIsThatOfPrometheus() throws Exception {
    var response = served.send(served.at("/metrics").build());
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

  /// A request is counted when its answer has left.
  private long counted(String method, String route, int status, long wanted) throws Exception {
    var until = Instant.now().plus(COUNTED_WITHIN);
    while (count(method, route, status) < wanted && Instant.now().isBefore(until)) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    return count(method, route, status);
  }

  private long count(String method, String route, int status) throws Exception {
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

  private String read() throws IOException, InterruptedException {
    return served.send(served.at("/metrics").build()).body();
  }
}
