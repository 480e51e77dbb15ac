package nl.jeugdgraaf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.ResumeOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.statistics.StatisticsPublisher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people do with the explorer, in a real browser. Skipped where no browser is installed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorerTest {
  private static final String PROVIDER = "Aanbieder 012 (synthetisch)";

  /// The faults that axe finds, of those that keep people out, each with the elements.
  private static final String SERIOUS =
      """
      async () => (await axe.run()).violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '))
      """;

  /// Makes a picture of its own with a given `load`, and returns its state.
  private static final String PICTURE =
      """
      async () => {
        const { pictureFrame } = await import(new URL('explorer/picture.js', document.baseURI));
        const signal = new AbortController().signal;
        const actAs = (roles) => roles.map((role) => Object.assign(document.createElement('i'), { textContent: role }));
        const spec = { name: 'probe', title: 'Probe', explanation: '', seenBy: ['STEWARD'], load: LOAD };
        const frame = pictureFrame(spec, { signal, actAs });
        document.getElementById('probe')?.remove();
        document.body.append(frame.element);
        await frame.reload();
        return frame.element.querySelector('.state').className + ': ' + frame.element.querySelector('.state').innerText;
      }
      """;

  @RegisterExtension static final SeededServer SERVER = new SeededServer();

  private final List<String> faults = new ArrayList<>();
  private @Nullable InstalledBrowser installed;
  private @Nullable BrowserContext context;

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

  private Page open(String place, NewContextOptions options) {
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
      if (!request.url().startsWith(SERVER.address() + "/")
          && !request.url().matches("(data|blob):.*")) {
        faults.add(request.url());
      }
    });
    var page = opened.newPage();
    page.navigate(SERVER.address() + "/" + place);
    return page;
  }

  private Page open(String place) {
    return open(place, new NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile(name)));
  }

  private static String place(Page page) {
    return URLDecoder.decode(page.url(), StandardCharsets.UTF_8).replaceAll(".*#", "");
  }

  /// Searches by keyboard alone and waits until the node is there.
  private static void find(Page page, String words) {
    page.getByLabel("Search", new Page.GetByLabelOptions().setExact(true)).focus();
    page.keyboard().type(words);
    assertThat(page.locator("[role=option][id]")).not().hasCount(0);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.locator("#connections h3")).containsText(PROVIDER);
  }

  private static String read(Page page, Locator action) throws IOException {
    return Files.readString(page.waitForDownload(action::click).path());
  }

  @Test
  void aProviderIsFoundAndExpandedByKeyboard() {
    var page = open("");
    find(page, "aanbieder 012");
    assertTrue(place(page).startsWith("network?at=Provider/99000012&nodes=Provider/99000012,"));
    button(page, "Choose.*Products").focus();
    page.keyboard().press("Enter");
    var add = button(page, "^Add: ").first();
    add.focus();
    page.keyboard().press("Enter");
    assertThat(button(page, "^Remove: ")).not().hasCount(0);
    assertThat(page.locator("*:focus")).containsText("Remove");
    assertTrue(place(page).contains(",Product/"));
    button(page, "^Undo$").focus();
    page.keyboard().press("Enter");
    page.waitForURL(address -> !address.contains("Product"));
    assertEquals(List.of(), faults);
  }

  @Test
  void filterAndDayChangeWhatIsThere() {
    var page = open("#network?at=Network/GRONINGEN/SYNTHETIC-03");
    assertThat(page.locator("#connections tr.marked")).containsText("Netwerk 03");
    assertThat(page.locator(".legend")).containsText("Providers 8");
    page.getByLabel("Date").fill("2024-02-01");
    assertThat(page.locator(".legend")).containsText("1 ended");
    assertTrue(place(page).contains("day=2024-02-01"));
    button(page, "Today").click();
    assertThat(page.locator(".legend")).containsText("1 began");
    page.getByLabel("Expertise").selectOption("GGZ");
    assertThat(page.locator(".legend")).not().containsText("Providers 8");
    assertTrue(place(page).contains("expertise=GGZ"));
    assertEquals(List.of(), faults);
  }

  @Test
  void thePictureIsSavedAndItsQueryOpensInTheEditor() throws Exception {
    var page = open("#network?kind=Provider");
    var list = page.locator("#list");
    var table = read(page, list.getByText("CSV"));
    assertTrue(table.startsWith("key,name,size.totalCount,region.name\r\n"), table);
    list.getByText(PROVIDER).click();
    var connections = page.locator("#connections");
    assertTrue(read(page, connections.getByText("CSV")).contains("is a partner in"));
    assertFalse(page.waitForDownload(() -> connections.getByText("PNG").click()).page().isClosed());
    var editor = page.waitForPopup(() -> connections.getByText("Query").click());
    assertThat(editor.locator(".graphiql-query-editor")).containsText("query Network");
    assertThat(editor.locator(".graphiql-editors")).containsText("99000012");
    assertFalse(editor.url().contains("99000012"));
    assertEquals(List.of(), faults);
  }

  @Test
  void theWholeNetworkIsChosenSortedAndOpenedByKeyboard() throws Exception {
    var page = open("");
    var whole = page.locator("#whole");
    assertThat(whole).containsText("Actors: 40. Ties: 196.");
    whole.getByLabel("Ties from weight").focus();
    page.keyboard().press("End");
    assertThat(whole).containsText("1 ties are drawn; 195 with a weight below 33 are left out");
    assertTrue(place(page).contains("least=33"));
    whole.getByLabel("Tied by").focus();
    page.keyboard().type("part");
    assertThat(whole).containsText("Actors: 40. Ties: 104.");
    assertEquals("network?of=PARTNERSHIPS", place(page));
    button(page, "^. Community 2").focus();
    page.keyboard().press("Enter");
    assertThat(whole.locator("tr.marked")).hasCount(7);
    var graph = read(page, whole.getByText("GraphML"));
    assertTrue(graph.contains("<graphml") && graph.contains(PROVIDER), graph);
    assertTrue(read(page, whole.getByText("CSV")).startsWith("\"Name\",\"Degree\","));
    button(page, "^PageRank$").focus();
    page.keyboard().press("Enter");
    var first = whole.locator("tbody tr").first().locator("button");
    var name = first.innerText();
    first.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#connections h3")).containsText(name);
    assertTrue(place(page).startsWith("network?at=Provider/"), place(page));
    assertEquals(List.of(), faults);
  }

  @Test
  void theWholeNetworkSaysWhatIsPublishedAndWhoMaySeeIt() {
    var page = open("#network?of=DELIVERIES");
    page.getByLabel("Look as").selectOption("Access log officer");
    var kind = page.locator("#whole").getByLabel("Tied by");
    kind.selectOption("DELIVERIES");
    assertThat(page.locator("#whole .state")).containsText("Who may: analyst, regional office,");
    button(page, "Look as: analyst").click();
    kind.selectOption("DELIVERIES");
    assertThat(page.locator("#whole")).containsText("Published numbers of the quarter");
    kind.selectOption("CONTRACTS");
    assertThat(page.locator("#whole")).not().containsText("Published numbers");
    assertEquals(List.of(), faults);
  }

  @Test
  void nothingOfTheFormerCallerStays() {
    var page = open("#network?at=Provider/99000012");
    assertThat(page.locator("#connections h3")).containsText(PROVIDER);
    page.getByLabel("Look as").selectOption("Anonymous: public data only");
    assertThat(page.locator("#overview")).isVisible();
    assertThat(page.locator("#connections")).isHidden();
    assertEquals("network", place(page));
    page.goBack();
    page.goForward();
    assertEquals("network", place(page));
    assertFalse(page.content().contains("99000012"));
    assertEquals(List.of(), faults);
  }

  @Test
  void aLinkShowsTheSameAgain() {
    var link = "#network?day=2025-03-01&region=GRONINGEN&at=Provider/99000012&expertise=ADDICTION";
    var page = open(link);
    assertThat(page.locator("#connections h3")).containsText(PROVIDER);
    assertThat(page.getByLabel("Date")).hasValue("2025-03-01");
    assertThat(page.locator("#region")).hasValue("GRONINGEN");
    assertThat(page.getByLabel("Expertise")).hasValue("ADDICTION");
    assertFalse(page.url().matches(".*(STEWARD|QUALITY|eyJ).*"), page.url());
  }

  @ParameterizedTest
  @CsvSource({"en-GB, LIGHT, 1280", "nl-NL, DARK, 1280", "en-GB, DARK, 360", "nl-NL, LIGHT, 360"})
  void nobodyIsKeptOut(String locale, ColorScheme scheme, int width) throws Exception {
    var options =
        new NewContextOptions()
            .setLocale(locale)
            .setColorScheme(scheme)
            .setViewportSize(width, 800);
    var page = open("", options);
    for (var ready :
        List.of(
            "#list tbody th",
            "#connections .graph canvas",
            "#whatif svg",
            "#placement svg",
            "#course svg")) {
      assertThat(page.locator(ready).first()).isVisible();
      page.evaluate(InstalledBrowser.axe());
      assertEquals(List.of(), page.evaluate(SERIOUS));
      assertEquals(width, page.evaluate("document.documentElement.scrollWidth"), ready);
      page.evaluate(
          "location.hash = {list: 'network?at=Provider/99000012', connections:"
              + " 'supply?ends=99000008', whatif: 'segments', placement: 'monitor', course: ''}"
              + "[document.querySelector('" + ready + "').closest('.picture').id]");
    }
    assertEquals(locale.substring(0, 2), page.evaluate("document.documentElement.lang"));
    assertEquals(List.of(), faults);
  }

  private static void press(Locator what) {
    what.focus();
    what.page().keyboard().press("Enter");
  }

  @Test
  void whatIfAProviderEndsIsAskedByKeyboard() {
    var page = open("#supply?day=2026-06-01&region=HAAGLANDEN");
    assertThat(page.locator("#coverage svg")).isVisible();
    press(page.locator("#coverage summary"));
    press(button(page, "Jeugdhulp met verblijf.* · Delft"));
    assertThat(page.locator("#cell h3")).hasText("Jeugdhulp met verblijf (inclusief crisis) · Delft");
    assertThat(page.locator("#cell")).isFocused();
    press(button(page, "What if it ends: Aanbieder 040").first());
    assertThat(page.locator("#whatif h3").first()).hasText("Aanbieder 040 (synthetisch)");
    assertThat(page.locator("#whatif")).containsText("46A01 Ambulante Spoedhulp");
    assertThat(page.locator("#whatif .figures")).containsText("(exact)");
    assertTrue(place(page).contains("ends=99000040"));
    page.getByLabel("Look as").selectOption("Nobody in particular: public data only");
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
  void numbersThatAreLeftOutAreSeenAsSuch() {
    new StatisticsPublisher(
            TestDatabase.shared(), ApiSchema.builtIn().accessDefinitions().statistics())
        .publish(AmsterdamClock.today());
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
    var page = open("#flows?day=2026-11-01");
    assertThat(page.locator("#paths svg")).isVisible();
    assertThat(page.locator("#handOvers svg")).isVisible();
    assertReadable(page);
    page.getByLabel("Look as").focus();
    page.getByLabel("Look as").selectOption("Analyst: statistics only");
    assertThat(page.locator("#referrals .state")).containsText("numbers are left out");
    assertThat(page.locator("#paths .state")).containsText("Who may: municipality");
    page.locator("#referrals").getByText("As a table").click();
    assertThat(page.locator("#referrals tbody")).containsText("left out");
    for (var picture : List.of("#pairs svg", "#moved .bars", "#stays .bars")) {
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

  private void assertReadable(Page page) throws IOException {
    page.evaluate(InstalledBrowser.axe());
    assertEquals(List.of(), page.evaluate(SERIOUS));
    assertEquals(List.of(), faults);
  }

  @Test
  void languageAndColoursCanBeChosen() {
    var page = open("");
    button(page, "Nederlands").click();
    assertThat(page.locator("#overview h2")).hasText("Het netwerk in aantallen");
    assertEquals("language", page.evaluate("document.activeElement.id"));
    button(page, "Donkere kleuren").click();
    page.reload();
    assertThat(page.locator("#overview h2")).hasText("Het netwerk in aantallen");
    assertThat(button(page, "Lichte kleuren")).isVisible();
  }

  @Test
  void everyStateOfAPictureIsTold() {
    var page = open("");
    page.getByLabel("Look as").selectOption("Anonymous: public data only");
    assertThat(page.locator("#list tbody th").first()).isVisible();
    assertState(page, "empty: There is nothing to show", "() => ({ empty: true })");
    assertState(page, "suppressed: 3 numbers are left out", "() => ({ suppressed: 3 })");
    assertState(
        page,
        "forbidden: The chosen role may not see this. Who may: steward. STEWARD",
        "(ask) => ask('{ deliveries { key } }')");
    assertState(page, "failed: This could not be shown.", "(ask) => ask('{ nothing }')");
    assertState(
        page,
        "limit: This is too much for one answer.",
        "(ask) => ask('{' + Array.from({ length: 99 }, (_, i) => `a${i}: __typename `).join('') +"
            + " '}')");
    Objects.requireNonNull(context).setOffline(true);
    assertState(
        page, "unreachable: The server cannot be reached now. Try again", "(ask) => ask('{ a }')");
    Objects.requireNonNull(context).setOffline(false);
    page.route(
        "**/graphql",
        route -> {
          var headers = new HashMap<>(route.request().headers());
          headers.put("authorization", "Bearer none");
          route.resume(new ResumeOptions().setHeaders(headers));
        });
    assertState(
        page,
        "expired: You are no longer signed in. Sign in again. Try again",
        "(ask) => ask('{ regions { code } }')");
  }

  private static void assertState(Page page, String expected, String load) {
    var state =
        String.valueOf(page.evaluate(PICTURE.replace("LOAD", load))).replaceAll("\\s+", " ");
    assertTrue(state.startsWith("state " + expected), state);
  }
}
