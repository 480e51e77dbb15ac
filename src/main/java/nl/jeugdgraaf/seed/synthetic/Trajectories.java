package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.text;
import static nl.jeugdgraaf.seed.synthetic.LazyTable.SOURCE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.synthetic.Courses.Course;
import nl.jeugdgraaf.seed.synthetic.LazyTable.BilingualText;
import nl.jeugdgraaf.seed.synthetic.TrajectoryProfile.Step;

/// Makes the trajectories, with their youths, their referrers and who follows up a refusal.
final class Trajectories {
  private static final List<BilingualText> FOLLOW_UPS =
      List.of(
          new BilingualText(
              "Thinks along and helps with the next steps towards fitting help",
              "Denkt mee en helpt met vervolgstappen naar passende hulp"),
          new BilingualText(
              "Looks for a fitting provider together with the local team",
              "Zoekt samen met het lokale team naar een passende aanbieder"),
          new BilingualText(
              "Advises the provider that already helps",
              "Geeft advies aan de aanbieder die al helpt"));

  private final Courses courses;
  private final Persons persons;
  private final Organisations organisations;

  Trajectories(Courses courses, Persons persons, Organisations organisations) {
    this.courses = courses;
    this.persons = persons;
    this.organisations = organisations;
  }

  List<SeedTable> nodes(DeliveryPlanner planner) {
    return List.of(
        LazyTable.of(
            "Trajectory",
            "key,kind,statedStep,statedNextStep,decision,followUp,followUpDutch,signalledOn,intakeOn,"
                + "decidedOn,analysedOn,plannedOn,firstHelpOn,startedOn,endedOn,outOfHomeRisk,source",
            courses.count(),
            (index, out) -> writeTrajectory(index, planner, out)));
  }

  List<SeedTable> relationships() {
    int count = courses.count();
    return List.of(
        LazyTable.of(
            "Trajectory.youth",
            "from,to",
            count,
            (index, out) ->
                out.accept(
                    List.of(LazyTable.key("T-", index), Persons.youthKey(courses.youth(index))))),
        LazyTable.of("Trajectory.referrer", "from,to,on,source", count, this::writeReferrer),
        LazyTable.of("Trajectory.criteria", "from,to", count, this::writeCriteria),
        LazyTable.of(
            "Network.followsUp", "from,to,validFrom,validTo,source", count, this::writeFollowUp));
  }

  /// The step is stated only where the day of the signal is unknown and no other day can tell it.
  private void writeTrajectory(int index, DeliveryPlanner planner, Consumer<List<String>> out) {
    var course = courses.course(index);
    var random = StableRandom.of("trajectory", index);
    var risk = outOfHomeRisk(course) ? "true" : "false";
    boolean signalKnown = !random.percent(6);
    boolean startKnown = !random.percent(3);
    boolean stated = !signalKnown && course.profile().step() == Step.SIGNAL;
    var followUp = course.declined() ? random.oneOf(FOLLOW_UPS) : BilingualText.NONE;
    out.accept(
        List.of(
            course.key(),
            course.specialised() ? "HSJ" : "REGULAR",
            stated ? Step.SIGNAL.name() : "",
            stated ? Step.INTAKE.name() : "",
            decision(course),
            followUp.english(),
            followUp.dutch(),
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
    var course = courses.course(index);
    int youth = courses.youth(index);
    var municipality = persons.municipality(youth, course.signal());
    var institution =
        persons
            .measure(youth)
            .filter(measure -> measure.covers(course.signal(), course.signal() + 1))
            .map(Persons.Measure::institution)
            .orElse("");
    var referrer =
        organisations.referrers().any(course.region(), municipality, institution, random);
    out.accept(List.of(course.key(), referrer, text(course.signal() - random.below(14)), SOURCE));
  }

  /// A network sees to the follow-up from the day of the refusal on.
  private void writeFollowUp(int index, Consumer<List<String>> out) {
    var course = courses.course(index);
    if (course.declined()) {
      var network = organisations.network(course.region(), persons.family(courses.youth(index)), 0);
      out.accept(List.of(network.key(), course.key(), text(StepDays.decision(course)), "", SOURCE));
    }
  }

  /// The first two criteria follow from a measure and from the risk of placement out of home.
  private void writeCriteria(int index, Consumer<List<String>> out) {
    var course = courses.course(index);
    var criteria = organisations.catalogue().criteria();
    if (!course.specialised() || course.profile().step() == Step.SIGNAL) {
      return;
    }
    var met = new ArrayList<String>();
    if (persons.measure(courses.youth(index)).isPresent() && criteria.contains("IC1")) {
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
