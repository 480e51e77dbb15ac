package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.NONE;

import nl.jeugdgraaf.seed.synthetic.Trajectories.Course;
import nl.jeugdgraaf.seed.synthetic.TrajectoryProfile.Step;
import nl.jeugdgraaf.seed.synthetic.TrajectoryProfile.TrajectoryForm;

/// The days on which a trajectory reached the steps between its signal and its first help.
///
/// A step that it has reached has a day, no later than [Days#NOW], and a step that it has not
/// reached has none. So the days alone say at which step it is.
final class StepDays {
  private StepDays() {}

  /// Returns the day of the intake, 2 to 9 days after the signal. It may be unknown, unless the
  /// trajectory is at that step.
  static int knownIntake(Course course) {
    boolean known = course.past(Step.INTAKE) && !random("intake", course).percent(5);
    return known || course.profile().step() == Step.INTAKE ? intake(course) : NONE;
  }

  private static int intake(Course course) {
    var random = random("intake", course);
    random.percent(5);
    return course.signal() + random.between(2, 10);
  }

  /// Returns the day of the decision: after the intake, and no later than the start, which is at
  /// least 10 days after the signal.
  static int decision(Course course) {
    if (!course.reached(Step.DECISION)) {
      return NONE;
    }
    int intake = intake(course);
    int latest = course.start() == NONE ? intake + 21 : course.start();
    return random("decision", course).between(intake + 1, latest + 1);
  }

  /// Returns the day on which the analysis was complete: 3 to 6 weeks after the start of a
  /// specialised trajectory, sooner in other ones. After a negative decision there is none.
  static int analysis(Course course) {
    if (!course.reached(Step.ANALYSIS) || isDeclined(course)) {
      return NONE;
    }
    var random = random("analysis", course);
    return course.start() + (course.specialised() ? random.between(21, 42) : random.between(3, 15));
  }

  /// Returns the day on which the plan was agreed. Help in a trajectory that is not specialised may
  /// begin before it. After a negative decision there is none.
  static int plan(Course course) {
    if (!course.reached(Step.PLAN) || isDeclined(course)) {
      return NONE;
    }
    var random = random("plan", course);
    return course.specialised()
        ? course.start() + random.between(45, TrajectoryDocuments.PLAN_DAYS)
        : analysis(course) + random.between(3, 21);
  }

  private static boolean isDeclined(Course course) {
    return course.profile().form() == TrajectoryForm.DECLINED;
  }

  private static StableRandom random(String subject, Course course) {
    return StableRandom.of(subject, course.index());
  }
}
