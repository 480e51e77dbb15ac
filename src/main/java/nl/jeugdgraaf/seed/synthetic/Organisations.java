package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.LazyTable.SOURCE;
import static nl.jeugdgraaf.seed.synthetic.Providers.agb;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import nl.jeugdgraaf.seed.SeedTable;

/// Makes the providers, networks, referrers, safety partners and schools, and their relationships.
final class Organisations {
  /// After the firm partners, of which each brings one kind of expertise.
  private static final List<String> OTHER_ROLES =
      List.of("PARTNER", "SUBCONTRACTOR", "STRATEGIC", "STRATEGIC");

  private static final List<String> SCHOOL_KINDS =
      List.of(
          "PRIMARY", "SECONDARY", "PRIMARY", "SPECIAL", "CHILD_CARE", "SECONDARY", "PARTNERSHIP");

  /// Ages from which youths go to child care, to primary and to secondary school.
  static final List<Integer> STAGES = List.of(0, 4, 12);

  private final SyntheticNetwork.OrganisationCounts size;
  private final Catalogue catalogue;
  private final Referrers referrers;
  private final Map<Region, List<String>> networks = new EnumMap<>(Region.class);
  private final Map<Region, Contracts> contracts = new EnumMap<>(Region.class);
  private final Map<String, List<Integer>> partners = new HashMap<>();
  private final Map<Region, List<List<String>>> schools = new EnumMap<>(Region.class);

  Organisations(SyntheticNetwork.OrganisationCounts size, Catalogue catalogue) {
    this.size = size;
    this.catalogue = catalogue;
    this.referrers = new Referrers(size.referrers(), catalogue);
    for (var region : Region.values()) {
      networks.put(region, networkKeys(region));
      contracts.put(region, new Contracts(region, catalogue.of(region), size.providers()));
      networks(region).forEach(key -> partners.put(key, partners(region, key)));
      schools.put(region, STAGES.stream().map(age -> schools(region, age)).toList());
    }
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Referrers referrers() {
    return referrers;
  }

  Contracts contracts(Region region) {
    return switch (contracts.get(region)) {
      case null -> throw new IllegalStateException("no contracts of " + region);
      case Contracts found -> found;
    };
  }

  Involvement provider(int index) {
    return Involvement.of("Provider", agb(index));
  }

  /// Returns a network of a region that supports a family, at a turn: consecutive turns give
  /// different networks, as long as there are others. Families keep theirs, so siblings share it.
  Involvement network(Region region, int family, int turn) {
    var keys = networks(region);
    int first = StableRandom.of("network", family).below(keys.size());
    return Involvement.of("Network", keys.get((first + turn) % keys.size()));
  }

  /// Returns the networks of a region.
  List<String> networks(Region region) {
    return networks.getOrDefault(region, List.of());
  }

  /// Returns the providers that work together in a network, the leading one first.
  List<Integer> partners(String network) {
    return partners.getOrDefault(network, List.of());
  }

  private List<Integer> partners(Region region, String network) {
    int number = networks(region).indexOf(network);
    var partners = new ArrayList<Integer>();
    for (var expertise : Providers.EXPERTISE) {
      add(partners, number, firm(region, expertise));
    }
    for (int role = 0; role < OTHER_ROLES.size(); role++) {
      add(partners, number * OTHER_ROLES.size() + role, others(region));
    }
    return partners;
  }

  private static void add(List<Integer> partners, int number, List<Integer> some) {
    for (int place = 0; place < some.size(); place++) {
      int index = some.get((number + place) % some.size());
      if (!partners.contains(index)) {
        partners.add(index);
        return;
      }
    }
  }

  private List<Integer> firm(Region region, String expertise) {
    return all(region).stream()
        .filter(index -> Providers.isFirm(index))
        .filter(index -> Providers.expertise(index).getFirst().equals(expertise))
        .toList();
  }

  private List<Integer> others(Region region) {
    return all(region).stream().filter(index -> !Providers.isFirm(index)).toList();
  }

  private List<Integer> all(Region region) {
    var all = new ArrayList<Integer>();
    for (int rank = 0; rank < region.count(size.providers()); rank++) {
      all.add(region.index(rank));
    }
    return all;
  }

  /// Returns the schools of a region for youths of an age; empty if there are none.
  List<String> schoolsFor(Region region, int age) {
    int stage = age < STAGES.get(1) ? 0 : age < STAGES.get(2) ? 1 : 2;
    return schools.getOrDefault(region, List.of()).get(stage);
  }

  private List<String> schools(Region region, int age) {
    var keys = new ArrayList<String>();
    for (int rank = 0; rank < region.count(size.schools()); rank++) {
      int index = region.index(rank);
      if (isFor(SCHOOL_KINDS.get(index % SCHOOL_KINDS.size()), age)) {
        keys.add(schoolKey(index));
      }
    }
    return keys;
  }

  private static boolean isFor(String kind, int age) {
    return switch (kind) {
      case "CHILD_CARE" -> age < STAGES.get(1);
      case "PRIMARY" -> age >= STAGES.get(1) && age < STAGES.get(2);
      case "SECONDARY" -> age >= STAGES.get(2);
      default -> age >= STAGES.get(1);
    };
  }

  Involvement safetyPartner(Region region, int rank) {
    return Involvement.of(
        "SafetyPartner", safetyKey(region.index(rank % region.count(size.safetyPartners()))));
  }

  List<SeedTable> nodes() {
    return List.of(
        LazyTable.of(
            "Provider", "agb,name,kind,expertise,source", size.providers(), this::writeProvider),
        LazyTable.of("Network", "key,name,source", size.networks(), this::writeNetwork),
        referrers.nodes(),
        LazyTable.of(
            "SafetyPartner", "key,kind,name,source", size.safetyPartners(), this::writeSafety),
        LazyTable.of("School", "key,kind,name,source", size.schools(), this::writeSchool));
  }

  List<SeedTable> relationships() {
    var tables = new ArrayList<>(referrers.relationships());
    tables.add(inRegion("Provider", size.providers(), Providers::agb, Region::of));
    tables.add(inRegion("Network", size.networks(), Organisations::networkKey, Region::inTurn));
    tables.add(
        inRegion("SafetyPartner", size.safetyPartners(), Organisations::safetyKey, Region::of));
    tables.add(inRegion("School", size.schools(), Organisations::schoolKey, Region::of));
    tables.add(
        LazyTable.of(
            "School.municipality",
            "from,to,validFrom,validTo,source",
            size.schools(),
            (index, out) ->
                out.accept(List.of(schoolKey(index), schoolMunicipality(index), "", "", SOURCE))));
    tables.add(
        LazyTable.of(
            "Provider.agreements",
            "from,to,validFrom,validTo,source",
            size.providers(),
            (index, out) -> contracts(Region.of(index)).writeAgreements(index, out)));
    tables.add(
        LazyTable.of(
            "Provider.contractedProducts",
            "from,to,agreement,validFrom,validTo,source",
            size.providers(),
            (index, out) -> contracts(Region.of(index)).writeContracts(index, out)));
    tables.add(
        LazyTable.of(
            "Provider.networks",
            "from,to,role,validFrom,validTo,source",
            size.networks(),
            this::writePartners));
    return tables;
  }

  private static SeedTable inRegion(
      String type, int count, IntFunction<String> key, IntFunction<Region> region) {
    return LazyTable.of(
        type + ".region",
        "from,to,validFrom,validTo,source",
        count,
        (index, out) ->
            out.accept(List.of(key.apply(index), region.apply(index).name(), "", "", SOURCE)));
  }

  private String schoolMunicipality(int index) {
    var region = Region.of(index);
    var municipalities = catalogue.of(region).municipalities();
    return municipalities.get(region.rank(index) % municipalities.size());
  }

  private void writeProvider(int index, Consumer<List<String>> out) {
    out.accept(
        List.of(
            agb(index),
            "Aanbieder %03d (synthetisch)".formatted(index + 1),
            Providers.kind(index),
            String.join("|", Providers.expertise(index)),
            SOURCE));
  }

  private void writeNetwork(int index, Consumer<List<String>> out) {
    out.accept(
        List.of(
            networkKey(index),
            "Netwerk %02d %s (synthetisch)".formatted(index + 1, Region.inTurn(index).title()),
            SOURCE));
  }

  private void writeSafety(int index, Consumer<List<String>> out) {
    boolean house = index % 2 == 0;
    var region = Region.of(index).title();
    out.accept(
        List.of(
            safetyKey(index),
            house ? "CARE_AND_SAFETY_HOUSE" : "VEILIG_THUIS",
            "%s %02d %s (synthetisch)"
                .formatted(house ? "Zorg- en Veiligheidshuis" : "Veilig Thuis", index + 1, region),
            SOURCE));
  }

  private void writeSchool(int index, Consumer<List<String>> out) {
    out.accept(
        List.of(
            schoolKey(index),
            SCHOOL_KINDS.get(index % SCHOOL_KINDS.size()),
            "School %03d (synthetisch)".formatted(index + 1),
            SOURCE));
  }

  /// The firm partners cover all kinds of expertise and stay; only others may leave.
  private void writePartners(int index, Consumer<List<String>> out) {
    var random = StableRandom.of("partner", index);
    var partners = partners(networkKey(index));
    int firm = Providers.EXPERTISE.size();
    for (int place = 0; place < partners.size(); place++) {
      boolean isFirm = place < firm;
      int from = Days.FIRST + (isFirm ? 0 : random.below(500));
      int to = isFirm || random.percent(60) ? Days.NONE : Days.NOW - random.between(-200, 400);
      var role = isFirm ? (place == 0 ? "LEAD" : "PARTNER") : OTHER_ROLES.get(place - firm);
      out.accept(
          List.of(
              agb(partners.get(place)),
              networkKey(index),
              role,
              Days.text(from),
              Days.text(to),
              SOURCE));
    }
  }

  private List<String> networkKeys(Region region) {
    var keys = new ArrayList<String>();
    for (int index = 0; index < size.networks(); index++) {
      if (Region.inTurn(index) == region) {
        keys.add(networkKey(index));
      }
    }
    return List.copyOf(keys);
  }

  private static String networkKey(int index) {
    return "%s/SYNTHETIC-%02d".formatted(Region.inTurn(index), index + 1);
  }

  private static String safetyKey(int index) {
    return LazyTable.key("SYNTHETIC/SAFETY-", index);
  }

  private static String schoolKey(int index) {
    return LazyTable.key("SYNTHETIC/SCHOOL-", index);
  }
}
