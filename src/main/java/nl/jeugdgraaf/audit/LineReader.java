package nl.jeugdgraaf.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/// The lines of a part of a file, one after the other, in bounded memory.
///
/// A line that is too long for a record is returned cut short.
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
  /// @param channel the file; its position does not change
  /// @param start where a line begins
  /// @param end where to stop reading
  LineReader(FileChannel channel, long start, long end) {
    this.channel = channel;
    this.end = end;
    this.filled = start;
    this.finished = start;
  }

  /// Returns the next line without its line end; empty if no complete line is left.
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

  /// Moves bytes of the line out of the buffer, and tells whether the line is complete.
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

  /// {@return the position after the last line that was returned}
  long finished() {
    return finished;
  }

  /// {@return when no line is left: whether bytes without a line end follow the last one}
  boolean isUnfinished() {
    return filled > finished;
  }
}
