package nl.jeugdgraaf.seed;

import static nl.jeugdgraaf.seed.SyntheticNetworkTable.SOURCE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.jeugdgraaf.seed.SyntheticNetworkCatalogue.Place;
import nl.jeugdgraaf.seed.SyntheticNetworkTrajectories.Course;

/// Providers, networks, referrers, safety partners and schools, and what binds them.
///
/// Organisations are few, so who is contracted for what is kept; all else follows from the index.
final class SyntheticNetworkOrganisations {
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

  private final SyntheticNetwork.Organisations size;
  private final SyntheticNetworkCatalogue catalogue;
  private final SyntheticNetworkReferrers referrers;
  private final Map<SyntheticNetworkRegion, List<String>> networks =
      new EnumMap<>(SyntheticNetworkRegion.class);
  private final Map<SyntheticNetworkRegion, Contracts> contracts =
      new EnumMap<>(SyntheticNetworkRegion.class);

  SyntheticNetworkOrganisations(
      SyntheticNetwork.Organisations size, SyntheticNetworkCatalogue catalogue) {
    this.size = size;
    this.catalogue = catalogue;
    this.referrers = new SyntheticNetworkReferrers(size.referrers());
    for (var region : SyntheticNetworkRegion.values()) {
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

  SyntheticNetworkCatalogue catalogue() {
    return catalogue;
  }

  SyntheticNetworkReferrers referrers() {
    return referrers;
  }

  Contracts contracted(SyntheticNetworkRegion region) {
    return contracts.getOrDefault(region, new Contracts(List.of(), List.of(), Map.of()));
  }

  /// Returns one provider of a region, whatever its contracts.
  int anyProvider(SyntheticNetworkRegion region, SyntheticNetworkDice dice) {
    return region.index(dice.below(region.count(size.providers())));
  }

  SyntheticNetworkTie provider(int index) {
    return tie("Provider", agb(index));
  }

  /// Returns the keys of the networks of a region: those of the documents, then the synthetic ones.
  List<String> networks(SyntheticNetworkRegion region) {
    return networks.getOrDefault(region, List.of());
  }

  /// Returns which of the networks of its region goes with a trajectory from its start.
  int network(Course course) {
    return SyntheticNetworkDice.of("network", course.index())
        .below(networks(course.region()).size());
  }

  /// Returns the providers that work together in a network, the leading one first.
  List<Integer> partners(SyntheticNetworkRegion region, int network) {
    int here = region.count(size.providers());
    var partners = new ArrayList<Integer>();
    for (int place = 0; place < Math.min(ROLES.size(), here); place++) {
      partners.add(region.index((network * PROVIDER_KINDS.size() + place) % here));
    }
    return partners;
  }

  SyntheticNetworkTie school(SyntheticNetworkRegion region, int rank) {
    return tie("School", schoolKey(region.index(rank % region.count(size.schools()))));
  }

  SyntheticNetworkTie safetyPartner(SyntheticNetworkRegion region, int rank) {
    return tie(
        "SafetyPartner", safetyKey(region.index(rank % region.count(size.safetyPartners()))));
  }

  static SyntheticNetworkTie tie(String type, String key) {
    return new SyntheticNetworkTie(
        type, key, "", SyntheticNetworkDays.NONE, SyntheticNetworkDays.NONE);
  }

  List<SeedTable> nodes() {
    return List.of(
        SyntheticNetworkTable.of(
            "Provider", "agb,name,kind,expertise,source", size.providers(), this::writeProvider),
        SyntheticNetworkTable.of("Network", "key,name,source", size.networks(), this::writeNetwork),
        referrers.nodes(),
        SyntheticNetworkTable.of(
            "SafetyPartner", "key,kind,name,source", size.safetyPartners(), this::writeSafety),
        SyntheticNetworkTable.of(
            "School", "key,kind,name,source", size.schools(), this::writeSchool));
  }

  List<SeedTable> relationships() {
    return List.of(
        SyntheticNetworkTable.of(
            "Provider.region",
            "from,to,validFrom,validTo,source",
            size.providers(),
            (index, out) ->
                out.accept(
                    List.of(agb(index), SyntheticNetworkRegion.of(index).name(), "", "", SOURCE))),
        SyntheticNetworkTable.of(
            "Network.region",
            "from,to,validFrom,validTo,source",
            size.networks(),
            (index, out) ->
                out.accept(
                    List.of(networkKey(index), networkRegion(index).name(), "", "", SOURCE))),
        SyntheticNetworkTable.of(
            "Provider.agreements",
            "from,to,validFrom,validTo,source",
            size.providers(),
            this::writeAgreements),
        SyntheticNetworkTable.of(
            "Provider.contractedProducts",
            "from,to,agreement,validFrom,validTo,source",
            size.providers(),
            this::writeContracts),
        SyntheticNetworkTable.of(
            "Provider.networks",
            "from,to,role,validFrom,validTo,source",
            size.networks() + catalogueNetworks(),
            this::writePartners));
  }

  private void writeProvider(int index, Consumer<List<String>> out) {
    var kind = providerKind(index);
    var dice = SyntheticNetworkDice.of("expertise", index);
    int main = SyntheticNetworkRegion.of(index).rank(index) % EXPERTISE.size();
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
    var region = SyntheticNetworkRegion.of(index).title();
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
    var first = SyntheticNetworkDays.text(SyntheticNetworkDays.FIRST);
    var all = catalogue.of(SyntheticNetworkRegion.of(index)).agreements();
    all.stream().limit(1).forEach(key -> out.accept(List.of(agb(index), key, first, "", SOURCE)));
    var own = agreement(index);
    if (!own.isEmpty() && !own.equals(all.getFirst())) {
      out.accept(List.of(agb(index), own, first, "", SOURCE));
    }
  }

  private void writeContracts(int index, Consumer<List<String>> out) {
    var dice = SyntheticNetworkDice.of("contract term", index);
    var agreement = agreement(index);
    for (var place : range(index)) {
      int from = SyntheticNetworkDays.FIRST + (dice.percent(85) ? 0 : dice.below(2 * 365));
      int to = SyntheticNetworkDays.NONE;
      if (dice.percent(6)) {
        to = SyntheticNetworkDays.NOW - dice.below(300);
      } else if (dice.percent(30)) {
        to = SyntheticNetworkDays.LAST;
      }
      out.accept(
          List.of(
              agb(index),
              place.product(),
              agreement,
              SyntheticNetworkDays.text(from),
              SyntheticNetworkDays.text(to),
              SOURCE));
    }
  }

  /// One of the first four partners covers each kind of expertise; only later ones come and go.
  private void writePartners(int subject, Consumer<List<String>> out) {
    for (var region : SyntheticNetworkRegion.values()) {
      var networks = networks(region);
      int network =
          region == SyntheticNetworkRegion.GRONINGEN
              ? subject
              : subject - networks(SyntheticNetworkRegion.GRONINGEN).size();
      if (network < 0 || network >= networks.size()) {
        continue;
      }
      var dice = SyntheticNetworkDice.of("partner", subject);
      var partners = partners(region, network);
      for (int place = 0; place < partners.size(); place++) {
        boolean firm = place < EXPERTISE.size();
        int from = SyntheticNetworkDays.FIRST + (firm ? 0 : dice.below(500));
        int to =
            firm || dice.percent(70)
                ? SyntheticNetworkDays.NONE
                : SyntheticNetworkDays.NOW - dice.between(-200, 400);
        out.accept(
            List.of(
                agb(partners.get(place)),
                networks.get(network),
                ROLES.get(place),
                SyntheticNetworkDays.text(from),
                SyntheticNetworkDays.text(to),
                SOURCE));
      }
    }
  }

  private List<String> networkKeys(SyntheticNetworkRegion region) {
    var keys = new ArrayList<>(catalogue.of(region).networks());
    for (int index = 0; index < size.networks(); index++) {
      if (networkRegion(index) == region) {
        keys.add(networkKey(index));
      }
    }
    return List.copyOf(keys);
  }

  private Contracts contracts(SyntheticNetworkRegion region) {
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
    var region = SyntheticNetworkRegion.of(index);
    var places = catalogue.of(region).places();
    var dice = SyntheticNetworkDice.of("contract", index);
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
    var all = catalogue.of(SyntheticNetworkRegion.of(index)).agreements();
    var dice = SyntheticNetworkDice.of("agreement", index);
    if (all.isEmpty()) {
      return "";
    }
    return dice.percent(85) ? all.getFirst() : dice.one(all);
  }

  private int catalogueNetworks() {
    return catalogue.groningen().networks().size() + catalogue.haaglanden().networks().size();
  }

  private static String providerKind(int index) {
    int rank = SyntheticNetworkRegion.of(index).rank(index);
    var kind = PROVIDER_KINDS.get(rank % PROVIDER_KINDS.size());
    boolean foster = kind.equals("FAMILY_HOME") && rank / PROVIDER_KINDS.size() % 2 == 1;
    return foster ? "FOSTER_CARE" : kind;
  }

  private static SyntheticNetworkRegion networkRegion(int index) {
    return SyntheticNetworkRegion.inTurn(index);
  }

  /// Codes that start with 99 are not given out.
  private static String agb(int index) {
    return SyntheticNetworkTable.id("99", index);
  }

  private static String networkKey(int index) {
    return "%s/SYNTHETIC-%02d".formatted(networkRegion(index), index + 1);
  }

  private static String safetyKey(int index) {
    return SyntheticNetworkTable.id("SYNTHETIC/SAFETY-", index);
  }

  private static String schoolKey(int index) {
    return SyntheticNetworkTable.id("SYNTHETIC/SCHOOL-", index);
  }
}
