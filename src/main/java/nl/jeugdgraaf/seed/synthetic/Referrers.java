package nl.jeugdgraaf.seed.synthetic;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.jeugdgraaf.seed.SeedTable;

/// Makes the referrers, in blocks of twenty that contain every kind. The regions take turns, a
/// block each.
final class Referrers {
  /// The kind of local teams of municipalities.
  static final String LOCAL_TEAM = "LOCAL_TEAM";

  private static final String DOCTOR = "YOUTH_DOCTOR";
  private static final String SPECIALIST = "MEDICAL_SPECIALIST";

  /// The kind of what is no organisation: who came without a referrer.
  private static final String SELF = "SELF";

  /// The kind of certified institutions.
  static final String CERTIFIED = "CERTIFIED_INSTITUTION";

  private static final List<String> KINDS =
      List.of(
          "LOCAL_TEAM",
          "GP",
          "CERTIFIED_INSTITUTION",
          "GP",
          "YOUTH_DOCTOR",
          "LOCAL_TEAM",
          "GP",
          "MEDICAL_SPECIALIST",
          "LOCAL_TEAM",
          "GP",
          "COURT",
          "LOCAL_TEAM",
          "GP",
          "LOCAL_TEAM",
          "LOCAL_TEAM",
          "SELF",
          "GP",
          "LOCAL_TEAM",
          "CERTIFIED_INSTITUTION",
          "LOCAL_TEAM");

  /// The positions of each kind in a block.
  private static final Map<String, List<Integer>> POSITIONS =
      IntStream.range(0, KINDS.size()).boxed().collect(Collectors.groupingBy(KINDS::get));

  /// Kinds that work in one municipality; the others work in the whole region.
  private static final List<String> LOCAL = List.of(LOCAL_TEAM, "GP");

  private final int count;
  private final Catalogue catalogue;

  Referrers(int count, Catalogue catalogue) {
    this.count = count;
    this.catalogue = catalogue;
  }

  SeedTable nodes() {
    return LazyTable.of("Referrer", "key,kind,name,source", count, this::write);
  }

  List<SeedTable> relationships() {
    return List.of(
        LazyTable.of(
            "Referrer.region",
            "from,to,validFrom,validTo,source",
            count,
            (index, out) ->
                out.accept(List.of(key(index), region(index).name(), "", "", LazyTable.SOURCE))),
        LazyTable.of(
            "Referrer.municipality",
            "from,to,validFrom,validTo,source",
            count,
            (index, out) -> {
              if (LOCAL.contains(kind(index))) {
                out.accept(List.of(key(index), municipality(index), "", "", LazyTable.SOURCE));
              }
            }));
  }

  /// {@return who refers a youth: a local team or general practitioner of the municipality where
  /// there is one; a certified institution or a court only during a measure}
  ///
  /// @param region where
  /// @param municipality code of a municipality of the region
  /// @param protectedBy key of the certified institution of a measure that runs, or empty
  /// @param random chooses
  String any(Region region, String municipality, String protectedBy, StableRandom random) {
    if (!protectedBy.isEmpty() && random.percent(85)) {
      return random.percent(90) ? protectedBy : of(region, "COURT", random.below(1_000));
    }
    int chance = random.below(100);
    int choice = random.below(1_000);
    if (chance < 40) {
      return ofMunicipality(region, LOCAL_TEAM, municipality, new Turn(choice, 0));
    }
    if (chance < 80) {
      return ofMunicipality(region, "GP", municipality, new Turn(choice, 0));
    }
    var kind = chance < 84 ? DOCTOR : chance < 91 ? SPECIALIST : SELF;
    return of(region, kind, kind.equals(SELF) ? 0 : choice);
  }

  /// Which one of those of a municipality.
  ///
  /// @param choice where they start to take turns
  /// @param number which turn, from 0; the first few give different ones
  record Turn(int choice, int number) {}

  /// {@return a local team: those of the municipality come first, then those of others}
  ///
  /// @param region where
  /// @param municipality code of a municipality of the region
  /// @param turn which one
  String localTeam(Region region, String municipality, Turn turn) {
    return ofMunicipality(region, LOCAL_TEAM, municipality, turn);
  }

  private String ofMunicipality(Region region, String kind, String municipality, Turn turn) {
    int all = blocks(region) * POSITIONS.getOrDefault(kind, List.of()).size();
    var municipalities = catalogue.of(region).municipalities();
    int place = Math.max(0, municipalities.indexOf(municipality));
    int own = Math.max(0, (all - place + municipalities.size() - 1) / municipalities.size());
    int rank =
        turn.number() < own
            ? place + (turn.choice() + turn.number()) % own * municipalities.size()
            : place + 1 + turn.number() - own;
    return of(region, kind, rank);
  }

  /// {@return a referrer of a region and a kind}
  ///
  /// @param region where
  /// @param kind its kind
  /// @param choice which one; consecutive numbers give different referrers
  String of(Region region, String kind, int choice) {
    var positions = POSITIONS.getOrDefault(kind, List.of());
    int block = choice / positions.size() % blocks(region);
    int index =
        (2 * block + region.turn()) * KINDS.size() + positions.get(choice % positions.size());
    return key(index);
  }

  private int blocks(Region region) {
    return (count / KINDS.size() + 1 - region.turn()) / 2;
  }

  /// Only the first block of each region has one for those who came without a referrer.
  private static String kind(int index) {
    var kind = KINDS.get(index % KINDS.size());
    return kind.equals(SELF) && index / KINDS.size() > 1 ? DOCTOR : kind;
  }

  private static Region region(int index) {
    return Region.inTurn(index / KINDS.size());
  }

  /// The referrers of a kind take turns over the municipalities of their region.
  private String municipality(int index) {
    var positions = POSITIONS.getOrDefault(kind(index), List.of());
    int rank =
        index / KINDS.size() / 2 * positions.size() + positions.indexOf(index % KINDS.size());
    var municipalities = catalogue.of(region(index)).municipalities();
    return municipalities.get(rank % municipalities.size());
  }

  private void write(int index, Consumer<List<String>> out) {
    var kind = kind(index);
    var region = region(index);
    out.accept(
        List.of(
            key(index),
            kind,
            kind.equals(SELF)
                ? "Zonder verwijzer, %s (synthetisch)".formatted(region.title())
                : "%s %03d %s (synthetisch)".formatted(word(kind), index + 1, region.title()),
            LazyTable.SOURCE));
  }

  private static String word(String kind) {
    return switch (kind) {
      case LOCAL_TEAM -> "Lokaal team";
      case "GP" -> "Huisarts";
      case DOCTOR -> "Jeugdarts";
      case CERTIFIED -> "Gecertificeerde instelling";
      case SPECIALIST -> "Medisch specialist";
      default -> "Rechtbank";
    };
  }

  private static String key(int index) {
    return LazyTable.key("SYNTHETIC/REFERRER-", index);
  }
}
