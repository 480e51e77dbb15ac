package nl.jeugdgraaf.seed;

import static nl.jeugdgraaf.seed.SeedDatabase.table;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.jeugdgraaf.EmptiesDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A report may end up in a log, so it never contains a name, birth date or key of a youth.
@EmptiesDatabase
class ReportPrivacyTest {
  private static SeedReport report;

  @BeforeAll
  static void loadRowsAboutYouthsThatAreWrongInEveryWay() {
    report =
        SeedDatabase.load(
            SeedDatabase.empty(),
            List.of(
                table(
                    "Youth",
                    "key,name,birthDate,confidence",
                    "Y-SECRET,Jan Geheim,2011-02-03,LOW",
                    "Y-SECRET,Johan Geheim,2012-03-04,",
                    "Y-SECRET-2,Piet Geheim,3-2-2011,",
                    "Y-SECRET-3,Klaas Geheim,2011-02-03,,surplus",
                    "Y-SECRET-4,%s Geheim,2011-02-03,".formatted("Z".repeat(100)),
                    "Y-SECRET-5, Anna Geheim,2011-02-03,"),
                table("Family", "Y-SECRET-6,Jan Geheim,2011-02-03", "F"),
                table("Trajectory", "key", "T"),
                table("Region", "code,name", "R,r"),
                table("Youth.family", "from,to,role,validFrom", "Y-SECRET,Y-SECRET-7,CHILD,"),
                table(
                    "Trajectory.youth",
                    "from,to",
                    "T,Y-SECRET-8",
                    "Y-SECRET-9,Y-SECRET",
                    "T,Y-SECRET"),
                table(
                    "Youth.municipality",
                    "from,to,validFrom,validTo",
                    "Y-SECRET,0014,2011-02-03,2011-02-03",
                    "Y-SECRET,0014,2011-02-03,2012-02-03",
                    "Y-SECRET,0014,2011-02-03,2013-02-03")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SECRET", "Geheim", "Jan", "2011", "2012", "3-2"})
  void noPersonalDataIsReported(String personal) {
    assertFalse(report.text().contains(personal), report::text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Youth.csv line 3: birthDate", "Youth.csv line 4: birthDate is not a date"})
  void theFileTheLineAndTheColumnAreReported(String expected) {
    assertTrue(report.text().contains(expected), report::text);
  }
}
