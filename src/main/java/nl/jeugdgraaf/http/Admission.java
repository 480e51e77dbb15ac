package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.auth.HttpProblem;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.metrics.Metrics.Label;
import nl.jeugdgraaf.places.Allowances;
import nl.jeugdgraaf.places.Allowances.Allowance;
import nl.jeugdgraaf.places.PlaceBounds;
import nl.jeugdgraaf.places.Places;
import nl.jeugdgraaf.places.Places.Place;
import nl.jeugdgraaf.problem.Problem.Code;

/// Decides whether an operation is answered now. May be used by several threads.
///
/// A caller is the user of the token within its organisation, else the network address: the whole
/// one of IPv4, of IPv6 its /64 network.
final class Admission {
  private static final int NETWORK_BYTES = 8;

  private final Places places = new Places(PlaceBounds.DEFAULT);
  private final Runnable withoutPlace;
  private final Runnable overAllowance;
  private final Allowances allowances =
      new Allowances(Allowance.PER_MINUTE, InstantSource.system());

  /// @param metrics where places and refusals are shown
  Admission(Metrics metrics) {
    metrics.gauge("graphql.places.taken", "Operations that are answered now", places::taken);
    metrics.gauge("graphql.places.waiting", "Operations that wait for a place", places::waiting);
    metrics.gauge(
        "graphql.places.max",
        "Operations that can be answered at once",
        PlaceBounds.DEFAULT::places);
    this.withoutPlace = shed(metrics, "place");
    this.overAllowance = shed(metrics, "allowance");
  }

  private static Runnable shed(Metrics metrics, String reason) {
    return metrics.counter(
        "load.shed",
        "Operations that were refused to spare the server",
        new Label("reason", reason));
  }

  /// An operation that is answered, until it is closed.
  final class Admitted implements AutoCloseable {
    private final String caller;
    private final Place place;
    private final long start = System.nanoTime();
    private long bytes;

    private Admitted(String caller, Place place) {
      this.caller = caller;
      this.place = place;
    }

    /// Notes how large the answer was.
    void sent(long bytesWritten) {
      bytes = bytesWritten;
    }

    @Override
    public void close() {
      place.close();
      allowances.take(caller, new Allowance(Duration.ofNanos(System.nanoTime() - start), bytes));
    }
  }

  /// Admits an operation, if need be after it waited for a place.
  ///
  /// @param http its request
  /// @param caller who asks
  /// @param mayExport whether the caller may take as much as it likes
  /// @throws HttpProblem `SERVER_BUSY` if there is no place, `RATE_LIMITED` if the caller has had
  ///   its share for now
  /// @throws InterruptedException if the client left
  Admitted admit(Context http, Caller caller, BooleanSupplier mayExport)
      throws InterruptedException {
    var key = key(caller);
    var wait = allowances.untilMayAsk(key);
    if (wait.isPositive() && !mayExport.getAsBoolean()) {
      overAllowance.run();
      var seconds = wait.toSeconds() + 1;
      http.header("Retry-After", Long.toString(seconds));
      throw new HttpProblem(
          Code.RATE_LIMITED,
          "You have had your share of this server for now. Try again in "
              + seconds
              + (seconds == 1 ? " second." : " seconds."));
    }
    var place = places.take(key);
    if (place.isEmpty()) {
      withoutPlace.run();
      throw new HttpProblem(Code.SERVER_BUSY, "The server is busy. Try again in a few seconds.");
    }
    return new Admitted(key, place.get());
  }

  /// An address that is none is a caller of its own.
  static String key(Caller caller) {
    if (!caller.user().isEmpty()) {
      return "user " + caller.organisation() + " " + caller.user();
    }
    try {
      var address = InetAddress.ofLiteral(caller.address()).getAddress();
      var network = address.length == 4 ? 4 : NETWORK_BYTES;
      return "address " + HexFormat.of().formatHex(Arrays.copyOf(address, network));
    } catch (IllegalArgumentException _) {
      return "address " + caller.address();
    }
  }
}
