package nl.jeugdgraaf.seed;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A load: rows under a name. A later load of the same name takes its place, and what only the
/// earlier one stated is withdrawn.
///
/// @param name under which the rows are known
/// @param tables the rows, in any order
/// @param strict whether a row or file that does not fit ends the load before anything is written;
///   else it is skipped
/// @param publicTypes types of which everybody may see every node or relationship; the report shows
///   keys of no others
public record Load(String name, List<SeedTable> tables, boolean strict, Set<String> publicTypes) {
  /// Copies the collections.
  public Load {
    tables = List.copyOf(tables);
    publicTypes = Set.copyOf(publicTypes);
  }

  /// {@return a load that skips rows that do not fit, and shows no keys}
  ///
  /// @param name under which the rows are known
  /// @param tables the rows, in any order
  public static Load of(String name, List<SeedTable> tables) {
    return new Load(name, tables, false, Set.of());
  }

  /// {@return the name of a folder's rows where none is given: the last part of its path}
  ///
  /// @param folder the folder
  public static String name(Path folder) {
    var last = folder.toAbsolutePath().normalize().getFileName();
    return last == null ? "root" : last.toString();
  }
}
