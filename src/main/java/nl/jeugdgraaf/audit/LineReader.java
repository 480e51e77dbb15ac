package nl.jeugdgraaf.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/// The lines of a part of a file, one after the other, in bounded memory.
///
/// Of a line that is longer than a line may be, only the beginning is kept: it is no record.
final class LineReader {
  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel channel;
  private final long end;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long filled;
  private long finished;

  /// Reads a part of a file.
  ///
  /// @param channel the file, whose position stays as it is
  /// @param start where a line begins
  /// @param end where to stop reading
  LineReader(FileChannel channel, long start, long end) {
    this.channel = channel;
    this.end = end;
    this.filled = start;
    this.finished = start;
  }

  /// Returns the next line without its end; empty where no whole line is left.
  Optional<byte[]> next() throws IOException {
    line.reset();
    while (buffer.hasRemaining() || fill()) {
      if (takeLine()) {
        finished = filled - buffer.remaining();
        return Optional.of(line.toByteArray());
      }
    }
    return Optional.empty();
  }

  /// Takes from the buffer what belongs to the line, and tells whether that is all of it.
  private boolean takeLine() {
    int from = buffer.position();
    int to = from;
    while (to < buffer.limit() && buffer.get(to) != '\n') {
      to++;
    }
    int room = ChainLink.LINE_BYTES_MAX - line.size();
    line.write(buffer.array(), from, Math.min(to - from, room));
    boolean isWhole = to < buffer.limit();
    buffer.position(isWhole ? to + 1 : to);
    return isWhole;
  }

  private boolean fill() throws IOException {
    buffer.clear().limit((int) Math.min(BUFFER_BYTES, end - filled));
    int count = buffer.hasRemaining() ? channel.read(buffer, filled) : 0;
    buffer.flip();
    filled += Math.max(count, 0);
    return count > 0;
  }

  /// Returns where the last line that was given ends.
  long finished() {
    return finished;
  }

  /// Tells, when no line is left, whether there is something behind the last one.
  boolean isUnfinished() {
    return filled > finished;
  }
}
