package nl.jeugdgraaf.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nl.jeugdgraaf.problem.Bug;

/// Text files on the class path.
final class Resource {
  private Resource() {}

  /// {@return the text of a file}
  ///
  /// @throws Bug if it is not there
  static String text(String name) {
    try (var in = Resource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new Bug(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
