package nl.jeugdgraaf.seed.synthetic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.jeugdgraaf.seed.SeedReader;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.synthetic.SyntheticNetwork.Size;

/// A synthetic network and the source documents that it refers to, held in memory for tests.
final class NetworkInMemory {
  static final List<SeedTable> DOCUMENTS = SeedReader.read(Path.of("seed/documents"));

  private static final Map<Size, NetworkInMemory> BY_SIZE = new ConcurrentHashMap<>();

  private final Map<String, SeedTable> tables = new HashMap<>();
  private final Map<String, List<Map<String, String>>> rows = new ConcurrentHashMap<>();

  /// A network for one test, which is not kept after it.
  NetworkInMemory(Size size) {
    for (var table : SyntheticNetwork.ofSize(size, DOCUMENTS).tables()) {
      tables.put(table.name(), table);
    }
  }

  /// Returns the network of a size, made once for all tests, which only read it.
  static NetworkInMemory of(Size size) {
    return BY_SIZE.computeIfAbsent(size, NetworkInMemory::new);
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
    return tables.keySet();
  }

  /// Returns the rows of a table, read when they are first asked for.
  List<Map<String, String>> rows(String table) {
    return rows.computeIfAbsent(
        table, name -> tables.containsKey(name) ? read(tables.get(name)) : List.of());
  }

  /// Returns the rows of a relationship table, by the node with the field.
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

  /// Returns the keys of all nodes of a type, in the documents and in the network.
  Set<String> keys(String type) {
    var keys = new HashSet<String>();
    rows(type).forEach(row -> keys.add(key(row)));
    DOCUMENTS.stream()
        .filter(table -> table.name().equals(type))
        .forEach(table -> read(table).forEach(row -> keys.add(key(row))));
    return keys;
  }

  static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  /// Returns the key of a node row.
  static String key(Map<String, String> row) {
    for (var column : List.of("key", "agb", "code")) {
      if (row.containsKey(column)) {
        return cell(row, column);
      }
    }
    throw new AssertionError("no key in " + row);
  }
}
