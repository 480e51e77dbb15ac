package nl.jeugdgraaf;

import java.io.IOException;
import java.nio.file.Path;

/// The dashboard with Apollo Client, built by Vite. Skipped also without npm and its registry.
class ViteDashboardTest extends DashboardJourneys {
  private static final Path BUILD = Path.of("target/vite-apollo");

  @Override
  Path page() throws IOException, InterruptedException {
    var project = NpmProject.install(EXAMPLES.resolve("vite-apollo"), BUILD.resolve("app"));
    NpmProject.replace(EXAMPLES.resolve("dashboard"), BUILD.resolve("dashboard"));
    project.assertSucceeds("build");
    return BUILD.resolve("app/dist");
  }
}
