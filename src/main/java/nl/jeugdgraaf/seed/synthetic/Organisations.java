package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.LazyTable.SOURCE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.synthetic.Catalogue.Place;
import nl.jeugdgraaf.seed.synthetic.Trajectories.Course;

/// Providers, networks, referrers, safety partners and schools, and what binds them.
///
/// Organisations are few, so who is contracted for what is kept; all else follows from the index.
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
  private final Map<Regions, List<String>> networks = new EnumMap<>(Regions.class);
  private final Map<Regions, Contracts> contracts = new EnumMap<>(Regions.class);

  Organisations(SyntheticNetwork.OrganisationCounts size, Catalogue catalogue) {
    this.size = size;
    this.catalogue = catalogue;
    this.referrers = new Referrers(size.referrers());
    for (var region : Regions.values()) {
      networks.put(region, networkKeys(region));
      contracts.put(region, contracts(region));
    }
  }

  /// Who is contracted for what in one region.
  ///
  /// @param specialised places of specialised help for which somebody is contracted
  /// @param other places of other help for which somebody is contracted
  /// @param providers indexes of the contracted providers, by product
  record Contracts(
      List<Place> specialised, List<Place> other, Map<String, List<Integer>> providers) {}

  Catalogue catalogue() {
    return catalogue;
  }

  Referrers referrers() {
    return referrers;
  }

  Contracts contracted(Regions region) {
    return contracts.getOrDefault(region, new Contracts(List.of(), List.of(), Map.of()));
  }

  /// Returns one provider of a region, whatever its contracts.
  int anyProvider(Regions region, Dice dice) {
    return region.index(dice.below(region.count(size.providers())));
  }

  Tie provider(int index) {
    return tie("Provider", agb(index));
  }

  /// Returns the keys of the networks of a region: those of the documents, then the synthetic ones.
  List<String> networks(Regions region) {
    return networks.getOrDefault(region, List.of());
  }

  /// Returns which of the networks of its region goes with a trajectory from its start.
  int network(Course course) {
    return Dice.of("network", course.index()).below(networks(course.region()).size());
  }

  /// Returns the providers that work together in a network, the leading one first.
  List<Integer> partners(Regions region, int network) {
    int here = region.count(size.providers());
    var partners = new ArrayList<Integer>();
    for (int place = 0; place < Math.min(ROLES.size(), here); place++) {
      partners.add(region.index((network * PROVIDER_KINDS.size() + place) % here));
    }
    return partners;
  }

  Tie school(Regions region, int rank) {
    return tie("School", schoolKey(region.index(rank % region.count(size.schools()))));
  }

  Tie safetyPartner(Regions region, int rank) {
    return tie(
        "SafetyPartner", safetyKey(region.index(rank % region.count(size.safetyPartners()))));
  }

  static Tie tie(String type, String key) {
    return new Tie(type, key, "", Days.NONE, Days.NONE);
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
    return List.of(
        LazyTable.of(
            "Provider.region",
            "from,to,validFrom,validTo,source",
            size.providers(),
            (index, out) ->
                out.accept(List.of(agb(index), Regions.of(index).name(), "", "", SOURCE))),
        LazyTable.of(
            "Network.region",
            "from,to,validFrom,validTo,source",
            size.networks(),
            (index, out) ->
                out.accept(
                    List.of(networkKey(index), networkRegion(index).name(), "", "", SOURCE))),
        LazyTable.of(
            "Provider.agreements",
            "from,to,validFrom,validTo,source",
            size.providers(),
            this::writeAgreements),
        LazyTable.of(
            "Provider.contractedProducts",
            "from,to,agreement,validFrom,validTo,source",
            size.providers(),
            this::writeContracts),
        LazyTable.of(
            "Provider.networks",
            "from,to,role,validFrom,validTo,source",
            size.networks() + catalogueNetworks(),
            this::writePartners));
  }

  private void writeProvider(int index, Consumer<List<String>> out) {
    var kind = providerKind(index);
    var dice = Dice.of("expertise", index);
    int main = Regions.of(index).rank(index) % EXPERTISE.size();
    var expertise = new ArrayList<>(List.of(EXPERTISE.get(main)));
    if (dice.percent(40)) {
      expertise.add(EXPERTISE.get((main + dice.between(1, EXPERTISE.size())) % EXPERTISE.size()));
    }
    if (kind.equals("FOSTER_CARE")) {
      expertise.add("FOSTER_CARE");
    } else if (dice.percent(10)) {
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
    var region = Regions.of(index).title();
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
    var all = catalogue.of(Regions.of(index)).agreements();
    all.stream().limit(1).forEach(key -> out.accept(List.of(agb(index), key, first, "", SOURCE)));
    var own = agreement(index);
    if (!own.isEmpty() && !own.equals(all.getFirst())) {
      out.accept(List.of(agb(index), own, first, "", SOURCE));
    }
  }

  private void writeContracts(int index, Consumer<List<String>> out) {
    var dice = Dice.of("contract term", index);
    var agreement = agreement(index);
    for (var place : range(index)) {
      int from = Days.FIRST + (dice.percent(85) ? 0 : dice.below(2 * 365));
      int to = Days.NONE;
      if (dice.percent(6)) {
        to = Days.NOW - dice.below(300);
      } else if (dice.percent(30)) {
        to = Days.LAST;
      }
      out.accept(
          List.of(agb(index), place.product(), agreement, Days.text(from), Days.text(to), SOURCE));
    }
  }

  /// One of the first four partners covers each kind of expertise; only later ones come and go.
  private void writePartners(int subject, Consumer<List<String>> out) {
    for (var region : Regions.values()) {
      var networks = networks(region);
      int network =
          region == Regions.GRONINGEN ? subject : subject - networks(Regions.GRONINGEN).size();
      if (network < 0 || network >= networks.size()) {
        continue;
      }
      var dice = Dice.of("partner", subject);
      var partners = partners(region, network);
      for (int place = 0; place < partners.size(); place++) {
        boolean firm = place < EXPERTISE.size();
        int from = Days.FIRST + (firm ? 0 : dice.below(500));
        int to = firm || dice.percent(70) ? Days.NONE : Days.NOW - dice.between(-200, 400);
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

  private List<String> networkKeys(Regions region) {
    var keys = new ArrayList<>(catalogue.of(region).networks());
    for (int index = 0; index < size.networks(); index++) {
      if (networkRegion(index) == region) {
        keys.add(networkKey(index));
      }
    }
    return List.copyOf(keys);
  }

  private Contracts contracts(Regions region) {
    var providers = new HashMap<String, List<Integer>>();
    for (int rank = 0; rank < region.count(size.providers()); rank++) {
      for (var place : range(region.index(rank))) {
        providers
            .computeIfAbsent(place.product(), product -> new ArrayList<>())
            .add(region.index(rank));
      }
    }
    var covered =
        catalogue.of(region).places().stream()
            .filter(place -> providers.containsKey(place.product()))
            .toList();
    var other = covered.stream().filter(place -> !place.specialised()).toList();
    return new Contracts(
        covered.stream().filter(Place::specialised).toList(),
        other.isEmpty() ? covered : other,
        providers);
  }

  /// A provider has neighbouring products, and providers together go all round the catalogue.
  private List<Place> range(int index) {
    var region = Regions.of(index);
    var places = catalogue.of(region).places();
    var dice = Dice.of("contract", index);
    int count =
        switch (providerKind(index)) {
          case "INSTITUTION" -> dice.between(8, 24);
          case "BASIC_HELP" -> dice.between(5, 13);
          default -> dice.between(2, 6);
        };
    long start = (long) region.rank(index) * places.size() / region.count(size.providers());
    var range = new ArrayList<Place>();
    for (int next = 0; next < Math.min(count, places.size()); next++) {
      range.add(places.get((int) ((start + next) % places.size())));
    }
    return range;
  }

  private String agreement(int index) {
    var all = catalogue.of(Regions.of(index)).agreements();
    var dice = Dice.of("agreement", index);
    if (all.isEmpty()) {
      return "";
    }
    return dice.percent(85) ? all.getFirst() : dice.one(all);
  }

  private int catalogueNetworks() {
    return catalogue.groningen().networks().size() + catalogue.haaglanden().networks().size();
  }

  private static String providerKind(int index) {
    int rank = Regions.of(index).rank(index);
    var kind = PROVIDER_KINDS.get(rank % PROVIDER_KINDS.size());
    boolean foster = kind.equals("FAMILY_HOME") && rank / PROVIDER_KINDS.size() % 2 == 1;
    return foster ? "FOSTER_CARE" : kind;
  }

  private static Regions networkRegion(int index) {
    return Regions.inTurn(index);
  }

  /// Codes that start with 99 are not given out.
  private static String agb(int index) {
    return LazyTable.id("99", index);
  }

  private static String networkKey(int index) {
    return "%s/SYNTHETIC-%02d".formatted(networkRegion(index), index + 1);
  }

  private static String safetyKey(int index) {
    return LazyTable.id("SYNTHETIC/SAFETY-", index);
  }

  private static String schoolKey(int index) {
    return LazyTable.id("SYNTHETIC/SCHOOL-", index);
  }
}
