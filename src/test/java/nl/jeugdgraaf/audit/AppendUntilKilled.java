package nl.jeugdgraaf.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import nl.jeugdgraaf.problem.ProblemException;

/// A program that appends with several threads until it is killed. It prints the number of each
/// entry after it was acknowledged, or the code of the problem if it cannot open the log.
final class AppendUntilKilled {
  private static final int THREADS = 4;

  private AppendUntilKilled() {}

  public static void main(String[] arguments) {
    try {
      append(AuditLog.open(Path.of(arguments[0]), Samples.KEYS, Samples.SYSTEM));
    } catch (ProblemException e) {
      say(e.problems().getFirst().code().name());
    }
  }

  private static void append(AuditLog log) {
    var numbers = new AtomicLong();
    for (int i = 0; i < THREADS; i++) {
      Thread.ofPlatform()
          .start(() -> {
            while (true) {
              long number = numbers.incrementAndGet();
              log.append(List.of(Samples.entry(Samples.YOUTH, number)));
              say(Long.toString(number));
            }
          });
    }
  }

  /// Writes at once, so that a kill can cut only the last line.
  private static void say(String text) {
    var bytes = (text + "\n").getBytes(US_ASCII);
    synchronized (System.out) {
      System.out.write(bytes, 0, bytes.length);
      System.out.flush();
    }
  }
}
