package nl.jeugdgraaf.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import nl.jeugdgraaf.statistics.Cell.Address;
import nl.jeugdgraaf.statistics.DisclosureControl.Shown;
import org.junit.jupiter.api.Test;

class DisclosureControlTest {
  private static final DisclosureControl DISCLOSURE = DisclosureControl.DEFAULT;

  private static Cell cell(long persons, String region, String... values) {
    var at = new TreeMap<String, String>();
    for (int i = 0; i < values.length; i++) {
      at.put("dimension" + i, values[i]);
    }
    return new Cell(region, at, persons);
  }

  private static Shown shown(Map<Address, Shown> all, String region, String... values) {
    return Objects.requireNonNull(all.get(cell(0, region, values).address()));
  }

  @Test
  void smallNumbersAreLeftOutAndOthersRounded() {
    var shown =
        DISCLOSURE.protect(
            List.of(
                cell(100, ""),
                cell(9, "", "a"),
                cell(8, "", "b"),
                cell(10, "", "c"),
                cell(73, "", "d")));
    assertEquals(new Shown(Optional.empty(), "SMALL_NUMBER"), shown(shown, "", "a"));
    assertEquals(new Shown(Optional.empty(), "SMALL_NUMBER"), shown(shown, "", "b"));
    assertEquals(new Shown(Optional.of(10L), ""), shown(shown, "", "c"));
    assertEquals(new Shown(Optional.of(75L), ""), shown(shown, "", "d"));
    assertEquals(new Shown(Optional.of(100L), ""), shown(shown, ""));
  }

  @Test
  void allButAFewIsSmallToo() {
    var shown = DISCLOSURE.protect(List.of(cell(100, ""), cell(95, "", "a"), cell(5, "", "b")));
    assertEquals("SMALL_NUMBER", shown(shown, "", "a").reason());
    assertEquals("SMALL_NUMBER", shown(shown, "", "b").reason());
  }

  @Test
  void aLoneSmallCellTakesTheSmallestOtherWithIt() {
    var shown =
        DISCLOSURE.protect(
            List.of(cell(73, ""), cell(3, "", "a"), cell(40, "", "b"), cell(30, "", "c")));
    assertEquals("PROTECTS_ANOTHER", shown(shown, "", "c").reason());
    assertEquals(Optional.of(40L), shown(shown, "", "b").persons());
  }

  @Test
  void aSmallTotalIsLeftOut() {
    assertEquals(
        new Shown(Optional.empty(), "SMALL_NUMBER"),
        shown(DISCLOSURE.protect(List.of(cell(9, ""))), ""));
    assertEquals(Optional.of(10L), shown(DISCLOSURE.protect(List.of(cell(12, ""))), "").persons());
  }

  /// The number of all regions less that of one is that of the other.
  @Test
  void aCellOfOneRegionIsNotWorkedOutFromThoseOfTheOtherAndOfAll() {
    var shown =
        DISCLOSURE.protect(
            List.of(
                cell(120, ""),
                cell(60, "G"),
                cell(60, "H"),
                cell(40, "", "a"),
                cell(36, "G", "a"),
                cell(4, "H", "a"),
                cell(80, "", "b"),
                cell(24, "G", "b"),
                cell(56, "H", "b")));
    assertEquals("SMALL_NUMBER", shown(shown, "H", "a").reason());
    assertTrue(
        shown(shown, "", "a").persons().isEmpty() || shown(shown, "G", "a").persons().isEmpty());
  }

  /// A cell of two dimensions is the same in both tables that it is a part of.
  @Test
  void aCellThatIsTheOnlyPartOfAnotherTakesItWithIt() {
    var shown =
        DISCLOSURE.protect(
            List.of(
                cell(200, ""),
                cell(50, "", "a"),
                cell(150, "", "b"),
                cell(5, "", "a", "x"),
                cell(45, "", "a", "y"),
                cell(80, "", "b", "x"),
                cell(70, "", "b", "z")));
    assertEquals("SMALL_NUMBER", shown(shown, "", "a", "x").reason());
    assertEquals("PROTECTS_ANOTHER", shown(shown, "", "a", "y").reason());
  }

  /// Whatever the table: no line has exactly one cell left out beside others that are shown, and
  /// what is shown is neither small nor exact.
  @Test
  void noCellCanBeWorkedOut() {
    var random = new Random(7);
    for (int round = 0; round < 500; round++) {
      var cells = new ArrayList<Cell>();
      var sums = new TreeMap<String, Long>();
      for (int row = 0; row < 2 + random.nextInt(4); row++) {
        for (int column = 0; column < 2 + random.nextInt(4); column++) {
          if (random.nextInt(5) > 0) {
            long persons = 1L + random.nextInt(random.nextBoolean() ? 12 : 300);
            cells.add(cell(persons, "", "r" + row, "c" + column));
            sums.merge("r" + row, persons, Long::sum);
          }
        }
      }
      sums.forEach((row, persons) -> cells.add(cell(persons, "", row)));
      cells.add(cell(sums.values().stream().mapToLong(it -> it).sum(), ""));
      check(cells, DISCLOSURE.protect(cells));
    }
  }

  private static void check(List<Cell> cells, Map<Address, Shown> shown) {
    var hidden = new HashMap<List<String>, Integer>();
    var all = new HashMap<List<String>, Integer>();
    for (var cell : cells) {
      var key = List.copyOf(cell.values().values());
      var number = Objects.requireNonNull(shown.get(cell.address())).persons();
      var out = number.isEmpty();
      for (var line : lines(key)) {
        all.merge(line, 1, Integer::sum);
        hidden.merge(line, out ? 1 : 0, Integer::sum);
      }
      number.ifPresent(persons -> {
        assertEquals(0, persons % 5);
        assertTrue(persons >= 10, cell::toString);
      });
      assertTrue(cell.persons() >= 10 || out, cell::toString);
    }
    hidden.forEach((line, count) ->
        assertTrue(count != 1 || all.getOrDefault(line, 0) == 1, () -> line + " of " + shown));
  }

  /// The cells of a row, all cells of the table, and the sums of the rows.
  private static List<List<String>> lines(List<String> key) {
    return switch (key.size()) {
      case 2 -> List.of(List.of("row", key.getFirst()), List.of("cells"));
      case 1 -> List.of(List.of("rows"));
      default -> List.of();
    };
  }
}
