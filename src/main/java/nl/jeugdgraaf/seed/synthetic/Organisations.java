package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.LazyTable.SOURCE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.synthetic.Catalogue.PlacedProduct;
import nl.jeugdgraaf.seed.synthetic.Trajectories.Course;

/// Makes the providers, networks, referrers, safety partners and schools, and their relationships.
///
/// There are few organisations, so their contracts are held in memory. Everything else is computed
/// from the index.
final class Organisations {
  /// The four kinds of expertise that a network must cover.
  private static final List<String> EXPERTISE = List.of("LVB", "GGZ", "JO", "ADDICTION");

  private static final List<String> PROVIDER_KINDS =
      List.of("INSTITUTION", "PRACTICE", "INSTITUTION", "FAMILY_HOME", "BASIC_HELP");

  private static final List<String> ROLES =
      List.of(
          "LEAD",
          "PARTNER",
          "PARTNER",
          "PARTNER",
          "PARTNER",
          "SUBCONTRACTOR",
          "STRATEGIC",
          "STRATEGIC");

  private static final List<String> SCHOOL_KINDS =
      List.of(
          "PRIMARY", "SECONDARY", "PRIMARY", "SPECIAL", "CHILD_CARE", "SECONDARY", "PARTNERSHIP");

  private final SyntheticNetwork.OrganisationCounts size;
  private final Catalogue catalogue;
  private final Referrers referrers;
  private final Map<Region, List<String>> networks = new EnumMap<>(Region.class);
  private final Map<Region, Contracts> contracts = new EnumMap<>(Region.class);

  Organisations(SyntheticNetwork.OrganisationCounts size, Catalogue catalogue) {
    this.size = size;
    this.catalogue = catalogue;
    this.referrers = new Referrers(size.referrers(), catalogue);
    for (var region : Region.values()) {
      networks.put(region, networkKeys(region));
      contracts.put(region, contracts(region));
    }
  }

  /// The contracts of one region.
  ///
  /// @param specialised specialised products for which a provider is contracted
  /// @param other other products for which a provider is contracted
  /// @param providers indexes of the contracted providers, by product
  record Contracts(
      List<PlacedProduct> specialised,
      List<PlacedProduct> other,
      Map<String, List<Integer>> providers) {}

  Catalogue catalogue() {
    return catalogue;
  }

  Referrers referrers() {
    return referrers;
  }

  Contracts contracted(Region region) {
    return contracts.getOrDefault(region, new Contracts(List.of(), List.of(), Map.of()));
  }

  /// Returns the index of any provider of a region.
  int anyProvider(Region region, StableRandom random) {
    return region.index(random.below(region.count(size.providers())));
  }

  Involvement provider(int index) {
    return Involvement.of("Provider", agb(index));
  }

  /// Returns the keys of the networks of a region: those of the documents, then the synthetic ones.
  List<String> networks(Region region) {
    return networks.getOrDefault(region, List.of());
  }

  /// Returns which network of its region supports a trajectory, from 0.
  int network(Course course) {
    return StableRandom.of("network", course.index()).below(networks(course.region()).size());
  }

  /// Returns the providers that work together in a network, the leading one first.
  List<Integer> partners(Region region, int network) {
    int here = region.count(size.providers());
    var partners = new ArrayList<Integer>();
    for (int place = 0; place < Math.min(ROLES.size(), here); place++) {
      partners.add(region.index((network * PROVIDER_KINDS.size() + place) % here));
    }
    return partners;
  }

  Involvement school(Region region, int rank) {
    return Involvement.of("School", schoolKey(region.index(rank % region.count(size.schools()))));
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
    tables.add(inRegion("Provider", size.providers(), Organisations::agb, Region::of));
    tables.add(
        inRegion(
            "Network", size.networks(), Organisations::networkKey, Organisations::networkRegion));
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
            this::writeAgreements));
    tables.add(
        LazyTable.of(
            "Provider.contractedProducts",
            "from,to,agreement,validFrom,validTo,source",
            size.providers(),
            this::writeContracts));
    tables.add(
        LazyTable.of(
            "Provider.networks",
            "from,to,role,validFrom,validTo,source",
            size.networks() + catalogueNetworks(),
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
    var kind = providerKind(index);
    var random = StableRandom.of("expertise", index);
    int main = Region.of(index).rank(index) % EXPERTISE.size();
    var expertise = new ArrayList<>(List.of(EXPERTISE.get(main)));
    if (random.percent(40)) {
      expertise.add(EXPERTISE.get((main + random.between(1, EXPERTISE.size())) % EXPERTISE.size()));
    }
    if (kind.equals("FOSTER_CARE")) {
      expertise.add("FOSTER_CARE");
    } else if (random.percent(10)) {
      expertise.add("EDUCATION");
    }
    out.accept(
        List.of(
            agb(index),
            "Aanbieder %03d (synthetisch)".formatted(index + 1),
            kind,
            String.join("|", expertise),
            SOURCE));
  }

  private void writeNetwork(int index, Consumer<List<String>> out) {
    out.accept(
        List.of(
            networkKey(index),
            "Netwerk %02d %s (synthetisch)".formatted(index + 1, networkRegion(index).title()),
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

  private void writeAgreements(int index, Consumer<List<String>> out) {
    var first = Days.text(Days.FIRST);
    var all = catalogue.of(Region.of(index)).agreements();
    all.stream().limit(1).forEach(key -> out.accept(List.of(agb(index), key, first, "", SOURCE)));
    var own = agreement(index);
    if (!own.isEmpty() && !own.equals(all.getFirst())) {
      out.accept(List.of(agb(index), own, first, "", SOURCE));
    }
  }

  private void writeContracts(int index, Consumer<List<String>> out) {
    var random = StableRandom.of("contract term", index);
    var agreement = agreement(index);
    for (var placed : range(index)) {
      int from = Days.FIRST + (random.percent(85) ? 0 : random.below(2 * 365));
      int to = Days.NONE;
      if (random.percent(6)) {
        to = Days.NOW - random.below(300);
      } else if (random.percent(30)) {
        to = Days.LAST;
      }
      out.accept(
          List.of(agb(index), placed.product(), agreement, Days.text(from), Days.text(to), SOURCE));
    }
  }

  /// The first four partners cover all kinds of expertise and stay; only later ones may leave.
  private void writePartners(int subject, Consumer<List<String>> out) {
    for (var region : Region.values()) {
      var networks = networks(region);
      int network =
          region == Region.GRONINGEN ? subject : subject - networks(Region.GRONINGEN).size();
      if (network < 0 || network >= networks.size()) {
        continue;
      }
      var random = StableRandom.of("partner", subject);
      var partners = partners(region, network);
      for (int place = 0; place < partners.size(); place++) {
        boolean firm = place < EXPERTISE.size();
        int from = Days.FIRST + (firm ? 0 : random.below(500));
        int to = firm || random.percent(70) ? Days.NONE : Days.NOW - random.between(-200, 400);
        out.accept(
            List.of(
                agb(partners.get(place)),
                networks.get(network),
                ROLES.get(place),
                Days.text(from),
                Days.text(to),
                SOURCE));
      }
    }
  }

  private List<String> networkKeys(Region region) {
    var keys = new ArrayList<>(catalogue.of(region).networks());
    for (int index = 0; index < size.networks(); index++) {
      if (networkRegion(index) == region) {
        keys.add(networkKey(index));
      }
    }
    return List.copyOf(keys);
  }

  private Contracts contracts(Region region) {
    var providers = new HashMap<String, List<Integer>>();
    for (int rank = 0; rank < region.count(size.providers()); rank++) {
      for (var placed : range(region.index(rank))) {
        providers
            .computeIfAbsent(placed.product(), product -> new ArrayList<>())
            .add(region.index(rank));
      }
    }
    var covered =
        catalogue.of(region).products().stream()
            .filter(placed -> providers.containsKey(placed.product()))
            .toList();
    var other = covered.stream().filter(placed -> !placed.specialised()).toList();
    return new Contracts(
        covered.stream().filter(PlacedProduct::specialised).toList(),
        other.isEmpty() ? covered : other,
        providers);
  }

  /// Each provider has consecutive products, and the providers together cover the catalogue.
  private List<PlacedProduct> range(int index) {
    var region = Region.of(index);
    var products = catalogue.of(region).products();
    var random = StableRandom.of("contract", index);
    int count =
        switch (providerKind(index)) {
          case "INSTITUTION" -> random.between(8, 24);
          case "BASIC_HELP" -> random.between(5, 13);
          default -> random.between(2, 6);
        };
    long start = (long) region.rank(index) * products.size() / region.count(size.providers());
    var range = new ArrayList<PlacedProduct>();
    for (int next = 0; next < Math.min(count, products.size()); next++) {
      range.add(products.get((int) ((start + next) % products.size())));
    }
    return range;
  }

  private String agreement(int index) {
    var all = catalogue.of(Region.of(index)).agreements();
    var random = StableRandom.of("agreement", index);
    if (all.isEmpty()) {
      return "";
    }
    return random.percent(85) ? all.getFirst() : random.oneOf(all);
  }

  private int catalogueNetworks() {
    return catalogue.groningen().networks().size() + catalogue.haaglanden().networks().size();
  }

  private static String providerKind(int index) {
    int rank = Region.of(index).rank(index);
    var kind = PROVIDER_KINDS.get(rank % PROVIDER_KINDS.size());
    boolean foster = kind.equals("FAMILY_HOME") && rank / PROVIDER_KINDS.size() % 2 == 1;
    return foster ? "FOSTER_CARE" : kind;
  }

  private static Region networkRegion(int index) {
    return Region.inTurn(index);
  }

  /// Real AGB codes do not start with 99.
  private static String agb(int index) {
    return LazyTable.key("99", index);
  }

  private static String networkKey(int index) {
    return "%s/SYNTHETIC-%02d".formatted(networkRegion(index), index + 1);
  }

  private static String safetyKey(int index) {
    return LazyTable.key("SYNTHETIC/SAFETY-", index);
  }

  private static String schoolKey(int index) {
    return LazyTable.key("SYNTHETIC/SCHOOL-", index);
  }
}
