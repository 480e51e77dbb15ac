package nl.jeugdgraaf.soak;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// An ordinary client that looks up one youth after the other, ten a second, whatever others do.
final class LookUps implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration EVERY = Duration.ofMillis(100);
  private static final Duration WITHIN = Duration.ofSeconds(20);

  private final URI server;
  private final String token;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::run);
  private final AtomicInteger number = new AtomicInteger();
  private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private volatile boolean disturbed;

  /// One look-up.
  ///
  /// @param millis until the answer was there
  /// @param status of the answer, or 0 for none
  private record Asked(long millis, int status) {}

  LookUps(URI server, String token) {
    this.server = server;
    this.token = token;
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        ask();
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void ask() throws InterruptedException {
    var name = "soak" + number.incrementAndGet();
    var wasDisturbed = disturbed;
    var start = System.nanoTime();
    var status = send(name);
    if (status == 200) {
      answered.add(name);
    }
    if (!wasDisturbed && !disturbed) {
      asked.add(new Asked((System.nanoTime() - start) / 1_000_000, status));
    }
  }

  /// The name of the operation is in its audit record.
  private int send(String name) throws InterruptedException {
    var query = "query " + name + " { youths(limit: 1) { key name } }";
    try {
      var request =
          HttpRequest.newBuilder(server.resolve("/graphql"))
              .timeout(WITHIN)
              .header("content-type", "application/json")
              .header("authorization", "Bearer " + token)
              .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))))
              .build();
      return client.send(request, BodyHandlers.ofString()).statusCode();
    } catch (IOException _) {
      return 0;
    }
  }

  /// Counts nothing while something is killed: what is away cannot answer.
  void disturbed(boolean now) {
    disturbed = now;
  }

  /// Returns the names of operations of which an answer came.
  Set<String> answered() {
    return answered;
  }

  /// Returns how many were not answered with 200.
  long failed() {
    return asked.stream().filter(one -> one.status != 200).count();
  }

  /// Returns how many were counted.
  int count() {
    return asked.size();
  }

  /// Returns the time within which a part of them was answered, in milliseconds.
  long quantile(double part) {
    List<Long> times = new ArrayList<>(asked.stream().map(Asked::millis).sorted().toList());
    if (times.isEmpty()) {
      return 0;
    }
    return times.get((int) Math.min(times.size() - 1, Math.floor(times.size() * part)));
  }

  /// Asks no more.
  void stop() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    client.close();
  }
}
