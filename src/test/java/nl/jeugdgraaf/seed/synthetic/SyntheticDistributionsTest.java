package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.NetworkInMemory.cell;
import static nl.jeugdgraaf.seed.synthetic.NetworkInMemory.key;
import static nl.jeugdgraaf.seed.synthetic.SeedFacts.TODAY;
import static nl.jeugdgraaf.seed.synthetic.SeedFacts.days;
import static nl.jeugdgraaf.seed.synthetic.SeedFacts.median;
import static nl.jeugdgraaf.seed.synthetic.SeedFacts.only;
import static nl.jeugdgraaf.seed.synthetic.SeedFacts.share;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import nl.jeugdgraaf.seed.synthetic.SyntheticNetwork.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The distributions of the synthetic network are within the bands of the table in
/// `seed/README.md`, in the small network and in that of a region.
class SyntheticDistributionsTest {
  private static final Path TABLE = Path.of("seed/README.md");
  private static final String HEADER = "| distribution |";
  private static final Pattern BAND =
      Pattern.compile("(\\d+(?:\\.\\d+)?)(?: to (\\d+(?:\\.\\d+)?))?( %| weeks| days| months)?");

  private static final Map<String, ToDoubleFunction<SeedFacts>> MEASURES = measures();

  /// The least and the most that a distribution may be.
  record Band(double least, double most) {
    static Band of(String text) {
      var found = BAND.matcher(text);
      assertTrue(found.matches(), () -> "no band: " + text);
      double least = Double.parseDouble(found.group(1));
      return new Band(
          least, Optional.ofNullable(found.group(2)).map(Double::parseDouble).orElse(least));
    }
  }

  static List<Size> sizes() {
    return List.of(Size.SMALL, Size.ofScale(1));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void everyDistributionIsWithinItsBand(Size size) throws IOException {
    var bands = bands();
    assertEquals(MEASURES.keySet(), bands.keySet());
    var facts = new SeedFacts(new NetworkInMemory(size));
    var outside = new ArrayList<String>();
    bands.forEach((name, band) -> {
      double seen = MEASURES.getOrDefault(name, none -> Double.NaN).applyAsDouble(facts);
      if (!(seen >= band.least() && seen <= band.most())) {
        outside.add("%s: %.2f is not within %s".formatted(name, seen, band));
      }
    });
    assertEquals(List.of(), outside);
  }

  /// Reads the third column of the table, by the first.
  private static Map<String, Band> bands() throws IOException {
    var bands = new LinkedHashMap<String, Band>();
    boolean inTable = false;
    for (var line : Files.readAllLines(TABLE)) {
      if (inTable && line.startsWith("|") && !line.startsWith("|-")) {
        var cells = line.split("\\|", -1);
        bands.put(cells[1].strip(), Band.of(cells[3].strip()));
      }
      inTable = line.startsWith(HEADER) || (inTable && line.startsWith("|"));
    }
    return bands;
  }

  private static Map<String, ToDoubleFunction<SeedFacts>> measures() {
    var measures = new LinkedHashMap<String, ToDoubleFunction<SeedFacts>>();
    persons(measures);
    trajectories(measures);
    help(measures);
    rules(measures);
    return measures;
  }

  private static void persons(Map<String, ToDoubleFunction<SeedFacts>> measures) {
    measures.put(
        "youths with HSJ, in Groningen",
        facts -> {
          var specialised = new HashSet<String>();
          only(facts.trajectories(), facts::isSpecialised)
              .forEach(trajectory -> specialised.add(facts.youthOf(trajectory)));
          return share(groningen(facts), specialised::contains);
        });
    measures.put(
        "youths in the city, in Groningen",
        facts -> share(groningen(facts), youth -> facts.municipality(youth, TODAY).equals("0014")));
    measures.put(
        "youths in Den Haag, in Haaglanden",
        facts ->
            share(
                only(facts.youths(), youth -> !facts.isOfGroningen(youth)),
                youth -> facts.municipality(youth, TODAY).equals("0518")));
    measures.put("under 4 at the signal", facts -> ages(facts, 0, 4));
    measures.put("8 to 15 at the signal", facts -> ages(facts, 8, 16));
    measures.put(
        "18 or older now",
        facts -> share(facts.youths(), youth -> facts.age(youth, TODAY).orElse(0) >= 18));
    measures.put(
        "youths with a measure",
        facts -> {
          var protectedYouths = facts.graph().by("Measure.youth", "to").keySet();
          return share(facts.youths(), protectedYouths::contains);
        });
    measures.put(
        "youths with one trajectory",
        facts -> {
          var of = facts.graph().by("Trajectory.youth", "to");
          return share(of.values(), ties -> ties.size() == 1);
        });
  }

  private static List<String> groningen(SeedFacts facts) {
    return only(facts.youths(), facts::isOfGroningen);
  }

  private static double ages(SeedFacts facts, int from, int to) {
    var known =
        only(
            facts.trajectories(),
            row -> facts.age(facts.youthOf(row), cell(row, "signalledOn")).isPresent());
    return share(
        known,
        row -> {
          long age = facts.age(facts.youthOf(row), cell(row, "signalledOn")).orElseThrow();
          return age >= from && age < to;
        });
  }

  private static void trajectories(Map<String, ToDoubleFunction<SeedFacts>> measures) {
    measures.put(
        "trajectories that wait for care",
        facts -> share(facts.trajectories(), row -> cell(row, "firstHelpOn").isEmpty()));
    measures.put("half wait for help less than", facts -> waiting(facts, row -> true));
    measures.put("half wait for HSJ less than", facts -> waiting(facts, facts::isSpecialised));
    measures.put(
        "wait for help over 6 months",
        facts ->
            share(
                only(
                    facts.trajectories(),
                    row -> days(cell(row, "signalledOn"), cell(row, "firstHelpOn")).isPresent()),
                row ->
                    days(cell(row, "signalledOn"), cell(row, "firstHelpOn")).orElseThrow() > 182));
    measures.put(
        "ended within a year",
        facts ->
            share(
                only(
                    facts.trajectories(),
                    row -> days(cell(row, "startedOn"), cell(row, "endedOn")).isPresent()),
                row -> days(cell(row, "startedOn"), cell(row, "endedOn")).orElseThrow() <= 365));
    measures.put("referred by a general practitioner", facts -> referrals(facts, "GP"));
    measures.put("referred by a local team", facts -> referrals(facts, "LOCAL_TEAM"));
    measures.put(
        "referred by a certified institution", facts -> referrals(facts, "CERTIFIED_INSTITUTION"));
  }

  private static double waiting(SeedFacts facts, Predicate<Map<String, String>> isMeant) {
    return median(
            facts.trajectories().stream()
                .filter(isMeant)
                .map(row -> days(cell(row, "signalledOn"), cell(row, "firstHelpOn"))))
        / 7;
  }

  private static double referrals(SeedFacts facts, String kind) {
    var kinds = facts.graph().by("Referrer", "key");
    return share(
        facts.graph().rows("Trajectory.referrer"),
        row ->
            cell(kinds.getOrDefault(cell(row, "to"), List.of()).getFirst(), "kind").equals(kind));
  }

  private static void help(Map<String, ToDoubleFunction<SeedFacts>> measures) {
    measures.put(
        "guidance and basic treatment, in Groningen",
        facts ->
            share(
                coded(facts, "GRONINGEN/"),
                row -> facts.code(row).startsWith("45") || facts.code(row).startsWith("51")));
    measures.put(
        "nationally bought, in Groningen",
        facts -> share(coded(facts, "GRONINGEN/"), row -> facts.code(row).startsWith("55")));
    measures.put(
        "youths with a stay",
        facts -> {
          var staying = new HashSet<String>();
          only(facts.deliveries(), facts::isStay)
              .forEach(row -> staying.add(facts.youthOf(facts.trajectoryOf(row))));
          return share(facts.youths(), staying::contains);
        });
    measures.put("stays among all help", facts -> share(facts.deliveries(), facts::isStay));
    measures.put(
        "half of ended crisis help took less than", facts -> length(facts, Set.of("46A01")));
    measures.put(
        "half of ended foster care took less than",
        facts -> length(facts, Set.of("44A07", "44N07")) * 12 / 365);
    measures.put(
        "delivered outside a contract",
        facts -> {
          var contracts = contracts(facts);
          return share(
              only(
                  facts.graph().rows("Provider.deliveries"),
                  row -> !facts.product(facts.delivery(cell(row, "to"))).isEmpty()),
              row -> !isContracted(facts, contracts, row));
        });
  }

  private static List<Map<String, String>> coded(SeedFacts facts, String region) {
    return only(facts.deliveries(), row -> facts.product(row).startsWith(region));
  }

  private static double length(SeedFacts facts, Set<String> codes) {
    return median(
        facts.deliveries().stream()
            .filter(row -> codes.contains(facts.code(row)))
            .filter(row -> cell(row, "endedOn").compareTo(TODAY) <= 0)
            .map(row -> days(cell(row, "startedOn"), cell(row, "endedOn"))));
  }

  private static Map<String, List<Map<String, String>>> contracts(SeedFacts facts) {
    var contracts = new HashMap<String, List<Map<String, String>>>();
    for (var row : facts.graph().rows("Provider.contractedProducts")) {
      var pair = cell(row, "from") + " " + cell(row, "to");
      contracts.computeIfAbsent(pair, none -> new ArrayList<>()).add(row);
    }
    return contracts;
  }

  private static boolean isContracted(
      SeedFacts facts,
      Map<String, List<Map<String, String>>> contracts,
      Map<String, String> delivers) {
    var pair = cell(delivers, "from") + " " + facts.product(facts.delivery(cell(delivers, "to")));
    var day = cell(delivers, "validFrom").isEmpty() ? TODAY : cell(delivers, "validFrom");
    return contracts.getOrDefault(pair, List.of()).stream()
        .anyMatch(contract -> SeedFacts.within(contract, day));
  }

  private static void rules(Map<String, ToDoubleFunction<SeedFacts>> measures) {
    measures.put(
        "new help from the 18th birthday on",
        facts ->
            share(
                only(facts.deliveries(), row -> cell(row, "decision").equals("NEW")),
                row ->
                    facts
                            .age(facts.youthOf(facts.trajectoryOf(row)), cell(row, "startedOn"))
                            .orElse(0)
                        >= 18));
    measures.put(
        "two stays at once", facts -> share(facts.youths(), facts.withTwoStays()::contains));
    measures.put(
        "HSJ with a stay and without a family intervention",
        facts -> {
          var modules = modules(facts);
          return share(
              modules.values().stream()
                  .filter(some -> some.contains("6.2") || some.contains("6.3"))
                  .toList(),
              some -> !some.contains("6.1"));
        });
    measures.put(
        "running HSJ without a contact",
        facts -> {
          var contacts = new HashSet<String>();
          for (var type : List.of("Network", "Provider", "Referrer")) {
            contacts.addAll(facts.graph().by(type + ".contactFor", "to").keySet());
          }
          return share(
              only(facts.trajectories(), row -> facts.isSpecialised(row) && facts.runs(row)),
              row -> !contacts.contains(key(row)));
        });
    measures.put(
        "decision against HSJ without a follow-up",
        facts -> {
          var followed = facts.graph().by("Network.followsUp", "to").keySet();
          return share(
              only(facts.trajectories(), row -> cell(row, "decision").equals("NO_HSJ")),
              row -> cell(row, "followUp").isEmpty() || !followed.contains(key(row)));
        });
    measures.put("regie of a certified institution without a measure", SyntheticRules::regie);
    measures.put("local contract where none is recorded", SyntheticRules::localContracts);
    measures.put("Den Haag in what it does not take part in", SyntheticRules::denHaag);
    measures.put("siblings of two networks", SyntheticRules::siblings);
  }

  private static Map<String, Set<String>> modules(SeedFacts facts) {
    var modules = new HashMap<String, Set<String>>();
    for (var row : facts.graph().rows("Delivery.module")) {
      var trajectory = key(facts.trajectoryOf(facts.delivery(cell(row, "from"))));
      var module = cell(row, "to").substring(cell(row, "to").indexOf('/') + 1);
      modules.computeIfAbsent(trajectory, none -> new HashSet<>()).add(module);
    }
    return modules;
  }
}
