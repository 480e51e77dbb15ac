package nl.jeugdgraaf.execute;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rows as a table with a line of names (RFC 4180), in UTF-8 without a mark of byte order.
///
/// Texts are in quotes. Numbers, truth values and dates are not, so that programs can tell `"012"`
/// from 12; nor is null, which is empty. A text that a spreadsheet would run as a formula begins
/// with an apostrophe.
final class CsvRows implements RowEncoder {
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+[Z+\\-\\d:]*)?");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final BitSet quoted = new BitSet();
  private final CsvWriter csv;
  private final RowColumns columns;

  CsvRows(RowColumns columns) {
    this.columns = columns;
    this.csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(new Quotes())
            .build(bytes, StandardCharsets.UTF_8);
    csv.writeRecord(columns.paths().keySet());
  }

  private final class Quotes implements QuoteStrategy {
    /// A line must not be empty: many readers leave such lines out.
    @Override
    public boolean quoteNull(int line, int field) {
      return columns.paths().size() == 1;
    }

    @Override
    public boolean quoteEmpty(int line, int field) {
      return true;
    }

    @Override
    public boolean quoteValue(int line, int field, String value) {
      return quoted.get(field);
    }
  }

  @Override
  public void row(JsonBuffer json) {
    var row = json.toTree();
    json.cut(0);
    var cells = new ArrayList<@Nullable String>();
    quoted.clear();
    for (var path : columns.paths().values()) {
      var value = RowColumns.value(row, path);
      quoted.set(cells.size(), value.isTextual() && !DATE.matcher(value.asText()).matches());
      cells.add(cell(value));
    }
    csv.writeRecord(cells);
  }

  private static @Nullable String cell(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    var text = value.asText();
    var isFormula =
        value.isTextual() && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return isFormula ? "'" + text : text;
  }

  @Override
  public void end() {}

  @Override
  public int size() {
    return bytes.size();
  }

  @Override
  public void drainTo(OutputStream out) throws IOException {
    csv.flush();
    bytes.writeTo(out);
    bytes.reset();
  }
}
