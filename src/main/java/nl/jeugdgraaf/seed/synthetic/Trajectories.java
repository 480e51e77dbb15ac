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
import nl.jeugdgraaf.seed.synthetic.Profile.Form;
import nl.jeugdgraaf.seed.synthetic.Profile.Step;
import nl.jeugdgraaf.seed.synthetic.Profile.Total;

/// Trajectories: their course through the steps, for whom they are, and who referred.
final class Trajectories {
  private final SyntheticNetwork.Care size;
  private final Persons persons;
  private final Organisations organisations;

  Trajectories(SyntheticNetwork.Care size, Persons persons, Organisations organisations) {
    this.size = size;
    this.persons = persons;
    this.organisations = organisations;
  }

  /// How one trajectory goes.
  ///
  /// @param index which one, from 0
  /// @param profile its sort, step and weight
  /// @param signal day of the signal
  /// @param start day on which it started, or [Days#NONE]
  /// @param end first day after it, or [Days#NONE]
  record Course(int index, Profile profile, int signal, int start, int end) {
    Regions region() {
      return Regions.of(index);
    }

    boolean specialised() {
      return profile.form() == Form.SPECIALISED;
    }

    /// Says whether a step is behind it.
    boolean past(Step step) {
      return profile.step().compareTo(step) > 0;
    }

    /// Says whether it has come to giving care.
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

  /// Returns the first of the deliveries of a trajectory; the next trajectory has the first after.
  int firstDelivery(int index) {
    return Profile.firstShare(
        Profile::deliveries,
        index,
        shift(index),
        new Total(size.deliveries(), size.trajectories()));
  }

  /// Returns how many periods of regie a trajectory has.
  int regiePeriods(int index) {
    var total = new Total(size.regiePeriods(), size.trajectories());
    return Profile.firstShare(Profile::regie, index + 1, shift(index), total)
        - Profile.firstShare(Profile::regie, index, shift(index), total);
  }

  Course course(int index) {
    var profile = Profile.at(index % Profile.BLOCK + shift(index));
    var dice = Dice.of("course", index);
    int birth = Persons.birth(index % persons.youths());
    int earliest = Math.max(Days.FIRST + 14, birth + 30);
    int latest = NOW - profile.step().signalDaysAgo();
    int signal =
        switch (profile.step()) {
          case SIGNAL, INTAKE, DECISION, ANALYSIS, PLAN -> latest - dice.below(15);
          case CARE, OUTFLOW -> dice.between(earliest, latest);
        };
    boolean starts = profile.step().compareTo(Step.DECISION) > 0;
    int start = starts ? signal + dice.between(10, 40) : NONE;
    boolean ends = profile.step() == Step.OUTFLOW && dice.percent(75);
    int end = ends ? Math.min(start + 120 + dice.below(500), NOW - 5) : NONE;
    return new Course(index, profile, signal, start, end);
  }

  /// A second trajectory of the same youth is of another profile, in the same region.
  private int shift(int index) {
    return index / persons.youths() * 3 * Regions.CYCLE % Profile.BLOCK;
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
    var dice = Dice.of("trajectory", index);
    var risk = outOfHomeRisk(course) ? "true" : "false";
    out.accept(
        List.of(
            course.id(),
            course.specialised() ? "HSJ" : "REGULAR",
            course.profile().step().name(),
            done(course).stream().map(Step::name).collect(Collectors.joining("|")),
            next(course),
            decision(course),
            dice.percent(6) ? "" : text(course.signal()),
            intake(course),
            dice.percent(3) ? "" : text(course.start()),
            text(course.end()),
            dice.percent(80) || course.specialised() ? risk : "",
            SOURCE));
  }

  /// The intake is within the ten days that a start comes after the signal, at least.
  private static String intake(Course course) {
    var dice = Dice.of("intake", course.index());
    boolean known = course.past(Step.INTAKE) && !dice.percent(5);
    return known ? text(course.signal() + dice.between(2, 10)) : "";
  }

  /// After a decision against it, no analysis and no plan is due.
  private static List<Step> done(Course course) {
    boolean declined = course.profile().form() == Form.DECLINED;
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
    boolean skips = course.profile().form() == Form.DECLINED && step == Step.DECISION;
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
    return Dice.of("out of home", course.index()).percent(chance);
  }

  private void writeReferrer(int index, Consumer<List<String>> out) {
    var dice = Dice.of("referral", index);
    if (dice.percent(5)) {
      return;
    }
    var course = course(index);
    var referrer = organisations.referrers().any(course.region(), dice);
    out.accept(List.of(course.id(), referrer, text(course.signal() - dice.below(14)), SOURCE));
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
    var dice = Dice.of("criteria", index);
    if (!others.isEmpty()) {
      int first = dice.below(others.size());
      met.add(others.get(first));
      if (others.size() > 1 && dice.percent(40)) {
        met.add(others.get((first + dice.between(1, others.size())) % others.size()));
      }
    }
    met.forEach(code -> out.accept(List.of(course.id(), code)));
  }
}
