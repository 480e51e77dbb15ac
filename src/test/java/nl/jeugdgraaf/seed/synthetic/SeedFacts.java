package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.NetworkInMemory.cell;
import static nl.jeugdgraaf.seed.synthetic.NetworkInMemory.key;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the rows of a synthetic network say about persons and their help, without the generator.
final class SeedFacts {
  /// The day that counts as today in the data.
  static final String TODAY = "2026-11-15";

  /// Products of the categories of stay that are no stay, as their names say.
  private static final Set<String> NO_STAY =
      Set.of("43N53", "43G01", "44B15", "44B16", "44B17", "44B18", "44C02");

  /// Nationally bought products that are a stay.
  private static final Set<String> NATIONAL_STAY =
      Set.of("55011", "55012", "55014", "55016", "55021", "55033", "55036");

  private final NetworkInMemory graph;
  private final Map<String, String> youthOfTrajectory;
  private final Map<String, String> trajectoryOfDelivery;
  private final Map<String, String> productOfDelivery;
  private final Map<String, String> segments = new HashMap<>();
  private final Map<String, Map<String, String>> youths;
  private final Map<String, Map<String, String>> trajectories;
  private final Map<String, Map<String, String>> deliveries;
  private final Map<String, List<Map<String, String>>> homes;
  private final List<String> groningen =
      Catalogue.of(NetworkInMemory.DOCUMENTS).groningen().municipalities();

  SeedFacts(NetworkInMemory graph) {
    this.graph = graph;
    this.youthOfTrajectory = ties("Trajectory.youth");
    this.trajectoryOfDelivery = ties("Delivery.trajectory");
    this.productOfDelivery = ties("Delivery.product");
    this.youths = nodes("Youth");
    this.trajectories = nodes("Trajectory");
    this.deliveries = nodes("Delivery");
    this.homes = graph.from("Youth.municipality");
    for (var table : NetworkInMemory.DOCUMENTS) {
      if (table.name().equals("Product.segments")) {
        NetworkInMemory.read(table)
            .forEach(row -> segments.put(cell(row, "from"), cell(row, "to")));
      }
    }
  }

  private Map<String, String> ties(String table) {
    var ties = new HashMap<String, String>();
    graph.rows(table).forEach(row -> ties.put(cell(row, "from"), cell(row, "to")));
    return ties;
  }

  private Map<String, Map<String, String>> nodes(String table) {
    var nodes = new HashMap<String, Map<String, String>>();
    graph.rows(table).forEach(row -> nodes.put(key(row), row));
    return nodes;
  }

  NetworkInMemory graph() {
    return graph;
  }

  Collection<String> youths() {
    return youths.keySet();
  }

  Collection<Map<String, String>> trajectories() {
    return trajectories.values();
  }

  Collection<Map<String, String>> deliveries() {
    return deliveries.values();
  }

  Map<String, String> trajectory(String key) {
    return found(trajectories, key);
  }

  Map<String, String> delivery(String key) {
    return found(deliveries, key);
  }

  Map<String, String> trajectoryOf(Map<String, String> delivery) {
    return trajectory(found(trajectoryOfDelivery, key(delivery)));
  }

  String youthOf(Map<String, String> trajectory) {
    return found(youthOfTrajectory, key(trajectory));
  }

  private static <T> T found(Map<String, T> all, String key) {
    var one = all.get(key);
    if (one == null) {
      throw new AssertionError("nothing for " + key);
    }
    return one;
  }

  /// Returns the product code, or empty where there is none.
  String code(Map<String, String> delivery) {
    var product = productOfDelivery.getOrDefault(key(delivery), "");
    return product.substring(product.indexOf('/') + 1);
  }

  /// Returns the key of the product, or empty where there is none.
  String product(Map<String, String> delivery) {
    return productOfDelivery.getOrDefault(key(delivery), "");
  }

  /// Returns the segment in which the documents place the product, or empty.
  String segment(Map<String, String> delivery) {
    return segments.getOrDefault(product(delivery), "");
  }

  boolean isStay(Map<String, String> delivery) {
    var code = code(delivery);
    return NATIONAL_STAY.contains(code)
        || ((code.startsWith("43") || code.startsWith("44")) && !NO_STAY.contains(code));
  }

  boolean isSpecialised(Map<String, String> trajectory) {
    return cell(trajectory, "kind").equals("HSJ");
  }

  /// Returns whether it has started and not ended.
  boolean runs(Map<String, String> trajectory) {
    return !cell(trajectory, "startedOn").isEmpty() && cell(trajectory, "endedOn").isEmpty();
  }

  /// Returns the municipality that is responsible on a day; before the first one, that one.
  String municipality(String youth, String day) {
    var all = found(homes, youth);
    return all.stream()
        .filter(home -> within(home, day))
        .map(home -> cell(home, "to"))
        .findFirst()
        .orElseGet(() -> cell(all.getFirst(), "to"));
  }

  /// Returns all municipalities that were responsible at some time.
  Set<String> municipalities(String youth) {
    return found(homes, youth).stream().map(home -> cell(home, "to")).collect(Collectors.toSet());
  }

  static boolean within(Map<String, String> period, String day) {
    var to = cell(period, "validTo");
    return cell(period, "validFrom").compareTo(day) <= 0 && (to.isEmpty() || day.compareTo(to) < 0);
  }

  boolean isOfGroningen(String youth) {
    return groningen.contains(municipality(youth, TODAY));
  }

  /// Returns the age in years on a day, if both days are known.
  OptionalLong age(String youth, String day) {
    return days(cell(found(youths, youth), "birthDate"), day, ChronoUnit.YEARS);
  }

  static OptionalLong days(String from, String to) {
    return days(from, to, ChronoUnit.DAYS);
  }

  private static OptionalLong days(String from, String to, ChronoUnit unit) {
    return from.isEmpty() || to.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(unit.between(LocalDate.parse(from), LocalDate.parse(to)));
  }

  /// Returns how many days half of them exceed.
  static double median(Stream<OptionalLong> numbers) {
    var sorted =
        numbers.filter(OptionalLong::isPresent).map(OptionalLong::getAsLong).sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /// Returns how many in a hundred are so.
  static <T> double share(Collection<T> all, Predicate<T> isSo) {
    return all.isEmpty() ? 0 : 100.0 * all.stream().filter(isSo).count() / all.size();
  }

  static <T> List<T> only(Collection<T> all, Predicate<T> isSo) {
    return all.stream().filter(isSo).toList();
  }

  /// Returns the youths who had a stay twice at the same time.
  Set<String> withTwoStays() {
    var periods = new HashMap<String, List<Map<String, String>>>();
    for (var delivery : only(deliveries(), this::isStay)) {
      if (!cell(delivery, "startedOn").isEmpty()) {
        var youth = youthOf(trajectoryOf(delivery));
        periods.computeIfAbsent(youth, none -> new ArrayList<>()).add(delivery);
      }
    }
    var found = new HashSet<String>();
    periods.forEach((youth, stays) -> {
      stays.sort((one, other) -> cell(one, "startedOn").compareTo(cell(other, "startedOn")));
      for (int next = 1; next < stays.size(); next++) {
        var ended = cell(stays.get(next - 1), "endedOn");
        if (ended.isEmpty() || ended.compareTo(cell(stays.get(next), "startedOn")) > 0) {
          found.add(youth);
        }
      }
    });
    return found;
  }
}
