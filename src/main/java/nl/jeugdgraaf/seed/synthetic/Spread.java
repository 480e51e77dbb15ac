package nl.jeugdgraaf.seed.synthetic;

/// How a number of days is spread around what is typical.
///
/// Written as a table and not as a formula, because floating point may differ between machines.
final class Spread {
  /// Waiting: half wait longer than is typical, one in ten more than four times as long.
  static final Spread WAITS = new Spread(12, 24, 38, 55, 75, 100, 133, 182, 260, 430, 800);

  /// The time that a trajectory takes, as the statistics of ended trajectories have it: one in six
  /// less than a third of what is typical, one in seven more than two and a half times.
  static final Spread TRAJECTORIES = new Spread(8, 22, 38, 58, 78, 100, 122, 168, 225, 315, 490);

  /// The time that one delivery takes.
  static final Spread DELIVERIES = new Spread(20, 35, 50, 65, 82, 100, 120, 145, 180, 240, 350);

  private final int[] percentages;

  /// @param percentages the least, the nine borders between tenths, and the most, as percentages of
  ///   what is typical
  private Spread(int... percentages) {
    this.percentages = percentages.clone();
  }

  /// {@return a number of days}
  ///
  /// @param typical the number that half of the draws exceed
  /// @param random chooses
  int draw(int typical, StableRandom random) {
    int permille = random.below(1_000);
    int tenth = permille / 100;
    int from = percentages[tenth];
    int to = percentages[tenth + 1];
    return (from * 100 + (to - from) * (permille % 100)) * typical / 10_000;
  }
}
