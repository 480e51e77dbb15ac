package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The browser of this machine, driven by Playwright, whose driver comes from npm. Skips the test
/// where there is no browser, no npm or no registry of it.
final class InstalledBrowser implements AutoCloseable {
  private static final Path BUILD = Path.of("target/browser").toAbsolutePath();
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private InstalledBrowser(Path program) {
    playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS));
  }

  static InstalledBrowser start() throws IOException, InterruptedException {
    var program = Browser.program();
    assumeTrue(program.isPresent(), "This needs Chromium on the PATH");
    NpmProject.install(Path.of("src/test/resources/browser"), BUILD.resolve("app"));
    System.setProperty("playwright.cli.dir", driver().toString());
    return new InstalledBrowser(program.orElseThrow());
  }

  /// Returns a folder as Playwright unpacks it from its own bundle: `node`, and its `package`.
  private static Path driver() throws IOException {
    var driver = Files.createDirectories(BUILD.resolve("driver"));
    var node =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "node"))
            .filter(Files::isExecutable)
            .findFirst();
    link(driver.resolve("node"), node.orElseThrow());
    link(driver.resolve("package"), BUILD.resolve("app/node_modules/playwright-core"));
    return driver;
  }

  private static void link(Path from, Path to) throws IOException {
    Files.deleteIfExists(from);
    Files.createSymbolicLink(from, to);
  }

  /// Returns the script of axe, which finds faults of accessibility in a page.
  ///
  /// @see <a href="https://github.com/dequelabs/axe-core">axe-core</a>
  static String axe() throws IOException {
    return Files.readString(BUILD.resolve("app/node_modules/axe-core/axe.min.js"));
  }

  com.microsoft.playwright.Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
