package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What tests of the explorer share: a real browser that asks the seeded server, and what went
/// wrong in it. Skipped where no browser is installed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExplorerJourneys {
  static final String PROVIDER = "Aanbieder 012 (synthetisch)";

  /// The faults that axe finds once the page is still, of those that keep people out, each with the
  /// elements.
  static final String SERIOUS =
      """
      async () => {
        const moves = () => document.querySelector('[aria-busy]') || document.getAnimations().length;
        for (let waits = 0; moves() && waits < 200; waits++) {
          await new Promise((resume) => setTimeout(resume, 50));
        }
        return (await axe.run()).violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '));
      }
      """;

  @RegisterExtension final SeededServer server;

  /// Addresses that the page may ask or open, as they begin.
  private final List<String> allowed;

  final List<String> faults = new ArrayList<>();
  private @Nullable InstalledBrowser installed;
  private @Nullable BrowserContext context;

  ExplorerJourneys() {
    this(new SeededServer());
  }

  /// @param server what the browser asks
  ExplorerJourneys(SeededServer server) {
    this(server, List.of());
  }

  /// Journeys on another server, whose page may ask others too.
  ExplorerJourneys(SeededServer server, List<String> others) {
    this.server = server;
    this.allowed =
        Stream.concat(Stream.of(server.address()), others.stream())
            .map(address -> address + "/")
            .toList();
  }

  @BeforeAll
  void start() throws IOException, InterruptedException {
    installed = InstalledBrowser.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterEach
  void leave() {
    if (context != null) {
      context.close();
    }
    faults.clear();
  }

  @AfterAll
  void stop() {
    if (installed != null) {
      installed.close();
    }
  }

  Page open(String place, NewContextOptions options) {
    var opened = Objects.requireNonNull(installed).browser().newContext(options);
    context = opened;
    opened.setDefaultTimeout(20_000);
    opened.onConsoleMessage(message -> {
      if (List.of("error", "warning").contains(message.type())) {
        faults.add(message.text());
      }
    });
    opened.onWebError(error -> faults.add(error.error()));
    opened.onRequest(request -> {
      if (allowed.stream().noneMatch(request.url()::startsWith)
          && !request.url().matches("(data|blob):.*")) {
        faults.add(request.url());
      }
    });
    var page = opened.newPage();
    page.navigate(server.address() + "/" + place);
    return page;
  }

  Page open(String place) {
    return open(place, new NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900));
  }

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile(name)));
  }

  static String place(Page page) {
    return URLDecoder.decode(page.url(), StandardCharsets.UTF_8).replaceAll(".*#", "");
  }

  static String read(Page page, Locator action) throws IOException {
    return Files.readString(page.waitForDownload(action::click).path());
  }

  static void press(Locator what) {
    what.focus();
    what.page().keyboard().press("Enter");
  }

  /// Checks that axe finds nothing that keeps people out, and that nothing went wrong.
  void assertReadable(Page page) throws IOException {
    page.evaluate(InstalledBrowser.axe());
    assertEquals(List.of(), page.evaluate(SERIOUS));
    assertEquals(List.of(), faults);
  }

  BrowserContext context() {
    return Objects.requireNonNull(context);
  }
}
