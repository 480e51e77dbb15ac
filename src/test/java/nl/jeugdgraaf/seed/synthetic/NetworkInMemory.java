package nl.jeugdgraaf.seed.synthetic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.synthetic.SyntheticNetwork.Size;

/// A synthetic network and the documents that it refers to, read whole, for tests to ask.
final class NetworkInMemory {
  private final List<SeedTable> documents;
  private final Map<String, List<Map<String, String>>> rows = new HashMap<>();

  private NetworkInMemory(List<SeedTable> documents) {
    this.documents = documents;
  }

  static NetworkInMemory of(Size size) throws IOException {
    var graph = new NetworkInMemory(DocumentTables.read());
    for (var table : SyntheticNetwork.ofSize(size, graph.documents).tables()) {
      graph.rows.put(table.name(), read(table));
    }
    return graph;
  }

  static List<Map<String, String>> read(SeedTable table) {
    var rows = new ArrayList<Map<String, String>>();
    for (var row : table.rows()) {
      var cells = new HashMap<String, String>();
      for (int column = 0; column < table.columns().size(); column++) {
        cells.put(table.columns().get(column), row.cells().get(column));
      }
      rows.add(cells);
    }
    return rows;
  }

  Set<String> tables() {
    return rows.keySet();
  }

  List<Map<String, String>> rows(String table) {
    return rows.getOrDefault(table, List.of());
  }

  /// Rows of a relationship table, by what they point from.
  Map<String, List<Map<String, String>>> from(String table) {
    return by(table, "from");
  }

  Map<String, List<Map<String, String>>> by(String table, String column) {
    var grouped = new HashMap<String, List<Map<String, String>>>();
    for (var row : rows(table)) {
      grouped.computeIfAbsent(cell(row, column), key -> new ArrayList<>()).add(row);
    }
    return grouped;
  }

  /// Keys of the nodes of a type, of the documents and of the network.
  Set<String> keys(String type) {
    var keys = new HashSet<String>();
    rows(type).forEach(row -> keys.add(key(row)));
    documents.stream()
        .filter(table -> table.name().equals(type))
        .forEach(table -> read(table).forEach(row -> keys.add(key(row))));
    return keys;
  }

  static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  /// Returns the key of a node row.
  static String key(Map<String, String> row) {
    for (var column : List.of("key", "id", "agb", "code")) {
      if (row.containsKey(column)) {
        return cell(row, column);
      }
    }
    throw new AssertionError("no key in " + row);
  }
}
