package nl.jeugdgraaf.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks the same again and again, one thread for each connection, each as soon as it has its
/// answer.
final class Load {
  private Load() {}

  /// Asks once, and reads the answer to its end.
  @FunctionalInterface
  interface Client {
    /// Asks.
    ///
    /// @throws IOException if there is no whole answer
    void ask() throws IOException;
  }

  /// What was seen.
  ///
  /// @param requests how many answers
  /// @param nanos how long it took
  /// @param p50Nanos how long half of them took at most
  /// @param p99Nanos how long 99 of 100 took at most
  record Seen(long requests, long nanos, long p50Nanos, long p99Nanos) {
    double perSecond() {
      return requests * 1e9 / nanos;
    }
  }

  /// Asks for some time, each client at least once.
  static Seen run(List<? extends Client> clients, Duration time) {
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      long start = System.nanoTime();
      long until = start + time.toNanos();
      var running = new ArrayList<Future<long[]>>();
      for (var client : clients) {
        running.add(threads.submit(() -> ask(client, until)));
      }
      var all = new long[0];
      for (var one : running) {
        var more = one.get();
        int before = all.length;
        all = Arrays.copyOf(all, before + more.length);
        System.arraycopy(more, 0, all, before, more.length);
      }
      long nanos = System.nanoTime() - start;
      Arrays.sort(all);
      return new Seen(all.length, nanos, all[all.length / 2], all[(int) (all.length * 0.99)]);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long[] ask(Client client, long until) {
    var times = new long[1 << 12];
    int count = 0;
    try {
      long before = System.nanoTime();
      do {
        client.ask();
        long after = System.nanoTime();
        if (count == times.length) {
          times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = after - before;
        before = after;
      } while (before < until);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOf(times, count);
  }
}
