package nl.jeugdgraaf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The explorer over a graph that holds what is public, and nobody: what is there is shown, and
/// each other picture says that there is nothing, or who may see it.
@EmptiesDatabase
class ExplorerWithoutPersonsTest extends ExplorerJourneys {
  ExplorerWithoutPersonsTest() {
    super(SeededServer.withoutPersons());
  }

  @AfterAll
  static void clear() {
    TestDatabase.empty();
  }

  @ParameterizedTest
  @CsvSource({
    "network?day=2026-06-01, #overview .figure",
    "network?day=2026-06-01&whole=PARTNERSHIPS, #whole .state.empty",
    "flows?day=2026-06-01, #paths .state.empty",
    "supply?day=2026-06-01&region=HAAGLANDEN, #coverage svg",
    "segments?day=2026-06-01&region=HAAGLANDEN, #placement svg",
    "regie?day=2026-06-01, #caseload .state.empty",
    "monitor?day=2026-06-01, #goals table",
    "access, #explanation .state"
  })
  void everyViewSaysWhatIsThere(String place, String sign) throws Exception {
    var page = open("#" + place);
    for (var caller :
        List.of("Analyst: statistics only", "Steward: sees everything, in demo mode only")) {
      page.getByLabel("Look as").selectOption(caller);
      assertThat(page.locator("main .state").first()).isAttached();
      assertThat(page.locator("[aria-busy]")).hasCount(0, new HasCountOptions().setTimeout(60_000));
      assertThat(page.locator(".state.failed, .state.unreachable, .state.expired")).hasCount(0);
    }
    assertThat(page.locator(sign).first()).isAttached();
    assertEquals(List.of(), faults);
  }
}
