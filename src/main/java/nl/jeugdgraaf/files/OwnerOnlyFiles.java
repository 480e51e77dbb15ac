package nl.jeugdgraaf.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that only their owner reads and writes.
public final class OwnerOnlyFiles {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private OwnerOnlyFiles() {}

  /// Opens a file for reading and writing, and makes it where there is none.
  public static FileChannel open(Path file) throws IOException {
    var isNew = Files.notExists(file);
    var options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var channel = FileChannel.open(file, options, attributes(file));
    if (isNew) {
      forceName(file);
    }
    return channel;
  }

  private static FileAttribute<?>[] attributes(Path file) {
    return knowsPermissions(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
        : new FileAttribute<?>[0];
  }

  private static boolean knowsPermissions(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// A new file is lost with the power unless its directory is forced to disk too.
  private static void forceName(Path file) throws IOException {
    if (knowsPermissions(file)) {
      try (var directory = FileChannel.open(file.toAbsolutePath().getParent())) {
        directory.force(true);
      }
    }
  }

  /// Tells whether nobody but the owner may read or write a file.
  public static boolean isOwn(Path file) throws IOException {
    return !knowsPermissions(file) || OWNER.containsAll(Files.getPosixFilePermissions(file));
  }
}
