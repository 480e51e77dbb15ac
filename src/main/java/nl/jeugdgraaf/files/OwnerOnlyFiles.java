package nl.jeugdgraaf.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and directories that only their owner reads and writes.
public final class OwnerOnlyFiles {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_OF_DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnlyFiles() {}

  /// Opens a file for reading and writing, and creates it if it does not exist.
  ///
  /// @param file the file; its directory must exist
  /// @return the open file
  /// @throws IOException if it cannot be created or opened
  public static FileChannel open(Path file) throws IOException {
    var isNew = Files.notExists(file);
    var options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var channel = FileChannel.open(file, options, attributes(file, OWNER));
    if (isNew) {
      forceName(file);
    }
    return channel;
  }

  /// Writes a text file in the place of the one that is there, if any.
  ///
  /// @param file the file; its directory must exist
  /// @param text what it holds afterwards, in UTF-8
  /// @throws IOException if it cannot be written
  public static void write(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    try (var channel = open(file)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /// Creates a directory with those above it, unless it exists.
  ///
  /// @param directory the directory
  /// @throws IOException if it cannot be created
  public static void createDirectory(Path directory) throws IOException {
    Files.createDirectories(directory, attributes(directory, OWNER_OF_DIRECTORY));
  }

  /// Creates a directory unless it exists, and keeps others out of it in any case.
  ///
  /// @param directory the directory
  /// @throws IOException if it cannot be created, or belongs to another user
  public static void closeDirectory(Path directory) throws IOException {
    createDirectory(directory);
    if (hasPermissions(directory)) {
      Files.setPosixFilePermissions(directory, OWNER_OF_DIRECTORY);
    }
  }

  private static FileAttribute<?>[] attributes(Path file, Set<PosixFilePermission> permissions) {
    return hasPermissions(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// A power failure loses a new file unless its directory is forced to disk too.
  private static void forceName(Path file) throws IOException {
    if (hasPermissions(file)) {
      try (var directory = FileChannel.open(file.toAbsolutePath().getParent())) {
        directory.force(true);
      }
    }
  }

  /// {@return whether only the owner may read or write a file; true on a file system that does not
  /// know permissions}
  ///
  /// @param file the file
  /// @throws IOException if its permissions cannot be read
  public static boolean isOwn(Path file) throws IOException {
    return !hasPermissions(file) || OWNER.containsAll(Files.getPosixFilePermissions(file));
  }
}
