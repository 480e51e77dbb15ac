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
import nl.jeugdgraaf.seed.SeedReport.Origin;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;

/// What is odd in the text of a single cell, before it becomes a value.
final class CellIssues {
  private static final String RAW_CODE = "rawCode";

  private final Findings findings;
  private final SequencedMap<String, Integer> beyondAscii = new TreeMap<>();

  CellIssues(Findings findings) {
    this.findings = findings;
  }

  void inspect(List<Attribute> columns, SeedRow raw, Origin at) {
    lowerCase(columns, raw)
        .ifPresent(code -> findings.warn(DataQualityIssue.W3, at, code + " is in lower case"));
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var cell = raw.cells().get(i);
      if (!cell.equals(cell.strip())) {
        findings.warn(
            DataQualityIssue.W12, at, column.name() + " has blanks around it; they are trimmed");
      }
      if (!Normalizer.isNormalized(cell, Form.NFC)) {
        findings.warn(
            DataQualityIssue.W32,
            at,
            column.name() + " is not in Unicode form NFC; it is stored so");
      }
      if (cell.chars().anyMatch(character -> character > 127)) {
        beyondAscii.merge(at.file(), 1, Integer::sum);
      }
    }
  }

  private static Optional<String> lowerCase(List<Attribute> columns, SeedRow raw) {
    return IntStream.range(0, columns.size())
        .filter(i -> isCode(columns.get(i)))
        .mapToObj(i -> raw.cells().get(i).strip())
        .filter(code -> !code.equals(code.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private static boolean isCode(Attribute column) {
    return column.type().scalar() instanceof Scalar.Code || column.name().equals(RAW_CODE);
  }

  /// Reports what is counted per file.
  void finish() {
    beyondAscii.forEach((file, cells) ->
        findings.warn(
            DataQualityIssue.W32,
            new Origin(file, 1),
            "cells of the file with characters outside ASCII: " + cells));
  }
}
