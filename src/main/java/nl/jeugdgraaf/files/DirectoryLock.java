package nl.jeugdgraaf.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The right to write to a directory: one log at a time has it, in one process.
///
/// The lock is on a file of its own, which nobody else opens: whoever closes a file gives up all
/// locks that his process has on it, so a reader of the records would open the way for a second
/// writer. For the same reason a directory of this process is known before its file is touched.
public final class DirectoryLock implements AutoCloseable {
  private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel file;

  private DirectoryLock(Path directory, FileChannel file) {
    this.directory = directory;
    this.file = file;
  }

  /// Claims a directory, which is made where there is none.
  public static DirectoryLock of(Path directory) throws IOException {
    Files.createDirectories(directory);
    var place = directory.toRealPath();
    if (!CLAIMED.add(place)) {
      throw inUse(directory);
    }
    DirectoryLock claim = null;
    try {
      claim = lock(place);
    } finally {
      if (claim == null) {
        CLAIMED.remove(place);
      }
    }
    return claim;
  }

  private static DirectoryLock lock(Path place) throws IOException {
    var file = OwnerOnlyFiles.open(place.resolve("audit.lock"));
    if (file.tryLock() == null) {
      file.close();
      throw inUse(place);
    }
    return new DirectoryLock(place, file);
  }

  private static ProblemException inUse(Path directory) {
    return new ProblemException(
        Code.STARTUP_FAILED,
        "The audit directory "
            + directory
            + " is in use by another running server; stop that one, or give this one another"
            + " directory.");
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      CLAIMED.remove(directory);
    }
  }
}
