package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.NONE;
import static nl.jeugdgraaf.seed.synthetic.Days.NOW;

import java.util.function.ToIntFunction;
import nl.jeugdgraaf.seed.synthetic.TrajectoryProfile.Form;
import nl.jeugdgraaf.seed.synthetic.TrajectoryProfile.Step;

/// When each trajectory takes place, and of which youth it is.
///
/// The first trajectories are those that youths have now or had last, one each. The others are
/// earlier ones: some youths have one, fewer have two. Those of one youth do not overlap.
final class Courses {
  /// Two weeks after the first day, so that a referral is not before it.
  private static final int FIRST_SIGNAL = Days.FIRST + 14;

  /// Days that an earlier trajectory gets at least, from signal to end.
  private static final int EARLIER_DAYS = 300;

  private static final int WAITING_MOST = 360;
  private static final int REGULAR_DAYS = 285;
  private static final int SPECIALISED_DAYS = 430;

  /// Of ten youths in a row, the first five have an earlier trajectory. A second one that is drawn
  /// goes to one of them, else to one of the other five.
  private static final int TURN = 10;

  private final int youths;
  private final SyntheticNetwork.CareCounts size;
  private final Shares deliveries;
  private final Shares regie;

  Courses(int youths, SyntheticNetwork.CareCounts size) {
    this.youths = youths;
    this.size = size;
    this.deliveries = new Shares(TrajectoryProfile::deliveries, size.deliveries());
    this.regie = new Shares(TrajectoryProfile::regie, size.regiePeriods());
  }

  /// The course of one trajectory.
  ///
  /// @param index which one, from 0
  /// @param profile its form, step and weight
  /// @param signal day of the signal
  /// @param waiting days from the signal to each step
  /// @param end first day after it, or [Days#NONE]
  record Course(int index, TrajectoryProfile profile, int signal, Waiting waiting, int end) {
    Region region() {
      return Region.of(index);
    }

    Line line() {
      return Courses.line(index, profile);
    }

    boolean specialised() {
      return profile.form() == Form.SPECIALISED;
    }

    boolean declined() {
      return profile.form() == Form.DECLINED;
    }

    /// Returns the day on which it started, or [Days#NONE].
    int start() {
      return past(Step.DECISION) ? signal + waiting.start() : NONE;
    }

    /// Returns the day on which its first help begins, if it comes to that.
    int firstHelp() {
      return signal + waiting.help();
    }

    /// Returns its end, or [Days#NOW] if it runs.
    int until() {
      return end == NONE ? NOW : end;
    }

    /// Returns whether it is at a step or has passed it.
    boolean reached(Step step) {
      return profile.step().compareTo(step) >= 0;
    }

    /// Returns whether it has passed a step.
    boolean past(Step step) {
      return profile.step().compareTo(step) > 0;
    }

    /// Returns whether care has begun.
    boolean cares() {
      return reached(Step.CARE);
    }

    String key() {
      return LazyTable.key("T-", index);
    }
  }

  int count() {
    return size.trajectories();
  }

  /// Returns the youth of a trajectory.
  int youth(int index) {
    if (index < youths) {
      return index;
    }
    int place = (index - youths) % youths;
    return place % TURN >= TURN / 2 && second(place) ? place - TURN / 2 : place;
  }

  /// Returns how many trajectories of a youth ended before the last one.
  int earlier(int youth) {
    int extra = Math.max(0, size.trajectories() - youths);
    int each = youth % TURN < TURN / 2 ? (second(youth + TURN / 2) ? 2 : 1) : second(youth) ? 0 : 1;
    return each * (extra / youths + (youth < extra % youths ? 1 : 0));
  }

  private static boolean second(int place) {
    return StableRandom.of("second earlier", place).percent(15);
  }

  /// Returns the number of the first delivery of a trajectory. The deliveries up to that of the
  /// next trajectory are its own.
  int firstDelivery(int index) {
    return deliveries.before(index);
  }

  /// Returns how many periods of regie a trajectory has.
  int regiePeriods(int index) {
    return regie.before(index + 1) - regie.before(index);
  }

  /// Distributes a total over the trajectories by weight.
  private final class Shares {
    private final long[] last;
    private final long[] earlier;
    private final long total;
    private final long weights;

    Shares(ToIntFunction<TrajectoryProfile> weight, long total) {
      this.last = TrajectoryProfile.LAST.sums(weight);
      this.earlier = TrajectoryProfile.EARLIER.sums(weight);
      this.total = total;
      this.weights = Math.max(1, weighed(size.trajectories()));
    }

    /// Returns how many shares the trajectories before one have together.
    int before(int index) {
      return Math.toIntExact(weighed(index) * total / weights);
    }

    private long weighed(int index) {
      return index <= youths ? sum(last, index) : sum(last, youths) + sum(earlier, index - youths);
    }

    private static long sum(long[] sums, int count) {
      int length = sums.length - 1;
      return count / length * sums[length] + sums[count % length];
    }
  }

  Course course(int index) {
    return index < youths ? last(index) : earlierCourse(index);
  }

  private static Line line(int index, TrajectoryProfile profile) {
    if (profile.form() == Form.SPECIALISED) {
      return Line.SPECIALISED;
    }
    return StableRandom.of("line", index).percent(35) ? Line.ADDITIONAL : Line.BASIC;
  }

  /// The signal of a trajectory that waits is as long ago as its step tells.
  private Course last(int index) {
    var profile = TrajectoryProfile.LAST.at(index);
    var random = StableRandom.of("course", index);
    if (profile.step() == Step.CARE) {
      return running(index, profile, random);
    }
    if (profile.step() == Step.OUTFLOW) {
      return ended(index, profile, random);
    }
    var waiting = waiting(index, profile, NOW, WAITING_MOST);
    int analysis = waiting.analysis(index, profile.form() == Form.SPECIALISED);
    int ago =
        switch (profile.step()) {
          case SIGNAL -> random.below(waiting.intake());
          case INTAKE -> random.between(waiting.intake(), waiting.decision());
          case DECISION -> random.between(waiting.decision(), waiting.start());
          case ANALYSIS -> random.between(analysis, waiting.plan());
          default -> random.between(waiting.plan(), waiting.plan() + 21);
        };
    return new Course(index, profile, NOW - ago, waiting, NONE);
  }

  /// Long trajectories are more often found running than short ones.
  private Course running(int index, TrajectoryProfile profile, StableRandom random) {
    int days = Math.max(days(profile, random), days(profile, random));
    int ran = 10 + random.below(Math.max(1, days));
    int lowest = lowest(index);
    var waiting = waiting(index, profile, NOW - 60 - ran, WAITING_MOST);
    int latest = NOW - 10 - waiting.ready();
    int signal = NOW - waiting.start() - ran;
    if (signal < lowest) {
      signal = random.between(lowest, Math.min(lowest + 250, latest));
    }
    return new Course(index, profile, Math.min(signal, latest), waiting, NONE);
  }

  private Course ended(int index, TrajectoryProfile profile, StableRandom random) {
    int lowest = lowest(index);
    int end = random.between(lowest + 150, NOW);
    int days = days(profile, random);
    var waiting = waiting(index, profile, end - days - 60, WAITING_MOST);
    int signal = Math.max(lowest + random.below(30), end - days - waiting.start());
    end = Math.max(end, signal + waiting.ready() + 20 + random.below(40));
    if (end > NOW) {
      signal -= end - NOW;
      end = NOW;
    }
    return new Course(index, profile, signal, waiting, end);
  }

  /// Leaves room for the earlier trajectories of the youth.
  private int lowest(int youth) {
    return Math.min(FIRST_SIGNAL + earlier(youth) * EARLIER_DAYS, NOW - 2 * EARLIER_DAYS);
  }

  private static int days(TrajectoryProfile profile, StableRandom random) {
    int typical = profile.form() == Form.SPECIALISED ? SPECIALISED_DAYS : REGULAR_DAYS;
    return Spread.TRAJECTORIES.draw(typical, random);
  }

  private static Waiting waiting(int index, TrajectoryProfile profile, int signal, int most) {
    int typical = line(index, profile).typicalWaiting(signal);
    return Waiting.of(index, profile.form() == Form.SPECIALISED, typical, most);
  }

  /// The earlier trajectories of a youth divide the time before the signal of the last one.
  private Course earlierCourse(int index) {
    int youth = youth(index);
    int place = index - youths;
    int round = place / youths;
    int share = earlier(youth);
    int perRound = Math.max(1, youth % TURN < TURN / 2 && second(youth + TURN / 2) ? 2 : 1);
    int rank = round * perRound + (place % youths == youth ? 0 : 1);
    int room = (last(youth).signal() - 10 - FIRST_SIGNAL) / share;
    int from = FIRST_SIGNAL + rank * room;
    var profile = TrajectoryProfile.EARLIER.at(place);
    var random = StableRandom.of("earlier course", index);
    var waiting = waiting(index, profile, from + room / 2, Math.max(6, room / 4));
    int least = waiting.ready() + 20 + random.below(20);
    int days = Math.max(least, waiting.start() + days(profile, random));
    int signal = from + random.below(Math.max(1, room - Math.min(days, room * 3 / 4)));
    int end = Math.min(signal + days, from + room - 1);
    return new Course(index, profile, Math.max(from, Math.min(signal, end - least)), waiting, end);
  }
}
