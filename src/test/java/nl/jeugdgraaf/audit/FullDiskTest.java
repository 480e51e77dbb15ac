package nl.jeugdgraaf.audit;

import static nl.jeugdgraaf.audit.Samples.KEYS;
import static nl.jeugdgraaf.audit.Samples.PUBLIC_KEY;
import static nl.jeugdgraaf.audit.Samples.SYSTEM;
import static nl.jeugdgraaf.audit.Samples.YOUTH;
import static nl.jeugdgraaf.audit.Samples.assertProblem;
import static nl.jeugdgraaf.audit.Samples.entry;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import nl.jeugdgraaf.audit.AuditVerification.Intact;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk of one megabyte that fills up. Mounting it needs a privilege that a developer may lack.
class FullDiskTest {
  @TempDir private Path directory;
  private boolean isMounted;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    isMounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", directory.toString());
    assumeTrue(isMounted, "no disk can be mounted here");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (isMounted) {
      assertTrue(run("umount", directory.toString()));
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void nothingIsAcceptedWhileTheDiskIsFull() throws IOException {
    try (var log = AuditLog.open(directory, KEYS, SYSTEM)) {
      log.append(List.of(entry(YOUTH, 1)));
      assertTrue(log.writable());
      fill(directory.resolve("other"));
      var many = LongStream.range(0, 100).mapToObj(i -> entry(YOUTH, i)).toList();
      for (int i = 0; i < 3; i++) {
        assertProblem(Code.AUDIT_UNAVAILABLE, () -> log.append(many));
      }
      assertFalse(log.writable());
      assertIntact();

      Files.delete(directory.resolve("other"));
      assertTrue(log.writable());
      log.append(many);
      assertIntact();
    }
    assertIntact();
  }

  private static void fill(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(new byte[1024]);
      }
    } catch (IOException _) {
      // The disk is full.
    }
  }

  private void assertIntact() {
    assertInstanceOf(
        Intact.class, AuditVerification.verify(directory, PUBLIC_KEY, Optional.empty()));
  }
}
