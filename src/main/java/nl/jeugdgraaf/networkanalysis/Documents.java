package nl.jeugdgraaf.networkanalysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import nl.jeugdgraaf.files.ResourcePath;
import nl.jeugdgraaf.problem.Bug;

/// The documents by which analyses read the graph: the files of `schema/networks`.
///
/// One with the name of a kind of network gives its actors: each root field is a list of them, and
/// the ids of the innermost objects below `affiliations` are those of what an actor is affiliated
/// with.
final class Documents {
  /// Who is contracted for what, in which segments, for which municipalities.
  static final String SUPPLY = "supply";

  /// Youths by who helps them, by segment and by municipality.
  static final String CONCENTRATION = "concentration";

  /// Youths whom one provider helps.
  static final String TOUCHED = "touched";

  /// Names of who helps.
  static final String DELIVERERS = "deliverers";

  private static final String SUFFIX = ".graphql";

  private final Map<String, String> texts;

  private Documents(Map<String, String> texts) {
    this.texts = texts;
  }

  /// {@return the documents that were built into the server}
  static Documents builtIn() {
    return new Documents(
        ResourcePath.read("/schema/networks", Documents::files).orElseGet(Map::of));
  }

  private static Map<String, String> files(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    try (var paths = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (var path : paths) {
        var name = path.getFileName().toString();
        files.put(name.substring(0, name.length() - SUFFIX.length()), Files.readString(path));
      }
    }
    return files;
  }

  /// {@return the text of a document}
  ///
  /// @param name name of its file, without suffix
  /// @throws Bug if there is no such file
  String text(String name) {
    var text = texts.get(name);
    if (text == null) {
      throw new Bug("schema/networks/%s%s is missing".formatted(name, SUFFIX));
    }
    return text;
  }

  /// {@return whether a document has a variable}
  ///
  /// @param name name of its file, without suffix
  /// @param variable name of the variable
  boolean takes(String name, String variable) {
    return text(name).contains("$" + variable + ":");
  }
}
