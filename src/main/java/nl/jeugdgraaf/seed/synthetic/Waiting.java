package nl.jeugdgraaf.seed.synthetic;

/// Days from the signal of a trajectory to each of its next steps.
///
/// @param intake days to the intake, at least 2
/// @param decision days to the decision, after the intake
/// @param start days to the start, after the decision
/// @param plan days to the plan, with the analysis before it
/// @param help days to the first help, which in a trajectory that is not specialised may come
///   before the plan
record Waiting(int intake, int decision, int start, int plan, int help) {
  /// Days from the start of a specialised trajectory until its plan is agreed, at the latest.
  static final int PLAN_DAYS = 60;

  /// {@return how long one trajectory waits}
  ///
  /// @param index which one, from 0
  /// @param specialised whether its plan comes before its help
  /// @param typical days from the signal to the start that half of the trajectories exceed
  /// @param most days from the signal to the start, at most, and at least 6
  static Waiting of(int index, boolean specialised, int typical, int most) {
    var random = StableRandom.of("waiting", index);
    int start = Math.clamp(Spread.WAITS.draw(typical, random), 6, most);
    int intake = 2 + random.below(Math.clamp(start / 3, 1, 21));
    int decision = random.between(intake + 1, start);
    if (specialised) {
      int plan = start + random.between(45, PLAN_DAYS);
      return new Waiting(intake, decision, start, plan, start + PLAN_DAYS + random.below(15));
    }
    int plan = start + random.between(8, 36);
    return new Waiting(intake, decision, start, plan, start + random.below(12));
  }

  /// {@return days to the analysis: 3 to 6 weeks after the start of a specialised trajectory,
  /// sooner in other ones}
  ///
  /// @param index which trajectory, from 0
  /// @param specialised whether it is specialised
  int analysis(int index, boolean specialised) {
    var random = StableRandom.of("analysis", index);
    return start + (specialised ? random.between(21, 42) : random.between(3, 8));
  }

  /// {@return days until both plan and first help are there}
  int ready() {
    return Math.max(plan, help);
  }
}
