package nl.jeugdgraaf.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The body of a response in blocks that are used again: an answer that fits in one is sent whole,
/// with its length. For one thread and one response.
final class BlockWriter extends OutputStream {
  private static final int BLOCK_BYTES = 1 << 15;
  private static final Queue<byte[]> FREE = new ConcurrentLinkedQueue<>();

  private final Response response;
  private final Callback callback;
  private final byte[] block =
      Objects.requireNonNullElseGet(FREE.poll(), () -> new byte[BLOCK_BYTES]);
  private int size;

  BlockWriter(Response response, Callback callback) {
    this.response = response;
    this.callback = callback;
  }

  @Override
  public void write(int value) throws IOException {
    if (size == BLOCK_BYTES) {
      send();
    }
    block[size++] = (byte) value;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (size == BLOCK_BYTES) {
        send();
      }
      int part = Math.min(length - done, BLOCK_BYTES - size);
      System.arraycopy(bytes, offset + done, block, size, part);
      size += part;
      done += part;
    }
  }

  private void send() throws IOException {
    Content.Sink.write(response, false, ByteBuffer.wrap(block, 0, size));
    size = 0;
  }

  /// Sends the rest and ends the response.
  void end() {
    response.write(
        true, ByteBuffer.wrap(block, 0, size), Callback.from(() -> FREE.add(block), callback));
  }
}
