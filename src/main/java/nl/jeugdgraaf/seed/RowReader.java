package nl.jeugdgraaf.seed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.seed.SeedReport.RowLocation;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a table and checks them against the model. A row that does not fit is skipped
/// and reported.
final class RowReader {
  private final ReportBuilder report;
  private final CellIssues cellIssues;
  private final Predicate<String> knownSource;

  /// @param report gets the rows that are skipped
  /// @param cellIssues looks at the cells of the others
  /// @param knownSource whether there is a source with that key
  RowReader(ReportBuilder report, CellIssues cellIssues, Predicate<String> knownSource) {
    this.report = report;
    this.cellIssues = cellIssues;
    this.knownSource = knownSource;
  }

  void read(TypedTable typed, Consumer<CheckedRow> rows) {
    for (var raw : typed.table().rows()) {
      report.rowRead();
      var at = new RowLocation(typed.table().origin(), raw.line());
      var faults = new ArrayList<String>();
      var row = row(typed.columns(), at, raw, faults);
      if (faults.isEmpty()) {
        row.ifPresent(read -> {
          if (!read.synthetic()) {
            cellIssues.inspect(typed.columns(), raw, at);
          }
          rows.accept(read);
        });
      } else {
        report.skip(at, String.join("; ", faults));
      }
    }
  }

  private Optional<CheckedRow> row(
      List<Attribute> columns, RowLocation at, SeedRow raw, List<String> faults) {
    if (!raw.fault().isEmpty()) {
      faults.add(raw.fault());
      return Optional.empty();
    }
    if (raw.cells().size() != columns.size()) {
      faults.add("has " + raw.cells().size() + " cells, but the header has " + columns.size());
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      values.put(
          column.name(), CellReader.read(column, raw.cells().get(i), faults::add).orElse(null));
    }
    var row = new CheckedRow(at, values);
    checkPeriod(row, faults);
    checkSource(row, faults);
    return Optional.of(row);
  }

  private static void checkPeriod(CheckedRow row, List<String> faults) {
    if (row.values().get(RelationshipProperties.VALID_FROM) instanceof LocalDate from
        && row.values().get(RelationshipProperties.VALID_TO) instanceof LocalDate to
        && !to.isAfter(from)) {
      faults.add("validTo is not after validFrom");
    }
  }

  private void checkSource(CheckedRow row, List<String> faults) {
    var source = row.text(SourceColumns.SOURCE);
    if (!source.isEmpty() && !row.synthetic() && !knownSource.test(source)) {
      faults.add(unknownSource());
    }
  }

  static String unknownSource() {
    return unknownKey(SourceColumns.SOURCE, SourceColumns.SOURCE_TYPE);
  }

  /// Says that the key in a column belongs to no node.
  static String unknownKey(String column, String type) {
    return "%s is not a known %s key; add it to %s.csv or correct the cell"
        .formatted(column, type, type);
  }
}
