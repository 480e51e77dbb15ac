package nl.jeugdgraaf.execute;

import java.io.IOException;
import java.io.OutputStream;

/// Rows as lines of JSON.
final class JsonLines implements RowEncoder {
  private final JsonBuffer lines;

  /// @param lines where rows are written, and stay
  JsonLines(JsonBuffer lines) {
    this.lines = lines;
  }

  @Override
  public void row(JsonBuffer json) {
    json.raw('\n');
  }

  @Override
  public void end() {}

  @Override
  public int size() {
    return lines.mark();
  }

  @Override
  public void drainTo(OutputStream out) throws IOException {
    lines.drainTo(out);
  }
}
