package nl.jeugdgraaf.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The right to use a directory for one purpose: one server at a time has it. The system takes it
/// back when the process ends, however that happens.
///
/// The lock is on a file of its own that nothing else opens. On POSIX a process that closes a file
/// gives up every lock it has on that file, so a reader of the data would let a second server in.
/// For the same reason a directory that this process already uses is refused before its lock file
/// is opened.
public final class DirectoryLock implements AutoCloseable {
  private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

  private final Use use;
  private final Path file;
  private final FileChannel channel;

  private record Use(Path directory, String purpose, String setting) {
    ProblemException conflict() {
      return new ProblemException(
          Code.STARTUP_FAILED,
          "The %s directory %s is in use by another running server. Stop that server, or set %s to another directory."
              .formatted(purpose, directory, setting));
    }
  }

  private DirectoryLock(Use use, Path file, FileChannel channel) {
    this.use = use;
    this.file = file;
    this.channel = channel;
  }

  /// Takes a directory, which is created if it does not exist.
  ///
  /// @param directory the directory; a link counts as the directory that it leads to
  /// @param purpose what the directory is used for, in one word; the lock file is named after it
  /// @param setting name of the setting that names another directory
  /// @return the lock, held until it is closed
  /// @throws ProblemException `STARTUP_FAILED` if another server, or this one, uses the directory
  /// @throws IOException if the directory or the lock file cannot be created or written
  public static DirectoryLock take(Path directory, String purpose, String setting)
      throws IOException {
    var use = new Use(directory, purpose, setting);
    Files.createDirectories(directory);
    var file = directory.toRealPath().resolve(purpose + ".lock");
    if (!TAKEN.add(file)) {
      throw use.conflict();
    }
    DirectoryLock taken = null;
    try {
      taken = new DirectoryLock(use, file, lock(use, file));
    } finally {
      if (taken == null) {
        TAKEN.remove(file);
      }
    }
    return taken;
  }

  private static FileChannel lock(Use use, Path file) throws IOException {
    var channel = OwnerOnlyFiles.open(file);
    if (channel.tryLock() == null) {
      channel.close();
      throw use.conflict();
    }
    return channel;
  }

  /// {@return the problem of a directory that is still in use, though its lock is free}
  public ProblemException inUse() {
    return use.conflict();
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      TAKEN.remove(file);
    }
  }
}
