package nl.jeugdgraaf.statistics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.jeugdgraaf.access.StatisticsDefinitions.Fact;
import nl.jeugdgraaf.access.StatisticsDefinitions.Population;
import nl.jeugdgraaf.access.StatisticsDefinitions.Table;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Counts the cells of all tables of a fact for one quarter, by one statement.
final class FactCounter {
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final Bolt bolt;
  private final Population population;

  FactCounter(Bolt bolt, Population population) {
    this.bolt = bolt;
    this.population = population;
  }

  /// {@return the cells that are not empty, of all regions and of each, and the totals}
  ///
  /// @param fact what is counted
  /// @param quarter when
  List<Cell> count(Fact fact, Quarter quarter) {
    var dimensions = new HashSet<List<String>>();
    fact.tables().stream().map(Table::dimensions).forEach(dimensions::add);
    dimensions.add(List.of());
    var cells = new HashMap<Cell.Address, Cell>();
    Map<String, @Nullable Object> parameters =
        Map.of(
            "on", quarter.first(),
            "after", quarter.after(),
            "dimensions", List.copyOf(dimensions));
    bolt.read(
        new Statement(statement(fact, population), parameters),
        WITHIN,
        row -> {
          var cell = cell(row);
          cells.put(cell.address(), cell);
        });
    return new ArrayList<>(cells.values());
  }

  /// Returns the statement. A value that is unknown is an empty text, so that it has a cell too.
  private static String statement(Fact fact, Population population) {
    return """
    WITH $on AS on, $after AS after
    CALL (on, after) {
    %s
    }
    WITH youth, day, at
    CALL (youth, day) {
    %s
    }
    UNWIND $dimensions AS dimensions
    UNWIND CASE WHEN scope IS NULL THEN [''] ELSE ['', scope] END AS region
    WITH dimensions, region, youth,
      [dimension IN dimensions | toString(coalesce(at[dimension], place[dimension], ''))] AS key
    RETURN dimensions, region, key, count(DISTINCT youth) AS persons
    """
        .formatted(fact.rows().strip(), population.place().strip());
  }

  private static Cell cell(Record row) {
    var dimensions = row.get("dimensions").asList(Value::asString);
    var key = row.get("key").asList(Value::asString);
    var values = new TreeMap<String, String>();
    for (int i = 0; i < dimensions.size(); i++) {
      values.put(dimensions.get(i), key.get(i));
    }
    return new Cell(row.get("region").asString(), values, row.get("persons").asLong());
  }
}
