package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What breaks a rule of trajectories is found, and its mended twin is not.
@EmptiesDatabase
class TrajectoryFindingsTest {
  /// Trajectories from 1 February up to 1 June 2025.
  private static final String TRAJECTORIES =
      """
      Trajectory
      key,kind,signalledOn,startedOn,firstHelpOn,endedOn
      BAD,HSJ,2025-01-01,2025-02-01,2025-03-01,2025-06-01
      GOOD,HSJ,2025-01-01,2025-02-01,2025-03-01,2025-06-01
      OTHER,REGULAR,2025-01-01,2025-02-01,2025-03-01,2025-06-01
      """;

  private static final String HOLDERS =
      """
      Referrer
      key,kind
      TEAM,LOCAL_TEAM
      GI,CERTIFIED_INSTITUTION
      GP,GP
      UNNAMED,
      """;

  private static final String NETWORKS = "Network\nkey,name\nN,N";

  private static Bolt bolt;

  @BeforeAll
  static void open() {
    bolt = SeedDatabase.empty();
  }

  @BeforeEach
  void clear() {
    bolt.write(Statement.of("MATCH (n) DETACH DELETE n"));
  }

  private static List<String> found(String rule, String... more) {
    return FindingsCase.of(bolt, rule, List.of(TRAJECTORIES, HOLDERS, NETWORKS), more);
  }

  private static String regie(String holders, String... rows) {
    return holders + ".regieOver\nfrom,to,kind,validFrom,validTo\n" + String.join("\n", rows);
  }

  @Test
  void theRegieOverTheProcessIsMissingWhereNobodyHoldsIt() {
    assertEquals(
        List.of("BAD 2025-02-01/2025-02-10", "BAD 2025-03-01/2025-04-01"),
        found(
            "PROCESS_REGIE_MISSING",
            regie(
                "Referrer",
                "GI,BAD,PROCESS,2025-02-10,2025-03-01",
                "TEAM,BAD,PROCESS,2025-04-01,",
                "TEAM,BAD,CASE,2025-02-01,",
                "TEAM,GOOD,PROCESS,,2025-03-01",
                "GI,GOOD,PROCESS,2025-03-01,")));
  }

  @Test
  void theRegieOverCareIsMissingWhereNobodyHoldsIt() {
    assertEquals(
        List.of("BAD 2025-05-01/2025-06-01"),
        found(
            "CARE_REGIE_MISSING",
            regie("Network", "N,BAD,CARE,2025-02-01,2025-05-01", "N,GOOD,CARE,2025-02-01,")));
  }

  @Test
  void theRegieOverTheProcessHasItsHolders() {
    assertEquals(
        List.of("BAD 2025-02-01/2025-06-01"),
        found(
            "PROCESS_REGIE_HOLDER",
            regie(
                "Referrer",
                "GP,BAD,PROCESS,2025-02-01,",
                "GP,OTHER,PROCESS,2025-02-01,",
                "TEAM,GOOD,PROCESS,2025-02-01,2025-03-01",
                "UNNAMED,GOOD,PROCESS,2025-03-01,")));
  }

  @Test
  void theRegieOverCareIsOfANetwork() {
    assertEquals(
        List.of("BAD 2025-02-01/2025-03-01"),
        found(
            "CARE_REGIE_BY_NETWORK",
            regie("Referrer", "TEAM,BAD,CARE,2025-02-01,2025-03-01"),
            regie("Network", "N,GOOD,CARE,2025-02-01,")));
  }

  @Test
  void oneHoldsARegieAtATime() {
    assertEquals(
        List.of("BAD 2025-03-01/2025-04-01"),
        found(
            "TWO_REGIE_HOLDERS",
            regie(
                "Referrer",
                "GI,BAD,PROCESS,2025-02-01,2025-04-01",
                "TEAM,BAD,PROCESS,2025-03-01,",
                "TEAM,BAD,SAFETY,2025-02-01,",
                "GI,BAD,SAFETY,2025-02-01,",
                "GI,GOOD,PROCESS,2025-02-01,2025-03-01",
                "TEAM,GOOD,PROCESS,2025-03-01,")));
  }

  @Test
  void threeHoldersFromOneDayAreOneFinding() {
    assertEquals(
        List.of("BAD 2025-02-01/2025-05-01"),
        found(
            "TWO_REGIE_HOLDERS",
            regie(
                "Referrer",
                "GI,BAD,PROCESS,2025-02-01,2025-04-01",
                "TEAM,BAD,PROCESS,2025-02-01,2025-05-01",
                "UNNAMED,BAD,PROCESS,2025-02-01,2025-05-01")));
  }

  @Test
  void thereIsOneContact() {
    assertEquals(
        List.of(
            "BAD 2025-02-01/2025-02-10", "BAD 2025-03-01/2025-04-01", "BAD 2025-05-01/2025-06-01"),
        found(
            "ONE_CONTACT",
            """
            Referrer.contactFor
            from,to,validFrom,validTo
            TEAM,BAD,2025-02-10,2025-04-01
            GI,BAD,2025-03-01,2025-05-01
            TEAM,GOOD,,
            """));
  }

  @Test
  void aCriterionIsMet() {
    assertEquals(
        List.of("BAD 2025-02-01/2025-06-01"),
        found(
            "HSJ_WITHOUT_CRITERION",
            "Criterion\ncode\nIC2",
            "Trajectory.criteria\nfrom,to\nGOOD,IC2"));
  }

  @Test
  void theAnalysisComesBeforeHelp() {
    assertEquals(
        List.of("BAD 2025-03-01/2025-04-01"),
        found(
            "HSJ_WITHOUT_ANALYSIS",
            "Analysis\nkey,completedOn,statedStatus\nA,2025-04-01,\nB,2025-03-01,\nC,,DRAFT",
            "Analysis.trajectory\nfrom,to\nA,BAD\nB,GOOD\nC,BAD"));
  }

  @Test
  void thePlanComesBeforeHelp() {
    assertEquals(
        List.of("BAD 2025-03-01/2025-06-01"),
        found(
            "HSJ_WITHOUT_PLAN",
            "Plan\nkey,agreedOn,statedStatus\nA,,DRAFT\nB,,COMPLETE",
            "Plan.trajectory\nfrom,to\nA,BAD\nB,GOOD"));
  }

  @Test
  void meetingsKeepTheIntervalOfThePlan() {
    assertEquals(
        List.of("BAD 2025-04-26/2025-04-30", "BAD 2025-05-31/2025-06-01"),
        found(
            "MEETING_OVERDUE",
            "Plan\nkey,agreedOn,meetingIntervalDays\nA,2025-03-01,30\nB,2025-03-01,60",
            "Plan.trajectory\nfrom,to\nA,BAD\nB,GOOD",
            "Meeting\nkey,heldOn\nM1,2025-03-26\nM2,2025-04-30\nM3,2025-04-30",
            "Meeting.trajectory\nfrom,to\nM1,BAD\nM2,BAD\nM3,GOOD"));
  }

  @Test
  void outflowWaitsForTheBigFive() {
    assertEquals(
        List.of("BAD 2025-06-01/"),
        found(
            "OUTFLOW_WITHOUT_BIG_FIVE",
            "BigFiveStatus\nkey,number,domain,status\nA,1,SUPPORT,INSECURE\nB,1,SUPPORT,IN_SIGHT",
            "BigFiveStatus.trajectory\nfrom,to\nA,BAD\nB,GOOD"));
  }

  @Test
  void aDecisionAgainstHsjIsFollowedUp() {
    assertEquals(
        List.of("LATE 2025-01-10/2025-02-01", "NOT 2025-01-10/"),
        found(
            "NO_HSJ_WITHOUT_FOLLOW_UP",
            """
            Trajectory
            key,kind,decision,decidedOn,followUp
            NOT,REGULAR,NO_HSJ,2025-01-10,
            LATE,REGULAR,NO_HSJ,2025-01-10,
            TOLD,REGULAR,NO_HSJ,2025-01-10,Thinks along
            DONE,REGULAR,NO_HSJ,2025-01-10,
            """,
            "Network.followsUp\nfrom,to,validFrom\nN,LATE,2025-02-01\nN,DONE,2025-01-10"));
  }

  @Test
  void aYouthHasOneSpecialisedTrajectory() {
    assertEquals(
        List.of("BAD 2025-05-01/2025-06-01", "SECOND 2025-05-01/2025-06-01"),
        found(
            "TWO_HSJ_AT_ONCE",
            "Trajectory\nkey,kind,startedOn\nSECOND,HSJ,2025-05-01\nNEXT,HSJ,2025-06-01",
            "Youth\nkey\nY\nZ",
            "Trajectory.youth\nfrom,to\nBAD,Y\nSECOND,Y\nGOOD,Z\nNEXT,Z\nOTHER,Z"));
  }

  @Test
  void aCertifiedInstitutionActsOnAMeasure() {
    assertEquals(
        List.of("BAD 2025-04-01/2025-05-01"),
        found(
            "GI_REGIE_WITHOUT_MEASURE",
            regie(
                "Referrer",
                "GI,BAD,PROCESS,2025-02-01,2025-05-01",
                "GI,BAD,SAFETY,2025-02-01,2025-05-01",
                "TEAM,BAD,PROCESS,2025-05-01,",
                "GI,GOOD,SAFETY,2025-02-01,",
                "GI,OTHER,SAFETY,2025-02-01,"),
            "Youth\nkey,unrecorded\nY,\nZ,\nU,MEASURES",
            "Trajectory.youth\nfrom,to\nBAD,Y\nGOOD,Z\nOTHER,U",
            "Measure\nkey,startedOn,endedOn\nM,2025-01-01,2025-04-01\nK,2025-02-01,",
            "Measure.youth\nfrom,to\nM,Y\nK,Z"));
  }

  @Test
  void aMeasureHasARegieOverSafety() {
    assertEquals(
        List.of("BAD M 2025-03-01/2025-04-01"),
        found(
            "MEASURE_WITHOUT_SAFETY_REGIE",
            regie("Referrer", "GI,BAD,SAFETY,2025-04-01,", "GI,GOOD,SAFETY,2025-02-01,"),
            "Youth\nkey\nY\nZ",
            "Trajectory.youth\nfrom,to\nBAD,Y\nGOOD,Z",
            "Measure\nkey,startedOn,endedOn\nM,2025-03-01,2025-05-01\nK,2025-02-01,",
            "Measure.youth\nfrom,to\nM,Y\nK,Z"));
  }

  @Test
  void whatNobodyRecordedBreaksNoRule() {
    var unrecorded =
        """
        Trajectory
        key,kind,startedOn,endedOn,unrecorded
        BAD,HSJ,2025-02-01,2025-06-01,CONTACT|MEETINGS|BIG_FIVE|SAFETY_REGIE
        """;
    FindingsCase.load(
        bolt,
        unrecorded,
        "Youth\nkey\nY",
        "Trajectory.youth\nfrom,to\nBAD,Y",
        "Plan\nkey,agreedOn,meetingIntervalDays\nA,2025-03-01,30",
        "Plan.trajectory\nfrom,to\nA,BAD",
        "Measure\nkey\nM",
        "Measure.youth\nfrom,to\nM,Y");
    for (var rule :
        List.of(
            "ONE_CONTACT",
            "MEETING_OVERDUE",
            "OUTFLOW_WITHOUT_BIG_FIVE",
            "MEASURE_WITHOUT_SAFETY_REGIE")) {
      assertEquals(List.of(), FindingsCase.of(bolt, rule), rule);
    }
    assertEquals(List.of("BAD 2025-02-01/2025-06-01"), FindingsCase.of(bolt, "CARE_REGIE_MISSING"));
  }

  @Test
  void withoutDaysOnlyWhatCannotBeOtherwiseIsFound() {
    var undated =
        """
        Trajectory
        key,kind,statedStep
        NONE,HSJ,CARE
        SOME,HSJ,CARE
        EARLY,HSJ,INTAKE
        """;
    assertEquals(
        List.of("NONE /"),
        FindingsCase.of(
            bolt,
            "PROCESS_REGIE_MISSING",
            List.of(undated, HOLDERS),
            regie("Referrer", "TEAM,SOME,PROCESS,2025-03-01,")));
  }
}
