package nl.jeugdgraaf.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import nl.jeugdgraaf.auth.HttpProblem;
import nl.jeugdgraaf.problem.Problem.Code;
import org.eclipse.jetty.http.HttpException;

/// Reads a request body that is neither too large nor too slow.
///
/// The deadline is checked after every chunk, because a client that sends a single byte now and
/// then never reaches the idle timeout of the connection.
final class BodyReader {
  private static final Duration READ_WITHIN = Duration.ofSeconds(10);
  private static final Duration DISCARD_WITHIN = Duration.ofSeconds(2);
  private static final int CHUNK_BYTES = 16_384;

  private final int bytesMax;

  BodyReader(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  /// {@return the whole body}
  ///
  /// @throws HttpProblem `LIMIT_EXCEEDED` if it is too large, `TIMEOUT` if it is too slow,
  ///   `BAD_REQUEST` if it is not complete
  byte[] read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > bytesMax) {
      discard(request.getInputStream());
      throw tooLarge();
    }
    var deadline = System.nanoTime() + READ_WITHIN.toNanos();
    var announced = (int) request.getContentLengthLong();
    var size = announced < 0 ? CHUNK_BYTES : Math.clamp(announced, 1, CHUNK_BYTES);
    var body = new ByteArrayOutputStream(size);
    var chunk = new byte[size];
    var input = request.getInputStream();
    for (int count = next(input, chunk); count >= 0; count = next(input, chunk)) {
      body.write(chunk, 0, count);
      if (body.size() > bytesMax) {
        throw tooLarge();
      }
      if (System.nanoTime() > deadline) {
        throw new HttpProblem(
            Code.TIMEOUT, "The body arrived too slowly. Send it within 10 seconds.");
      }
    }
    return body.toByteArray();
  }

  /// Lets a client that sends slightly too much finish, or it would never read the answer.
  private void discard(InputStream input) {
    var deadline = System.nanoTime() + DISCARD_WITHIN.toNanos();
    var chunk = new byte[CHUNK_BYTES];
    long left = 2L * bytesMax;
    for (int count = next(input, chunk);
        count >= 0 && left > 0 && System.nanoTime() < deadline;
        count = next(input, chunk)) {
      left -= count;
    }
  }

  /// Reads the next bytes. A body that ends early or has broken chunks is the client's mistake.
  private static int next(InputStream input, byte[] chunk) {
    try {
      return input.read(chunk);
    } catch (IOException | HttpException.RuntimeException _) {
      throw HttpProblem.badRequest("The body ended before it was complete. Send it again.");
    }
  }

  private HttpProblem tooLarge() {
    return new HttpProblem(
        Code.LIMIT_EXCEEDED, "The body is larger than " + bytesMax + " bytes. Send less.");
  }
}
