package nl.jeugdgraaf.statistics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.StatisticsDefinitions;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.statistics.Cell.Address;
import nl.jeugdgraaf.statistics.DisclosureControl.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/// An attacker who knows all tables of a fact, how numbers are rounded and which cells add up to
/// which, asks by integer programming what a small cell can be at least and at most. It may not
/// learn the number.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkedOutCellsTest {
  private static final StatisticsDefinitions DEFINITIONS =
      ApiSchema.builtIn().accessDefinitions().statistics();

  /// A youth has one municipality, one region, one number of providers; of other things several.
  private static final Set<String> DISJOINT = Set.of("municipality", "providers");

  private final FactCounter counter =
      new FactCounter(TestDatabase.seeded(), DEFINITIONS.population().orElseThrow());

  /// Some facts and quarters, or with `-Dworked=all` all of them.
  static Stream<Arguments> factsAndQuarters() {
    if (System.getProperty("worked", "").equals("all")) {
      return DEFINITIONS.facts().stream()
          .flatMap(fact ->
              Quarter.complete(LocalDate.of(2023, 1, 1), LocalDate.of(2026, 11, 1)).stream()
                  .map(quarter -> Arguments.of(fact.name(), quarter.first())));
    }
    return Stream.of(
        Arguments.of("providers-of-a-youth", LocalDate.of(2024, 7, 1)),
        Arguments.of("providers-of-a-youth", LocalDate.of(2026, 7, 1)),
        Arguments.of("waiting-now", LocalDate.of(2026, 7, 1)),
        Arguments.of("waits-for-first-help", LocalDate.of(2025, 4, 1)),
        Arguments.of("stays", LocalDate.of(2026, 7, 1)));
  }

  @ParameterizedTest
  @MethodSource("factsAndQuarters")
  void noSmallCellIsWorkedOut(String fact, LocalDate on) {
    var cells = counter.count(fact(fact), new Quarter(on));
    var shown = DisclosureControl.DEFAULT.protect(cells);
    var found = workedOut(cells, shown, 2);
    assertTrue(found.isEmpty(), () -> found + " of " + shown);
  }

  /// The attack finds what is left out where nothing else is left out with it, or nothing is
  /// rounded.
  @Test
  void theAttackFindsWhatIsNotProtected() {
    var cells = counter.count(fact("providers-of-a-youth"), new Quarter(LocalDate.of(2026, 7, 1)));
    var exact = new HashMap<Address, Shown>();
    for (var cell : cells) {
      exact.put(
          cell.address(),
          cell.persons() < 10
              ? new Shown(Optional.empty(), "SMALL_NUMBER")
              : new Shown(Optional.of(cell.persons()), ""));
    }
    assertFalse(workedOut(cells, exact, 0).isEmpty());
  }

  private static StatisticsDefinitions.Fact fact(String name) {
    return DEFINITIONS.facts().stream()
        .filter(fact -> fact.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// Returns the small cells whose number is the only one that fits what is shown.
  private static List<Cell> workedOut(List<Cell> cells, Map<Address, Shown> shown, int rounding) {
    var found = new ArrayList<Cell>();
    for (var cell : cells) {
      if (cell.persons() < 10) {
        var least = bound(cells, shown, rounding, cell, false);
        var most = bound(cells, shown, rounding, cell, true);
        assertTrue(least <= cell.persons() && cell.persons() <= most, () -> "wrong model: " + cell);
        if (least == most) {
          found.add(cell);
        }
      }
    }
    return found;
  }

  private static long bound(
      List<Cell> cells, Map<Address, Shown> shown, int rounding, Cell target, boolean most) {
    var model = new ExpressionsBasedModel();
    var variables = new HashMap<Address, Variable>();
    for (var cell : cells) {
      var variable =
          model
              .newVariable(cell.address().toString())
              .integer()
              .weight(cell.equals(target) ? 1 : 0);
      var number = shown.getOrDefault(cell.address(), new Shown(Optional.empty(), "")).persons();
      variable.lower(number.map(it -> it - rounding).orElse(1L));
      variable.upper(number.map(it -> it + rounding).orElse(1_000L));
      variables.put(cell.address(), variable);
    }
    sums(cells)
        .forEach((sum, parts) -> {
          var equation = model.newExpression(sum.toString() + parts.size()).level(0);
          equation.set(variables.get(sum.address()), -1);
          parts.forEach(part -> equation.set(variables.get(part.address()), 1));
        });
    var result = most ? model.maximise() : model.minimise();
    assertTrue(result.getState().isFeasible(), () -> result.getState().toString());
    return Math.round(result.getValue());
  }

  /// Returns which cells add up to which exactly.
  private static Map<Sum, List<Cell>> sums(List<Cell> cells) {
    var all = new HashMap<Address, Cell>();
    cells.forEach(cell -> all.put(cell.address(), cell));
    var sums = new HashMap<Sum, List<Cell>>();
    for (var cell : cells) {
      for (var dimension : cell.values().keySet()) {
        if (DISJOINT.contains(dimension)) {
          add(sums, all, cell.address().without(dimension), dimension, cell);
        }
      }
      if (!cell.region().isEmpty()) {
        add(sums, all, new Address("", new TreeMap<>(cell.values())), "region", cell);
      }
    }
    sums.entrySet().removeIf(sum -> !isExact(sum.getKey(), sum.getValue(), all));
    return sums;
  }

  private record Sum(Address address, String over) {}

  private static void add(
      Map<Sum, List<Cell>> sums, Map<Address, Cell> all, Address sum, String dimension, Cell part) {
    if (all.containsKey(sum)) {
      sums.computeIfAbsent(new Sum(sum, dimension), _ -> new ArrayList<>()).add(part);
    }
  }

  private static boolean isExact(Sum sum, List<Cell> parts, Map<Address, Cell> all) {
    var cell = all.get(sum.address());
    return cell != null && cell.persons() == parts.stream().mapToLong(Cell::persons).sum();
  }
}
