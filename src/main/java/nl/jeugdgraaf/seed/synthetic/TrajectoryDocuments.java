package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.NONE;
import static nl.jeugdgraaf.seed.synthetic.Days.text;
import static nl.jeugdgraaf.seed.synthetic.LazyTable.SOURCE;

import java.util.List;
import java.util.function.Consumer;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.synthetic.Courses.Course;
import nl.jeugdgraaf.seed.synthetic.TrajectoryProfile.Step;

/// Makes the documents of specialised trajectories: analyses, plans, meetings, and the state of the
/// areas of life.
final class TrajectoryDocuments {
  private static final int MEETINGS = 6;

  private static final List<String> AUTHORS =
      List.of("GZ-psycholoog", "gedragswetenschapper", "orthopedagoog-generalist");

  private static final List<String> AREAS =
      List.of("SUPPORT", "HOME", "SCHOOL_AND_WORK", "INCOME", "WELL_BEING");

  private final Courses courses;

  TrajectoryDocuments(Courses courses) {
    this.courses = courses;
  }

  List<SeedTable> nodes() {
    return List.of(
        table(
            "Analysis",
            "key,statedStatus,completedOn,version,authorRole,source",
            this::writeAnalysis),
        table(
            "Plan",
            "key,statedStatus,agreedOn,version,meetingIntervalDays,source",
            this::writePlan),
        table("Meeting", "key,heldOn,source", this::writeMeetings),
        table("BigFiveStatus", "key,number,domain,status,source", this::writeAreas));
  }

  List<SeedTable> relationships() {
    return List.of(
        belongs("Analysis.trajectory", this::writeAnalysis),
        belongs("Plan.trajectory", this::writePlan),
        belongs("Meeting.trajectory", this::writeMeetings),
        belongs("BigFiveStatus.trajectory", this::writeAreas));
  }

  /// Writes the rows of one trajectory.
  private interface DocumentRows {
    void write(Course course, Consumer<List<String>> out);
  }

  private SeedTable table(String name, String columns, DocumentRows rows) {
    return LazyTable.of(
        name,
        columns,
        courses.count(),
        (index, out) -> {
          var course = courses.course(index);
          if (course.specialised()) {
            rows.write(course, out);
          }
        });
  }

  private SeedTable belongs(String name, DocumentRows rows) {
    return table(
        name,
        "from,to",
        (course, out) ->
            rows.write(course, cells -> out.accept(List.of(cells.getFirst(), course.key()))));
  }

  /// Once it is decided that the trajectory starts, the analysis is being made.
  private void writeAnalysis(Course course, Consumer<List<String>> out) {
    if (!course.reached(Step.DECISION)) {
      return;
    }
    var random = StableRandom.of("analysis row", course.index());
    int completed = StepDays.analysis(course);
    out.accept(
        List.of(
            LazyTable.key("GVA-", course.index()),
            completed == NONE ? "DRAFT" : "",
            text(completed),
            random.percent(80) ? "1" : "2",
            random.oneOf(AUTHORS),
            SOURCE));
  }

  /// Once the analysis is complete, the plan is being made.
  private void writePlan(Course course, Consumer<List<String>> out) {
    if (!course.reached(Step.ANALYSIS)) {
      return;
    }
    var random = StableRandom.of("plan row", course.index());
    int agreed = StepDays.plan(course);
    out.accept(
        List.of(
            LazyTable.key("PLAN-", course.index()),
            agreed == NONE ? "DRAFT" : "",
            text(agreed),
            random.percent(60) ? "1" : "2",
            Integer.toString(interval(course)),
            SOURCE));
  }

  private void writeMeetings(Course course, Consumer<List<String>> out) {
    if (!course.cares()) {
      return;
    }
    int end = course.until();
    int day = course.start() + Waiting.PLAN_DAYS;
    for (int meeting = 1; meeting <= MEETINGS && day < end; meeting++) {
      var key = LazyTable.key("MDO-", course.index()) + "-" + meeting;
      out.accept(List.of(key, text(day), SOURCE));
      day += interval(course);
    }
  }

  private void writeAreas(Course course, Consumer<List<String>> out) {
    var random = StableRandom.of("areas", course.index());
    for (int number = 1; number <= AREAS.size(); number++) {
      out.accept(
          List.of(
              LazyTable.key("BIG5-", course.index()) + "-" + number,
              Integer.toString(number),
              AREAS.get(number - 1),
              state(course.profile().step(), random),
              SOURCE));
    }
  }

  /// In the outflow step every area is secure or in sight.
  private static String state(Step step, StableRandom random) {
    return switch (step) {
      case SIGNAL, INTAKE, DECISION -> "UNKNOWN";
      case ANALYSIS, PLAN -> random.oneOf(List.of("UNKNOWN", "INSECURE", "INSECURE", "IN_SIGHT"));
      case CARE -> random.oneOf(List.of("INSECURE", "INSECURE", "IN_SIGHT", "IN_SIGHT", "SECURE"));
      case OUTFLOW -> random.oneOf(List.of("IN_SIGHT", "SECURE", "SECURE"));
    };
  }

  private static int interval(Course course) {
    return StableRandom.of("interval", course.index()).oneOf(List.of(42, 56, 91));
  }
}
