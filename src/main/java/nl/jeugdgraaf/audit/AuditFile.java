package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// A file of lines that only grows, and of which it is known what is on the disk.
final class AuditFile {
  private static final Logger LOG = System.getLogger(AuditFile.class.getName());
  private static final int TAIL_BYTES = 64 * 1024;

  private final FileChannel channel;
  private final AuditLog.Chain end;
  private long size;

  private AuditFile(FileChannel channel, AuditLog.Chain end, long size) {
    this.channel = channel;
    this.end = end;
    this.size = size;
  }

  /// What became of lines.
  enum Outcome {
    /// They are on the disk.
    KEPT,
    /// They are not, and the file is as it was.
    TAKEN_BACK,
    /// Nobody knows.
    UNKNOWN
  }

  /// Opens the file for one process, and cuts off a last line that was not ended.
  static AuditFile open(Path path) throws IOException {
    var channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw taken(path);
      }
    } catch (OverlappingFileLockException _) {
      throw taken(path);
    }
    var tail = tail(channel);
    var ended = tail.lastIndexOf('\n') + 1;
    var torn = tail.length() - ended;
    var size = channel.size() - torn;
    if (torn > 0) {
      LOG.log(Level.WARNING, "The last audit record was not whole and is cut off: {0}", path);
      channel.truncate(size);
      channel.force(true);
    }
    channel.position(size);
    return new AuditFile(channel, chain(path, tail.substring(0, ended)), size);
  }

  /// The last bytes as they are, one character each: what is cut is counted in bytes.
  private static String tail(FileChannel channel) throws IOException {
    var start = Math.max(0, channel.size() - TAIL_BYTES);
    var bytes = ByteBuffer.allocate((int) (channel.size() - start));
    while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {
      continue;
    }
    return new String(bytes.array(), StandardCharsets.ISO_8859_1);
  }

  private static AuditLog.Chain chain(Path path, String lines) {
    if (lines.isEmpty()) {
      return new AuditLog.Chain(0, AuditHead.START);
    }
    var start = lines.lastIndexOf('\n', lines.length() - 2) + 1;
    var bytes = lines.substring(start, lines.length() - 1).getBytes(StandardCharsets.ISO_8859_1);
    var line = new String(bytes, StandardCharsets.UTF_8);
    var record = AuditLine.read(line);
    if (record.isEmpty() || !AuditLine.isWhole(line)) {
      throw new ProblemException(
          Code.STARTUP_FAILED,
          "The last record of the audit log "
              + path
              + " was changed; run verify-audit, keep the file, and start with another AUDIT_DATA.");
    }
    return new AuditLog.Chain(record.get().seq(), record.get().hash());
  }

  private static ProblemException taken(Path path) {
    return new ProblemException(
        Code.STARTUP_FAILED,
        "The audit log "
            + path
            + " is in use by another server; give each server its own AUDIT_DATA.");
  }

  /// Returns where the chain had come when the file was opened.
  AuditLog.Chain end() {
    return end;
  }

  /// Adds lines and waits until they are on the disk. For one thread at a time.
  Outcome append(byte[] bytes) {
    try {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      LOG.log(Level.ERROR, "audit records could not be written", e);
      return takeBack();
    }
    try {
      channel.force(false);
      size += bytes.length;
      return Outcome.KEPT;
    } catch (IOException e) {
      LOG.log(Level.ERROR, "the disk did not confirm audit records; restart when it is sound", e);
      return Outcome.UNKNOWN;
    }
  }

  private Outcome takeBack() {
    try {
      channel.truncate(size);
      channel.position(size);
      return Outcome.TAKEN_BACK;
    } catch (IOException e) {
      LOG.log(Level.ERROR, "half an audit record could not be taken back; restart", e);
      return Outcome.UNKNOWN;
    }
  }

  /// Adds one line to a file that nobody else writes.
  static void appendLine(Path path, String line) throws IOException {
    try (var channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.force(false);
    }
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the audit log did not close", e);
    }
  }
}
