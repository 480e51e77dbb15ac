package nl.jeugdgraaf.seed.synthetic;

import java.util.List;
import java.util.Map;

/// How many young people live in each municipality: the order of size of the statistics of 2023.
final class Municipalities {
  /// Thousands of people under 18, rounded.
  private static final Map<String, Integer> THOUSANDS =
      Map.ofEntries(
          Map.entry("0014", 37),
          Map.entry("0037", 6),
          Map.entry("0047", 5),
          Map.entry("0765", 2),
          Map.entry("1895", 6),
          Map.entry("1950", 4),
          Map.entry("1952", 11),
          Map.entry("1966", 9),
          Map.entry("1969", 13),
          Map.entry("1979", 8),
          Map.entry("0503", 17),
          Map.entry("0518", 111),
          Map.entry("0603", 11),
          Map.entry("0629", 6),
          Map.entry("0637", 26),
          Map.entry("1783", 25),
          Map.entry("1842", 4),
          Map.entry("1916", 16),
          Map.entry("1926", 14));

  private Municipalities() {}

  /// {@return one of several municipalities, the large ones more often}
  ///
  /// @param codes their codes, at least one
  /// @param random chooses
  static String draw(List<String> codes, StableRandom random) {
    int total = 0;
    for (var code : codes) {
      total += thousands(code);
    }
    int left = random.below(total);
    for (var code : codes) {
      left -= thousands(code);
      if (left < 0) {
        return code;
      }
    }
    return codes.getLast();
  }

  private static int thousands(String code) {
    return THOUSANDS.getOrDefault(code, 5);
  }
}
