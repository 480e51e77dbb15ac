package nl.jeugdgraaf;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast the explorer is over a synthetic network of some size: how long each view takes until
/// all of it is there, and how long the browser is busy at most while the day moves.
///
/// Its name keeps it out of the build, because it measures; `-Dtest=ExplorerAtScale -Dscale=1` runs
/// it, and `-Ddata=DIRECTORY` keeps the database for another run.
class ExplorerAtScale {
  private static final String SCALE = System.getProperty("scale", "1");
  private static final int DAYS = 6;
  private static final List<String> CALLERS =
      List.of("Anonymous: public data only", "Steward: sees everything, in demo mode only");
  private static final List<String> VIEWS =
      List.of(
          "network",
          "network?at=Provider/99000012",
          "network?at=Municipality/1952",
          "network?of=DELIVERIES",
          "supply?region=HAAGLANDEN",
          "segments?region=HAAGLANDEN",
          "flows?region=GRONINGEN",
          "regie",
          "monitor");

  /// Counts, in milliseconds, the longest task of the browser.
  private static final String WATCH =
      """
      () => {
        window.longest = 0;
        new PerformanceObserver((list) =>
            list.getEntries().forEach(({ duration }) => {
              window.longest = Math.max(window.longest, duration);
            })).observe({ type: 'longtask' });
      }
      """;

  private static final String STILL =
      "() => document.querySelector('main .state') && !document.querySelector('[aria-busy]')";

  @TempDir private Path directory;

  @Test
  void viewsAndDays() throws Exception {
    var log = directory.resolve("log");
    var builder = Program.prepare(List.of(), List.of());
    builder.environment().put("PORT", "0");
    builder.environment().put("SCALE", SCALE);
    var data = System.getProperty("data", directory.resolve("data").toString());
    builder.environment().put("JEUGDGRAAF_DATA", data);
    builder.environment().put("AUDIT_DATA", directory.resolve("audit").toString());
    var server = new Program(builder.redirectError(log.toFile()).start(), log);
    try (var browser = InstalledBrowser.start()) {
      var address = server.ready().toString();
      System.out.printf("SCALE=%s%n", SCALE);
      for (var caller : CALLERS) {
        System.out.println(caller);
        for (var view : VIEWS) {
          measure(browser, address, caller, view);
        }
      }
    } finally {
      server.process().destroy();
      server.process().waitFor();
    }
  }

  private static void measure(InstalledBrowser browser, String address, String caller, String view)
      throws IOException {
    try (var context = browser.browser().newContext(new NewContextOptions().setLocale("en-GB"))) {
      context.setDefaultTimeout(120_000);
      var page = context.newPage();
      page.navigate(address + "/#" + view);
      page.waitForFunction(STILL);
      page.getByLabel("Look as").selectOption(caller);
      page.waitForFunction(STILL);
      var seconds = new ArrayList<Double>();
      for (int i = 0; i < 3; i++) {
        page.navigate("about:blank");
        long begin = System.nanoTime();
        page.navigate(address + "/#" + view);
        page.waitForFunction(STILL);
        seconds.add((System.nanoTime() - begin) / 1e9);
      }
      System.out.printf(
          Locale.ROOT,
          "  %-32s first view %.2f s, then %.2f s; while the day moves a task takes at most %.0f"
              + " ms%n",
          view,
          seconds.getFirst(),
          seconds.stream().mapToDouble(it -> it).min().orElseThrow(),
          longestWhileTheDayMoves(page));
    }
  }

  private static double longestWhileTheDayMoves(Page page) {
    page.evaluate(WATCH);
    var slider = page.locator("input[type=range]").first();
    slider.focus();
    for (int i = 0; i < DAYS; i++) {
      page.keyboard().press("PageDown");
      page.waitForTimeout(700);
      page.waitForFunction(STILL);
    }
    return ((Number) Objects.requireNonNull(page.evaluate("() => window.longest"))).doubleValue();
  }
}
