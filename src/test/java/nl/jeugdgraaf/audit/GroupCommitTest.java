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
  void theWriterSurvivesAGroupThatRunsOutOfMemory() throws Exception {
    assertSurvives(() -> {
      throw new OutOfMemoryError("planted");
    });
  }

  @Test
  void theWriterSurvivesABug() throws Exception {
    assertSurvives(() -> {
      throw new IllegalStateException("planted");
    });
  }

  private void assertSurvives(Runnable failure) throws Exception {
    try (var chain = Chain.open(directory, KEYS, channel -> channel.force(false));
        var commit = GroupCommit.start(chain)) {
      assertProblem(Code.AUDIT_UNAVAILABLE, () -> commit.append(new Broken(failure)));
      assertTrue(commit.isAlive());
      commit.append(List.of("{}".getBytes(StandardCharsets.UTF_8)));
    }
  }

  /// Bodies that the caller can read and the writer cannot.
  private static final class Broken extends AbstractList<byte[]> {
    private final Thread caller = Thread.currentThread();
    private final Runnable failure;

    Broken(Runnable failure) {
      this.failure = failure;
    }

    @Override
    public byte[] get(int index) {
      if (!Thread.currentThread().equals(caller)) {
        failure.run();
      }
      return new byte[1];
    }

    @Override
    public int size() {
      return 1;
    }
  }
}
