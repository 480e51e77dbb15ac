package nl.jeugdgraaf.statistics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// An attacker who knows all tables of a fact, how numbers are rounded, why others are left out,
/// and which cells add up to which, asks by integer programming whether a small cell can have
/// another number than it has. There must be one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkedOutCellsTest {
  private static final StatisticsDefinitions DEFINITIONS =
      ApiSchema.builtIn().accessDefinitions().statistics();

  /// A youth has one municipality, one region, one number of providers; of other things several.
  private static final Set<String> DISJOINT = Set.of("municipality", "region", "providers");

  private static final Set<String> REGION = Set.of("region");

  private static final long PERSONS_MAX = 1_000;

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
    var attack = new Attack(cells, shown, rounding);
    return cells.stream()
        .filter(cell -> cell.persons() < 10)
        .filter(cell -> !attack.fits(cell, cell.persons() + 1, PERSONS_MAX))
        .filter(cell -> !attack.fits(cell, 1, cell.persons() - 1))
        .toList();
  }

  /// What is known of the cells of a fact: between which numbers each is, and how cells add up.
  private static final class Attack {
    private final Map<Address, Cell> cells = new HashMap<>();
    private final Map<Address, long[]> bounds = new HashMap<>();
    private final Map<Address, List<Line>> lines = new HashMap<>();

    Attack(List<Cell> all, Map<Address, Shown> shown, int rounding) {
      for (var cell : all) {
        var known = Objects.requireNonNull(shown.get(cell.address()));
        cells.put(cell.address(), cell);
        bounds.put(cell.address(), bounds(cell, known, rounding));
      }
      for (var line : lines()) {
        lines.computeIfAbsent(line.sum, _ -> new ArrayList<>()).add(line);
        for (var part : line.parts) {
          lines.computeIfAbsent(part, _ -> new ArrayList<>()).add(line);
        }
      }
    }

    /// The reason why a number is left out tells of it too.
    private static long[] bounds(Cell cell, Shown shown, int rounding) {
      if (shown.persons().isPresent()) {
        var number = shown.persons().get();
        return new long[] {number - rounding, number + rounding};
      }
      if (shown.reason().equals("PROTECTS_ANOTHER")) {
        return new long[] {10, PERSONS_MAX};
      }
      return new long[] {1, cell.persons() < 10 ? 9 : PERSONS_MAX};
    }

    /// Returns whether a cell can have a number within bounds, by all that is known.
    boolean fits(Cell target, long least, long most) {
      var known = Objects.requireNonNull(bounds.get(target.address()));
      if (Math.min(most, known[1]) < Math.max(least, known[0])) {
        return false;
      }
      var model = new ExpressionsBasedModel();
      var variables = new HashMap<Address, Variable>();
      var linked = new LinkedHashSet<Line>();
      var open = new ArrayDeque<>(List.of(target.address()));
      while (!open.isEmpty()) {
        var address = open.remove();
        var between = Objects.requireNonNull(bounds.get(address));
        var variable = model.newVariable(address.toString()).integer();
        variables.put(address, variable.lower(between[0]).upper(between[1]));
        for (var line : lines.getOrDefault(address, List.of())) {
          if (linked.add(line)) {
            Stream.concat(Stream.of(line.sum), line.parts.stream())
                .filter(it -> !variables.containsKey(it) && !open.contains(it))
                .forEach(open::add);
          }
        }
      }
      Objects.requireNonNull(variables.get(target.address()))
          .lower(Math.max(least, known[0]))
          .upper(Math.min(most, known[1]));
      linked.forEach(line -> line.addTo(model, variables));
      return model.minimise().getState().isFeasible();
    }

    private Collection<Line> lines() {
      var all = new LinkedHashMap<List<Object>, Line>();
      for (var cell : cells.values()) {
        for (var dimension : cell.values().keySet()) {
          add(all, cell.address().without(dimension), Set.of(dimension), cell);
        }
        if (cell.values().size() > 1) {
          var whole = new Address(cell.region(), new TreeMap<>());
          add(all, whole, Set.copyOf(cell.values().keySet()), cell);
        }
        if (!cell.region().isEmpty()) {
          add(all, new Address("", new TreeMap<>(cell.values())), REGION, cell);
        }
      }
      all.values().forEach(line -> line.isExact = line.adds(cells));
      // Youths without a region are in the sum alone, and their number is not known.
      all.values().removeIf(line -> !line.isExact && line.over.equals(REGION));
      return all.values();
    }

    private void add(Map<List<Object>, Line> all, Address sum, Set<String> over, Cell part) {
      if (cells.containsKey(sum)) {
        all.computeIfAbsent(List.of(sum, over), _ -> new Line(sum, over)).parts.add(part.address());
      }
    }
  }

  /// Cells that add up to another one. Where a youth can be in several of them, as with segments,
  /// none is larger than the sum, and together they are not smaller.
  private static final class Line {
    final Address sum;
    final List<Address> parts = new ArrayList<>();
    boolean isExact;
    final Set<String> over;

    Line(Address sum, Set<String> over) {
      this.sum = sum;
      this.over = over;
    }

    /// Returns whether the parts exclude each other and are all there.
    boolean adds(Map<Address, Cell> cells) {
      return DISJOINT.containsAll(over)
          && persons(cells, sum) == parts.stream().mapToLong(it -> persons(cells, it)).sum();
    }

    private static long persons(Map<Address, Cell> cells, Address address) {
      return Objects.requireNonNull(cells.get(address)).persons();
    }

    void addTo(ExpressionsBasedModel model, Map<Address, Variable> variables) {
      var name = sum + over.toString();
      var together = model.newExpression(name).lower(0);
      together.set(variables.get(sum), -1);
      parts.forEach(part -> together.set(variables.get(part), 1));
      if (isExact) {
        together.upper(0);
        return;
      }
      for (var part : parts) {
        model
            .newExpression(name + part)
            .lower(0)
            .set(variables.get(sum), 1)
            .set(variables.get(part), -1);
      }
    }
  }
}
