package nl.jeugdgraaf.property.visible;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.clock.FixedDay;
import nl.jeugdgraaf.property.EngineAnswers;
import nl.jeugdgraaf.property.GraphWriter;
import nl.jeugdgraaf.property.visible.VisibleRound.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A hole in the guards, or in what is there on a day, made on purpose, does not stay unseen:
/// [AnswersEqualVisibleGraphTest] would fail within few cases.
@EmptiesDatabase
class PlantedHolesTest {
  private static final ApiSchema API = ApiSchema.builtIn();
  private static final Size SIZE = new Size(2, 6, 2, 2);
  private static final int ROUNDS = Integer.getInteger("holes.rounds", 6);

  /// Always the same day, so that the same is drawn.
  private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

  private static FixedDay day;

  private final VisibleRound persons =
      new VisibleRound(API.model(), TODAY, VisibleRound.AT_PERSONS);
  private final VisibleRound others = new VisibleRound(API.model(), TODAY, VisibleRound.AT_OTHERS);

  @BeforeAll
  static void database() {
    day = FixedDay.of(TODAY);
    TestDatabase.constrained();
  }

  @AfterAll
  static void clear() {
    GraphWriter.clear(TestDatabase.shared());
    day.close();
  }

  @ParameterizedTest
  @CsvSource({
    "DELIVERIES, PROVIDER, 1",
    "RELATIONSHIPS, SCHOOL, 3",
    "PROPERTIES, LOCAL_TEAM, 13",
    "HOPS, MUNICIPALITY, 1",
    "CHAINS, PROVIDER, 5",
    "INTERFACES, REFERRER, 1",
    "ALONE, REFERRER, 2",
    "ASKED_DAY, LOCAL_TEAM, 1",
    "NODE_BEFORE_ITS_DAY, YOUTH, 1",
    "STATE_AS_STORED, MUNICIPALITY, 1",
    "RULE_WITH_LAST, PROVIDER, 4"
  })
  void aHoleIsFound(AccessHole hole, String role, int from) {
    Bolt bolt = TestDatabase.shared();
    var engine = EngineAnswers.guarded(hole.planner(API), hole::permissions, bolt);
    isFound(persons, VisibleRound.seed(role, from), engine);
  }

  @ParameterizedTest
  @CsvSource({
    "KEY, STEWARD, 4",
    "STATISTIC, STEWARD, 2",
    "EDGE, STEWARD, 8",
    "COUNT, STEWARD, 6",
    "FILTER, STEWARD, 3",
    "CHAIN, STEWARD, 28"
  })
  void aHoleOfTheRecordIsFound(RecordHole hole, String role, int from) {
    var planner = hole.planner(API);
    var engine = EngineAnswers.guarded(planner, UnaryOperator.identity(), TestDatabase.shared());
    isFound(hole.isFoundAtPersons() ? persons : others, VisibleRound.seed(role, from), engine);
  }

  private static void isFound(VisibleRound check, long seed, EngineAnswers engine) {
    var found = Optional.<VisibleRound.Case>empty();
    int before = check.tally().cases;
    int rounds = 0;
    for (; rounds < ROUNDS && found.isEmpty(); rounds++) {
      found = check.first(VisibleRound.next(seed, rounds), SIZE, engine);
    }
    var summary = "round %d, case %d".formatted(rounds, check.tally().cases - before);
    System.out.println(summary);
    assertTrue(found.isPresent(), () -> summary + " and nothing was found");
  }
}
