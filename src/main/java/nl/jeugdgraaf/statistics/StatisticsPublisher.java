package nl.jeugdgraaf.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.jeugdgraaf.access.StatisticsDefinitions;
import nl.jeugdgraaf.access.StatisticsDefinitions.Population;
import nl.jeugdgraaf.access.StatisticsDefinitions.Table;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.statistics.Cell.Address;
import nl.jeugdgraaf.statistics.DisclosureControl.Shown;
import org.jspecify.annotations.Nullable;

/// Publishes statistics: counts all tables of every complete quarter that has none yet, protects
/// them, and keeps them in the graph for good.
///
/// What is missing is published in one transaction, from one state of the data. A published quarter
/// is closed: nothing of it is counted again, not even by a table that is new, since two states of
/// the data beside each other would show what changed between them.
public final class StatisticsPublisher {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DisclosureControl DISCLOSURE = DisclosureControl.DEFAULT;
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private static final Statement UNIQUE =
      Statement.of(
          "CREATE CONSTRAINT published_statistics IF NOT EXISTS FOR (s:PublishedStatistics)"
              + " REQUIRE s.key IS UNIQUE");

  /// Of two servers that publish at once, the second waits here until the first has done.
  private static final Statement LOCK =
      Statement.of("MERGE (lock:PublishedStatistics {key: ''}) SET lock.lockedAt = datetime()");

  private static final String PUBLISH =
      """
      MATCH (s:PublishedStatistics)
        WHERE s.on IS NOT NULL
      WITH collect(DISTINCT s.on) AS closed
      UNWIND $tables AS table
      WITH table, closed
        WHERE NOT table.on IN closed
      CREATE (s:PublishedStatistics)
      SET s = table
      RETURN count(*) AS published
      """;

  private static final String CLOSED =
      "MATCH (s:PublishedStatistics) WHERE s.on IS NOT NULL RETURN DISTINCT s.on AS on";

  private final Bolt bolt;
  private final StatisticsDefinitions definitions;
  private volatile boolean stopped;

  /// Creates a publisher.
  ///
  /// @param bolt the graph, and where tables are published
  /// @param definitions how they are counted
  public StatisticsPublisher(Bolt bolt, StatisticsDefinitions definitions) {
    this.bolt = bolt;
    this.definitions = definitions;
  }

  /// Publishes what is due. May be called at any time, by several servers at once.
  ///
  /// @param today a quarter that ended before this day is complete
  /// @return how many tables were published
  /// @throws nl.jeugdgraaf.problem.ProblemException if the database does not answer or refuses
  public long publish(LocalDate today) {
    var population = definitions.population().orElse(null);
    if (population == null) {
      return 0;
    }
    bolt.write(UNIQUE);
    var tables = missing(population, today);
    if (tables.isEmpty() || stopped) {
      return 0;
    }
    return bolt.write(LOCK, new Statement(PUBLISH, Map.of("tables", tables)))
        .getFirst()
        .get("published")
        .asLong();
  }

  /// Ends what is being published before anything of it is kept.
  public void stop() {
    stopped = true;
  }

  private List<Map<String, Object>> missing(Population population, LocalDate today) {
    var closed = new HashSet<LocalDate>();
    bolt.read(Statement.of(CLOSED), WITHIN, row -> closed.add(row.get("on").asLocalDate()));
    var counter = new FactCounter(bolt, population);
    var tables = new ArrayList<Map<String, Object>>();
    for (var quarter : quarters(population, today)) {
      for (var fact : definitions.facts()) {
        if (!closed.contains(quarter.first()) && !stopped) {
          var shown = DISCLOSURE.protect(counter.count(fact, quarter));
          fact.tables().forEach(table -> tables.addAll(published(table, quarter, shown)));
        }
      }
    }
    return tables;
  }

  private List<Quarter> quarters(Population population, LocalDate today) {
    var first = new ArrayList<LocalDate>();
    bolt.read(
        Statement.of(population.firstDay()),
        WITHIN,
        row -> {
          if (!row.get("firstDay").isNull()) {
            first.add(row.get("firstDay").asLocalDate());
          }
        });
    return first.isEmpty() ? List.of() : Quarter.complete(first.getFirst(), today);
  }

  /// Returns a table as it is kept: one for all regions, and one for each that has persons.
  private static List<Map<String, Object>> published(
      Table table, Quarter quarter, Map<Address, Shown> shown) {
    Set<String> regions = new TreeSet<>(Set.of(""));
    shown.keySet().forEach(cell -> regions.add(cell.region()));
    return regions.stream()
        .map(region ->
            Map.<String, Object>of(
                "key", key(table.name(), quarter.first(), region),
                "table", table.name(),
                "on", quarter.first(),
                "region", region,
                "statistics", json(table(table, region, shown))))
        .toList();
  }

  /// {@return under which key a table is kept}
  ///
  /// @param table its name
  /// @param on first day of the quarter
  /// @param region key of the region, or empty for all
  static String key(String table, LocalDate on, String region) {
    return table + " " + on + " " + region;
  }

  private static Map<String, Object> table(Table table, String region, Map<Address, Shown> shown) {
    var cells = new ArrayList<Map<String, Object>>();
    shown.forEach((address, cell) -> {
      if (address.region().equals(region)
          && !address.values().isEmpty()
          && address.values().keySet().equals(Set.copyOf(table.dimensions()))) {
        cells.add(Map.of("key", key(table, address), "youths", statistic(cell)));
      }
    });
    cells.sort(
        (one, other) -> String.valueOf(one.get("key")).compareTo(String.valueOf(other.get("key"))));
    var total =
        shown.getOrDefault(new Address(region, new TreeMap<>()), new Shown(Optional.of(0L), ""));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("table", table.name());
    answer.put("dimensions", table.dimensions());
    answer.put("cells", cells);
    answer.put("total", statistic(total));
    answer.put("threshold", DISCLOSURE.threshold());
    answer.put("roundedTo", DISCLOSURE.step());
    return answer;
  }

  /// Returns the values of a cell in the order of the dimensions; an unknown one is null.
  private static List<@Nullable String> key(Table table, Address address) {
    var key = new ArrayList<@Nullable String>();
    for (var dimension : table.dimensions()) {
      var value = address.values().getOrDefault(dimension, "");
      key.add(value.isEmpty() ? null : value);
    }
    return key;
  }

  private static Map<String, Object> statistic(Shown shown) {
    return shown
        .persons()
        .<Map<String, Object>>map(it -> Map.of("value", it))
        .orElseGet(() -> Map.of("suppressed", shown.reason()));
  }

  private static String json(Map<String, Object> table) {
    try {
      return JSON.writeValueAsString(table);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
