package nl.jeugdgraaf.seed.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The small network is committed in `seed/synthetic`. After a change of the generator or of the
/// documents, `mvn -q test -Dtest=SyntheticFilesTest -Dsynthetic=update` rewrites it, and a review
/// reads the diff. An update is refused if `CI` is `true`.
class SyntheticFilesTest {
  private static final Path COMMITTED = Path.of("seed/synthetic");
  private static final boolean UPDATE =
      "update".equals(System.getProperty("synthetic")) && !"true".equals(System.getenv("CI"));

  @Test
  void theCommittedFilesAreTheSmallNetwork(@TempDir Path folder) throws IOException {
    write(folder);
    if (UPDATE) {
      delete(COMMITTED);
      write(COMMITTED);
    }
    assertEquals(names(folder), names(COMMITTED), "run the test with -Dsynthetic=update");
    for (var name : names(folder)) {
      assertEquals(
          -1L,
          Files.mismatch(folder.resolve(name), COMMITTED.resolve(name)),
          () -> name + " differs from here on; run the test with -Dsynthetic=update");
    }
  }

  @Test
  void theCommittedFilesAreSmall() throws IOException {
    long bytes = 0;
    for (var name : names(COMMITTED)) {
      bytes += Files.size(COMMITTED.resolve(name));
    }
    assertTrue(bytes < 2_000_000, bytes + " bytes");
  }

  private static void write(Path folder) throws IOException {
    var network = SyntheticNetwork.ofSize(SyntheticNetwork.Size.SMALL, NetworkInMemory.DOCUMENTS);
    for (var table : network.tables()) {
      var file = folder.resolve(table.name() + ".csv");
      try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
        writer.writeRecord(table.columns());
        for (var row : table.rows()) {
          writer.writeRecord(row.cells());
        }
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    for (var name : names(folder)) {
      Files.delete(folder.resolve(name));
    }
  }
}
