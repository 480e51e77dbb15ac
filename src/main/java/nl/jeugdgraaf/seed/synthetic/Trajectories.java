package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.NONE;
import static nl.jeugdgraaf.seed.synthetic.Days.NOW;
import static nl.jeugdgraaf.seed.synthetic.Days.text;
import static nl.jeugdgraaf.seed.synthetic.LazyTable.SOURCE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.synthetic.TrajectoryProfile.Distribution;
import nl.jeugdgraaf.seed.synthetic.TrajectoryProfile.Step;
import nl.jeugdgraaf.seed.synthetic.TrajectoryProfile.TrajectoryForm;

/// Makes the trajectories: their course through the steps, their youths and their referrers.
final class Trajectories {
  private final SyntheticNetwork.CareCounts size;
  private final Persons persons;
  private final Organisations organisations;

  Trajectories(SyntheticNetwork.CareCounts size, Persons persons, Organisations organisations) {
    this.size = size;
    this.persons = persons;
    this.organisations = organisations;
  }

  /// The course of one trajectory.
  ///
  /// @param index which one, from 0
  /// @param profile its form, step and weight
  /// @param signal day of the signal
  /// @param start day on which it started, or [Days#NONE]
  /// @param end first day after it, or [Days#NONE]
  record Course(int index, TrajectoryProfile profile, int signal, int start, int end) {
    Region region() {
      return Region.of(index);
    }

    boolean specialised() {
      return profile.form() == TrajectoryForm.SPECIALISED;
    }

    /// Returns whether it has passed a step.
    boolean past(Step step) {
      return profile.step().compareTo(step) > 0;
    }

    /// Returns whether care has begun.
    boolean cares() {
      return past(Step.PLAN);
    }

    String id() {
      return LazyTable.id("T-", index);
    }
  }

  int youth(Course course) {
    return course.index() % persons.youths();
  }

  Persons persons() {
    return persons;
  }

  /// Returns the number of the first delivery of a trajectory. The deliveries up to that of the
  /// next trajectory are its own.
  int firstDelivery(int index) {
    return TrajectoryProfile.firstShare(
        TrajectoryProfile::deliveries,
        index,
        shift(index),
        new Distribution(size.deliveries(), size.trajectories()));
  }

  /// Returns how many periods of regie a trajectory has.
  int regiePeriods(int index) {
    var total = new Distribution(size.regiePeriods(), size.trajectories());
    return TrajectoryProfile.firstShare(TrajectoryProfile::regie, index + 1, shift(index), total)
        - TrajectoryProfile.firstShare(TrajectoryProfile::regie, index, shift(index), total);
  }

  Course course(int index) {
    var profile = TrajectoryProfile.at(index % TrajectoryProfile.BLOCK + shift(index));
    var random = StableRandom.of("course", index);
    int birth = Persons.birth(index % persons.youths());
    int earliest = Math.max(Days.FIRST + 14, birth + 30);
    int latest = NOW - profile.step().signalDaysAgo();
    int signal =
        switch (profile.step()) {
          case SIGNAL, INTAKE, DECISION, ANALYSIS, PLAN -> latest - random.below(15);
          case CARE, OUTFLOW -> random.between(earliest, latest);
        };
    boolean starts = profile.step().compareTo(Step.DECISION) > 0;
    int start = starts ? signal + random.between(10, 40) : NONE;
    boolean ends = profile.step() == Step.OUTFLOW && random.percent(75);
    int end = ends ? Math.min(start + 120 + random.below(500), NOW - 5) : NONE;
    return new Course(index, profile, signal, start, end);
  }

  /// Gives a second trajectory of the same youth another profile in the same region.
  private int shift(int index) {
    return index / persons.youths() * 3 * Region.CYCLE % TrajectoryProfile.BLOCK;
  }

  List<SeedTable> nodes() {
    return List.of(
        LazyTable.of(
            "Trajectory",
            "id,kind,step,stepsDone,nextStep,decision,signalledOn,intakeOn,startedOn,endedOn,"
                + "outOfHomeRisk,source",
            size.trajectories(),
            this::writeTrajectory));
  }

  List<SeedTable> relationships() {
    return List.of(
        LazyTable.of(
            "Trajectory.youth",
            "from,to",
            size.trajectories(),
            (index, out) -> {
              var course = course(index);
              out.accept(List.of(course.id(), Persons.youthId(youth(course))));
            }),
        LazyTable.of(
            "Trajectory.referrer", "from,to,on,source", size.trajectories(), this::writeReferrer),
        LazyTable.of("Trajectory.criteria", "from,to", size.trajectories(), this::writeCriteria));
  }

  private void writeTrajectory(int index, Consumer<List<String>> out) {
    var course = course(index);
    var random = StableRandom.of("trajectory", index);
    var risk = outOfHomeRisk(course) ? "true" : "false";
    out.accept(
        List.of(
            course.id(),
            course.specialised() ? "HSJ" : "REGULAR",
            course.profile().step().name(),
            done(course).stream().map(Step::name).collect(Collectors.joining("|")),
            next(course),
            decision(course),
            random.percent(6) ? "" : text(course.signal()),
            intake(course),
            random.percent(3) ? "" : text(course.start()),
            text(course.end()),
            random.percent(80) || course.specialised() ? risk : "",
            SOURCE));
  }

  /// The intake is 2 to 9 days after the signal; the start is at least 10 days after it.
  private static String intake(Course course) {
    var random = StableRandom.of("intake", course.index());
    boolean known = course.past(Step.INTAKE) && !random.percent(5);
    return known ? text(course.signal() + random.between(2, 10)) : "";
  }

  /// After a negative decision there is no analysis and no plan.
  private static List<Step> done(Course course) {
    boolean declined = course.profile().form() == TrajectoryForm.DECLINED;
    return Arrays.stream(Step.values())
        .filter(step ->
            course.past(step)
                || (step == Step.OUTFLOW && course.end() != NONE)
                || (step == Step.DECISION && declined))
        .filter(step -> !declined || (step != Step.ANALYSIS && step != Step.PLAN))
        .toList();
  }

  private static String next(Course course) {
    var step = course.profile().step();
    if (step == Step.OUTFLOW) {
      return "";
    }
    boolean skips = course.profile().form() == TrajectoryForm.DECLINED && step == Step.DECISION;
    return (skips ? Step.CARE : step.next()).name();
  }

  private static String decision(Course course) {
    return switch (course.profile().form()) {
      case SPECIALISED -> course.past(Step.DECISION) ? "HSJ" : "";
      case REGULAR -> "";
      case DECLINED -> "NO_HSJ";
    };
  }

  private static boolean outOfHomeRisk(Course course) {
    int chance = course.specialised() ? 35 : 3;
    return StableRandom.of("out of home", course.index()).percent(chance);
  }

  private void writeReferrer(int index, Consumer<List<String>> out) {
    var random = StableRandom.of("referral", index);
    if (random.percent(5)) {
      return;
    }
    var course = course(index);
    var referrer = organisations.referrers().any(course.region(), random);
    out.accept(List.of(course.id(), referrer, text(course.signal() - random.below(14)), SOURCE));
  }

  /// The first two criteria follow from a measure and from the risk of placement out of home.
  private void writeCriteria(int index, Consumer<List<String>> out) {
    var course = course(index);
    var criteria = organisations.catalogue().criteria();
    if (!course.specialised() || course.profile().step() == Step.SIGNAL) {
      return;
    }
    var met = new ArrayList<String>();
    if (Persons.hasMeasure(youth(course)) && criteria.contains("IC1")) {
      met.add("IC1");
    }
    if (outOfHomeRisk(course) && criteria.contains("IC2")) {
      met.add("IC2");
    }
    var others =
        criteria.stream().filter(code -> !code.equals("IC1") && !code.equals("IC2")).toList();
    var random = StableRandom.of("criteria", index);
    if (!others.isEmpty()) {
      int first = random.below(others.size());
      met.add(others.get(first));
      if (others.size() > 1 && random.percent(40)) {
        met.add(others.get((first + random.between(1, others.size())) % others.size()));
      }
    }
    met.forEach(code -> out.accept(List.of(course.id(), code)));
  }
}
