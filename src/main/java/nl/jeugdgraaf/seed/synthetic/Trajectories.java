package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.NONE;
import static nl.jeugdgraaf.seed.synthetic.Days.NOW;
import static nl.jeugdgraaf.seed.synthetic.Days.text;
import static nl.jeugdgraaf.seed.synthetic.LazyTable.SOURCE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
    int end = profile.step() == Step.OUTFLOW ? end(start, random) : NONE;
    return new Course(index, profile, signal, start, end);
  }

  /// A quarter of those that have ended did so in the last two weeks.
  private static int end(int start, StableRandom random) {
    return random.percent(75)
        ? Math.min(start + 120 + random.below(500), NOW - 5)
        : NOW - random.between(1, 14);
  }

  /// Gives a second trajectory of the same youth another profile in the same region.
  private int shift(int index) {
    return index / persons.youths() * 3 * Region.CYCLE % TrajectoryProfile.BLOCK;
  }

  List<SeedTable> nodes(DeliveryPlanner planner) {
    return List.of(
        LazyTable.of(
            "Trajectory",
            "key,kind,statedStep,statedNextStep,decision,signalledOn,intakeOn,decidedOn,analysedOn,"
                + "plannedOn,firstHelpOn,startedOn,endedOn,outOfHomeRisk,source",
            size.trajectories(),
            (index, out) -> writeTrajectory(index, planner, out)));
  }

  List<SeedTable> relationships() {
    return List.of(
        LazyTable.of(
            "Trajectory.youth",
            "from,to",
            size.trajectories(),
            (index, out) -> {
              var course = course(index);
              out.accept(List.of(course.key(), Persons.youthKey(youth(course))));
            }),
        LazyTable.of(
            "Trajectory.referrer", "from,to,on,source", size.trajectories(), this::writeReferrer),
        LazyTable.of("Trajectory.criteria", "from,to", size.trajectories(), this::writeCriteria));
  }

  /// The step is stated only where the day of the signal is unknown and no other day can tell it.
  private void writeTrajectory(int index, DeliveryPlanner planner, Consumer<List<String>> out) {
    var course = course(index);
    var random = StableRandom.of("trajectory", index);
    var risk = outOfHomeRisk(course) ? "true" : "false";
    boolean signalKnown = !random.percent(6);
    boolean startKnown = !random.percent(3);
    boolean stated = !signalKnown && course.profile().step() == Step.SIGNAL;
    out.accept(
        List.of(
            course.key(),
            course.specialised() ? "HSJ" : "REGULAR",
            stated ? Step.SIGNAL.name() : "",
            stated ? Step.INTAKE.name() : "",
            decision(course),
            signalKnown ? text(course.signal()) : "",
            text(StepDays.knownIntake(course)),
            text(StepDays.decision(course)),
            text(StepDays.analysis(course)),
            text(StepDays.plan(course)),
            text(planner.firstHelp(course)),
            startKnown ? text(course.start()) : "",
            text(course.end()),
            random.percent(80) || course.specialised() ? risk : "",
            SOURCE));
  }

  private static String decision(Course course) {
    return switch (course.profile().form()) {
      case SPECIALISED -> course.reached(Step.DECISION) ? "HSJ" : "";
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
    var municipality = persons.municipality(youth(course), course.signal());
    var referrer = organisations.referrers().any(course.region(), municipality, random);
    out.accept(List.of(course.key(), referrer, text(course.signal() - random.below(14)), SOURCE));
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
    met.forEach(code -> out.accept(List.of(course.key(), code)));
  }
}
