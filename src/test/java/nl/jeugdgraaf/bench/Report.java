package nl.jeugdgraaf.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What was measured, as tables and as a file.
///
/// @param measurements of all rounds
record Report(List<Measurement> measurements) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /// A number with the least and the most of it over rounds.
  ///
  /// @param median in the middle
  /// @param min least
  /// @param max most
  record Spread(double median, double min, double max) {
    static Spread of(double[] values) {
      var sorted = values.clone();
      Arrays.sort(sorted);
      int size = sorted.length;
      if (size == 0) {
        return new Spread(Double.NaN, Double.NaN, Double.NaN);
      }
      var median = (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
      return new Spread(median, sorted[0], sorted[size - 1]);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, min, max);
    }
  }

  /// Copies the list.
  Report {
    measurements = List.copyOf(measurements);
  }

  List<String> operations() {
    return measurements.stream().map(one -> one.place().operation()).distinct().toList();
  }

  List<Integer> connections() {
    return measurements.stream().map(one -> one.place().connections()).distinct().toList();
  }

  private List<Contestant> contestants() {
    return measurements.stream().map(one -> one.place().contestant()).distinct().sorted().toList();
  }

  private List<Measurement> of(String operation, Contestant contestant, int connections) {
    return measurements.stream()
        .filter(one -> one.place().operation().equals(operation))
        .filter(one -> one.place().contestant() == contestant)
        .filter(one -> one.place().connections() == connections)
        .toList();
  }

  private double median(
      String operation,
      Contestant contestant,
      int connections,
      ToDoubleFunction<Measurement> figure) {
    var values = of(operation, contestant, connections).stream().mapToDouble(figure).toArray();
    return Spread.of(values).median();
  }

  /// Returns requests a second as a part of those of the limit in the same round.
  Spread ratio(String operation, Contestant contestant, int connections) {
    var limit = of(operation, Contestant.LIMIT, connections);
    var own = of(operation, contestant, connections);
    var ratios = new double[Math.min(limit.size(), own.size())];
    Arrays.setAll(ratios, i -> own.get(i).seen().perSecond() / limit.get(i).seen().perSecond());
    return Spread.of(ratios);
  }

  /// Returns the geometric mean of the medians over operations.
  double mean(Contestant contestant, int connections) {
    return mean(operation -> ratio(operation, contestant, connections).median());
  }

  private double mean(ToDoubleFunction<String> figure) {
    var logarithms = operations().stream().mapToDouble(one -> Math.log(figure.applyAsDouble(one)));
    return Math.exp(logarithms.average().orElse(Double.NaN));
  }

  /// Returns two tables for each number of connections.
  String markdown() {
    return connections().stream()
        .map(count -> speeds(count) + "\n" + goals(count) + "\n" + costs(count))
        .collect(Collectors.joining("\n"));
  }

  private String speeds(int count) {
    var others = contestants().stream().filter(one -> one != Contestant.LIMIT).toList();
    var table = new StringBuilder();
    table.append(
        "Requests a second with %d connection%s, as a part of those of *limit* (least–most)\n\n"
            .formatted(count, count == 1 ? "" : "s"));
    table.append("| operation | limit, requests/s |");
    others.forEach(one -> table.append(' ').append(one.title()).append(" |"));
    table.append("\n|---|---:|").append("---|".repeat(others.size())).append('\n');
    for (var operation : operations()) {
      table.append(
          "| %s | %s |"
              .formatted(
                  operation,
                  figure(
                      median(operation, Contestant.LIMIT, count, one -> one.seen().perSecond()))));
      others.forEach(one -> table.append(" %s |".formatted(ratio(operation, one, count))));
      table.append('\n');
    }
    table.append("| geometric mean | |");
    others.forEach(
        one -> table.append(String.format(Locale.ROOT, " **%.2f** |", mean(one, count))));
    return table.append('\n').toString();
  }

  /// Returns how this server stands to what is wanted of it.
  private String goals(int count) {
    var slowest =
        operations().stream()
            .min(Comparator.comparingDouble(one -> ratio(one, Contestant.OURS, count).median()))
            .orElseThrow();
    var dearest =
        operations().stream()
            .max(Comparator.comparingDouble(one -> serverCosts(one, count)))
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "*ours*: geometric mean %.2f (wanted: 0.90), least %.2f for %s (wanted: 0.80), at most %.2f"
            + " times the CPU of the server for %s (wanted: 1.30), %.2f in geometric mean%n",
        mean(Contestant.OURS, count),
        ratio(slowest, Contestant.OURS, count).median(),
        slowest,
        serverCosts(dearest, count),
        dearest,
        mean(operation -> serverCosts(operation, count)));
  }

  /// Returns the CPU of this server for one request as a multiple of that of the limit.
  private double serverCosts(String operation, int count) {
    ToDoubleFunction<Measurement> figure = one -> one.costs().serverMicros();
    return median(operation, Contestant.OURS, count, figure)
        / median(operation, Contestant.LIMIT, count, figure);
  }

  private String costs(int count) {
    var table = new StringBuilder();
    table.append(
        "One request with %d connection%s: %s\n\n"
            .formatted(
                count,
                count == 1 ? "" : "s",
                contestants().stream().map(Contestant::title).collect(Collectors.joining(" / "))));
    table.append(
        "| operation | p50, ms | p99, ms | CPU of server, µs | CPU of database, µs | allocated, KB"
            + " |\n|---|---|---|---|---|---|\n");
    for (var operation : operations()) {
      table.append("| ").append(operation).append(" |");
      table.append(cell(operation, count, one -> one.seen().p50Nanos() / 1e6));
      table.append(cell(operation, count, one -> one.seen().p99Nanos() / 1e6));
      table.append(cell(operation, count, one -> one.costs().serverMicros()));
      table.append(cell(operation, count, one -> one.costs().databaseMicros()));
      table.append(cell(operation, count, one -> one.costs().allocatedBytes() / 1e3));
      table.append('\n');
    }
    return table.toString();
  }

  private String cell(String operation, int count, ToDoubleFunction<Measurement> figure) {
    return contestants().stream()
        .map(one -> figure(median(operation, one, count, figure)))
        .collect(Collectors.joining(" / ", " ", " |"));
  }

  private static String figure(double value) {
    return String.format(
        Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }

  /// Returns everything that was measured.
  String json() {
    try {
      return JSON.writeValueAsString(measurements);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
