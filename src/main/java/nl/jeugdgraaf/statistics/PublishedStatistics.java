package nl.jeugdgraaf.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.access.StatisticsDefinitions;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// Shows statistics that are published. A question counts nothing and writes nothing.
public final class PublishedStatistics {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// The table of the region, else that of all regions, of which it then has nothing.
  private static final String READ =
      """
      MATCH (s:PublishedStatistics)
        WHERE s.key IN $keys
      RETURN s.region AS region, s.statistics AS statistics
      ORDER BY s.region DESC LIMIT 1
      """;

  private static final String LATEST =
      """
      MATCH (s:PublishedStatistics {table: $table})
        WHERE s.on <= $day
      RETURN max(s.on) AS on
      """;

  private static final String QUARTERS =
      """
      MATCH (s:PublishedStatistics {table: $table})
      RETURN min(s.on) AS first, max(s.on) AS last
      """;

  private final Bolt bolt;
  private final StatisticsDefinitions definitions;
  private final Duration within;

  /// Creates the reader.
  ///
  /// @param bolt where tables are published
  /// @param definitions how they were counted
  /// @param within how long a question may take
  public PublishedStatistics(Bolt bolt, StatisticsDefinitions definitions, Duration within) {
    this.bolt = bolt;
    this.definitions = definitions;
    this.within = within;
  }

  /// {@return the node type of the areas that have tables of their own}
  public String scope() {
    return definitions
        .population()
        .orElseThrow(() -> new Bug("a schema with tables and without the rules that count them"))
        .scope();
  }

  /// {@return a table, in the form of the public type `Statistics`}
  ///
  /// @param name name of the table, one of the enum
  /// @param on first day of a quarter
  /// @param region key of the region; nothing for all
  /// @throws ProblemException `BAD_USER_INPUT` if the quarter is not published
  public Map<String, @Nullable Object> table(String name, LocalDate on, Optional<String> region) {
    var wanted = region.orElse("");
    var keys =
        List.of(StatisticsPublisher.key(name, on, wanted), StatisticsPublisher.key(name, on, ""));
    var found = new ArrayList<Record>();
    bolt.read(new Statement(READ, Map.of("keys", keys)), within, found::add);
    if (found.isEmpty()) {
      throw notPublished(name);
    }
    var table = read(found.getFirst().get("statistics").asString());
    table.put("on", on);
    if (!found.getFirst().get("region").asString().equals(wanted)) {
      table.put("cells", List.of());
      table.put("total", Map.of("value", 0L));
    }
    return table;
  }

  /// {@return the first day of the last quarter for which a table is published and which had begun
  /// on a day}
  ///
  /// @param name name of the table, one of the enum
  /// @param day the day
  public Optional<LocalDate> latest(String name, LocalDate day) {
    var found = new ArrayList<Record>();
    bolt.read(new Statement(LATEST, Map.of("table", name, "day", day)), within, found::add);
    var on = found.getFirst().get("on");
    return on.isNull() ? Optional.empty() : Optional.of(on.asLocalDate());
  }

  private ProblemException notPublished(String name) {
    var quarters = new ArrayList<Record>();
    bolt.read(new Statement(QUARTERS, Map.of("table", name)), within, quarters::add);
    var first = quarters.getFirst().get("first");
    return first.isNull()
        ? new ProblemException(
            Code.NOT_PUBLISHED,
            "No statistics are published yet. The server publishes them after its start, for the"
                + " complete quarters of its data; ask again in a minute.")
        : new ProblemException(
            Code.BAD_USER_INPUT,
            "on must be the first day of a quarter from %s to %s."
                .formatted(first.asLocalDate(), quarters.getFirst().get("last").asLocalDate()));
  }

  private static Map<String, @Nullable Object> read(String statistics) {
    try {
      return JSON.readValue(statistics, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
