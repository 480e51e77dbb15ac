package nl.jeugdgraaf.seed.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `seed/synthetic` holds the small network. After a change of the generator or of the documents,
/// `mvn -q test -Dtest=SyntheticNetworkFilesTest -Dsynthetic=update` rewrites it; the diff is what
/// a review reads. An update is refused where `CI` is `true`.
class SyntheticFilesTest {
  private static final Path COMMITTED = Path.of("seed/synthetic");
  private static final boolean UPDATE =
      "update".equals(System.getProperty("synthetic")) && !"true".equals(System.getenv("CI"));

  @Test
  void theCommittedFilesAreWhatTheGeneratorWrites(@TempDir Path folder) throws IOException {
    var documents = DocumentTables.read();
    var network = SyntheticNetwork.ofSize(SyntheticNetwork.Size.SMALL, documents);
    network.writeTo(folder);
    if (UPDATE) {
      delete(COMMITTED);
      network.writeTo(COMMITTED);
    }
    assertEquals(names(folder), names(COMMITTED), "run the test with -Dsynthetic=update");
    for (var name : names(folder)) {
      assertEquals(
          -1L,
          Files.mismatch(folder.resolve(name), COMMITTED.resolve(name)),
          () -> name + " differs from here on; run the test with -Dsynthetic=update");
    }
  }

  @Test
  void theCommittedFilesAreSmall() throws IOException {
    long bytes = 0;
    for (var name : names(COMMITTED)) {
      bytes += Files.size(COMMITTED.resolve(name));
    }
    assertTrue(bytes < 2_000_000, bytes + " bytes");
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    for (var name : names(folder)) {
      Files.delete(folder.resolve(name));
    }
  }
}
