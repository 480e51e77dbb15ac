package nl.jeugdgraaf.engine;

import java.io.IOException;
import java.io.OutputStream;

/// A checked and planned operation, not yet run.
public interface Answer {
  /// Runs the operation and writes the response, `{"data": ...}`, as JSON in UTF-8.
  ///
  /// Writes nothing before the first part of the response is sure, so that a failure until then can
  /// still become an error response.
  ///
  /// @param out where to write; neither flushed at the end nor closed
  /// @throws nl.jeugdgraaf.problem.ProblemException if the database fails; when bytes were already
  ///   written, the response is cut off and must not be ended as if it were whole
  /// @throws IOException if the client went away
  void writeTo(OutputStream out) throws IOException;
}
