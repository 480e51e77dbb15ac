package nl.jeugdgraaf.seed;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.seed.SeedReport.RowLocation;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;

/// Looks for data quality issues in the text of a single cell, before it becomes a value.
final class CellIssues {
  private static final String RAW_CODE = "rawCode";

  private final ReportBuilder report;
  private final SequencedMap<String, Integer> nonAscii = new TreeMap<>();

  CellIssues(ReportBuilder report) {
    this.report = report;
  }

  void inspect(List<Attribute> columns, SeedRow raw, RowLocation at) {
    lowerCase(columns, raw)
        .ifPresent(column ->
            report.add(
                DataQualityIssue.CODE_IN_LOWER_CASE, at, column.name() + " is in lower case"));
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var cell = raw.cells().get(i);
      if (!cell.equals(cell.strip())) {
        report.add(
            DataQualityIssue.SURROUNDING_BLANKS, at, column.name() + " has blanks around it");
      }
      if (!Normalizer.isNormalized(cell, Form.NFC)) {
        report.add(
            DataQualityIssue.NON_ASCII_TEXT, at, column.name() + " is not in Unicode form NFC");
      }
      if (cell.chars().anyMatch(character -> character > 127)) {
        nonAscii.merge(at.file(), 1, Integer::sum);
      }
    }
  }

  private static Optional<Attribute> lowerCase(List<Attribute> columns, SeedRow raw) {
    return IntStream.range(0, columns.size())
        .filter(i -> isCode(columns.get(i)) && isLower(raw.cells().get(i).strip()))
        .mapToObj(columns::get)
        .findFirst();
  }

  private static boolean isLower(String code) {
    return !code.equals(code.toUpperCase(Locale.ROOT));
  }

  private static boolean isCode(Attribute column) {
    return column.type().scalar() instanceof Scalar.Code || column.name().equals(RAW_CODE);
  }

  /// Reports what is counted by file.
  void finish() {
    nonAscii.forEach((file, cells) ->
        report.add(
            DataQualityIssue.NON_ASCII_TEXT,
            new RowLocation(file, 1),
            "cells with characters outside ASCII in this file: " + cells));
  }
}
