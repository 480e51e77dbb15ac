package nl.jeugdgraaf.execute;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.jeugdgraaf.Program;
import nl.jeugdgraaf.StreamedAnswer;
import nl.jeugdgraaf.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An answer that is larger than the memory of the server. That its bytes leave before the last
/// record is there follows from it: they have no other place to be.
class LargeAnswerTest {
  private static final int HEAP_MEGABYTES = 96;
  private static final int TIMES = 12;

  /// All products of the region of each youth, several times. A record must fit into the memory
  /// some hundred times, an answer need not.
  private static final String PRODUCTS =
      IntStream.range(0, TIMES)
          .mapToObj(
              """
              y%d: youths {
                key
                municipality { region { products { key code rawCode names name id } } }
              }
              """
                  ::formatted)
          .collect(Collectors.joining("", "{", "}"));

  @TempDir private Path directory;

  @Test
  void anAnswerLargerThanTheMemoryOfTheServerLeavesWhole() throws Exception {
    TestDatabase.seeded();
    var settings = Map.of("SEED", "none", "AUDIT_DATA", directory.resolve("audit").toString());
    var options = List.of("-Xmx" + HEAP_MEGABYTES + "m");
    var server = Program.serve(options, settings, directory.resolve("log"));
    try {
      var request = StreamedAnswer.request(server.ready(), Map.of("query", PRODUCTS));
      long bytes = StreamedAnswer.read(request, _ -> {});
      assertTrue(bytes > HEAP_MEGABYTES * 1_000_000L, () -> "too small an answer: " + bytes);
    } catch (IOException e) {
      throw new AssertionError("the server said: " + Files.readString(server.errors()), e);
    } finally {
      server.process().destroy();
      server.process().waitFor();
    }
  }
}
