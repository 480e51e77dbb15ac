package nl.jeugdgraaf.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/// The form of a table, and what a spreadsheet makes of it.
class CsvRowsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void textsAreInQuotesAndNothingElseIs() throws IOException {
    assertEquals(
        """
        a,b,c.d,e
        "x",1,2026-11-01,true
        "x ""y"", z",-1.5,2026-11-01T09:00:00+01:00,
        "012",,,"line\nline"
        "",2147483648,"2026",false
        """,
        csv(
            """
            {"a": "x", "b": 1, "c": {"d": "2026-11-01"}, "e": true}
            {"a": "x \\"y\\", z", "b": -1.5, "c": {"d": "2026-11-01T09:00:00+01:00"}, "e": null}
            {"a": "012", "b": null, "c": null, "e": "line\\nline"}
            {"a": "", "b": 2147483648, "c": {"d": "2026"}, "e": false}
            """));
  }

  @Test
  void linesEndAsTheStandardSaysAndThereIsNoMarkOfByteOrder() throws IOException {
    assertEquals("a\r\n\"é\"\r\n", new String(bytes("{\"a\": \"é\"}"), StandardCharsets.UTF_8));
  }

  @Test
  void whatASpreadsheetWouldRunBeginsWithAnApostrophe() throws IOException {
    assertEquals(
        """
        a
        "'=1+1"
        "'+31"
        "'-x"
        "'@a"
        "'\tx"
        "a=1"
        -1
        """,
        csv(
            """
            {"a": "=1+1"}
            {"a": "+31"}
            {"a": "-x"}
            {"a": "@a"}
            {"a": "\\tx"}
            {"a": "a=1"}
            {"a": -1}
            """));
  }

  @Test
  void aRowOfNothingIsNoEmptyLine() throws IOException {
    assertEquals("a\n\"\"\n1\n", csv("{\"a\": null}\n{\"a\": 1}\n"));
  }

  @Test
  void anObjectThatOneRowLacksHasItsColumnsAndAListOneForEachElement() throws IOException {
    assertEquals(
        """
        k.1,k.2,o.x,n
        "a","b",1,
        "c",,,
        """,
        csv(
            """
            {"k": ["a", "b"], "o": {"x": 1}, "n": null}
            {"k": ["c", null], "o": null}
            """));
  }

  /// LibreOffice tells numbers, dates and texts apart, and runs nothing.
  @Test
  void aSpreadsheetReadsItsTypes(@TempDir Path directory) throws Exception {
    assumeTrue(isThere("soffice"), "LibreOffice is not there");
    Files.write(
        directory.resolve("rows.csv"),
        bytes(
            """
            {"t": "0012", "n": 12.5, "d": "2026-11-01", "f": "=1+1"}
            {"t": "1e5", "n": -3, "d": null, "f": "@SUM(A1)"}
            """));
    var command =
        List.of(
            "soffice",
            "-env:UserInstallation=file://" + directory.resolve("profile"),
            "--headless",
            "--infilter=CSV:44,34,76,1,,1033,true,true",
            "--convert-to",
            "fods",
            "--outdir",
            directory.toString(),
            directory.resolve("rows.csv").toString());
    var process = new ProcessBuilder(command).inheritIO().start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    var sheet = Files.readString(directory.resolve("rows.fods"));
    assertFalse(sheet.contains("table:formula"), "a formula");
    assertEquals(
        List.of(
            "string t",
            "string n",
            "string d",
            "string f",
            "string 0012",
            "float 12.5",
            "date 2026-11-01",
            "string '=1+1",
            "string 1e5",
            "float -3",
            "string '@SUM(A1)"),
        cells(directory.resolve("rows.fods")));
  }

  private static List<String> cells(Path sheet) throws Exception {
    var builder = DocumentBuilderFactory.newInstance();
    var document = builder.newDocumentBuilder().parse(sheet.toFile());
    var cells = document.getElementsByTagName("table:table-cell");
    return IntStream.range(0, cells.getLength())
        .mapToObj(at -> (Element) cells.item(at))
        .filter(cell -> cell.hasAttribute("office:value-type"))
        .map(cell -> {
          var type = cell.getAttribute("office:value-type");
          return type
              + " "
              + switch (type) {
                case "float" -> cell.getAttribute("office:value");
                case "date" -> cell.getAttribute("office:date-value");
                default -> cell.getTextContent().strip();
              };
        })
        .toList();
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  /// The table of rows of JSON, with the ends of lines of Java.
  private static String csv(String lines) throws IOException {
    return new String(bytes(lines), StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static byte[] bytes(String lines) throws IOException {
    var rows = new ArrayList<JsonNode>();
    try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(lines)) {
      values.forEachRemaining(rows::add);
    }
    var csv = new CsvRows(RowColumns.of(rows));
    var json = new JsonBuffer();
    for (var row : rows) {
      json.value(JSON.convertValue(row, Object.class));
      csv.row(json);
    }
    csv.end();
    var out = new ByteArrayOutputStream();
    csv.drainTo(out);
    return out.toByteArray();
  }
}
