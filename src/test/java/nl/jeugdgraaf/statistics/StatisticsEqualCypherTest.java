package nl.jeugdgraaf.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.StatisticsDefinitions;
import nl.jeugdgraaf.access.StatisticsDefinitions.Fact;
import nl.jeugdgraaf.access.StatisticsDefinitions.Table;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Record;

/// Each table has, in each region and in all, the numbers of a statement written by hand, on eight
/// days. Such a statement returns a row for each youth and set of values; where the youth lives on
/// the day, and how many youths a cell has, is worked out here.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatisticsEqualCypherTest {
  private static final Path STATEMENTS = Path.of("src/test/resources/statistics");
  private static final StatisticsDefinitions DEFINITIONS =
      ApiSchema.builtIn().accessDefinitions().statistics();

  private static final Set<String> REGIONS = Set.of("GRONINGEN", "HAAGLANDEN");

  /// Haaglanden knows no specialised care (HSJ).
  private static final String GRONINGEN_ONLY = "specialised-care";

  /// Eight quarters: the first and last complete ones, and some between.
  private static final List<LocalDate> DAYS =
      Stream.of(
              "2023-01-01",
              "2023-07-01",
              "2024-01-01",
              "2024-10-01",
              "2025-04-01",
              "2025-10-01",
              "2026-01-01",
              "2026-07-01")
          .map(LocalDate::parse)
          .toList();

  private final Bolt bolt = TestDatabase.seeded();
  private final Map<String, List<Home>> homes = homes();

  private record Home(LocalDate from, LocalDate to, String municipality, String region) {}

  private Map<String, List<Home>> homes() {
    var homes = new HashMap<String, List<Home>>();
    for (var row :
        bolt.command(
            Statement.of(
                """
                MATCH (y:Youth)-[l:LIVES_IN]->(m:Municipality)-[i:IN_REGION]->(r:Region)
                RETURN y.key AS youth, m.name AS municipality, r.code AS region,
                  coalesce(l.validFrom, date('0001-01-01')) AS from,
                  coalesce(l.validTo, date('9999-01-01')) AS to,
                  coalesce(i.validTo, date('9999-01-01')) AS until
                """))) {
      if (row.get("until").asLocalDate().isAfter(LocalDate.parse("2026-10-01"))) {
        homes
            .computeIfAbsent(row.get("youth").asString(), _ -> new ArrayList<>())
            .add(
                new Home(
                    row.get("from").asLocalDate(),
                    row.get("to").asLocalDate(),
                    row.get("municipality").asString(),
                    row.get("region").asString()));
      }
    }
    return homes;
  }

  static Stream<Fact> facts() {
    return DEFINITIONS.facts().stream();
  }

  @ParameterizedTest
  @MethodSource("facts")
  void eachTableHasTheNumbersOfAStatementWrittenByHand(Fact fact) throws IOException {
    var statement = Files.readString(STATEMENTS.resolve(fact.name() + ".cypher"));
    var counter = new FactCounter(bolt, DEFINITIONS.population().orElseThrow());
    var seen = new HashSet<String>();
    var counts = new HashSet<Set<String>>();
    for (var day : DAYS) {
      var quarter = new Quarter(day);
      var rows =
          bolt.command(
              new Statement(statement, Map.of("on", quarter.first(), "after", quarter.after())));
      var expected = new HashMap<Cell.Address, Long>();
      for (var dimensions : dimensions(fact)) {
        cells(rows, dimensions).forEach((cell, youths) -> expected.put(cell, (long) youths.size()));
      }
      var counted = new HashMap<Cell.Address, Long>();
      counter.count(fact, quarter).forEach(cell -> counted.put(cell.address(), cell.persons()));
      assertEquals(expected, counted, fact.name() + " " + day);
      counted
          .keySet()
          .forEach(cell -> {
            seen.add(cell.region());
            counts.add(cell.values().keySet());
          });
    }
    var regions = fact.name().equals(GRONINGEN_ONLY) ? Set.of("GRONINGEN") : REGIONS;
    assertTrue(seen.containsAll(regions), () -> fact.name() + seen);
    for (var table : fact.tables()) {
      assertTrue(counts.contains(Set.copyOf(table.dimensions())), () -> table + " has no cell");
    }
  }

  private static Set<List<String>> dimensions(Fact fact) {
    var dimensions = new HashSet<List<String>>(Set.of(List.of()));
    fact.tables().stream().map(Table::dimensions).forEach(dimensions::add);
    return dimensions;
  }

  private Map<Cell.Address, Set<String>> cells(List<Record> rows, List<String> dimensions) {
    var cells = new HashMap<Cell.Address, Set<String>>();
    for (var row : rows) {
      var youth = row.get("youth").asString();
      var day = row.get("day").asLocalDate();
      var home =
          homes.getOrDefault(youth, List.of()).stream()
              .filter(it -> !day.isBefore(it.from()) && day.isBefore(it.to()))
              .findFirst();
      var values = new TreeMap<String, String>();
      for (var dimension : dimensions) {
        values.put(
            dimension,
            dimension.equals("municipality")
                ? home.map(Home::municipality).orElse("")
                : row.get(dimension).asString(""));
      }
      var regions = new HashSet<>(Set.of(""));
      home.map(Home::region).ifPresent(regions::add);
      for (var region : regions) {
        cells.computeIfAbsent(new Cell.Address(region, values), _ -> new HashSet<>()).add(youth);
      }
    }
    return cells;
  }

  @Test
  void eachFactHasItsStatement() throws IOException {
    try (var files = Files.list(STATEMENTS)) {
      assertEquals(
          facts().map(fact -> fact.name() + ".cypher").collect(Collectors.toSet()),
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
    }
  }
}
