package nl.jeugdgraaf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.ResumeOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people do with the frame of the explorer and with its view of the network.
class ExplorerTest extends ExplorerJourneys {
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

  /// Searches by keyboard alone and waits until the node is there.
  private static void find(Page page, String words) {
    page.getByLabel("Search", new Page.GetByLabelOptions().setExact(true)).focus();
    page.keyboard().type(words);
    assertThat(page.locator("[role=option][id]")).not().hasCount(0);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.locator("#connections h3")).containsText(PROVIDER);
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
  void segmentAndMunicipalityLimitWhatAProviderIsConnectedWith() {
    var page = open("#network?at=Provider/99000012&day=2026-11-01");
    var legend = page.locator(".legend");
    assertThat(legend).containsText("Segments 4");
    var filters = page.locator("#connections .filters");
    assertThat(filters.getByLabel("Segment").locator("option")).not().hasCount(1);
    filters.getByLabel("Segment").focus();
    page.keyboard().type("Overige");
    assertThat(legend).containsText("Segments 1");
    assertTrue(place(page).contains("segment=GRONINGEN/MEMO_2026/OVERIGE"), place(page));
    filters.getByLabel("Segment").selectOption("");
    filters.getByLabel("Municipality").selectOption("0014");
    assertThat(legend).containsText("Agreements 1");
    assertThat(legend).not().containsText("Segments");
    assertTrue(place(page).endsWith("municipality=0014"), place(page));
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
    var page = open("#network?day=2026-11-01");
    var whole = page.locator("#whole");
    assertThat(whole).containsText("Actors: 40. Ties: 196.");
    whole.getByLabel("Ties from weight").focus();
    page.keyboard().press("End");
    assertThat(whole).containsText("1 ties are drawn; 195 with a weight below 33 are left out");
    assertTrue(place(page).contains("least=33"));
    whole.getByLabel("Tied by").focus();
    page.keyboard().type("part");
    assertThat(whole).containsText("Actors: 40. Ties: 104.");
    assertEquals("network?day=2026-11-01&of=PARTNERSHIPS", place(page));
    button(page, "^Community 2 ").focus();
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
    assertTrue(place(page).contains("&at=Provider/"), place(page));
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
              + "[document.querySelector('"
              + ready
              + "').closest('.picture').id]");
    }
    assertEquals(locale.substring(0, 2), page.evaluate("document.documentElement.lang"));
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
    context().setOffline(true);
    assertState(
        page, "unreachable: The server cannot be reached now. Try again", "(ask) => ask('{ a }')");
    context().setOffline(false);
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
