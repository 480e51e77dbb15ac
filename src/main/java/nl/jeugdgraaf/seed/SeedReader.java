package nl.jeugdgraaf.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;

/// Reads a folder of CSV files as tables.
///
/// Each file at any depth is a table, named like the file without `.csv`; tables are in the order
/// of their paths. A row is one line, so a broken quote spoils one row and not the rest of the
/// file. Text is UTF-8, with or without a byte order mark. Blank lines are ignored.
public final class SeedReader {
  private static final String SUFFIX = ".csv";

  /// What the decoder puts in the place of bytes that are not UTF-8.
  private static final char NOT_UTF_8 = '\uFFFD';

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private SeedReader() {}

  /// {@return the tables of a folder, one for each file; rows are read each time they are iterated}
  ///
  /// @param folder where the files are
  /// @throws ProblemException `STARTUP_FAILED` if there is no such folder, or it cannot be read
  public static List<SeedTable> read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ProblemException(
          Code.STARTUP_FAILED, folder + " is not a folder; name one with CSV files.");
    }
    try (var paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.getFileName().toString().endsWith(SUFFIX))
          .filter(Files::isRegularFile)
          .sorted()
          .map(path -> table(folder, path))
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static SeedTable table(Path folder, Path path) {
    var file = path.getFileName().toString();
    return new SeedTable(
        file.substring(0, file.length() - SUFFIX.length()),
        folder.relativize(path).toString().replace('\\', '/'),
        columns(path),
        () -> rows(path));
  }

  private static List<String> columns(Path path) {
    try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(path), UTF_8))) {
      var header = lines.readLine();
      return header == null || header.isBlank()
          ? List.of()
          : row(1, withoutMark(header)).cells().stream().map(String::strip).toList();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static Iterator<SeedRow> rows(Path path) {
    try {
      var line = new AtomicLong(1);
      return new String(Files.readAllBytes(path), UTF_8)
          .lines()
          .skip(1)
          .map(text -> row(line.incrementAndGet(), text))
          .filter(row -> !isBlank(row))
          .iterator();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static boolean isBlank(SeedRow row) {
    return row.fault().isEmpty() && row.cells().size() == 1 && row.cells().getFirst().isBlank();
  }

  /// Splits a line into cells. If that fails, the whole line is the only cell.
  private static SeedRow row(long line, String text) {
    if (text.indexOf(NOT_UTF_8) >= 0) {
      return new SeedRow(line, List.of(text), "is not UTF-8");
    }
    if (text.isEmpty()) {
      return new SeedRow(line, List.of(text));
    }
    try {
      var cells = CsvReader.builder().allowUnclosedQuote(false).ofSingleCsvRecord(text).getFields();
      return new SeedRow(line, List.copyOf(cells));
    } catch (CsvParseException e) {
      return new SeedRow(
          line,
          List.of(text),
          "has a quote that is not closed, or that ends in the middle of a cell");
    }
  }

  private static String withoutMark(String header) {
    return header.startsWith(BYTE_ORDER_MARK) ? header.substring(1) : header;
  }

  private static ProblemException unreadable(Path path, IOException cause) {
    return new ProblemException(
        Code.STARTUP_FAILED, path + " cannot be read; check its permissions.", cause);
  }
}
