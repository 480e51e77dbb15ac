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
import nl.jeugdgraaf.seed.SeedReport.Origin;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;
import org.jspecify.annotations.Nullable;

/// The rows of a table, checked against the model; a broken row is reported and skipped.
final class RowReader {
  private final Findings findings;
  private final CellIssues warts;
  private final Predicate<String> knownSource;

  /// @param knownSource whether there is a source of that key
  RowReader(Findings findings, CellIssues warts, Predicate<String> knownSource) {
    this.findings = findings;
    this.warts = warts;
    this.knownSource = knownSource;
  }

  void read(TableShape shape, Consumer<Row> sink) {
    for (var raw : shape.table().rows()) {
      findings.rowRead();
      var at = new Origin(shape.table().origin(), raw.line());
      var faults = new ArrayList<String>();
      var row = row(shape.columns(), at, raw, faults);
      if (faults.isEmpty()) {
        row.ifPresent(read -> {
          if (!read.synthetic()) {
            warts.inspect(shape.columns(), raw, at);
          }
          sink.accept(read);
        });
      } else {
        findings.broken(at, String.join("; ", faults));
      }
    }
  }

  private Optional<Row> row(List<Attribute> columns, Origin at, SeedRow raw, List<String> faults) {
    if (!raw.fault().isEmpty()) {
      faults.add(raw.fault());
      return Optional.empty();
    }
    if (raw.cells().size() != columns.size()) {
      faults.add("has " + raw.cells().size() + " cells where the header has " + columns.size());
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      values.put(
          column.name(), CellReader.read(column, raw.cells().get(i), faults::add).orElse(null));
    }
    var row = new Row(at, values);
    checkPeriod(row, faults);
    checkSource(row, faults);
    return Optional.of(row);
  }

  private static void checkPeriod(Row row, List<String> faults) {
    if (row.values().get(RelationshipProperties.VALID_FROM) instanceof LocalDate from
        && row.values().get(RelationshipProperties.VALID_TO) instanceof LocalDate to
        && !to.isAfter(from)) {
      faults.add("validTo " + to + " is not after validFrom " + from);
    }
  }

  private void checkSource(Row row, List<String> faults) {
    var source = row.text(Provenance.SOURCE);
    if (!source.isEmpty() && !row.synthetic() && !knownSource.test(source)) {
      faults.add(unknownSource(source));
    }
  }

  static String unknownSource(String source) {
    return "source \"" + source + "\" is no Source; add it to Source.csv or correct the cell";
  }
}
