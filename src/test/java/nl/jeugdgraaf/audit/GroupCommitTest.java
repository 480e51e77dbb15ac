package nl.jeugdgraaf.audit;

import static nl.jeugdgraaf.audit.Samples.KEYS;
import static nl.jeugdgraaf.audit.Samples.assertProblem;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
  @TempDir private Path directory;

  @Test
  void theWriterOutlivesAGroupForWhichThereIsNoMemory() throws Exception {
    try (var chain = Chain.open(directory, KEYS, channel -> channel.force(false));
        var commit = GroupCommit.start(chain)) {
      assertProblem(Code.AUDIT_UNAVAILABLE, () -> commit.append(new TooLarge()));
      assertTrue(commit.isAlive());
      commit.append(List.of("{}".getBytes(StandardCharsets.UTF_8)));
    }
  }

  /// Bodies that the caller's memory holds and the writer's does not.
  private static final class TooLarge extends AbstractList<byte[]> {
    private final Thread caller = Thread.currentThread();

    @Override
    public byte[] get(int index) {
      if (!Thread.currentThread().equals(caller)) {
        throw new OutOfMemoryError("planted");
      }
      return new byte[1];
    }

    @Override
    public int size() {
      return 1;
    }
  }
}
