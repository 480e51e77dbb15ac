package nl.jeugdgraaf.seed;

import org.junit.jupiter.api.Test;

class SeedFolderTest {
  @Test
  void loads() {
    var bolt = SeedGraph.empty();
    System.out.println(SeedGraph.load(bolt, "seed").text());
    System.out.println(SeedGraph.load(bolt, "seed").summary());
  }
}
