package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.jeugdgraaf.model.Entity;
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

  /// The English texts of a table: remarks, and each that has a field for its Dutch.
  private static List<String> englishTexts(SeedTable table) {
    var names = table.name().split("\\.", 2);
    var type = SeedDatabase.MODEL.node(names[0]);
    Entity entity =
        names.length == 1
            ? type
            : Objects.requireNonNull(type.relationships().get(names[1])).properties();
    var attributes = entity.attributes();
    return attributes.keySet().stream()
        .filter(name -> name.equals("note") || attributes.containsKey(dutch(name)))
        .toList();
  }

  /// The words of the source are the Dutch of what it says.
  private static String dutch(String english) {
    return english.equals("text") ? "quotation" : english + "Dutch";
  }

  /// The first two positions of a product code are the code of its category, if they are any.
  @Test
  void everyCategoryIsThatOfTheProductCode() {
    var categories = new HashMap<String, String>();
    for (var value :
        Objects.requireNonNull(SeedDatabase.MODEL.enumerations().get("ProductCategory")).values()) {
      categories.put(value.description().substring(0, 2), value.name());
    }
    var wrong = new ArrayList<Map<String, String>>();
    for (var table : TABLES) {
      if (table.name().equals("Product")) {
        rows(table).stream()
            .filter(product ->
                !product
                    .getOrDefault("category", "")
                    .equals(
                        categories.getOrDefault(
                            product.getOrDefault("code", "  ").substring(0, 2), "")))
            .forEach(wrong::add);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyEnglishTextHasItsDutch() {
    var alone = new ArrayList<String>();
    int pairs = 0;
    for (var table : TABLES) {
      for (var english : englishTexts(table)) {
        var dutch = dutch(english);
        for (var row : rows(table)) {
          var text = row.getOrDefault(english, "");
          var same = row.getOrDefault(dutch, "");
          if (text.isEmpty() != same.isEmpty() || (text.equals(same) && !text.isEmpty())) {
            alone.add(table.origin() + " " + english + ": " + text + " | " + same);
          }
          pairs += text.isEmpty() ? 0 : 1;
        }
      }
    }
    assertEquals(List.of(), alone);
    assertTrue(pairs > 250, "few texts");
  }
}
