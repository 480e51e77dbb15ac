package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.LazyTable.SOURCE;
import static nl.jeugdgraaf.seed.synthetic.Providers.agb;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.jeugdgraaf.seed.synthetic.Catalogue.PlacedProduct;

/// Makes the contracts of the providers of one region: each for products that it gives by its kind
/// and expertise. There are few providers, so their contracts are held in memory.
final class Contracts {
  private final Region region;
  private final Catalogue.RegionCatalogue catalogue;
  private final Map<ProductKind, List<Integer>> givers = new EnumMap<>(ProductKind.class);
  private final Map<ProductKind, List<Integer>> localGivers = new EnumMap<>(ProductKind.class);
  private final Map<String, List<Contract>> contracts = new HashMap<>();
  private final Map<Line, Offer> offers = new EnumMap<>(Line.class);

  Contracts(Region region, Catalogue.RegionCatalogue catalogue, int providers) {
    this.region = region;
    this.catalogue = catalogue;
    for (var kind : ProductKind.values()) {
      var able = givers(kind, providers);
      givers.put(kind, able);
      localGivers.put(kind, able.stream().filter(this::contractsLocally).toList());
    }
    var byLine = new EnumMap<Line, List<PlacedProduct>>(Line.class);
    for (var placed : catalogue.products()) {
      var able = givers.getOrDefault(placed.traits().kind(), List.of());
      if (!able.isEmpty()) {
        contracts.put(placed.product(), contracts(placed, able));
        byLine.computeIfAbsent(placed.line(), line -> new ArrayList<>()).add(placed);
      }
    }
    var basic = new Offer(byLine.getOrDefault(Line.BASIC, catalogue.products()));
    for (var line : Line.values()) {
      offers.put(line, byLine.containsKey(line) ? new Offer(byLine.get(line)) : basic);
    }
  }

  /// That a provider is contracted for a product.
  ///
  /// @param provider its index
  /// @param from first day
  /// @param to first day after it, or [Days#NONE]
  private record Contract(int provider, int from, int to) {
    boolean covers(int first, int after) {
      return from <= first && (to == Days.NONE || (after == Days.NONE ? first < to : after <= to));
    }
  }

  private List<Integer> givers(ProductKind kind, int providers) {
    var able = new ArrayList<Integer>();
    for (int rank = 0; rank < region.count(providers); rank++) {
      if (Providers.gives(region.index(rank), kind)) {
        able.add(region.index(rank));
      }
    }
    return able;
  }

  /// About half of those who give a kind of help are contracted for one product of it.
  private static List<Contract> contracts(PlacedProduct placed, List<Integer> able) {
    int sure = StableRandom.of(placed.product(), 0).below(able.size());
    var some = new ArrayList<Contract>();
    for (int place = 0; place < able.size(); place++) {
      int index = able.get(place);
      if (place == sure || StableRandom.of(placed.product(), index + 1L).percent(50)) {
        some.add(contract(placed, index));
      }
    }
    return some;
  }

  /// Most are contracted from the first day on; a few later, and a few no more.
  private static Contract contract(PlacedProduct placed, int index) {
    var random = StableRandom.of("term " + placed.product(), index);
    int from = placed.traits().since();
    if (!placed.group().isEmpty()) {
      return new Contract(index, from, Days.NONE);
    }
    from += random.percent(8) ? random.below(300) : 0;
    int chance = random.below(100);
    if (chance < 4) {
      return new Contract(index, from, Days.NOW - random.below(200));
    }
    return new Contract(index, from, chance < 30 ? Days.LAST : Days.NONE);
  }

  /// Returns the products of a line to draw from; those of the basic line if it has none.
  Offer offer(Line line) {
    return switch (offers.get(line)) {
      case null -> throw new IllegalStateException("no products of " + line);
      case Offer offer -> offer;
    };
  }

  /// Returns who can deliver a product in a period: one, or one and a second choice. A few are not,
  /// or not then, contracted for it.
  List<Integer> deliverers(PlacedProduct placed, int first, int after, StableRandom random) {
    var able = givers.getOrDefault(placed.traits().kind(), List.of());
    boolean anyone = random.percent(3);
    int start = random.below(1_000);
    var chosen = able;
    if (placed.isLocal()) {
      chosen = localGivers.getOrDefault(placed.traits().kind(), List.of());
    } else if (!anyone) {
      chosen = new ArrayList<>();
      for (var contract : contracts.getOrDefault(placed.product(), List.of())) {
        if (contract.covers(first, after)) {
          chosen.add(contract.provider());
        }
      }
    }
    chosen = chosen.isEmpty() ? able : chosen;
    var turned = new ArrayList<Integer>();
    for (int place = 0; place < Math.min(2, chosen.size()); place++) {
      turned.add(chosen.get((start + place) % chosen.size()));
    }
    return turned;
  }

  /// Writes the agreements of a provider: the usual one of its region, the addition to it by which
  /// it has a product, and for some a local one.
  void writeAgreements(int index, Consumer<List<String>> out) {
    var first = Days.text(Days.FIRST);
    for (var key : catalogue.agreements()) {
      if (key.equals(catalogue.agreements().getFirst()) || isParty(key, index)) {
        out.accept(List.of(agb(index), key, first, "", SOURCE));
      }
    }
    catalogue.products().stream()
        .filter(placed -> !placed.group().isEmpty())
        .flatMap(placed ->
            contracts.getOrDefault(placed.product(), List.of()).stream()
                .filter(contract -> contract.provider() == index)
                .map(contract ->
                    List.of(agb(index), agreement(placed), Days.text(contract.from()), "", SOURCE)))
        .distinct()
        .forEach(out);
  }

  /// Writes the products for which a provider is contracted.
  void writeContracts(int index, Consumer<List<String>> out) {
    for (var placed : catalogue.products()) {
      for (var contract : contracts.getOrDefault(placed.product(), List.of())) {
        if (contract.provider() == index) {
          out.accept(
              List.of(
                  agb(index),
                  placed.product(),
                  agreement(placed),
                  Days.text(contract.from()),
                  Days.text(contract.to()),
                  SOURCE));
        }
      }
    }
  }

  private String agreement(PlacedProduct placed) {
    var usual = catalogue.agreements().isEmpty() ? "" : catalogue.agreements().getFirst();
    return catalogue.addenda().getOrDefault(placed.group(), usual);
  }

  private boolean contractsLocally(int index) {
    return catalogue.agreements().stream().skip(1).anyMatch(key -> isParty(key, index));
  }

  private static boolean isParty(String agreement, int index) {
    return StableRandom.of(agreement, index).percent(35);
  }
}
