package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import nl.jeugdgraaf.files.OwnerOnlyFiles;
import org.jspecify.annotations.Nullable;

/// A file that only grows, and that counts as written only after it is forced to disk. Written by
/// one thread; its size and state may be read by several.
///
/// A write that fails is cut off again, so the next one may succeed: a full disk is temporary.
/// After a failed force it is unknown what is on disk, and a second force would not tell (the
/// system forgets what it could not write), so the file is given up until it is opened again.
final class AppendOnlyFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final Force force;
  private final @Nullable Object identity;
  private volatile long size;
  private volatile boolean isGivenUp;

  /// Forces a file to disk.
  interface Force {
    void apply(FileChannel channel) throws IOException;
  }

  private AppendOnlyFile(Path path, FileChannel channel, Force force) throws IOException {
    this.path = path;
    this.channel = channel;
    this.force = force;
    this.identity = attributes().fileKey();
    this.size = channel.size();
  }

  /// Opens a file, and creates it if it does not exist.
  static AppendOnlyFile open(Path path, Force force) throws IOException {
    return new AppendOnlyFile(path, OwnerOnlyFiles.open(path), force);
  }

  /// Appends bytes and forces them to disk.
  void append(byte[] bytes) throws IOException {
    if (isGivenUp) {
      throw new IOException(path + " was given up after an earlier failure");
    }
    write(bytes);
    long end = size + bytes.length;
    boolean isOnDisk = false;
    try {
      force.apply(channel);
      ensureInPlace(end);
      isOnDisk = true;
    } finally {
      isGivenUp = !isOnDisk;
    }
    size = end;
  }

  private void write(byte[] bytes) throws IOException {
    var buffer = ByteBuffer.wrap(bytes);
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer, size + buffer.position());
      }
    } catch (IOException | RuntimeException | Error e) {
      undo(e);
      throw e;
    }
  }

  private void undo(Throwable failure) {
    try {
      channel.truncate(size);
    } catch (IOException e) {
      isGivenUp = true;
      failure.addSuppressed(e);
    }
  }

  /// If someone moved or cut the file, records would otherwise be written to nowhere.
  private void ensureInPlace(long expected) throws IOException {
    var found = attributes();
    if (!Objects.equals(identity, found.fileKey()) || found.size() != expected) {
      throw new IOException(path + " was replaced or changed while it was written");
    }
  }

  private BasicFileAttributes attributes() throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }

  /// Cuts off everything after a position.
  void cut(long end) throws IOException {
    channel.truncate(end);
    force.apply(channel);
    size = end;
  }

  /// Returns the lines from a position to the end of what is on disk.
  LineReader lines(long start) {
    return new LineReader(channel, start, size);
  }

  Path path() {
    return path;
  }

  FileChannel channel() {
    return channel;
  }

  long size() {
    return size;
  }

  boolean isGivenUp() {
    return isGivenUp;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
