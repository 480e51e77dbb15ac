package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files for deployment fit the schemas of Kubernetes and Compose.
class DeploySchemasTest {
  private static final Path FILES = Path.of("src", "deploy");

  private static NpmProject schemas = new NpmProject(Path.of(""));

  @BeforeAll
  static void install() throws Exception {
    schemas =
        NpmProject.install(
            Path.of("src", "test", "resources", "deploy-schemas"),
            Path.of("target", "deploy-schemas"));
  }

  @Test
  void allFilesFit() throws Exception {
    var checked = schemas.run("check", FILES.toAbsolutePath().toString());
    assertEquals(0, checked.code(), checked::output);
    for (var what :
        new String[] {"compose.yaml", "statefulset.yaml: StatefulSet", "service.yaml: Service"}) {
      assertTrue(checked.output().contains(what), checked::output);
    }
  }

  @Test
  void aMisspeltKeyIsFound(@TempDir Path folder) throws Exception {
    NpmProject.replace(FILES, folder);
    var file = folder.resolve("kubernetes/statefulset.yaml");
    Files.writeString(file, Files.readString(file).replace("readinessProbe:", "readynessProbe:"));
    var checked = schemas.run("check", folder.toString());
    assertNotEquals(0, checked.code());
    assertTrue(checked.output().contains("readynessProbe"), checked::output);
  }
}
