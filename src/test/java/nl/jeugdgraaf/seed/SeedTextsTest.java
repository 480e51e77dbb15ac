package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the seed files say in words.
class SeedTextsTest {
  private static final List<SeedTable> TABLES = SeedReader.read(Path.of("seed"));

  private static List<Map<String, String>> rows(SeedTable table) {
    var rows = new ArrayList<Map<String, String>>();
    for (var row : table.rows()) {
      var cells = new LinkedHashMap<String, String>();
      for (int i = 0; i < table.columns().size(); i++) {
        cells.put(table.columns().get(i), row.cells().get(i));
      }
      rows.add(cells);
    }
    return rows;
  }

  /// The first two positions of a product code are the code of its category, if they are any.
  @Test
  void everyCategoryIsThatOfTheProductCode() {
    var categories = new HashMap<String, String>();
    for (var value : SeedDatabase.MODEL.enumerations().get("ProductCategory").values()) {
      categories.put(value.description().substring(0, 2), value.name());
    }
    var wrong = new ArrayList<Map<String, String>>();
    for (var table : TABLES) {
      if (table.name().equals("Product")) {
        rows(table).stream()
            .filter(product ->
                !product
                    .get("category")
                    .equals(categories.getOrDefault(product.get("code").substring(0, 2), "")))
            .forEach(wrong::add);
      }
    }
    assertEquals(List.of(), wrong);
  }
}
