package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedReaderTest {
  @TempDir Path folder;

  @Test
  void filesAtAnyDepthAreTablesInTheOrderOfTheirPaths() throws IOException {
    write("b/Product.segments.csv", "from,to\n");
    write("a/deep/Product.csv", "key\n");
    write("a/notes.txt", "no table\n");
    var tables = SeedReader.read(folder);
    assertEquals(
        List.of("Product", "Product.segments"), tables.stream().map(SeedTable::name).toList());
    assertEquals("a/deep/Product.csv", tables.getFirst().origin());
  }

  @Test
  void rowsKeepTheirLineNumbersAndBlankLinesAreIgnored() throws IOException {
    write("Product.csv", "key,name\r\nA,\"one, two\"\r\n\r\n   \r\nB,\"say \"\"yes\"\"\"\r\n");
    assertEquals(
        List.of(
            new SeedRow(2, List.of("A", "one, two")), new SeedRow(5, List.of("B", "say \"yes\""))),
        rows());
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheFirstColumn() throws IOException {
    write("Product.csv", "\uFEFFkey,name\nA,a\n");
    assertEquals(List.of("key", "name"), SeedReader.read(folder).getFirst().columns());
  }

  @Test
  void anEmptyFileHasNoColumns() throws IOException {
    write("Product.csv", "");
    assertEquals(List.of(), SeedReader.read(folder).getFirst().columns());
    assertEquals(List.of(), rows());
  }

  @Test
  void aBrokenQuoteBreaksItsOwnRowOnly() throws IOException {
    write("Product.csv", "key,name\nA,\"open\nB,b\n");
    var rows = rows();
    assertEquals(
        "has a quote that is not closed, or that ends in the middle of a cell",
        rows.getFirst().fault());
    assertEquals(new SeedRow(3, List.of("B", "b")), rows.getLast());
  }

  @Test
  void bytesThatAreNotUtf8BreakTheirOwnRowOnly() throws IOException {
    Files.write(
        folder.resolve("Product.csv"),
        "key,name\nA,caf\u00e9\nB,b\n".getBytes(StandardCharsets.ISO_8859_1));
    var rows = rows();
    assertEquals("is not UTF-8", rows.getFirst().fault());
    assertEquals("", rows.getLast().fault());
  }

  @Test
  void aMissingFolderIsOneClearLine() {
    var missing = folder.resolve("nowhere");
    var problem = assertThrows(ProblemException.class, () -> SeedReader.read(missing));
    assertEquals(missing + " is not a folder; name one with CSV files.", problem.getMessage());
  }

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private List<SeedRow> rows() {
    var rows = new ArrayList<SeedRow>();
    SeedReader.read(folder).getFirst().rows().forEach(rows::add);
    return rows;
  }
}
