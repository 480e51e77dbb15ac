package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.jeugdgraaf.bolt.Bolt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The seed folder of this project in a real database.
class SeedFolderTest {
  private static Bolt bolt;
  private static SeedReport report;

  @BeforeAll
  static void load() {
    bolt = SeedGraph.empty();
    report = SeedGraph.load(bolt, "seed");
  }

  @Test
  void noRowIsBroken() {
    assertEquals(List.of(), report.broken());
    assertEquals(0, report.unchanged());
  }

  @Test
  void aSecondLoadChangesNothing() {
    var second = SeedGraph.load(bolt, "seed");
    assertEquals(0, second.written());
    assertEquals(report.written(), second.unchanged());
    assertEquals(report.read(), second.read());
    assertEquals(report.warnings(), second.warnings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "W1; 45N05 has the names Babythuiszorg-dagtarief and Vervoer outputgericht licht",
        "W2; Product GRONINGEN/43N20 has no name",
        "W3; 41u02 is in lower case",
        "W4; Product HAAGLANDEN/INS2C has a code that is not two digits, a letter and two digits",
        "W6; 24 names of GRONINGEN stand on 2 to 4 codes each",
        "W7; Verblijf licht is placed by its code",
        "W8; of 43 families of codes of GRONINGEN that differ in the third position only",
        "W9; \"Verblijf middel gezinshuis-plus\" and \"Verblijf middel gezinshuis plus\"",
        "W10; Product GRONINGEN/45G07 is named (1 stuks)",
        "W13; Product GRONINGEN/45N05 is named Vervoer outputgericht licht",
        "W14; Criterion IC8 has no text",
        "W15; Module GRONINGEN/9 has no start",
        "W20; Referrer CASUS/PROCESREGIE has no kind",
        "W21; Source S3 is superseded",
        "W26; HAAGLANDEN/45C05 MAPS_TO",
        "W29; 0518 PARTICIPATES_IN HAAGLANDEN/REVISION_2026/3 in part only",
        "W30; 0626 IN_REGION HAAGLANDEN until 2024-01-01",
        "W31; Municipality 0518 is named 's-Gravenhage",
        "W32; cells of the file with characters outside ASCII",
        "W36; holds from 2026-01-01 up to and not on 2027-01-01",
        "W38; Product GRONINGEN/45G06 has a name of 101 characters"
      })
  void aWartOfTheDocumentsIsWarned(DataQualityIssue wart, String message) {
    assertTrue(
        report.warnings().stream()
            .anyMatch(warning -> warning.wart() == wart && warning.message().contains(message)),
        report::text);
  }

  @Test
  void aCodeInTwoRowsIsOneProductWithBothNames() {
    var product =
        SeedGraph.one(bolt, "MATCH (p:Product {key: 'GRONINGEN/45N05'}) RETURN properties(p)");
    assertEquals(
        List.of("Babythuiszorg-dagtarief", "Vervoer outputgericht licht"),
        product.get("names").asList());
    assertEquals("Babythuiszorg-dagtarief", product.get("name").asString());
    assertEquals(
        "annex II, text lines 327 and 328",
        SeedGraph.one(
                bolt,
                "MATCH (:Product {key: 'GRONINGEN/45N05'})-[c:STATED_IN]->(:Source {key: 'S0'})"
                    + " RETURN c.place")
            .asString());
  }

  @Test
  void aProductWithoutANameHasNone() {
    var product =
        SeedGraph.one(bolt, "MATCH (p:Product {key: 'GRONINGEN/43N20'}) RETURN properties(p)");
    assertEquals(List.of(), product.get("names").asList());
    assertTrue(product.get("name").isNull());
  }

  @Test
  void aLowerCaseCodeIsStoredInUpperCaseBesideTheRawOne() {
    var product =
        SeedGraph.one(bolt, "MATCH (p:Product {key: 'HAAGLANDEN/41U02'}) RETURN properties(p)");
    assertEquals("41U02", product.get("code").asString());
    assertEquals("41u02", product.get("rawCode").asString());
  }

  @Test
  void productsOfOneRegionThatShareANameAreNamesakes() {
    assertEquals(
        "GRONINGEN/50N38",
        SeedGraph.one(
                bolt,
                "MATCH (:Product {key: 'GRONINGEN/50G38'})-[:SHARES_NAME_WITH]-(p) RETURN p.key")
            .asString());
  }

  @Test
  void nodesCarryTheLabelsOfTheirInterfaces() {
    assertEquals(
        0,
        SeedGraph.one(
                bolt, "MATCH (m:Municipality) WHERE NOT m:Organisation&RegieHolder RETURN count(m)")
            .asInt());
  }
}
