package nl.jeugdgraaf.seed;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.seed.SeedReport.Origin;
import nl.jeugdgraaf.seed.SeedTable.SeedRow;

/// What is odd in the text of a single cell, before it becomes a value.
final class CellWarts {
  private static final String RAW_CODE = "rawCode";

  private final Findings findings;
  private final SequencedMap<String, Integer> beyondAscii = new TreeMap<>();

  CellWarts(Findings findings) {
    this.findings = findings;
  }

  void inspect(List<Attribute> columns, SeedRow raw, Origin at) {
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var cell = raw.cells().get(i);
      if (!cell.equals(cell.strip())) {
        findings.warn(Wart.W12, at, column.name() + " has blanks around it; they are trimmed");
      }
      if (isCode(column) && !cell.equals(cell.toUpperCase(Locale.ROOT))) {
        findings.warn(Wart.W3, at, column.name() + " " + cell.strip() + " is read as upper case");
      }
      if (!Normalizer.isNormalized(cell, Form.NFC)) {
        findings.warn(Wart.W32, at, column.name() + " is not in Unicode form NFC; it is stored so");
      }
      if (cell.chars().anyMatch(character -> character > 127)) {
        beyondAscii.merge(at.file(), 1, Integer::sum);
      }
    }
  }

  private static boolean isCode(Attribute column) {
    return column.type().scalar() instanceof Scalar.Code || column.name().equals(RAW_CODE);
  }

  /// Reports what is counted per file.
  void finish() {
    beyondAscii.forEach((file, cells) ->
        findings.warn(
            Wart.W32,
            new Origin(file, 1),
            cells + " cells of the file hold characters outside ASCII"));
  }
}
