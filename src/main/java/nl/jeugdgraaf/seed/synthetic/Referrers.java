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
  /// The kind of municipalities and their local teams.
  static final String LOCAL_TEAM = "MUNICIPALITY";

  /// The kind of certified institutions.
  static final String CERTIFIED = "CERTIFIED_INSTITUTION";

  private static final List<String> KINDS =
      List.of(
          "MUNICIPALITY",
          "GP",
          "CERTIFIED_INSTITUTION",
          "GP",
          "YOUTH_DOCTOR",
          "MUNICIPALITY",
          "GP",
          "MEDICAL_SPECIALIST",
          "MUNICIPALITY",
          "GP",
          "COURT",
          "MUNICIPALITY",
          "GP",
          "SELF",
          "MUNICIPALITY",
          "YOUTH_DOCTOR",
          "GP",
          "MUNICIPALITY",
          "CERTIFIED_INSTITUTION",
          "MUNICIPALITY");

  /// The positions of each kind in a block.
  private static final Map<String, List<Integer>> POSITIONS =
      IntStream.range(0, KINDS.size()).boxed().collect(Collectors.groupingBy(KINDS::get));

  private final int count;

  Referrers(int count) {
    this.count = count;
  }

  SeedTable nodes() {
    return LazyTable.of("Referrer", "key,kind,name,source", count, this::write);
  }

  /// {@return a referrer of a region, of any kind}
  ///
  /// @param region where
  /// @param random chooses
  String any(Region region, StableRandom random) {
    int block = 2 * random.below(blocks(region)) + region.turn();
    return key(block * KINDS.size() + random.below(KINDS.size()));
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

  private void write(int index, Consumer<List<String>> out) {
    var kind = KINDS.get(index % KINDS.size());
    var region = Region.inTurn(index / KINDS.size());
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
