package nl.jeugdgraaf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.statistics.StatisticsPublisher;
import org.junit.jupiter.api.Test;

/// What people do with the other views of the explorer.
class ExplorerViewsTest extends ExplorerJourneys {
  /// The server publishes statistics some time after its start.
  private static void publish() {
    new StatisticsPublisher(
            TestDatabase.shared(), ApiSchema.builtIn().accessDefinitions().statistics())
        .publish(AmsterdamClock.today());
  }

  @Test
  void whatIfAProviderEndsIsAskedByKeyboard() {
    var page = open("#supply?day=2026-06-01&region=HAAGLANDEN");
    assertThat(page.locator("#coverage svg")).isVisible();
    press(page.locator("#coverage summary"));
    press(button(page, "Jeugdhulp met verblijf.* · Delft"));
    assertThat(page.locator("#cell h3"))
        .hasText("Jeugdhulp met verblijf (inclusief crisis) · Delft");
    assertThat(page.locator("#cell")).isFocused();
    press(button(page, "What if it ends: Aanbieder 040").first());
    assertThat(page.locator("#whatif h3").first()).hasText("Aanbieder 040 (synthetisch)");
    assertThat(page.locator("#whatif")).containsText("46A01 Ambulante Spoedhulp");
    assertThat(page.locator("#whatif .figures")).containsText("(exact)");
    assertTrue(place(page).contains("ends=99000040"));
    page.getByLabel("Look as").selectOption("Anonymous: public data only");
    page.locator("#whatif select").selectOption("99000040");
    assertThat(page.locator("#whatif .figures")).containsText("not known to the chosen role");
    page.locator("#concentration select").selectOption("DELIVERIES");
    assertThat(page.locator("#concentration")).containsText("may see neither");
    assertEquals(List.of(), faults);
  }

  @Test
  void aSegmentShowsItsProductsAndWhatChanged() throws Exception {
    var page = open("#segments?day=2026-06-01&region=HAAGLANDEN&since=2025-06-01");
    assertThat(page.locator("#changes")).containsText("18 of 21 products are placed elsewhere");
    assertThat(page.locator("#placement svg")).containsText("In no segment 3");
    var segment = page.locator("#placement select");
    segment.focus();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("#placement svg")).containsText("43A06 Hybride JH+ kleine groep");
    assertThat(segment).isFocused();
    assertTrue(place(page).contains("segment=HAAGLANDEN/REVISION_2026/1"));
    var lines = read(page, page.locator("#placement").getByText("CSV"));
    assertTrue(lines.contains("\"medium\",\"S4\",\"not stated\""), lines);
    press(page.locator("#odd summary"));
    assertThat(page.locator("#odd tbody")).containsText("Confidence low");
    page.getByLabel("Compare with").fill("2026-05-01");
    assertThat(page.locator("#changes")).containsText("no product is placed elsewhere");
    assertEquals(List.of(), faults);
  }

  @Test
  void theMappingOfHaaglandenAppearsOnNewYearsDay() {
    var page = open("#segments?day=2025-12-31&region=HAAGLANDEN");
    assertThat(page.locator("#placement svg")).containsText("In no segment 21");
    page.locator("input[type=range]").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#placement svg")).containsText("Hoogspecialistische GGZ 4");
    assertThat(page.locator("#placement svg")).containsText("In no segment 3");
    assertTrue(place(page).contains("day=2026-01-01"), place(page));
    assertEquals(List.of(), faults);
  }

  @Test
  void numbersThatAreLeftOutAreSeenAsSuch() {
    publish();
    var page = open("#monitor?quarter=2026-04-01&day=2026-06-01");
    assertThat(page.locator("#statistics .state")).containsText("numbers are left out");
    assertThat(page.locator("#statistics svg")).containsText("left out: small number");
    assertThat(page.locator("#course svg")).containsText("2026, quarter 2");
    press(button(page, "contacts they have"));
    assertThat(page.locator("#statistics h3")).containsText("by how many contacts they have");
    assertThat(page.locator("#statistics")).isFocused();
    page.getByLabel("Look as").selectOption("Provider 012");
    assertThat(page.locator("#statistics .state")).containsText("Who may: analyst,");
    press(page.locator("#statistics").getByText("Look as: analyst"));
    assertThat(page.locator("#statistics h3")).containsText("by segment of the help");
    assertThat(page.locator("#findings svg")).containsText("Code in a complete list has no name");
    assertEquals(List.of(), faults);
  }

  @Test
  void regieIsFollowedFromDayToDay() throws Exception {
    var page = open("#regie?day=2026-11-01");
    button(page, "Show the worked case").focus();
    page.keyboard().press("Enter");
    var timeline = page.locator("#timeline");
    assertThat(timeline.locator("h3")).containsText("CASUS");
    timeline.getByText("As a table").click();
    assertThat(timeline.locator("table")).containsText("no first day stated");
    page.evaluate("location.hash = '#regie?trajectory=T-000433&day=2026-05-08'");
    assertThat(timeline.locator("dl")).containsText("Lokaal team 006");
    page.getByLabel("Date").fill("2026-05-09");
    assertThat(timeline.locator("dl")).containsText("Lokaal team 052");
    assertThat(page.locator(".ticks span")).hasCount(3);
    assertTrue(read(page, timeline.getByText("CSV")).contains("\"2026-05-09\",\"no end stated\""));
    assertTrue(read(page, timeline.getByText("SVG")).contains("⇄"));
    assertReadable(page);
  }

  @Test
  void flowsAreProtectedForThoseWhoSeeNoPersons() throws Exception {
    publish();
    var page = open("#flows?day=2026-11-01");
    assertThat(page.locator("#paths svg")).isVisible();
    assertThat(page.locator("#handOvers svg")).isVisible();
    assertReadable(page);
    page.getByLabel("Look as").selectOption("Analyst: statistics only");
    assertThat(page.locator("#referrals .state")).containsText("numbers are left out");
    assertThat(page.locator("#paths .state")).containsText("Who may: municipality");
    page.locator("#referrals").getByText("As a table").click();
    assertThat(page.locator("#referrals tbody")).containsText("left out");
    for (var picture : List.of("#pairs svg", "#moved .bar-list", "#stays .bar-list")) {
      assertThat(page.locator(picture)).isVisible();
    }
    assertReadable(page);
  }

  @Test
  void accessIsExplainedAndReviewed() throws Exception {
    var page = open("#access");
    page.getByLabel("Look as").selectOption("Access log officer");
    button(page, "Example").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#explanation .rules")).containsText("Trajectory.everInMyRegie holds");
    page.getByLabel("Key of the youth").fill("CASUS");
    page.keyboard().press("Enter");
    assertThat(page.locator("#seen tbody")).containsText("access explained");
    assertReadable(page);
    page.getByLabel("Look as").selectOption("Young person of the worked case");
    assertThat(page.locator("#seen h2")).hasText("Who saw your data?");
    assertThat(page.locator("#seen tbody")).containsText("officer of the access log");
    assertThat(page.locator("#explanation .state")).containsText("Who may: officer");
  }
}
