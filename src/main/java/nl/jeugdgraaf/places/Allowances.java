package nl.jeugdgraaf.places;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;

/// How much time in places and how many bytes of answers each caller may take. May be used by
/// several threads.
///
/// Two buckets for each caller fill evenly and hold what comes in a minute (token buckets). An
/// operation is let through while there is something in both, and takes out afterwards what it
/// took, so that a bucket may owe.
public final class Allowances {
  /// Callers beyond these start anew, those first who have not asked for longest.
  private static final int CALLERS_MAX = 10_000;

  private static final double MINUTE_MILLIS = 60_000;

  private final double millisPerMinute;
  private final double bytesPerMinute;
  private final InstantSource clock;
  private final Cache<String, Buckets> callers =
      Caffeine.newBuilder().maximumSize(CALLERS_MAX).build();

  /// What a caller may take.
  ///
  /// @param time time in places, of all operations together
  /// @param bytes bytes of answers, before they are compressed
  public record Allowance(Duration time, long bytes) {
    /// What every caller may take in a minute. Ten places all the time: a dashboard whose pages ask
    /// a hundred operations of half a second each, twelve times a minute, comes to that.
    public static final Allowance PER_MINUTE = new Allowance(Duration.ofMinutes(10), 1_000_000_000);
  }

  private static final class Buckets {
    private long millis;
    private double time;
    private double bytes;
  }

  /// Creates full buckets.
  ///
  /// @param perMinute what each caller may take in a minute
  /// @param clock tells the time
  public Allowances(Allowance perMinute, InstantSource clock) {
    this.millisPerMinute = (double) perMinute.time().toMillis();
    this.bytesPerMinute = (double) perMinute.bytes();
    this.clock = clock;
  }

  /// {@return how long the caller must wait before it may ask; zero if it may ask now}
  ///
  /// @param caller who asks
  public Duration untilMayAsk(String caller) {
    var buckets = buckets(caller);
    synchronized (buckets) {
      fill(buckets);
      return Duration.ofMillis(
          (long)
              Math.ceil(
                  Math.max(
                      missing(buckets.time, millisPerMinute),
                      missing(buckets.bytes, bytesPerMinute))));
    }
  }

  /// Takes out what an operation took.
  ///
  /// @param caller who asked
  /// @param taken what it took
  public void take(String caller, Allowance taken) {
    var buckets = buckets(caller);
    synchronized (buckets) {
      fill(buckets);
      buckets.time -= (double) taken.time().toMillis();
      buckets.bytes -= (double) taken.bytes();
    }
  }

  private Buckets buckets(String caller) {
    return callers.get(
        caller,
        _ -> {
          var full = new Buckets();
          full.millis = clock.millis();
          full.time = millisPerMinute;
          full.bytes = bytesPerMinute;
          return full;
        });
  }

  private void fill(Buckets buckets) {
    var now = clock.millis();
    var minutes = (now - buckets.millis) / MINUTE_MILLIS;
    buckets.millis = now;
    buckets.time = filled(buckets.time, minutes, millisPerMinute);
    buckets.bytes = filled(buckets.bytes, minutes, bytesPerMinute);
  }

  private static double filled(double level, double minutes, double perMinute) {
    return Math.min(perMinute, level + minutes * perMinute);
  }

  /// Returns after how many milliseconds something is in a bucket.
  private static double missing(double level, double perMinute) {
    return level > 0 ? 0 : -level / perMinute * MINUTE_MILLIS + 1;
  }
}
