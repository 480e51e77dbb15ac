package nl.jeugdgraaf.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.jeugdgraaf.files.ResourcePath;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// One file of the schema folder.
///
/// @param name file name, such as `catalogue.graphqls`
/// @param text what is in it, in the schema definition language
public record SchemaFile(String name, String text) {
  /// The printed public schema, in the same folder as the files that it is made from.
  public static final String PUBLIC = "jeugdgraaf.graphqls";

  /// The folder of the access rules, inside the schema folder.
  public static final String ACCESS = "access";

  /// Reads the schema folder that was built into the server.
  ///
  /// @return the files in the order of their names, without the printed public schema
  public static List<SchemaFile> builtIn() {
    return builtIn("");
  }

  /// Reads the access rules that were built into the server.
  ///
  /// @return the files in the order of their names
  public static List<SchemaFile> accessBuiltIn() {
    return builtIn(ACCESS);
  }

  private static List<SchemaFile> builtIn(String folder) {
    return ResourcePath.read(
            "/schema/directives.graphqls", file -> inFolder(file.resolveSibling(folder)))
        .orElseThrow(() -> new Bug("the schema folder was not built into the server"));
  }

  /// Reads a schema folder.
  ///
  /// @param folder a folder with `*.graphqls`
  /// @return the files in the order of their names, without the printed public schema
  /// @throws ProblemException `STARTUP_FAILED` if it cannot be read or has none
  public static List<SchemaFile> inFolder(Path folder) {
    var place = folder.endsWith(ACCESS) ? ACCESS + "/" : "";
    try (var files = Files.newDirectoryStream(folder, "*.graphqls")) {
      var found = new ArrayList<SchemaFile>();
      for (var file : files) {
        var name = file.getFileName().toString();
        if (!name.equals(PUBLIC)) {
          found.add(new SchemaFile(place + name, Files.readString(file)));
        }
      }
      if (found.isEmpty()) {
        throw new ProblemException(
            Code.STARTUP_FAILED, "The schema folder " + folder + " has no .graphqls files.");
      }
      found.sort(Comparator.comparing(SchemaFile::name));
      return List.copyOf(found);
    } catch (IOException e) {
      throw new ProblemException(
          Code.STARTUP_FAILED, "The schema folder " + folder + " cannot be read.", e);
    }
  }
}
