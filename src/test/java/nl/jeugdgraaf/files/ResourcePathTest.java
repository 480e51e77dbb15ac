package nl.jeugdgraaf.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourcePathTest {
  @Test
  void aResourceInADirectoryIsOpenedBesideItsNeighbours() {
    assertEquals(
        Optional.of(true),
        ResourcePath.read(
            "/schema/directives.graphqls",
            file -> Files.exists(file.resolveSibling("regions.graphqls"))));
  }

  @Test
  void aResourceInAJarIsOpenedBesideItsNeighbours() {
    assertEquals(
        Optional.of(true),
        ResourcePath.read(
            "/org/junit/jupiter/api/Test.class",
            file -> Files.exists(file.resolveSibling("Assertions.class"))));
  }

  @Test
  void aMissingResourceGivesNothing() {
    assertEquals(Optional.empty(), ResourcePath.read("/no/such/file", file -> file));
  }
}
