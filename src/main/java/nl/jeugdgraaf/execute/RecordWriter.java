package nl.jeugdgraaf.execute;

import java.io.IOException;
import org.neo4j.driver.Record;

/// Writes an answer out of records as they arrive. For one thread and one answer.
public interface RecordWriter {
  /// Writes one record.
  ///
  /// @param row position of the root query in the plan, and the list of its column values
  /// @throws IOException if the client went away
  void accept(Record row) throws IOException;

  /// Writes the end of the answer.
  ///
  /// @throws IOException if the client went away
  void end() throws IOException;
}
