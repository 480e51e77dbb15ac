package nl.jeugdgraaf.seed.synthetic;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.jeugdgraaf.seed.SeedTable;

/// Referrers, in blocks of twenty that hold every kind; blocks are of either region in turn.
final class Referrers {
  /// The kind of the municipality and its local teams.
  static final String LOCAL_TEAM = "MUNICIPALITY";

  /// The kind of the certified institution.
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

  /// Where each kind stands in a block.
  private static final Map<String, List<Integer>> PLACES =
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
  /// @param dice to choose with
  String any(Regions region, Dice dice) {
    int block = 2 * dice.below(blocks(region)) + region.turn();
    return key(block * KINDS.size() + dice.below(KINDS.size()));
  }

  /// {@return a referrer of a region and a kind}
  ///
  /// @param region where
  /// @param kind its kind
  /// @param choice which one, from 0, counted on past the last; neighbours differ
  String of(Regions region, String kind, int choice) {
    var places = PLACES.getOrDefault(kind, List.of());
    int block = choice / places.size() % blocks(region);
    int index = (2 * block + region.turn()) * KINDS.size() + places.get(choice % places.size());
    return key(index);
  }

  private int blocks(Regions region) {
    return (count / KINDS.size() + 1 - region.turn()) / 2;
  }

  private void write(int index, Consumer<List<String>> out) {
    var kind = KINDS.get(index % KINDS.size());
    var region = Regions.inTurn(index / KINDS.size());
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
    return LazyTable.id("SYNTHETIC/REFERRER-", index);
  }
}
