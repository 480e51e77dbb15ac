package nl.jeugdgraaf.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import nl.jeugdgraaf.statistics.DisclosureControl.Cell;
import nl.jeugdgraaf.statistics.DisclosureControl.Shown;
import org.junit.jupiter.api.Test;

/// Published figures never single out a few persons, neither one cell alone nor by subtraction.
class DisclosureControlTest {
  private static final DisclosureControl DISCLOSURE = DisclosureControl.DEFAULT;

  private static Cell cell(long persons, String... key) {
    return new Cell(List.of(key), persons);
  }

  @Test
  void smallNumbersAreLeftOutAndOthersRounded() {
    var shown =
        DISCLOSURE.protect(List.of(cell(9, "a"), cell(8, "b"), cell(10, "c"), cell(73, "d")), 100);
    assertEquals(
        List.of(
            new Shown(List.of("a"), Optional.empty(), "SMALL_NUMBER"),
            new Shown(List.of("b"), Optional.empty(), "SMALL_NUMBER"),
            new Shown(List.of("c"), Optional.of(10L), ""),
            new Shown(List.of("d"), Optional.of(75L), "")),
        shown);
  }

  @Test
  void allButAFewIsSmallToo() {
    var shown = DISCLOSURE.protect(List.of(cell(95, "a"), cell(5, "b")), 100);
    assertEquals("SMALL_NUMBER", shown.getFirst().reason());
    assertEquals("SMALL_NUMBER", shown.getLast().reason());
  }

  @Test
  void aLoneSmallCellTakesTheSmallestOtherWithIt() {
    var shown = DISCLOSURE.protect(List.of(cell(3, "a"), cell(40, "b"), cell(30, "c")), 73);
    assertEquals("PROTECTS_ANOTHER", shown.get(2).reason());
    assertEquals(Optional.of(40L), shown.get(1).persons());
  }

  @Test
  void aSmallTotalIsLeftOut() {
    assertEquals(Optional.empty(), DISCLOSURE.total(9));
    assertEquals(Optional.of(0L), DISCLOSURE.total(0));
    assertEquals(Optional.of(10L), DISCLOSURE.total(12));
  }

  /// Whatever the table: no line has exactly one cell left out beside others that are shown, and
  /// what is shown is neither small nor exact.
  @Test
  void noCellCanBeWorkedOut() {
    var random = new Random(7);
    for (int round = 0; round < 500; round++) {
      var cells = new ArrayList<Cell>();
      long total = 0;
      for (int row = 0; row < 2 + random.nextInt(4); row++) {
        for (int column = 0; column < 2 + random.nextInt(4); column++) {
          if (random.nextInt(5) > 0) {
            var persons = 1 + random.nextInt(random.nextBoolean() ? 12 : 300);
            cells.add(cell(persons, "r" + row, "c" + column));
            total += persons;
          }
        }
      }
      check(cells, DISCLOSURE.protect(cells, total));
    }
  }

  private static void check(List<Cell> cells, List<Shown> shown) {
    var hidden = new HashMap<String, Integer>();
    var all = new HashMap<String, Integer>();
    for (int i = 0; i < cells.size(); i++) {
      var cell = shown.get(i);
      assertEquals(cells.get(i).key(), cell.key());
      for (var line : List.of(cell.key().get(0), cell.key().get(1), "all")) {
        all.merge(line, 1, Integer::sum);
        hidden.merge(line, cell.persons().isEmpty() ? 1 : 0, Integer::sum);
      }
      cell.persons()
          .ifPresent(persons -> {
            assertEquals(0, persons % 5);
            assertTrue(persons >= 10, cell::toString);
          });
      assertTrue(cells.get(i).persons() >= 10 || cell.persons().isEmpty(), cell::toString);
    }
    hidden.forEach((line, count) ->
        assertTrue(count != 1 || Objects.equals(all.get(line), 1), () -> line + " of " + shown));
  }
}
