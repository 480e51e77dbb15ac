package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.engine.PlanningPlaces.Planning;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;

/// Statements that the database has not planned yet wait for each other, and no others for them.
class PlanningPlacesTest {
  private final PlanningPlaces places = new PlanningPlaces(Duration.ofMillis(50));

  private List<Planning> fourNew() {
    var all = new ArrayList<Planning>();
    for (int i = 0; i < 4; i++) {
      all.add(places.begin("new " + i));
    }
    return all;
  }

  private Code refused(String statement) {
    return assertThrows(ProblemException.class, () -> places.begin(statement))
        .problems()
        .getFirst()
        .code();
  }

  @Test
  void aFifthNewStatementIsRefused() {
    fourNew();
    assertEquals(Code.SERVER_BUSY, refused("new 4"));
  }

  @Test
  void aKnownStatementNeedsNoPlace() {
    try (var first = places.begin("known")) {
      first.ended();
    }
    fourNew();
    places.begin("known").close();
  }

  @Test
  void onceItRunsAnotherIsPlanned() {
    fourNew().getFirst().ended();
    places.begin("new 4").close();
  }

  @Test
  void aStatementThatFailedGivesItsPlaceBackAndStaysNew() {
    places.begin("fails").close();
    fourNew();
    assertEquals(Code.SERVER_BUSY, refused("fails"));
  }

  @Test
  void aPlaceIsGivenBackOnce() {
    var all = fourNew();
    all.getFirst().ended();
    all.getFirst().ended();
    all.getFirst().close();
    places.begin("new 4");
    assertEquals(Code.SERVER_BUSY, refused("new 5"));
  }
}
