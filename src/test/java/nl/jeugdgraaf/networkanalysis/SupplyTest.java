package nl.jeugdgraaf.networkanalysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.networkanalysis.Supply.Alone;
import nl.jeugdgraaf.networkanalysis.Supply.Place;
import org.junit.jupiter.api.Test;

/// A region that is small enough to be worked out by hand: products 1 and 2 are in segment s, 3 in
/// segment t; municipality m takes part in both, n in s only. Nobody is contracted for 4, in t.
class SupplyTest {
  private static final Supply SUPPLY =
      new Supply(
          Stream.of("A", "B", "C", "1", "2", "3", "4", "s", "t", "m", "n")
              .collect(Collectors.toMap(it -> it, it -> new NamedNode(it, it))),
          sorted(Map.of("A", Set.of("1", "2", "3"), "B", Set.of("1", "2"), "C", Set.of("2"))),
          sorted(Map.of("1", Set.of("s"), "2", Set.of("s"), "3", Set.of("t"), "4", Set.of("t"))),
          sorted(Map.of("m", Set.of("s", "t"))),
          sorted(Map.of("n", Set.of("s"))));

  private static Map<String, Set<String>> sorted(Map<String, Set<String>> map) {
    return new TreeMap<>(map);
  }

  private static String covered(Supply supply) {
    return supply.coverage().stream()
        .map(it ->
            "%s in %s: %d of %d, without %s"
                .formatted(
                    it.place().segment(),
                    it.place().municipality(),
                    it.providers().size(),
                    it.products().size(),
                    it.uncovered()))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  @Test
  void coverageCountsWhoIsContractedForAnyProductOfASegment() {
    assertEquals(
        """
        s in m: 3 of 2, without []
        s in n: 3 of 2, without []
        t in m: 1 of 2, without [4]\
        """,
        covered(SUPPLY));
  }

  @Test
  void aProviderStandsAloneForProductsAndPlaces() {
    assertEquals(Map.of("A", new Alone(Set.of("3"), Set.of(new Place("t", "m")))), SUPPLY.alone());
  }

  @Test
  void withoutAProviderTheNextStandsAlone() {
    var left = SUPPLY.without("A", Set.of("1", "2", "3"));
    assertEquals(
        """
        s in m: 2 of 2, without []
        s in n: 2 of 2, without []
        t in m: 0 of 2, without [3, 4]\
        """,
        covered(left).replace("[4, 3]", "[3, 4]"));
    assertEquals(Map.of("B", new Alone(Set.of("1"), Set.of())), left.alone());
  }

  @Test
  void withoutOneContractTheOthersStay() {
    var left = SUPPLY.without("B", Set.of("1"));
    assertEquals(Set.of("2"), left.contracts().get("B"));
    assertEquals(
        Map.of("A", new Alone(Set.of("1", "3"), Set.of(new Place("t", "m")))), left.alone());
  }

  @Test
  void substitutesAreThoseWithMostOfTheProductsFirst() {
    var found = SUPPLY.substitutes("A", Set.of("1", "2", "3"));
    assertEquals(List.of("B", "C"), List.copyOf(found.keySet()));
    assertEquals(Set.of("1", "2"), found.get("B"));
    assertEquals(Map.of(), SUPPLY.substitutes("A", Set.of("3")));
  }

  /// In s A and B have two of five each and C one: 40² + 40² + 20² = 3,600.
  @Test
  void concentrationIsTheSumOfSquaredShares() {
    var node = new NamedNode("s", "s");
    var found =
        Concentration.of(
            node,
            List.copyOf(Objects.requireNonNull(SUPPLY.productsBySegment().get("s")).values()));
    assertEquals(3, found.providers());
    assertEquals(3_600, Objects.requireNonNull(found.hhi()), 1e-9);
    assertEquals(new Concentration(node, 1, 10_000.0), Concentration.of(node, List.of(7L)));
    assertEquals(new Concentration(node, 0, null), Concentration.of(node, List.of()));
  }

  @Test
  void nothingIsToldOfSharesOfWhichOneIsLeftOut() {
    var node = new NamedNode("s", "s");
    assertEquals(
        new Concentration(node, 3, null), Concentration.of(node, Arrays.asList(50L, null, 30L)));
  }
}
