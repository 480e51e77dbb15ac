package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/// The graph says what the documents say. What is expected here was taken from their text, and not
/// from the files in `seed`.
class DocumentsTest {
  private static final Path TEXTS = Path.of("src/test/resources/documents");
  private static final Pattern LINES = Pattern.compile("(\\d+)(?:-(\\d+))?");

  /// First and last text line of each cluster in annex II of S0, and the segment it is in.
  private static final Map<String, int[]> CLUSTERS =
      Map.of(
          "HSJ/IAS", new int[] {177, 183},
          "HSJ/VERBLIJF", new int[] {184, 209},
          "HSJ/WONEN", new int[] {210, 229},
          "HSJ/ZELDZAAM", new int[] {230, 240},
          "AANVULLEND/AANVULLENDE_JH", new int[] {249, 266},
          "BASIS/BASIS_JEUGDHULP", new int[] {268, 295},
          "OVERIGE/ONDERWIJS", new int[] {297, 311},
          "OVERIGE/OVERIGE_JH", new int[] {312, 336});

  /// The codes that S4 names, by the segment in which the region or a provider places them.
  private static final Map<String, List<String>> HAAGLANDEN =
      Map.of(
          "1", List.of("43A06", "43A12", "44C02", "46A01"),
          "2", List.of("54003", "54004", "54008", "54DH4"),
          "3", List.of("41A22", "41C01", "41C02"),
          "5", List.of("41U01", "41U02", "45C05", "45C09", "54001", "54C05", "INS2C"),
          "none", List.of("44C07", "44H07", "50VIB"));

  /// What the cited lines say of a node whose name is ours.
  private static final Map<String, String> WORDS =
      Map.of(
          "GRONINGEN", "regio Groningen",
          "GRONINGEN/HSJ_TENDER", "Aanbesteding HSJ",
          "GRONINGEN/LOCAL/0014", "in lokaal zijn gecontracteerd, zoals in Groningen",
          "GRONINGEN/LOCAL/0047", "Veendam",
          "GRONINGEN/LOCAL/1895", "Oldambt",
          "HAAGLANDEN/ADDENDUM_H8", "addendum voor H8",
          "HAAGLANDEN/ADDENDUM_H1", "gemeente Den Haag (H1) wordt een afzonderlijk addendum",
          "HAAGLANDEN/LOCAL/0518", "Haags Toekomstperspectief");

  private static Bolt bolt;

  @BeforeAll
  static void load() {
    bolt = TestDatabase.seeded();
  }

  private static List<Record> read(String cypher) {
    return bolt.command(Statement.of(cypher));
  }

  @Test
  void everyRowOfTheProductsOfGroningenIsThereOnce() throws IOException {
    var expected = new TreeSet<String>();
    for (var row : Files.readAllLines(TEXTS.resolve("annex-ii.txt"))) {
      var words = row.split(" ", 3);
      int line = Integer.parseInt(words[0]);
      var cluster =
          CLUSTERS.entrySet().stream()
              .filter(entry -> entry.getValue()[0] <= line && line <= entry.getValue()[1])
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseThrow();
      expected.add(words[1] + " " + cluster + " " + (words.length > 2 ? words[2] : ""));
    }
    assertEquals(150, expected.size());
    var found =
        read(
            """
            MATCH (p:Product)-[l:LISTED_IN]->(c:Cluster)-[:CHILD_OF]->(s:Segment)
            WHERE (p)-[:MAPS_TO]->(s) AND (p)-[:IN_REGION]->(:Region {code: 'GRONINGEN'})
            RETURN p.code + ' ' + s.code + '/' + c.code + ' '
              + coalesce(l.statedName, p.name, '') AS row
            """);
    assertEquals(
        expected, new TreeSet<>(found.stream().map(row -> row.get(0).asString()).toList()));
    assertEquals(150, found.size());
    assertEquals(
        "[149, 149]",
        read("""
        MATCH (p:Product)-[:IN_REGION]->(:Region {code: 'GRONINGEN'})
        RETURN [count(p), sum(COUNT { (p)-[:MAPS_TO]->(:Segment) })]
        """)
            .getFirst()
            .get(0)
            .toString());
  }

  @Test
  void everyCodeOfHaaglandenIsInItsSegment() {
    var found = new TreeMap<String, List<String>>();
    for (var row :
        read(
            """
            MATCH (p:Product)-[:IN_REGION]->(:Region {code: 'HAAGLANDEN'})
            OPTIONAL MATCH (p)-[:MAPS_TO]->(s:Segment)
            WITH p, coalesce(s.code, 'none') AS segment ORDER BY p.code
            RETURN segment, collect(p.code) AS codes
            """)) {
      found.put(row.get("segment").asString(), row.get("codes").asList(code -> code.asString()));
    }
    assertEquals(new TreeMap<>(HAAGLANDEN), found);
    assertEquals(21, found.values().stream().mapToInt(List::size).sum());
  }

  /// Nine municipalities take part in five segments, but Den Haag not in the fourth.
  @Test
  void everyMunicipalityOfHaaglandenTakesPart() {
    var found =
        read(
            """
            MATCH (m:Municipality)-[p:PARTICIPATES_IN]->(s:Segment)
            RETURN m.code + ' ' + s.code + ' ' + p.extent AS row
            """);
    var expected = new TreeSet<String>();
    for (var code :
        List.of("0503", "0518", "0603", "0629", "0637", "1783", "1842", "1916", "1926")) {
      for (var segment : List.of("1", "2", "3", "4", "5")) {
        boolean hague = code.equals("0518");
        if (!hague || !segment.equals("4")) {
          boolean part = hague && List.of("3", "5").contains(segment);
          expected.add(code + " " + segment + " " + (part ? "PARTIAL" : "FULL"));
        }
      }
    }
    assertEquals(44, expected.size());
    assertEquals(
        expected, new TreeSet<>(found.stream().map(row -> row.get(0).asString()).toList()));
  }

  /// A quotation, or else a name, is in the lines of the document that the node cites.
  @Test
  void everyCitationPointsToItsWords() throws IOException {
    var lines = new HashMap<String, String>();
    for (var line : Files.readAllLines(TEXTS.resolve("cited-lines.txt"))) {
      var words = line.split(" ", 3);
      lines.put(words[0] + " " + words[1], words.length > 2 ? words[2] : "");
    }
    var wrong = new ArrayList<String>();
    int cited = 0;
    for (var row :
        read(
            """
            MATCH (n:Region|Segment|Cluster|Module|Agreement|Criterion|Goal|Indicator|Network|Clause
              |Provision|ExpertTeam)-[c:STATED_IN]->(s:Source)
            WHERE c.place CONTAINS 'text line'
            RETURN coalesce(n.key, n.code) AS key, coalesce(n.quotation, n.name, '') AS words,
              s.key AS source, c.place AS place
            """)) {
      cited++;
      var key = row.get("key").asString();
      var text = text(lines, row.get("source").asString(), row.get("place").asString());
      var words = WORDS.getOrDefault(key, row.get("words").asString());
      if (!plain(text).contains(plain(words))) {
        wrong.add(key + " cites " + text + "\nnot " + words);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(cited >= 65, () -> "few citations");
  }

  private static String text(Map<String, String> lines, String source, String place) {
    var text = new StringBuilder();
    LINES
        .matcher(place.substring(place.indexOf("text line")))
        .results()
        .flatMapToInt(range ->
            IntStream.rangeClosed(
                Integer.parseInt(range.group(1)),
                Integer.parseInt(range.group(2) == null ? range.group(1) : range.group(2))))
        .forEach(line -> text.append(lines.getOrDefault(source + " " + line, "?")).append(' '));
    return text.toString();
  }

  /// Letters and digits only: lines break words, and bullets and marks differ.
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /// Each of the seven names the table of statistics that measures it, or says why none can.
  @Test
  void eachIndicatorNamesItsTableOrSaysWhyNot() {
    var indicators = read("MATCH (i:Indicator) RETURN i.table AS table, i.note AS note");
    assertEquals(7, indicators.size());
    for (var indicator : indicators) {
      assertFalse(indicator.get("note").isNull(), indicator::toString);
    }
    assertEquals(
        5, indicators.stream().filter(indicator -> !indicator.get("table").isNull()).count());
  }
}
