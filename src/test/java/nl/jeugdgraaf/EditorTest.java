package nl.jeugdgraaf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people do with the query editor: GraphiQL with a bar above it and questions beside it.
class EditorTest extends ExplorerJourneys {
  /// What the text models of GraphiQL hold: the operation, its variables, the answer.
  private static final String TEXT =
      "name => window.monaco?.editor.getModels().find(({ uri }) =>"
          + " uri.path.endsWith(name))?.getValue()";

  private static final String HOLDS = "([name, text]) => (" + TEXT + ")(name)?.includes(text)";

  /// The faults that axe finds in what is ours. GraphiQL has some of its own.
  private static final String OURS =
      SERIOUS.replace("axe.run()", "axe.run({ exclude: ['#graphiql'] })");

  /// Surfaces that are seen and light, by the colour that is painted.
  private static final String LIGHT_SURFACES =
      """
      () => [...document.querySelectorAll('*')].filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        const [red, green, blue, alpha = 1] = getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(Number);
        return width * height > 2500 && alpha > 0.5 && red + green + blue > 300;
      }).map(({ id, tagName, className }) => `${tagName} ${id} ${className}`)
      """;

  /// Buttons and fields around GraphiQL that are too small for a finger.
  private static final String SMALL =
      """
      () => [...document.querySelectorAll(':is(#bar, #questions, #notice) :is(button, select, input)')]
        .map((element) => [element.outerHTML, element.getBoundingClientRect()])
        .filter(([, { width, height }]) => width > 0 && (width < 24 || height < 24))
        .map(([html]) => html)
      """;

  private Page openEditor(NewContextOptions options) {
    var page = open("graphiql", options);
    assertThat(page.locator("#questions [aria-current]")).hasCount(1);
    return page;
  }

  private Page openEditor() {
    return openEditor(new NewContextOptions().setLocale("en-GB").setViewportSize(1440, 900));
  }

  private static String text(Page page, String model) {
    return String.valueOf(page.evaluate(TEXT, model));
  }

  private static void waitFor(Page page, String model, String text) {
    page.waitForFunction(HOLDS, List.of(model, text));
  }

  private static Locator question(Page page, String name) {
    return page.locator("#questions [data-name^=" + name + "]");
  }

  private static void choose(Page page, String name, String operation) {
    press(question(page, name));
    waitFor(page, "operation.graphql", "query " + operation);
    assertThat(question(page, name)).hasAttribute("aria-current", "true");
    // GraphiQL takes over the name of the operation after a pause.
    page.waitForTimeout(500);
  }

  private static void run(Page page) {
    press(page.locator(".graphiql-execute-button"));
  }

  private static void lookAs(Page page, String identity) {
    var schema =
        page.waitForResponse("**/graphql", () -> page.getByLabel("Look as").selectOption(identity));
    assertEquals(200, schema.status());
  }

  @Test
  void theFirstVisitOpensOneQuestionOfTheCaller() {
    var page = openEditor();
    assertThat(page.locator(".graphiql-tab")).hasCount(1);
    assertThat(page.locator("#questions h3").first()).hasText("steward");
    assertTrue(text(page, "operation.graphql").contains("query BrokenRules"));
    assertThat(page.locator("#questions .forbidden")).hasCount(0);
    assertEquals(List.of(), faults);
  }

  @Test
  void aForbiddenQuestionSaysWhoMayAndIsAskedAsOneOfThem() {
    var page = openEditor();
    lookAs(page, "Provider 012");
    assertThat(question(page, "Q06")).containsText("Not for this role. Who may: local team,");
    choose(page, "Q06", "BigFiveOfTheCase");
    assertThat(page.locator("#said")).containsText("The Big Five of the case");
    assertThat(page.locator("#notice")).containsText("The chosen role may not ask this question.");
    run(page);
    waitFor(page, "response.json", "FORBIDDEN");
    press(button(page, "^Look as: Local team in charge"));
    assertThat(page.locator("#notice")).isEmpty();
    assertThat(page.getByLabel("Look as")).isFocused();
    waitFor(page, "response.json", "another caller asked this");
    run(page);
    waitFor(page, "response.json", "\"SUPPORT\"");
    assertThat(page.locator(".result-window")).containsText("SUPPORT");
    assertFalse(page.url().contains("CASUS"), page.url());
    assertEquals(List.of(), faults);
  }

  @Test
  void nothingOfTheFormerCallerComesBackInAnotherTab() {
    var page = openEditor();
    choose(page, "Q06", "BigFiveOfTheCase");
    run(page);
    waitFor(page, "response.json", "\"SUPPORT\"");
    choose(page, "Q09", "CodesOfCluster");
    lookAs(page, "Anonymous: public data only");
    choose(page, "Q06", "BigFiveOfTheCase");
    assertThat(page.locator(".graphiql-tab")).hasCount(3);
    waitFor(page, "response.json", "another caller asked this");
    run(page);
    waitFor(page, "response.json", "FORBIDDEN");
    assertEquals(List.of(), faults);
  }

  @Test
  void theDayChangesTheAnswer() {
    var page = openEditor();
    choose(page, "Q03", "CallsUnderArticle");
    run(page);
    waitFor(page, "response.json", "\"sentence\"");
    var before = text(page, "response.json");
    assertThat(page.getByLabel("Day", new Page.GetByLabelOptions().setExact(true)))
        .hasValue("2026-11-01");
    page.locator("#day").fill("2025-06-01");
    waitFor(page, "variables.json", "\"day\": \"2025-06-01\"");
    var asked = page.waitForRequest("**/graphql", () -> run(page)).postData();
    assertTrue(asked.contains("2025-06-01"), asked);
    page.waitForFunction(
        "([name, before]) => (" + TEXT + ")(name) !== before && (" + TEXT + ")(name)",
        List.of("response.json", before));
    page.locator(".graphiql-tab-add").click();
    assertThat(page.locator("#day-note")).containsText("declares no variable $day");
    assertThat(page.locator("#day")).isDisabled();
    assertEquals(List.of(), faults);
  }

  @Test
  void thePurposeIsOneThatTheCallerMayState() {
    var page = openEditor();
    assertThat(page.getByLabel("Purpose")).isDisabled();
    lookAs(page, "Provider 012");
    page.getByLabel("Purpose").selectOption("safety");
    choose(page, "Q01", "HelpOfTheCase");
    var asked = page.waitForRequest("**/graphql", () -> run(page));
    assertEquals("SAFETY", asked.headerValue("purpose"));
    waitFor(page, "response.json", "data");
    assertEquals(List.of(), faults);
  }

  @Test
  void aCallerSeesItsOwnSchema() {
    var page = openEditor();
    button(page, "Show Documentation Explorer").click();
    var exact = new Locator.GetByTextOptions().setExact(true);
    var docs = page.locator(".graphiql-doc-explorer");
    docs.getByText("Query", exact).first().click();
    assertThat(docs.getByText("youths", exact)).hasCount(1);
    lookAs(page, "Anonymous: public data only");
    assertThat(docs.getByText("youths", exact)).hasCount(0);
    assertThat(docs.getByText("segments", exact)).hasCount(1);
    assertEquals(List.of(), faults);
  }

  @ParameterizedTest
  @CsvSource({"en-GB, LIGHT, 1440", "nl-NL, DARK, 1440", "nl-NL, LIGHT, 390"})
  void nobodyIsKeptOut(String locale, ColorScheme scheme, int width) throws Exception {
    var options =
        new NewContextOptions()
            .setLocale(locale)
            .setColorScheme(scheme)
            .setViewportSize(width, 844);
    var page = openEditor(options);
    var opener = page.locator("#questions-opener");
    if (width == 390) {
      assertThat(page.locator("#questions")).isHidden();
      press(opener);
      assertThat(page.locator("#questions")).isVisible();
      assertThat(page.locator("#page")).hasAttribute("inert", "");
    }
    assertSound(page, scheme, width);
    page.locator("#questions h2").focus();
    page.keyboard().press("Escape");
    assertThat(page.locator("#questions")).isHidden();
    assertThat(opener).isFocused();
    assertThat(opener).hasAttribute("aria-expanded", "false");
    page.locator("#identity").selectOption(new SelectOption().setIndex(6));
    press(opener);
    choose(page, "Q05", "StepOfTheCase");
    assertThat(page.locator("#notice button")).isVisible();
    run(page);
    waitFor(page, "response.json", "FORBIDDEN");
    assertSound(page, scheme, width);
    assertEquals(locale.substring(0, 2), page.evaluate("document.documentElement.lang"));
    assertEquals(List.of(), faults);
  }

  private static void assertSound(Page page, ColorScheme scheme, int width) throws Exception {
    page.evaluate(InstalledBrowser.axe());
    assertEquals(List.of(), page.evaluate(OURS));
    assertEquals(List.of(), page.evaluate(SMALL));
    assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
    assertEquals(scheme != ColorScheme.DARK, page.evaluate(LIGHT_SURFACES).toString().length() > 2);
  }

  @Test
  void theColoursThatTheReaderChoseArePaintedFirst() {
    var page = openEditor();
    button(page, "Dark colours").click();
    assertEquals(List.of(), page.evaluate(LIGHT_SURFACES));
    button(page, "Nederlands").click();
    assertThat(page.locator("#questions h2")).hasText("Vragen");
    assertThat(page.locator("#language")).isFocused();
    page.route(
        "**/page/page.js",
        route -> route.fulfill(new FulfillOptions().setContentType("text/javascript").setBody("")));
    page.reload();
    assertEquals(List.of(), page.evaluate(LIGHT_SURFACES));
    page.unroute("**/page/page.js");
    page.reload();
    assertThat(page.locator("#questions h2")).hasText("Vragen");
    assertThat(page.locator(".graphiql-dark .graphiql-execute-button")).isVisible();
    assertEquals(List.of(), page.evaluate(LIGHT_SURFACES));
    assertEquals(List.of(), faults);
  }
}
