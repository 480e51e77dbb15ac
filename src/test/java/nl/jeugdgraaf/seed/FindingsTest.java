package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// After each load the findings are those that follow from the data.
@EmptiesDatabase
class FindingsTest {
  private static final String RULE = "DELIVERY_OUTSIDE_TRAJECTORY";

  private static Bolt bolt;

  @BeforeAll
  static void open() {
    bolt = SeedDatabase.empty();
  }

  @BeforeEach
  void clear() {
    bolt.write(Statement.of("MATCH (n) DETACH DELETE n"));
  }

  private static SeedReport load(String endOfDelivery) {
    return FindingsCase.load(
        bolt,
        "Youth\nkey,name\nY-SECRET,Name",
        "Trajectory\nkey,kind,signalledOn,endedOn\nT,REGULAR,2025-01-01,2025-06-01",
        "Trajectory.youth\nfrom,to\nT,Y-SECRET",
        "Delivery\nkey,startedOn,endedOn\nD,2025-02-01," + endOfDelivery,
        "Delivery.trajectory\nfrom,to\nD,T");
  }

  @Test
  void aFindingIsAddedOnceAndChangedAndRemoved() {
    load("2025-07-01");
    assertEquals(List.of("T D 2025-06-01/2025-07-01"), FindingsCase.of(bolt, RULE));
    assertEquals(0, load("2025-07-01").written());
    assertEquals(List.of("T D 2025-06-01/2025-07-01"), FindingsCase.of(bolt, RULE));
    assertEquals(2, load("2025-08-01").written());
    assertEquals(List.of("T D 2025-06-01/2025-08-01"), FindingsCase.of(bolt, RULE));
    assertEquals(2, load("2025-06-01").written());
    assertEquals(List.of(), FindingsCase.of(bolt, RULE));
  }

  @Test
  void aFindingOfARuleThatIsGoneIsRemoved() {
    load("2025-07-01");
    bolt.write(Statement.of("MATCH (f:Finding) SET f.rule = 'GONE'"));
    assertEquals(2, load("2025-07-01").written());
    assertEquals(List.of("T D 2025-06-01/2025-07-01"), FindingsCase.of(bolt, RULE));
    assertEquals(1, SeedDatabase.one(bolt, "MATCH (f:Finding) RETURN count(f)").asLong());
  }

  @Test
  void aFindingSaysNothingOfTheYouth() {
    load("2025-07-01");
    var finding = SeedDatabase.one(bolt, "MATCH (f:Finding) RETURN properties(f)").asMap();
    assertEquals(
        "This delivery runs before the signal of its trajectory, or after the outflow.",
        finding.get("text"));
    assertEquals("S1, text line 102", finding.get("place"));
    assertFalse(finding.toString().contains("SECRET"));
    assertFalse(finding.toString().contains("Name"));
  }

  @Test
  void noFileHoldsFindings() {
    var report =
        SeedDatabase.load(
            bolt,
            List.of(
                SeedDatabase.table("Finding", "key,rule,text,place", "F,ONE_CONTACT,Text,Place"),
                SeedDatabase.table("Delivery.findings", "from,to", "D,F")));
    assertEquals(
        List.of(
            "Delivery.findings.csv line 1: Delivery.findings is what the server finds; the file is"
                + " not loaded. Remove it.",
            "Finding.csv line 1: Finding is what the server finds; the file is not loaded. Remove"
                + " it."),
        report.skipped().stream().map(Object::toString).toList());
  }

  @Test
  void theDocumentsHaveOneCodeWithoutNameAndOneWithTwo() {
    SeedDatabase.load(bolt, "seed/documents");
    assertEquals(List.of("GRONINGEN/43N20 /"), FindingsCase.of(bolt, "CODE_WITHOUT_NAME"));
    assertEquals(List.of("GRONINGEN/45N05 /"), FindingsCase.of(bolt, "CODE_WITH_TWO_NAMES"));
    assertEquals(2, SeedDatabase.one(bolt, "MATCH (f:Finding) RETURN count(f)").asLong());
  }
}
