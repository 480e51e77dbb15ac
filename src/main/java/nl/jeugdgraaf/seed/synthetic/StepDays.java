package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.NONE;

import nl.jeugdgraaf.seed.synthetic.Courses.Course;
import nl.jeugdgraaf.seed.synthetic.TrajectoryProfile.Step;

/// The days on which a trajectory reached the steps between its signal and its first help.
///
/// A step that it has reached has a day, no later than [Days#NOW], and a step that it has not
/// reached has none. So the days alone say at which step it is.
final class StepDays {
  private StepDays() {}

  /// Returns the day of the intake. It may be unknown, unless the trajectory is at that step.
  static int knownIntake(Course course) {
    boolean known =
        course.past(Step.INTAKE) && !StableRandom.of("intake", course.index()).percent(5);
    return known || course.profile().step() == Step.INTAKE
        ? course.signal() + course.waiting().intake()
        : NONE;
  }

  static int decision(Course course) {
    return course.reached(Step.DECISION) ? course.signal() + course.waiting().decision() : NONE;
  }

  /// Returns the day on which the analysis was complete. After a negative decision there is none.
  static int analysis(Course course) {
    return course.reached(Step.ANALYSIS) && !course.declined()
        ? course.signal() + course.waiting().analysis(course.index(), course.specialised())
        : NONE;
  }

  /// Returns the day on which the plan was agreed. Help in a trajectory that is not specialised may
  /// begin before it. After a negative decision there is none.
  static int plan(Course course) {
    return course.reached(Step.PLAN) && !course.declined()
        ? course.signal() + course.waiting().plan()
        : NONE;
  }
}
