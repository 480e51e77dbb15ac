package nl.jeugdgraaf.seed.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

/// What sort of trajectory it is, and how heavy.
///
/// Forty profiles form a block, which returns over and over. Together they weigh 90 deliveries and
/// 80 periods of regie, so the share of one trajectory in any total is known without walking the
/// trajectories before it.
///
/// @param form whether it is specialised
/// @param step step at which it is
/// @param deliveries weight in the total of deliveries; 0 is none
/// @param regie weight in the total of periods of regie; 0 is none
record Profile(Form form, Step step, int deliveries, int regie) {
  /// How many profiles a block has.
  static final int BLOCK = 40;

  /// Sort of trajectory.
  enum Form {
    /// Highly specialised youth care, or a signal of it that is not decided on yet.
    SPECIALISED,
    /// Other youth care, for which the question was never put.
    REGULAR,
    /// Other youth care, after the decision that it is not specialised.
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

    /// {@return how many days ago the signal was, at least, when a trajectory is at this step: days
    /// before [Days#NOW]}
    int signalDaysAgo() {
      return signalDaysAgo;
    }

    /// Returns the step that comes after this one.
    ///
    /// @return the next step, which the last one does not have
    Step next() {
      return ORDER.get(ORDER.indexOf(this) + 1);
    }
  }

  private static final List<Profile> PROFILES = profiles();

  /// {@return the profile at a place}
  ///
  /// @param place from 0, counted on through all blocks
  static Profile at(int place) {
    return PROFILES.get(place % BLOCK);
  }

  /// {@return the first share that belongs to a trajectory, when a total is dealt out by weight}
  ///
  /// Shares of trajectory `index` run from this up to, and not including, that of `index + 1`.
  ///
  /// @param weight which weight counts
  /// @param index the trajectory, or the number of trajectories
  /// @param shift by how many places the block in which it lies is turned
  /// @param total what is dealt out, per block
  static int firstShare(ToIntFunction<Profile> weight, int index, int shift, Total total) {
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

  /// What is dealt out.
  ///
  /// @param shares how many there are
  /// @param trajectories over how many trajectories, a multiple of [#BLOCK]
  record Total(long shares, int trajectories) {}

  private static List<Profile> profiles() {
    var groningen = spread(specialised(), groningen(), 7);
    var haaglanden = spread(haaglanden(), List.of(), 5);
    var all = new ArrayList<Profile>();
    for (int place = 0; place < BLOCK; place++) {
      var region = Regions.of(place);
      var own = region == Regions.GRONINGEN ? groningen : haaglanden;
      all.add(own.get(region.rank(place)));
    }
    return List.copyOf(all);
  }

  private static List<Profile> specialised() {
    var all = new ArrayList<Profile>();
    all.add(new Profile(Form.SPECIALISED, Step.SIGNAL, 0, 0));
    all.add(new Profile(Form.SPECIALISED, Step.INTAKE, 0, 1));
    all.add(new Profile(Form.SPECIALISED, Step.DECISION, 0, 1));
    all.add(new Profile(Form.SPECIALISED, Step.ANALYSIS, 0, 2));
    all.add(new Profile(Form.SPECIALISED, Step.PLAN, 2, 3));
    all.addAll(several(6, new Profile(Form.SPECIALISED, Step.CARE, 6, 5)));
    all.addAll(several(3, new Profile(Form.SPECIALISED, Step.OUTFLOW, 5, 5)));
    return all;
  }

  private static List<Profile> groningen() {
    var all = new ArrayList<Profile>();
    all.add(new Profile(Form.REGULAR, Step.SIGNAL, 0, 0));
    all.add(new Profile(Form.REGULAR, Step.INTAKE, 0, 0));
    all.add(new Profile(Form.DECLINED, Step.DECISION, 0, 0));
    all.add(new Profile(Form.REGULAR, Step.ANALYSIS, 0, 1));
    all.add(new Profile(Form.REGULAR, Step.PLAN, 1, 1));
    all.add(new Profile(Form.DECLINED, Step.CARE, 3, 2));
    all.addAll(several(2, new Profile(Form.REGULAR, Step.CARE, 3, 2)));
    all.addAll(several(2, new Profile(Form.REGULAR, Step.OUTFLOW, 2, 1)));
    return all;
  }

  private static List<Profile> haaglanden() {
    var all = new ArrayList<Profile>();
    all.add(new Profile(Form.REGULAR, Step.SIGNAL, 0, 0));
    all.add(new Profile(Form.REGULAR, Step.INTAKE, 0, 0));
    all.add(new Profile(Form.REGULAR, Step.DECISION, 0, 0));
    all.add(new Profile(Form.REGULAR, Step.ANALYSIS, 0, 1));
    all.add(new Profile(Form.REGULAR, Step.PLAN, 1, 1));
    all.addAll(several(5, new Profile(Form.REGULAR, Step.CARE, 2, 2)));
    all.addAll(several(3, new Profile(Form.REGULAR, Step.CARE, 2, 1)));
    all.addAll(several(3, new Profile(Form.REGULAR, Step.OUTFLOW, 2, 1)));
    return all;
  }

  private static List<Profile> several(int times, Profile one) {
    return Collections.nCopies(times, one);
  }

  /// Puts unlike profiles next to each other: `stride` has no factor in common with their number.
  private static List<Profile> spread(List<Profile> some, List<Profile> others, int stride) {
    var all = new ArrayList<>(some);
    all.addAll(others);
    var spread = new ArrayList<Profile>();
    for (int place = 0; place < all.size(); place++) {
      spread.add(all.get(place * stride % all.size()));
    }
    return spread;
  }
}
