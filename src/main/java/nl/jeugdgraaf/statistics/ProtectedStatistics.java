package nl.jeugdgraaf.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.access.StatisticsTable;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.digest.Sha256;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// Statistics tables: counted over the whole graph by the operation that the rules fix, and
/// protected before anyone sees them.
///
/// Only the first day of a quarter can be asked, and what was once shown of it is kept in the graph
/// and shown again: nobody sees what one more youth changes.
public final class ProtectedStatistics {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DisclosureControl DISCLOSURE = DisclosureControl.DEFAULT;

  /// Stands for a key that is not known.
  private static final String NONE = "";

  /// Of two servers that publish at once, one comes first.
  private static final Statement ONCE =
      Statement.of(
          "CREATE CONSTRAINT published_figures IF NOT EXISTS FOR (f:PublishedFigures)"
              + " REQUIRE f.of IS UNIQUE");

  private static final String PUBLISHED =
      "MATCH (f:PublishedFigures {of: $of}) RETURN f.figures AS figures";
  private static final String PUBLISH =
      "MERGE (f:PublishedFigures {of: $of}) ON CREATE SET f.figures = $figures"
          + " RETURN f.figures AS figures";

  private final List<StatisticsTable> tables;
  private final Bolt bolt;
  private final WholeGraph whole;

  /// Answers operations over the whole graph.
  public interface WholeGraph {
    /// {@return the response}
    ///
    /// @param document a document with one operation
    /// @param variables values by variable
    JsonNode answer(String document, Map<String, @Nullable Object> variables);
  }

  /// Creates tables of which nothing is counted yet.
  ///
  /// @param tables what can be asked
  /// @param bolt where tables are published
  /// @param whole counts them
  public ProtectedStatistics(List<StatisticsTable> tables, Bolt bolt, WholeGraph whole) {
    this.tables = tables;
    this.bolt = bolt;
    this.whole = whole;
  }

  /// {@return a table, in the form of the public type `Figures`}
  ///
  /// @param name name of the table
  /// @param on first day of a quarter that has begun
  /// @throws ProblemException `BAD_USER_INPUT` if the table is unknown, or the day cannot be asked
  public Map<String, Object> table(String name, LocalDate on) {
    var table =
        tables.stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new ProblemException(
                    Code.BAD_USER_INPUT,
                    "Unknown table. Use one of "
                        + String.join(", ", tables.stream().map(StatisticsTable::name).toList())
                        + "."));
    if (on.getDayOfMonth() != 1
        || on.getMonthValue() % 3 != 1
        || on.isAfter(AmsterdamClock.today())) {
      throw new ProblemException(
          Code.BAD_USER_INPUT,
          "on must be the first day of a quarter that has begun, such as 2026-10-01.");
    }
    return published(table, on);
  }

  /// Returns a table as it was published, and publishes it where it was not. A table that the rules
  /// count in another way is another table.
  private Map<String, Object> published(StatisticsTable table, LocalDate on) {
    var of = table.name() + " " + on + " " + Sha256.hex(table.ask().getBytes(UTF_8));
    var known = bolt.write(new Statement(PUBLISHED, Map.of("of", of)));
    if (!known.isEmpty()) {
      return read(known, on);
    }
    bolt.command(ONCE);
    try {
      var figures = JSON.writeValueAsString(figures(table, on));
      var publish = new Statement(PUBLISH, Map.of("of", of, "figures", figures));
      return read(bolt.write(publish), on);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> read(List<Record> published, LocalDate on) {
    try {
      Map<String, Object> figures =
          JSON.readValue(published.getFirst().get("figures").asString(), new TypeReference<>() {});
      figures.put("on", on);
      return figures;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> figures(StatisticsTable table, LocalDate on) {
    var counted = counted(table, on);
    var total = number(counted.path("aggregate"));
    var dimensions = new ArrayList<String>();
    var cells = new ArrayList<DisclosureControl.Cell>();
    for (var group : counted.path("groups")) {
      var youths = number(group);
      if (youths == 0) {
        // What is counted led to nobody: the youth or the trajectory was not there on the day.
        continue;
      }
      var key = new LinkedHashMap<String, String>();
      flatten("", group.path("key"), key);
      if (String.join("", key.keySet()).length() > String.join("", dimensions).length()) {
        dimensions.clear();
        dimensions.addAll(key.keySet());
      }
      cells.add(new DisclosureControl.Cell(List.copyOf(key.values()), youths));
    }
    return shown(table, new Counted(dimensions, cells, total));
  }

  private record Counted(List<String> dimensions, List<DisclosureControl.Cell> cells, long total) {}

  private static Map<String, Object> shown(StatisticsTable table, Counted counted) {
    var cells =
        DISCLOSURE.protect(counted.cells(), counted.total()).stream()
            .map(cell -> {
              var shown = new LinkedHashMap<String, Object>();
              shown.put("key", cell.key().stream().map(ProtectedStatistics::known).toList());
              shown.put("youths", figure(cell.persons(), cell.reason()));
              return shown;
            })
            .toList();
    var shown = new LinkedHashMap<String, Object>();
    shown.put("table", table.name());
    shown.put("dimensions", counted.dimensions());
    shown.put("cells", cells);
    shown.put("total", figure(DISCLOSURE.total(counted.total()), "SMALL_NUMBER"));
    shown.put("threshold", DISCLOSURE.threshold());
    shown.put("roundedTo", DISCLOSURE.step());
    return shown;
  }

  private static @Nullable String known(String value) {
    return value.equals(NONE) ? null : value;
  }

  private static Map<String, Object> figure(Optional<Long> value, String reason) {
    return value
        .<Map<String, Object>>map(it -> Map.of("value", it))
        .orElseGet(() -> Map.of("suppressed", reason));
  }

  private JsonNode counted(StatisticsTable table, LocalDate on) {
    var response = whole.answer(table.ask(), Map.<String, @Nullable Object>of("on", on.toString()));
    if (response.has("errors")) {
      throw new Bug("the table " + table.name() + " cannot be counted");
    }
    return response.path("data").elements().next();
  }

  /// Returns the only number beside the key.
  private static long number(JsonNode counted) {
    for (var field : counted.properties()) {
      if (field.getValue().isNumber()) {
        return field.getValue().asLong();
      }
      if (field.getValue().isObject() && !field.getKey().equals("key")) {
        return number(field.getValue());
      }
    }
    throw new Bug("a table without a number");
  }

  /// A key that leads nowhere has no value.
  private static void flatten(String path, JsonNode key, Map<String, String> values) {
    if (key.isObject()) {
      key.properties()
          .forEach(field ->
              flatten(
                  path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                  field.getValue(),
                  values));
    } else {
      values.put(path, key.isNull() ? NONE : key.asText());
    }
  }
}
