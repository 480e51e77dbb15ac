package nl.jeugdgraaf.execute;

import java.io.IOException;
import java.io.OutputStream;

/// Writes rows of JSON in another format. For one thread and one answer.
interface RowEncoder {
  /// Takes a row, which the buffer ends with.
  void row(JsonBuffer json);

  /// Takes the end of the rows.
  void end();

  /// Returns how many bytes wait to be handed over.
  int size();

  /// Hands them over.
  void drainTo(OutputStream out) throws IOException;
}
