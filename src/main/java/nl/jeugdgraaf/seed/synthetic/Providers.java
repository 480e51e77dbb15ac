package nl.jeugdgraaf.seed.synthetic;

import java.util.ArrayList;
import java.util.List;

/// What providers are: their kinds and their expertise. Each is computed from the index.
final class Providers {
  /// The four kinds of expertise that a network must cover.
  static final List<String> EXPERTISE = List.of("LVB", "GGZ", "JO", "ADDICTION");

  private static final List<String> KINDS =
      List.of("INSTITUTION", "PRACTICE", "INSTITUTION", "FAMILY_HOME", "BASIC_HELP");

  private Providers() {}

  static String kind(int index) {
    int rank = Region.of(index).rank(index);
    var kind = KINDS.get(rank % KINDS.size());
    boolean foster = kind.equals("FAMILY_HOME") && rank / KINDS.size() % 2 == 1;
    return foster ? "FOSTER_CARE" : kind;
  }

  /// Institutions and practices are expert in one thing in turn, and some in another too. Family
  /// homes and basic help know youth and upbringing.
  static List<String> expertise(int index) {
    var random = StableRandom.of("expertise", index);
    int main = Region.of(index).rank(index) % EXPERTISE.size();
    var expertise = new ArrayList<String>();
    switch (kind(index)) {
      case "FOSTER_CARE" -> expertise.addAll(List.of("FOSTER_CARE", "JO"));
      case "FAMILY_HOME" -> expertise.add("JO");
      case "BASIC_HELP" -> {
        expertise.add("JO");
        if (random.percent(50)) {
          expertise.add("LVB");
        }
      }
      default -> {
        expertise.add(EXPERTISE.get(main));
        if (random.percent(45)) {
          expertise.add(
              EXPERTISE.get((main + random.between(1, EXPERTISE.size())) % EXPERTISE.size()));
        }
        if (random.percent(15)) {
          expertise.add("EDUCATION");
        }
      }
    }
    return expertise;
  }

  static boolean gives(int index, ProductKind kind) {
    return kind.isGivenBy(kind(index), expertise(index));
  }

  /// Returns whether it is a body that a network can build on.
  static boolean isFirm(int index) {
    return List.of("INSTITUTION", "PRACTICE").contains(kind(index));
  }

  /// Real AGB codes do not start with 99.
  static String agb(int index) {
    return LazyTable.key("99", index);
  }
}
