package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What people do with a dashboard in `src/examples`, served from another origin, in a real
/// browser. Skipped where no browser is installed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DashboardJourneys {
  static final Path EXAMPLES = Path.of("src/examples");

  /// Returns the folder of the page, built if it needs to be.
  abstract Path page() throws IOException, InterruptedException;

  private @Nullable HttpServer files;
  private @Nullable SeededServer server;
  private @Nullable Browser browser;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    assumeTrue(Browser.program().isPresent(), "This needs Chromium on the PATH");
    var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    files = SimpleFileServer.createFileServer(anyPort, page().toAbsolutePath(), OutputLevel.NONE);
    files.start();
    server = new SeededServer(Set.of(origin()));
    browser = Browser.start();
  }

  @AfterAll
  void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
    if (files != null) {
      files.stop(0);
    }
  }

  private String origin() {
    return "http://127.0.0.1:" + Objects.requireNonNull(files).getAddress().getPort();
  }

  private SeededServer server() {
    return Objects.requireNonNull(server);
  }

  private Browser browser() {
    return Objects.requireNonNull(browser);
  }

  @BeforeEach
  void open() throws InterruptedException {
    browser().open(origin() + "/index.html");
  }

  /// Fills in the form and waits until nothing is loading.
  private void show(String address, String token) throws InterruptedException {
    browser()
        .evaluate(
            """
            document.getElementById('server').value = '%s';
            document.getElementById('token').value = '%s';
            document.getElementById('settings').requestSubmit()
            """
                .formatted(address, token));
    browser()
        .waitFor(
            "[...document.querySelectorAll('.chart')]"
                + ".every(chart => chart.querySelector('svg, .problem'))");
  }

  private int count(String selector) throws InterruptedException {
    return browser().evaluate("document.querySelectorAll('" + selector + "').length").asInt();
  }

  private String code(String section) throws InterruptedException {
    return browser()
        .evaluate("document.querySelector('#" + section + " .problem')?.dataset.code ?? 'none'")
        .asText();
  }

  @Test
  void drawsThreeChartsForACaller() throws IOException, InterruptedException {
    show(server().address(), server().steward().substring("Bearer ".length()));
    assertEquals(0, count(".problem"));
    assertTrue(count("#mapping .bar") > 5);
    assertTrue(count("#help .part") > 24);
    assertTrue(count("#regie .period") > 1);
  }

  @Test
  void showsWhatIsPublicAndSaysWhatIsNot() throws InterruptedException {
    show(server().address(), "");
    assertTrue(count("#mapping .bar") > 5);
    assertEquals("FORBIDDEN", code("help"));
    assertEquals("FORBIDDEN", code("regie"));
  }

  @Test
  void saysThatATokenIsNotAccepted() throws InterruptedException {
    show(server().address(), "x.y.z");
    assertEquals("UNAUTHENTICATED", code("mapping"));
  }

  @Test
  void saysThatAServerCannotBeReached() throws InterruptedException {
    show("http://127.0.0.1:1", "");
    assertEquals("UNREACHABLE", code("mapping"));
  }

  @Test
  void saysThatAnAddressIsOfAnotherProgram() throws InterruptedException {
    show(origin(), "");
    assertEquals("UNREACHABLE", code("mapping"));
  }
}
