package nl.jeugdgraaf.seed.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

/// The form and step of a trajectory, and its weight in the totals of deliveries and regie.
///
/// Forty profiles form a block, and blocks repeat. Together they weigh 90 deliveries and 80 periods
/// of regie, so the share of a trajectory in a total is known without computing the trajectories
/// before it.
///
/// @param form whether it is specialised
/// @param step step at which it is
/// @param deliveries weight in the total of deliveries
/// @param regie weight in the total of periods of regie
record TrajectoryProfile(TrajectoryForm form, Step step, int deliveries, int regie) {
  /// How many profiles a block has.
  static final int BLOCK = 40;

  /// Whether a trajectory is specialised.
  enum TrajectoryForm {
    /// Highly specialised youth care (HSJ), decided on or not yet.
    SPECIALISED,
    /// Other youth care; HSJ was never considered.
    REGULAR,
    /// Other youth care, after a decision against HSJ.
    DECLINED
  }

  /// The steps of the process, in their order.
  enum Step {
    SIGNAL(20),
    INTAKE(40),
    DECISION(60),
    ANALYSIS(80),
    PLAN(100),
    CARE(120),
    OUTFLOW(300);

    private static final List<Step> ORDER = List.of(values());

    private final int signalDaysAgo;

    Step(int signalDaysAgo) {
      this.signalDaysAgo = signalDaysAgo;
    }

    /// {@return how many days before [Days#NOW] the signal was, at least, of a trajectory at this
    /// step}
    int signalDaysAgo() {
      return signalDaysAgo;
    }

    /// {@return the step after this one, which must not be the last}
    Step next() {
      return ORDER.get(ORDER.indexOf(this) + 1);
    }
  }

  private static final List<TrajectoryProfile> PROFILES = profiles();

  /// {@return the profile at a position}
  ///
  /// @param position from 0, through all blocks
  static TrajectoryProfile at(int position) {
    return PROFILES.get(position % BLOCK);
  }

  /// {@return the first share of a trajectory, when a total is distributed by weight}
  ///
  /// The trajectory `index` has the shares from this one up to, but not including, the first of
  /// `index + 1`.
  ///
  /// @param weight which weight counts
  /// @param index the trajectory, or the number of trajectories
  /// @param shift by how many positions its block is rotated
  /// @param total what is distributed
  static int firstShare(
      ToIntFunction<TrajectoryProfile> weight, int index, int shift, Distribution total) {
    long block = 0;
    long before = 0;
    for (int place = 0; place < BLOCK; place++) {
      int here = weight.applyAsInt(at(place + shift));
      block += here;
      if (place < index % BLOCK) {
        before += here;
      }
    }
    long weighed = index / BLOCK * block + before;
    return Math.toIntExact(weighed * total.shares / (total.trajectories / BLOCK * block));
  }

  /// A number of shares to distribute.
  ///
  /// @param shares how many shares
  /// @param trajectories over how many trajectories, a multiple of [#BLOCK]
  record Distribution(long shares, int trajectories) {}

  private static List<TrajectoryProfile> profiles() {
    var groningen = spread(specialised(), groningen(), 7);
    var haaglanden = spread(haaglanden(), List.of(), 5);
    var all = new ArrayList<TrajectoryProfile>();
    for (int place = 0; place < BLOCK; place++) {
      var region = Region.of(place);
      var own = region == Region.GRONINGEN ? groningen : haaglanden;
      all.add(own.get(region.rank(place)));
    }
    return List.copyOf(all);
  }

  private static List<TrajectoryProfile> specialised() {
    var all = new ArrayList<TrajectoryProfile>();
    all.add(new TrajectoryProfile(TrajectoryForm.SPECIALISED, Step.SIGNAL, 0, 0));
    all.add(new TrajectoryProfile(TrajectoryForm.SPECIALISED, Step.INTAKE, 0, 1));
    all.add(new TrajectoryProfile(TrajectoryForm.SPECIALISED, Step.DECISION, 0, 1));
    all.add(new TrajectoryProfile(TrajectoryForm.SPECIALISED, Step.ANALYSIS, 0, 2));
    all.add(new TrajectoryProfile(TrajectoryForm.SPECIALISED, Step.PLAN, 2, 3));
    all.addAll(several(6, new TrajectoryProfile(TrajectoryForm.SPECIALISED, Step.CARE, 6, 5)));
    all.addAll(several(3, new TrajectoryProfile(TrajectoryForm.SPECIALISED, Step.OUTFLOW, 5, 5)));
    return all;
  }

  private static List<TrajectoryProfile> groningen() {
    var all = new ArrayList<TrajectoryProfile>();
    all.add(new TrajectoryProfile(TrajectoryForm.REGULAR, Step.SIGNAL, 0, 0));
    all.add(new TrajectoryProfile(TrajectoryForm.REGULAR, Step.INTAKE, 0, 0));
    all.add(new TrajectoryProfile(TrajectoryForm.DECLINED, Step.DECISION, 0, 0));
    all.add(new TrajectoryProfile(TrajectoryForm.REGULAR, Step.ANALYSIS, 0, 1));
    all.add(new TrajectoryProfile(TrajectoryForm.REGULAR, Step.PLAN, 1, 1));
    all.add(new TrajectoryProfile(TrajectoryForm.DECLINED, Step.CARE, 3, 2));
    all.addAll(several(2, new TrajectoryProfile(TrajectoryForm.REGULAR, Step.CARE, 3, 2)));
    all.addAll(several(2, new TrajectoryProfile(TrajectoryForm.REGULAR, Step.OUTFLOW, 2, 1)));
    return all;
  }

  private static List<TrajectoryProfile> haaglanden() {
    var all = new ArrayList<TrajectoryProfile>();
    all.add(new TrajectoryProfile(TrajectoryForm.REGULAR, Step.SIGNAL, 0, 0));
    all.add(new TrajectoryProfile(TrajectoryForm.REGULAR, Step.INTAKE, 0, 0));
    all.add(new TrajectoryProfile(TrajectoryForm.REGULAR, Step.DECISION, 0, 0));
    all.add(new TrajectoryProfile(TrajectoryForm.REGULAR, Step.ANALYSIS, 0, 1));
    all.add(new TrajectoryProfile(TrajectoryForm.REGULAR, Step.PLAN, 1, 1));
    all.addAll(several(5, new TrajectoryProfile(TrajectoryForm.REGULAR, Step.CARE, 2, 2)));
    all.addAll(several(3, new TrajectoryProfile(TrajectoryForm.REGULAR, Step.CARE, 2, 1)));
    all.addAll(several(3, new TrajectoryProfile(TrajectoryForm.REGULAR, Step.OUTFLOW, 2, 1)));
    return all;
  }

  private static List<TrajectoryProfile> several(int times, TrajectoryProfile one) {
    return Collections.nCopies(times, one);
  }

  /// Puts different profiles next to each other: `stride` and the number of profiles have no common
  /// factor.
  private static List<TrajectoryProfile> spread(
      List<TrajectoryProfile> some, List<TrajectoryProfile> others, int stride) {
    var all = new ArrayList<>(some);
    all.addAll(others);
    var spread = new ArrayList<TrajectoryProfile>();
    for (int place = 0; place < all.size(); place++) {
      spread.add(all.get(place * stride % all.size()));
    }
    return spread;
  }
}
