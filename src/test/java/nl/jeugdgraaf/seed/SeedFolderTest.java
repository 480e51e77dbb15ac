package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The seed folder of this project in the database.
class SeedFolderTest {
  private static Bolt bolt;
  private static SeedReport report;

  @BeforeAll
  static void load() {
    bolt = TestDatabase.seeded();
    report = TestDatabase.seedReport();
  }

  @Test
  void everyRowIsLoaded() {
    assertEquals(List.of(), report.skipped());
    assertEquals(0, report.unchanged());
  }

  @Test
  void aSecondLoadChangesNothing() {
    var second = SeedDatabase.load(bolt, "seed");
    assertEquals(0, second.written());
    assertEquals(report.written(), second.unchanged());
    assertEquals(report.read(), second.read());
    assertEquals(report.issues(), second.issues());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "PRODUCT_WITH_SEVERAL_NAMES; 45N05 has the names Babythuiszorg-dagtarief and Vervoer"
            + " outputgericht licht",
        "PRODUCT_WITHOUT_NAME; Product GRONINGEN/43N20 has no name",
        "CODE_IN_LOWER_CASE; code is in lower case",
        "UNUSUAL_CODE; Product HAAGLANDEN/INS2C has a code that is not two digits, a letter and two"
            + " digits",
        "NAME_WITH_SEVERAL_CODES; 24 names of GRONINGEN belong to 2 to 4 codes each",
        "NAME_IN_SEVERAL_SEGMENTS; Verblijf licht is placed by code",
        "LETTER_VARIANTS_WITH_OTHER_NAMES; GRONINGEN has 43 groups of codes that differ in the"
            + " third position only",
        "SPELLING_VARIANTS; \"Verblijf middel gezinshuis-plus\" and \"Verblijf middel gezinshuis"
            + " plus\"",
        "UNIT_OR_VARIANT_IN_NAME; Product GRONINGEN/45G07 is named (1 stuks)",
        "CATEGORY_UNLIKE_NAME; Product GRONINGEN/45N05 is named Vervoer outputgericht licht",
        "CRITERION_WITHOUT_TEXT; Criterion IC8 has no text",
        "MODULE_WITHOUT_START; Module GRONINGEN/9 has no start",
        "REFERRER_WITHOUT_KIND; Referrer CASUS/PROCESREGIE has no kind",
        "SUPERSEDED_SOURCE; Source S3 is superseded",
        "IMPLIED_FACT; has a low confidence",
        "PARTIAL_PARTICIPATION; 0518 PARTICIPATES_IN HAAGLANDEN/REVISION_2026/3 in part only",
        "ENDED_MEMBERSHIP; 0626 IN_REGION HAAGLANDEN until 2024-01-01",
        "APOSTROPHE_IN_NAME; Municipality 0518 is named 's-Gravenhage",
        "NON_ASCII_TEXT; cells with characters outside ASCII in this file",
        "PERIOD_OF_ONE_YEAR; has a period of exactly one year",
        "LONG_NAME; has a name of 101 characters"
      })
  void anIssueOfTheDocumentsIsReported(DataQualityIssue issue, String message) {
    assertTrue(
        report.issues().stream()
            .anyMatch(found -> found.issue() == issue && found.message().contains(message)),
        report::text);
  }

  @Test
  void aCodeInTwoRowsIsOneProductWithBothNames() {
    var product =
        SeedDatabase.one(bolt, "MATCH (p:Product {key: 'GRONINGEN/45N05'}) RETURN properties(p)");
    assertEquals(
        List.of("Babythuiszorg-dagtarief", "Vervoer outputgericht licht"),
        product.get("names").asList());
    assertEquals("Babythuiszorg-dagtarief", product.get("name").asString());
    assertEquals(
        "annex II, text lines 327 and 328",
        SeedDatabase.one(
                bolt,
                "MATCH (:Product {key: 'GRONINGEN/45N05'})-[c:STATED_IN]->(:Source {key: 'S0'})"
                    + " RETURN c.place")
            .asString());
  }

  @Test
  void aProductWithoutANameHasNone() {
    var product =
        SeedDatabase.one(bolt, "MATCH (p:Product {key: 'GRONINGEN/43N20'}) RETURN properties(p)");
    assertEquals(List.of(), product.get("names").asList());
    assertTrue(product.get("name").isNull());
  }

  @Test
  void aCodeInLowerCaseIsStoredInUpperCaseAndAsWritten() {
    var product =
        SeedDatabase.one(bolt, "MATCH (p:Product {key: 'HAAGLANDEN/41U02'}) RETURN properties(p)");
    assertEquals("41U02", product.get("code").asString());
    assertEquals("41u02", product.get("rawCode").asString());
  }

  @Test
  void productsOfOneRegionThatShareANameAreNamesakes() {
    assertEquals(
        "GRONINGEN/50N38",
        SeedDatabase.one(
                bolt,
                "MATCH (:Product {key: 'GRONINGEN/50G38'})-[:SHARES_NAME_WITH]-(p) RETURN p.key")
            .asString());
  }

  @Test
  void nodesCarryTheLabelsOfTheirInterfaces() {
    assertEquals(
        0,
        SeedDatabase.one(
                bolt, "MATCH (m:Municipality) WHERE NOT m:Organisation&RegieHolder RETURN count(m)")
            .asInt());
  }
}
