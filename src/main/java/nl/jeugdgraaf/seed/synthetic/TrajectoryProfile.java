package nl.jeugdgraaf.seed.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// The form and step of a trajectory, and its weight in the totals of deliveries and regie.
///
/// Profiles are drawn once, and repeat in a cycle. So the share of a trajectory in a total is known
/// without computing the trajectories before it.
///
/// @param form whether it is specialised
/// @param step step at which it is
/// @param deliveries weight in the total of deliveries
/// @param regie weight in the total of periods of regie
record TrajectoryProfile(Form form, Step step, int deliveries, int regie) {
  private static final List<Step> BEFORE_CARE =
      List.of(Step.SIGNAL, Step.INTAKE, Step.DECISION, Step.ANALYSIS, Step.PLAN);

  /// Of the trajectory that a youth has now, or had last.
  static final Cycle LAST = new Cycle(last());

  /// Of trajectories that ended before another one of the same youth began.
  static final Cycle EARLIER = new Cycle(earlier());

  /// Whether a trajectory is specialised.
  enum Form {
    /// Highly specialised youth care (HSJ), decided on or not yet.
    SPECIALISED,
    /// Other youth care; HSJ was never considered.
    REGULAR,
    /// Other youth care, after a decision against HSJ.
    DECLINED
  }

  /// The steps of the process, in their order.
  enum Step {
    SIGNAL,
    INTAKE,
    DECISION,
    ANALYSIS,
    PLAN,
    CARE,
    OUTFLOW
  }

  /// Profiles that repeat.
  ///
  /// @param profiles the profiles, each for one place in the cycle
  record Cycle(List<TrajectoryProfile> profiles) {
    /// {@return the profile at a position}
    ///
    /// @param position from 0, through all repetitions
    TrajectoryProfile at(int position) {
      return profiles.get(position % profiles.size());
    }

    /// {@return the sum of a weight before each position of the cycle, and at its end that of all}
    ///
    /// @param weight which weight
    long[] sums(ToIntFunction<TrajectoryProfile> weight) {
      var sums = new long[profiles.size() + 1];
      for (int position = 0; position < profiles.size(); position++) {
        sums[position + 1] = sums[position] + weight.applyAsInt(profiles.get(position));
      }
      return sums;
    }
  }

  /// About one youth in seven of Groningen has a specialised trajectory. Haaglanden does not know
  /// them.
  private static List<TrajectoryProfile> last() {
    var profiles = new ArrayList<TrajectoryProfile>();
    int specialised = 0;
    for (int place = 0; place < 600; place++) {
      var random = StableRandom.of("profile", place);
      int chance = Region.of(place) == Region.GRONINGEN ? random.below(1_000) : 1_000;
      if (chance < 145) {
        profiles.add(of(Form.SPECIALISED, specialisedStep(specialised), random));
        specialised++;
      } else if (chance < 195) {
        var steps = List.of(Step.DECISION, Step.CARE, Step.CARE, Step.OUTFLOW);
        profiles.add(of(Form.DECLINED, random.oneOf(steps), random));
      } else {
        profiles.add(of(Form.REGULAR, regularStep(random.below(100)), random));
      }
    }
    return List.copyOf(profiles);
  }

  private static List<TrajectoryProfile> earlier() {
    var profiles = new ArrayList<TrajectoryProfile>();
    for (int place = 0; place < 200; place++) {
      var random = StableRandom.of("earlier profile", place);
      int chance = Region.of(place) == Region.GRONINGEN ? random.below(100) : 100;
      var form = chance < 6 ? Form.SPECIALISED : chance < 9 ? Form.DECLINED : Form.REGULAR;
      profiles.add(of(form, Step.OUTFLOW, random));
    }
    return List.copyOf(profiles);
  }

  /// One in seven waits for care, at each step before it in turn; a third of the others has ended.
  private static Step specialisedStep(int turn) {
    if (turn % 7 == 6) {
      return BEFORE_CARE.get(turn / 7 % BEFORE_CARE.size());
    }
    return turn % 3 == 1 ? Step.OUTFLOW : Step.CARE;
  }

  private static Step regularStep(int chance) {
    if (chance < 13) {
      return List.of(Step.SIGNAL, Step.INTAKE, Step.DECISION, Step.ANALYSIS, Step.PLAN)
          .get(chance % 5);
    }
    return chance < 64 ? Step.CARE : Step.OUTFLOW;
  }

  private static TrajectoryProfile of(Form form, Step step, StableRandom random) {
    boolean specialised = form == Form.SPECIALISED;
    return switch (step) {
      case SIGNAL -> new TrajectoryProfile(form, step, 0, 0);
      case INTAKE, DECISION -> new TrajectoryProfile(form, step, 0, 1);
      case ANALYSIS -> new TrajectoryProfile(form, step, 0, specialised ? 3 : 1);
      case PLAN -> new TrajectoryProfile(form, step, specialised ? 3 : 1, specialised ? 3 : 1);
      case CARE, OUTFLOW ->
          specialised
              ? new TrajectoryProfile(form, step, random.between(5, 10), random.between(5, 7))
              : new TrajectoryProfile(
                  form,
                  step,
                  random.oneOf(List.of(1, 1, 1, 2, 2, 2, 2, 3, 3, 4)),
                  random.oneOf(List.of(1, 2, 2, 2, 3)));
    };
  }
}
