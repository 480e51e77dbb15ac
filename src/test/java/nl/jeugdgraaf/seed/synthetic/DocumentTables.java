package nl.jeugdgraaf.seed.synthetic;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;

/// The tables of `seed/documents`, read whole.
final class DocumentTables {
  private DocumentTables() {}

  static List<SeedTable> read() throws IOException {
    return read(Path.of("seed/documents"));
  }

  static List<SeedTable> read(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .sorted()
          .map(DocumentTables::table)
          .toList();
    }
  }

  private static SeedTable table(Path file) {
    var name = file.getFileName().toString().replaceFirst("\\.csv$", "");
    try (var reader = CsvReader.builder().ofCsvRecord(file)) {
      var rows =
          reader.stream()
              .map(row -> new SeedRow(row.getStartingLineNumber(), row.getFields()))
              .toList();
      return new SeedTable(
          name, file.toString(), rows.getFirst().cells(), rows.subList(1, rows.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
