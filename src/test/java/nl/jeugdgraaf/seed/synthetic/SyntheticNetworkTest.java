package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.NetworkInMemory.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.synthetic.SyntheticNetwork.CareCounts;
import nl.jeugdgraaf.seed.synthetic.SyntheticNetwork.OrganisationCounts;
import nl.jeugdgraaf.seed.synthetic.SyntheticNetwork.PersonCounts;
import nl.jeugdgraaf.seed.synthetic.SyntheticNetwork.Size;
import org.junit.jupiter.api.Test;

/// The synthetic network is of the size that was asked, the same every time, and could be real.
class SyntheticNetworkTest {
  /// Help that Den Haag contracts itself has neither a product nor a segment of the region.
  private static final String LOCAL = "Help under a contract of the municipality (synthetic)";

  @Test
  void theSameSizeGivesTheSameRowsInAnyOrder() {
    var documents = NetworkInMemory.DOCUMENTS;
    var one = SyntheticNetwork.ofSize(Size.SMALL, documents).tables();
    var other = SyntheticNetwork.ofSize(Size.SMALL, documents).tables();
    for (int table = one.size() - 1; table >= 0; table--) {
      assertEquals(NetworkInMemory.read(one.get(table)), NetworkInMemory.read(other.get(table)));
      assertEquals(NetworkInMemory.read(one.get(table)), NetworkInMemory.read(one.get(table)));
    }
  }

  @Test
  void linesCountOnFromTheHeader() {
    var tables = SyntheticNetwork.ofSize(Size.SMALL, NetworkInMemory.DOCUMENTS).tables();
    long line = 1;
    for (var row : tables.getFirst().rows()) {
      line++;
      assertEquals(line, row.line());
    }
    assertEquals(41, line);
  }

  @Test
  void nodesComeBeforeRelationships() {
    var names =
        SyntheticNetwork.ofSize(Size.SMALL, NetworkInMemory.DOCUMENTS).tables().stream()
            .map(SeedTable::name)
            .toList();
    int nodes = (int) names.stream().filter(name -> !name.contains(".")).count();
    assertTrue(names.subList(0, nodes).stream().noneMatch(name -> name.contains(".")));
    assertEquals(names.size(), new HashSet<>(names).size());
  }

  @Test
  void sizesAreExact() {
    assertSizes(Size.SMALL, List.of(40, 4, 60, 5, 30, 400, 600, 800, 1_800, 1_600));
    assertSizes(
        Size.ofScale(0.2), List.of(120, 4, 180, 10, 140, 2_000, 3_000, 4_000, 9_000, 8_000));
    assertSizes(
        Size.ofScale(1), List.of(250, 4, 400, 20, 300, 10_000, 15_000, 20_000, 45_000, 40_000));
  }

  @Test
  void oddSizesAreExactToo() {
    var organisations = new OrganisationCounts(11, 3, 53, 7, 13);
    assertSizes(
        new Size(organisations, new PersonCounts(80, 120), new CareCounts(200, 777, 599)),
        List.of(11, 3, 53, 7, 13, 80, 120, 200, 777, 599));
    assertSizes(
        new Size(organisations, new PersonCounts(40, 40), new CareCounts(400, 3, 1_200)),
        List.of(11, 3, 53, 7, 13, 40, 40, 400, 3, 1_200));
  }

  @Test
  void scaleThirtyHasThirtyTimesThePersonsAndTheirCare() {
    var size = Size.ofScale(30);
    assertEquals(new PersonCounts(300_000, 450_000), size.persons());
    assertEquals(new CareCounts(600_000, 1_350_000, 1_200_000), size.care());
    assertTrue(size.organisations().providers() < 30 * 250);
  }

  @Test
  void impossibleSizesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Size.ofScale(0));
    assertThrows(IllegalArgumentException.class, () -> Size.ofScale(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new PersonCounts(41, 80));
    assertThrows(IllegalArgumentException.class, () -> new CareCounts(40, 90, 121));
    assertThrows(IllegalArgumentException.class, () -> new OrganisationCounts(9, 2, 40, 5, 10));
  }

  @Test
  void withoutACatalogueTheReaderIsToldWhatIsMissing() {
    var problem =
        assertThrows(ProblemException.class, () -> SyntheticNetwork.ofSize(Size.SMALL, List.of()));
    assertEquals(
        "The synthetic network needs at least two municipalities of GRONINGEN; add them to the"
            + " table Municipality.region.",
        problem.getMessage());
  }

  @Test
  void periodsAreHalfOpenAndNotEmpty() {
    var graph = NetworkInMemory.of(Size.ofScale(0.2));
    for (var table : graph.tables()) {
      for (var row : graph.rows(table)) {
        for (var pair :
            List.of(
                "validFrom validTo",
                "startedOn endedOn",
                "signalledOn startedOn",
                "signalledOn intakeOn",
                "intakeOn startedOn")) {
          var from = cell(row, pair.split(" ", -1)[0]);
          var to = cell(row, pair.split(" ", -1)[1]);
          assertTrue(
              from.isEmpty() || to.isEmpty() || from.compareTo(to) < 0, () -> table + " " + row);
        }
      }
    }
  }

  @Test
  void oneRegieOfAKindIsHeldByOneHolderAtATimeWithoutGaps() {
    var graph = NetworkInMemory.of(Size.ofScale(0.2));
    var periods = new HashMap<String, List<Map<String, String>>>();
    for (var type : List.of("Municipality", "Referrer", "Network", "SafetyPartner", "School")) {
      for (var row : graph.rows(type + ".regieOver")) {
        periods
            .computeIfAbsent(cell(row, "to") + " " + cell(row, "kind"), key -> new ArrayList<>())
            .add(row);
      }
    }
    assertContiguous(periods);
    var kinds = new TreeSet<String>();
    periods.keySet().forEach(key -> kinds.add(key.split(" ", -1)[1]));
    assertEquals(Set.of("PROCESS", "CARE", "SAFETY", "EDUCATION", "CASE"), kinds);
    for (var kind : kinds) {
      assertTrue(
          periods.entrySet().stream()
              .anyMatch(entry -> entry.getKey().endsWith(kind) && entry.getValue().size() > 1),
          kind + " is never handed over");
    }
  }

  @Test
  void aRegieIsHeldByWhoMayHoldIt() {
    var graph = NetworkInMemory.of(Size.SMALL);
    var trajectories = graph.by("Trajectory", "key");
    var referrers = graph.by("Referrer", "key");
    assertEquals(Set.of("PROCESS"), values(graph, "Municipality.regieOver", "kind"));
    assertEquals(Set.of("CARE"), values(graph, "Network.regieOver", "kind"));
    assertEquals(Set.of("SAFETY"), values(graph, "SafetyPartner.regieOver", "kind"));
    assertEquals(Set.of("EDUCATION"), values(graph, "School.regieOver", "kind"));
    for (var row : graph.rows("Referrer.regieOver")) {
      var holder = cell(first(referrers, cell(row, "from")), "kind");
      var trajectory = cell(first(trajectories, cell(row, "to")), "kind");
      var expected = cell(row, "kind").equals("CASE") ? "REGULAR" : trajectory;
      assertEquals(expected, trajectory, row::toString);
      switch (cell(row, "kind")) {
        case "CASE" -> assertEquals("LOCAL_TEAM", holder);
        case "SAFETY" -> assertEquals("CERTIFIED_INSTITUTION", holder);
        default -> assertTrue(List.of("LOCAL_TEAM", "CERTIFIED_INSTITUTION").contains(holder));
      }
    }
  }

  @Test
  void contactsAndHomesAndFamiliesAndDeliverersFollowOneAnother() {
    var graph = NetworkInMemory.of(Size.ofScale(0.2));
    var contacts = new HashMap<String, List<Map<String, String>>>();
    var deliverers = new HashMap<String, List<Map<String, String>>>();
    for (var type : List.of("Network", "Provider", "Referrer")) {
      collect(graph.by(type + ".contactFor", "to"), contacts);
      collect(graph.by(type + ".deliveries", "to"), deliverers);
    }
    for (var periods :
        List.of(
            contacts, deliverers, graph.from("Youth.family"), graph.from("Youth.municipality"))) {
      assertContiguous(periods);
      assertTrue(periods.values().stream().anyMatch(some -> some.size() > 1));
    }
    assertEquals(3_000, graph.from("Youth.family").size());
    assertEquals(3_000, graph.from("Youth.municipality").size());
  }

  @Test
  void deliveriesFitTheirTrajectoryAndRegion() {
    var graph = NetworkInMemory.of(Size.ofScale(0.2));
    var trajectories = graph.by("Trajectory", "key");
    var products = graph.from("Delivery.product");
    var segments = graph.from("Delivery.segments");
    var modules = graph.from("Delivery.module");
    var regions = graph.from("Provider.region");
    var youths = graph.from("Trajectory.youth");
    var homes = graph.from("Youth.municipality");
    var trajectoryOf = graph.from("Delivery.trajectory");
    var providers = graph.by("Provider.deliveries", "to");
    var groningen =
        Set.of("0014", "0037", "0047", "0765", "1895", "1950", "1952", "1966", "1969", "1979");
    for (var row : graph.rows("Delivery")) {
      var id = cell(row, "key");
      var trajectory = cell(first(trajectoryOf, id), "to");
      boolean specialised = cell(first(trajectories, trajectory), "kind").equals("HSJ");
      boolean local = cell(row, "description").equals(LOCAL);
      assertEquals(!local && !products.containsKey(id), segments.containsKey(id), id);
      assertEquals(specialised, modules.containsKey(id), id);
      var what =
          local
              ? "HAAGLANDEN/"
              : cell(first(products.containsKey(id) ? products : segments, id), "to");
      var youth = cell(first(youths, trajectory), "to");
      for (var home : homes.getOrDefault(youth, List.of())) {
        var region = groningen.contains(cell(home, "to")) ? "GRONINGEN" : "HAAGLANDEN";
        assertEquals(region, what.substring(0, what.indexOf('/')), id);
        for (var tie : providers.getOrDefault(id, List.of())) {
          assertEquals(region, cell(first(regions, cell(tie, "from")), "to"), id);
        }
      }
      var end = cell(first(trajectories, trajectory), "endedOn");
      assertTrue(end.isEmpty() || cell(row, "endedOn").compareTo(end) <= 0, id);
    }
  }

  @Test
  void mostProvidersAreContractedForWhatTheyDeliver() {
    var graph = NetworkInMemory.of(Size.ofScale(0.2));
    var contracts = new HashSet<String>();
    for (var row : graph.rows("Provider.contractedProducts")) {
      contracts.add(cell(row, "from") + " " + cell(row, "to"));
    }
    var products = graph.from("Delivery.product");
    int all = 0;
    int contracted = 0;
    for (var row : graph.rows("Provider.deliveries")) {
      for (var product : products.getOrDefault(cell(row, "to"), List.of())) {
        all++;
        contracted += contracts.contains(cell(row, "from") + " " + cell(product, "to")) ? 1 : 0;
      }
    }
    assertTrue(contracted > all * 0.9 && contracted < all, contracted + " of " + all);
  }

  @Test
  void networksCoverEveryKindOfExpertise() {
    var graph = NetworkInMemory.of(Size.SMALL);
    var providers = graph.by("Provider", "agb");
    var networks = graph.by("Provider.networks", "to");
    var made = new HashSet<String>();
    graph.rows("Network").forEach(row -> made.add(cell(row, "key")));
    assertEquals(made, networks.keySet());
    for (var partners : networks.values()) {
      var covered = new HashSet<String>();
      for (var partner : partners) {
        if (cell(partner, "validTo").isEmpty()) {
          var provider = first(providers, cell(partner, "from"));
          covered.addAll(List.of(cell(provider, "expertise").split("\\|", -1)));
        }
      }
      assertTrue(covered.containsAll(List.of("LVB", "GGZ", "JO", "ADDICTION")));
      assertEquals(
          1, partners.stream().filter(partner -> cell(partner, "role").equals("LEAD")).count());
    }
  }

  @Test
  void everyNodeSaysThatItIsSynthetic() {
    var graph = NetworkInMemory.of(Size.SMALL);
    for (var table : graph.tables()) {
      for (var row : graph.rows(table)) {
        assertTrue(table.contains(".") || cell(row, "source").equals("SYNTHETIC"), table);
        assertTrue(cell(row, "name").isEmpty() || cell(row, "name").endsWith("(synthetisch)"));
      }
    }
  }

  private static void assertSizes(Size size, List<Integer> expected) {
    var tables = SyntheticNetwork.ofSize(size, NetworkInMemory.DOCUMENTS).tables();
    var counts = new HashMap<String, Integer>();
    for (var table : tables) {
      int count = 0;
      for (var row : table.rows()) {
        count += row.cells().isEmpty() ? 0 : 1;
      }
      var name = table.name().endsWith(".regieOver") ? "regie" : table.name();
      counts.merge(name, count, Integer::sum);
    }
    var names =
        List.of(
            "Provider",
            "Network",
            "Referrer",
            "SafetyPartner",
            "School",
            "Family",
            "Youth",
            "Trajectory",
            "Delivery",
            "regie");
    assertEquals(expected, names.stream().map(name -> counts.getOrDefault(name, 0)).toList());
  }

  private static void assertContiguous(Map<String, List<Map<String, String>>> periods) {
    periods.forEach((subject, some) -> {
      var sorted =
          some.stream().sorted(Comparator.comparing(row -> cell(row, "validFrom"))).toList();
      for (int next = 1; next < sorted.size(); next++) {
        var before = cell(sorted.get(next - 1), "validTo");
        assertFalse(before.isEmpty(), () -> subject + " " + sorted);
        assertEquals(before, cell(sorted.get(next), "validFrom"), () -> subject + " " + sorted);
      }
    });
  }

  private static void collect(
      Map<String, List<Map<String, String>>> some, Map<String, List<Map<String, String>>> all) {
    some.forEach((key, rows) -> all.computeIfAbsent(key, none -> new ArrayList<>()).addAll(rows));
  }

  private static Set<String> values(NetworkInMemory graph, String table, String column) {
    var values = new HashSet<String>();
    graph.rows(table).forEach(row -> values.add(cell(row, column)));
    return values;
  }

  private static Map<String, String> first(
      Map<String, List<Map<String, String>>> rows, String key) {
    return rows.getOrDefault(key, List.of(Map.of())).getFirst();
  }
}
