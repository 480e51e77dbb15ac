package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.NetworkInMemory.cell;
import static nl.jeugdgraaf.seed.synthetic.NetworkInMemory.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.seed.synthetic.SyntheticNetwork.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The days of trajectories and deliveries could be real, and tell how far each is on any day.
class SyntheticDaysTest {
  /// The day on which the generator looks: what is later is not known yet.
  private static final String NOW = "2026-11-15";

  /// The steps with the day of each, in the order of the schema.
  private static final List<List<String>> STEPS =
      List.of(
          List.of("SIGNAL", "signalledOn"),
          List.of("INTAKE", "intakeOn"),
          List.of("DECISION", "decidedOn"),
          List.of("ANALYSIS", "analysedOn"),
          List.of("PLAN", "plannedOn"),
          List.of("CARE", "firstHelpOn"),
          List.of("OUTFLOW", "endedOn"));

  /// What the generator meant, and the rows that it wrote.
  record Made(
      NetworkInMemory rows,
      Courses courses,
      DeliveryPlanner planner,
      Map<String, List<Map<String, String>>> deliveries,
      Map<String, List<Map<String, String>>> deliveryTies) {
    static Made of(Size size) {
      var catalogue = Catalogue.of(NetworkInMemory.DOCUMENTS);
      var organisations = new Organisations(size.organisations(), catalogue);
      var courses = new Courses(size.persons().youths(), size.care());
      var persons = new Persons(size.persons(), courses, organisations);
      var planner = new DeliveryPlanner(courses, persons, organisations);
      var rows = NetworkInMemory.of(size);
      return new Made(
          rows, courses, planner, rows.by("Delivery", "key"), rows.by("Delivery.trajectory", "to"));
    }

    List<Map<String, String>> trajectoryRows() {
      return rows.rows("Trajectory");
    }

    List<Map<String, String>> deliveriesOf(String trajectory) {
      return deliveryTies.getOrDefault(trajectory, List.of()).stream()
          .map(tie -> first(deliveries, cell(tie, "from")))
          .toList();
    }

    @Override
    public String toString() {
      return trajectoryRows().size() + " trajectories";
    }
  }

  private static Map<String, String> first(
      Map<String, List<Map<String, String>>> rows, String key) {
    return rows.getOrDefault(key, List.of()).getFirst();
  }

  static List<Made> networks() {
    return List.of(Made.of(Size.SMALL), Made.of(Size.ofScale(0.2)));
  }

  private static boolean known(String day) {
    return !day.isEmpty();
  }

  /// Whether a day has come on another.
  private static boolean came(String day, String on) {
    return known(day) && day.compareTo(on) <= 0;
  }

  private static void assertOrder(Map<String, String> row, String... columns) {
    var last = "";
    for (var column : columns) {
      var day = cell(row, column);
      assertTrue(!known(day) || last.compareTo(day) <= 0, () -> column + " in " + row);
      last = known(day) ? day : last;
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theDaysOfATrajectoryFollowItsSteps(Made made) {
    for (var row : made.trajectoryRows()) {
      assertOrder(row, "signalledOn", "intakeOn", "decidedOn", "startedOn", "analysedOn");
      assertOrder(row, "startedOn", "analysedOn", "plannedOn", "endedOn");
      assertOrder(row, "decidedOn", "startedOn", "firstHelpOn", "endedOn");
      for (var step : STEPS) {
        var day = cell(row, step.getLast());
        assertTrue(!known(day) || came(day, NOW), row::toString);
      }
    }
  }

  /// Returns the last step whose day has come, or what is stated.
  private static String step(Map<String, String> row, String on) {
    var step = "";
    for (var stage : STEPS) {
      step = came(cell(row, stage.getLast()), on) ? stage.getFirst() : step;
    }
    return step.isEmpty() ? cell(row, "statedStep") : step;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theStepOfTodayIsThatOfTheProfile(Made made) {
    var seen = new HashSet<String>();
    int index = 0;
    int stated = 0;
    for (var row : made.trajectoryRows()) {
      var profile = made.courses().course(index++).profile();
      assertEquals(profile.step().name(), step(row, NOW), row::toString);
      seen.add(cell(row, "kind") + " " + step(row, NOW));
      boolean undated = STEPS.stream().noneMatch(step -> known(cell(row, step.getLast())));
      assertEquals(undated ? "SIGNAL" : "", cell(row, "statedStep"), row::toString);
      assertEquals(undated ? "INTAKE" : "", cell(row, "statedNextStep"), row::toString);
      stated += undated ? 1 : 0;
    }
    assertEquals(14, seen.size());
    assertTrue(stated > 0);
  }

  /// So a past day has its own answer: not all trajectories were then where they are now.
  @ParameterizedTest
  @MethodSource("networks")
  void stepsOfAnEarlierDayAreEarlier(Made made) {
    int moved = 0;
    for (var row : made.trajectoryRows()) {
      var before = STEPS.stream().map(List::getFirst).toList().indexOf(step(row, "2026-01-01"));
      var now = STEPS.stream().map(List::getFirst).toList().indexOf(step(row, NOW));
      assertTrue(before <= now, row::toString);
      moved += before >= 0 && before < now ? 1 : 0;
    }
    assertTrue(moved > made.trajectoryRows().size() / 20, moved + " moved");
  }

  @ParameterizedTest
  @MethodSource("networks")
  void decisionsAgreeWithTheKindAndTheDays(Made made) {
    var seen = new HashSet<String>();
    for (var row : made.trajectoryRows()) {
      var decision = cell(row, "decision");
      boolean decided = known(cell(row, "decidedOn"));
      seen.add(decision);
      if (cell(row, "kind").equals("HSJ")) {
        assertEquals(decided ? "HSJ" : "", decision, row::toString);
      } else {
        assertFalse(decision.equals("HSJ"), row::toString);
      }
      if (decision.equals("NO_HSJ")) {
        assertTrue(decided, row::toString);
        assertEquals("", cell(row, "analysedOn") + cell(row, "plannedOn"), row::toString);
      }
    }
    assertEquals(Set.of("HSJ", "NO_HSJ", ""), seen);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void specialisedTrajectoriesHaveTheirDocuments(Made made) {
    var areas = made.rows().by("BigFiveStatus.trajectory", "to");
    var analyses = made.rows().by("Analysis", "key");
    var plans = made.rows().by("Plan", "key");
    var analysisTies = made.rows().by("Analysis.trajectory", "to");
    var planTies = made.rows().by("Plan.trajectory", "to");
    for (var row : made.trajectoryRows()) {
      boolean specialised = cell(row, "kind").equals("HSJ");
      var analysis =
          analysisTies.getOrDefault(key(row), List.of()).stream()
              .map(tie -> first(analyses, cell(tie, "from")))
              .toList();
      var plan =
          planTies.getOrDefault(key(row), List.of()).stream()
              .map(tie -> first(plans, cell(tie, "from")))
              .toList();
      assertDocument(row, analysis, List.of("decidedOn", "analysedOn", "completedOn"));
      assertDocument(row, plan, List.of("analysedOn", "plannedOn", "agreedOn"));
      assertEquals(specialised ? 5 : 0, areas.getOrDefault(key(row), List.of()).size());
    }
  }

  /// A document of a specialised trajectory is there from one step on. It has the day of the next
  /// step, and is stated to be a draft as long as it has none.
  private static void assertDocument(
      Map<String, String> row, List<Map<String, String>> documents, List<String> days) {
    boolean isThere = cell(row, "kind").equals("HSJ") && known(cell(row, days.getFirst()));
    assertEquals(isThere ? 1 : 0, documents.size(), row::toString);
    for (var document : documents) {
      var day = cell(row, days.get(1));
      assertEquals(day, cell(document, days.getLast()), row::toString);
      assertEquals(known(day) ? "" : "DRAFT", cell(document, "statedStatus"), row::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aDeliveryIsDecidedAfterItsTrajectoryAndBeforeItStarts(Made made) {
    int all = 0;
    int decided = 0;
    for (var trajectory : made.trajectoryRows()) {
      for (var row : made.deliveriesOf(key(trajectory))) {
        var day = cell(row, "decidedOn");
        all++;
        decided += known(day) ? 1 : 0;
        assertTrue(!known(day) || came(day, NOW), row::toString);
        for (var column : List.of("signalledOn", "decidedOn")) {
          assertTrue(!known(day) || day.compareTo(cell(trajectory, column)) >= 0, row::toString);
        }
        for (var column : List.of("startedOn", "endedOn")) {
          var other = cell(row, column);
          assertTrue(!known(other) || day.compareTo(other) < 0, row::toString);
        }
      }
    }
    assertTrue(decided > all * 0.85 && decided < all * 0.95, decided + " of " + all);
  }

  /// Returns the state of a delivery by its days, or what is stated.
  private static String status(Map<String, String> row) {
    if (came(cell(row, "endedOn"), NOW)) {
      return "STOPPED";
    }
    if (known(cell(row, "startedOn"))) {
      return came(cell(row, "startedOn"), NOW) ? "RUNNING" : "PLANNED";
    }
    return cell(row, "statedStatus");
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theStateOfADeliveryIsStatedOnlyWhereNoDayTellsIt(Made made) {
    var stated = new HashSet<String>();
    int index = 0;
    for (var trajectory : made.trajectoryRows()) {
      var planned = made.planner().of(made.courses().course(index++));
      var rows = made.deliveriesOf(key(trajectory));
      assertEquals(planned.size(), rows.size());
      for (int place = 0; place < rows.size(); place++) {
        var row = rows.get(place);
        assertEquals(planned.get(place).key(), key(row));
        assertEquals(planned.get(place).period().status().name(), status(row), row::toString);
        boolean told = known(cell(row, "startedOn")) || came(cell(row, "endedOn"), NOW);
        assertEquals(told, cell(row, "statedStatus").isEmpty(), row::toString);
        stated.add(cell(row, "statedStatus"));
      }
    }
    assertEquals(Set.of("", "PLANNED", "RUNNING"), stated);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theFirstHelpIsTheFirstDelivery(Made made) {
    int dated = 0;
    for (var trajectory : made.trajectoryRows()) {
      var begun = new ArrayList<String>();
      for (var row : made.deliveriesOf(key(trajectory))) {
        if (!status(row).equals("PLANNED")) {
          begun.add(cell(row, "startedOn"));
        }
      }
      var first = cell(trajectory, "firstHelpOn");
      assertEquals(begun.isEmpty(), first.isEmpty(), trajectory::toString);
      if (!begun.isEmpty() && !begun.contains("")) {
        dated++;
        assertEquals(begun.stream().sorted().findFirst().orElseThrow(), first);
      }
      assertTrue(
          begun.stream().allMatch(day -> day.isEmpty() || first.compareTo(day) <= 0),
          trajectory::toString);
    }
    assertTrue(dated > made.trajectoryRows().size() / 2, dated + " dated");
  }

  @ParameterizedTest
  @MethodSource("networks")
  void nothingIsThereBeforeTheYouthIsBorn(Made made) {
    var youths = made.rows().by("Youth", "key");
    var measures = made.rows().by("Measure", "key");
    for (var tie : made.rows().rows("Measure.youth")) {
      assertBorn(
          first(youths, cell(tie, "to")), first(measures, cell(tie, "from")), List.of("startedOn"));
    }
    var youthOf = made.rows().from("Trajectory.youth");
    for (var trajectory : made.trajectoryRows()) {
      var youth = first(youths, cell(first(youthOf, key(trajectory)), "to"));
      assertBorn(youth, trajectory, List.of("signalledOn", "intakeOn", "decidedOn"));
      for (var row : made.deliveriesOf(key(trajectory))) {
        assertBorn(youth, row, List.of("decidedOn", "startedOn", "endedOn"));
      }
    }
  }

  private static void assertBorn(
      Map<String, String> youth, Map<String, String> row, List<String> columns) {
    for (var column : columns) {
      var day = cell(row, column);
      assertTrue(
          !known(day) || cell(youth, "birthDate").compareTo(day) <= 0, () -> youth + " " + row);
    }
  }
}
