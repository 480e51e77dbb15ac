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
          "SELF",
          "LOCAL_TEAM",
          "YOUTH_DOCTOR",
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

  /// {@return a referrer of a region, of any kind; if it is a local team, one of the municipality
  /// where there is one}
  ///
  /// @param region where
  /// @param municipality code of a municipality of the region
  /// @param random chooses
  String any(Region region, String municipality, StableRandom random) {
    int block = 2 * random.below(blocks(region)) + region.turn();
    int index = block * KINDS.size() + random.below(KINDS.size());
    return kind(index).equals(LOCAL_TEAM)
        ? localTeam(region, municipality, random.below(1_000), 0)
        : key(index);
  }

  /// {@return a local team: those of the municipality come first, then those of others}
  ///
  /// @param region where
  /// @param municipality code of a municipality of the region
  /// @param choice where the teams of the municipality start to take turns
  /// @param turn which one, from 0; the first few turns give different teams
  String localTeam(Region region, String municipality, int choice, int turn) {
    int teams = blocks(region) * POSITIONS.getOrDefault(LOCAL_TEAM, List.of()).size();
    var municipalities = catalogue.of(region).municipalities();
    int place = Math.max(0, municipalities.indexOf(municipality));
    int own = Math.max(0, (teams - place + municipalities.size() - 1) / municipalities.size());
    int rank =
        turn < own ? place + (choice + turn) % own * municipalities.size() : place + 1 + turn - own;
    return of(region, LOCAL_TEAM, rank);
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

  private static String kind(int index) {
    return KINDS.get(index % KINDS.size());
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
            "%s %03d %s (synthetisch)".formatted(word(kind), index + 1, region.title()),
            LazyTable.SOURCE));
  }

  private static String word(String kind) {
    return switch (kind) {
      case LOCAL_TEAM -> "Lokaal team";
      case "GP" -> "Huisarts";
      case "YOUTH_DOCTOR" -> "Jeugdarts";
      case CERTIFIED -> "Gecertificeerde instelling";
      case "MEDICAL_SPECIALIST" -> "Medisch specialist";
      case "COURT" -> "Rechtbank";
      default -> "Zelfverwijzer";
    };
  }

  private static String key(int index) {
    return LazyTable.key("SYNTHETIC/REFERRER-", index);
  }
}
