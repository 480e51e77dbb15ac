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
/// The deadline is looked at after every piece: a client that drips one byte now and then never
/// meets the idle timeout of the connection.
final class BodyReader {
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration DISCARD_WITHIN = Duration.ofSeconds(2);
  private static final int PIECE_BYTES = 16_384;

  private final int bytesMax;

  BodyReader(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  byte[] read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > bytesMax) {
      discard(request.getInputStream());
      throw tooLarge();
    }
    var deadline = System.nanoTime() + WITHIN.toNanos();
    var announced = (int) request.getContentLengthLong();
    var size = announced < 0 ? PIECE_BYTES : Math.clamp(announced, 1, PIECE_BYTES);
    var body = new ByteArrayOutputStream(size);
    var piece = new byte[size];
    var input = request.getInputStream();
    for (int count = next(input, piece); count >= 0; count = next(input, piece)) {
      body.write(piece, 0, count);
      if (body.size() > bytesMax) {
        throw tooLarge();
      }
      if (System.nanoTime() > deadline) {
        throw new HttpProblem(
            408, Code.TIMEOUT, "The body came too slowly; send it within 10 seconds.");
      }
    }
    return body.toByteArray();
  }

  /// Lets a client that sends a little too much end its sending, or it would not read the answer.
  private void discard(InputStream input) {
    var deadline = System.nanoTime() + DISCARD_WITHIN.toNanos();
    var piece = new byte[PIECE_BYTES];
    long left = 2L * bytesMax;
    for (int count = next(input, piece);
        count >= 0 && left > 0 && System.nanoTime() < deadline;
        count = next(input, piece)) {
      left -= count;
    }
  }

  /// Reads on; a body that is broken off or wrongly cut into chunks is the client's mistake.
  private static int next(InputStream input, byte[] piece) {
    try {
      return input.read(piece);
    } catch (IOException | HttpException.RuntimeException _) {
      throw HttpProblem.badRequest("The body ended before it was whole; send it again.");
    }
  }

  private HttpProblem tooLarge() {
    return new HttpProblem(
        413, Code.LIMIT_EXCEEDED, "The body is larger than " + bytesMax + " bytes; send less.");
  }
}
