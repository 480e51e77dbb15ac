package nl.jeugdgraaf.execute;

import java.io.OutputStream;
import java.util.function.Consumer;

/// Where an answer goes, and in which format.
///
/// @param format the format
/// @param named is told, before any byte, how the answer can be called: by its operation or its
///   field at the root
/// @param stream takes the bytes
/// @param withCost whether an answer in JSON ends with what it cost
public record ResponseTarget(
    ResponseFormat format, Consumer<String> named, OutputStream stream, boolean withCost) {
  /// Creates a target without the cost.
  ///
  /// @param format the format
  /// @param named is told, before any byte, how the answer can be called
  /// @param stream takes the bytes
  public ResponseTarget(ResponseFormat format, Consumer<String> named, OutputStream stream) {
    this(format, named, stream, false);
  }
}
