package nl.jeugdgraaf.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.StatisticsTable;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.digest.Sha256;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.statistics.DisclosureControl;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// Tables of figures: counted over the whole graph by the operation that the rules fix, and
/// protected before anybody sees them.
///
/// Only the first day of a quarter can be asked, and what was once shown of it is kept in the graph
/// and shown again: nobody sees what one more youth changes.
final class ProtectedStatistics {
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
  private final Function<Request, Answer> everything;

  /// @param tables what can be asked
  /// @param bolt where figures are published
  /// @param everything answers an operation over the whole graph
  ProtectedStatistics(
      List<StatisticsTable> tables, Bolt bolt, Function<Request, Answer> everything) {
    this.tables = tables;
    this.bolt = bolt;
    this.everything = everything;
  }

  /// Returns a table in the form of `Figures`.
  Map<String, Object> table(String name, LocalDate on) {
    var table =
        tables.stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new ProblemException(
                    Code.BAD_USER_INPUT,
                    "There is no such table; there are "
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
      var key = new LinkedHashMap<String, String>();
      flatten("", group.path("key"), key);
      if (String.join("", key.keySet()).length() > String.join("", dimensions).length()) {
        dimensions.clear();
        dimensions.addAll(key.keySet());
      }
      cells.add(new DisclosureControl.Cell(List.copyOf(key.values()), number(group)));
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
    var out = new ByteArrayOutputStream();
    try {
      var variables = Map.<String, @Nullable Object>of("on", on.toString());
      everything.apply(new Request(table.ask(), "", variables, false, Caller.NOBODY)).writeTo(out);
      var response = JSON.readTree(out.toByteArray());
      if (response.has("errors")) {
        throw new Bug("the table " + table.name() + " cannot be counted");
      }
      return response.path("data").elements().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
