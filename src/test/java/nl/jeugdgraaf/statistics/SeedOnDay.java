package nl.jeugdgraaf.statistics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import nl.jeugdgraaf.seed.SeedReader;

/// The seed files as they were true on one day, read without the server.
///
/// @param day in ISO form
record SeedOnDay(String day) {
  private static final Map<String, List<Map<String, String>>> TABLES = tables();

  private static Map<String, List<Map<String, String>>> tables() {
    var tables = new HashMap<String, List<Map<String, String>>>();
    for (var table : SeedReader.read(Path.of("seed"))) {
      var rows = tables.computeIfAbsent(table.name(), _ -> new ArrayList<>());
      for (var row : table.rows()) {
        var cells = new HashMap<String, String>();
        for (int column = 0; column < table.columns().size(); column++) {
          cells.put(table.columns().get(column), row.cells().get(column));
        }
        rows.add(cells);
      }
    }
    return tables;
  }

  private static List<Map<String, String>> rows(String table) {
    return Objects.requireNonNull(TABLES.get(table), table);
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private boolean came(Map<String, String> row, String column) {
    return !cell(row, column).isEmpty() && cell(row, column).compareTo(day) <= 0;
  }

  /// Whether a node is there: its first day has come, or is not known.
  private boolean isThere(Map<String, String> row, String column) {
    return cell(row, column).isEmpty() || came(row, column);
  }

  /// {@return the youths with a delivery that runs}
  Set<String> youthsWithHelp() {
    var running = new HashSet<String>();
    for (var row : rows("Delivery")) {
      boolean runs =
          cell(row, "startedOn").isEmpty()
              ? cell(row, "statedStatus").equals("RUNNING")
              : came(row, "startedOn");
      if (isThere(row, "decidedOn") && runs && !came(row, "endedOn")) {
        running.add(cell(row, "key"));
      }
    }
    var trajectories = new HashSet<String>();
    for (var tie : rows("Delivery.trajectory")) {
      if (running.contains(cell(tie, "from"))) {
        trajectories.add(cell(tie, "to"));
      }
    }
    return youths(row -> trajectories.contains(cell(row, "key")));
  }

  private Set<String> youths(Predicate<Map<String, String>> kept) {
    var born = new HashSet<String>();
    for (var row : rows("Youth")) {
      if (isThere(row, "birthDate")) {
        born.add(cell(row, "key"));
      }
    }
    var trajectories = new HashSet<String>();
    for (var row : rows("Trajectory")) {
      if (isThere(row, "signalledOn") && kept.test(row)) {
        trajectories.add(cell(row, "key"));
      }
    }
    var youths = new HashSet<String>();
    for (var tie : rows("Trajectory.youth")) {
      if (trajectories.contains(cell(tie, "from")) && born.contains(cell(tie, "to"))) {
        youths.add(cell(tie, "to"));
      }
    }
    return youths;
  }
}
