package nl.jeugdgraaf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.Route.ResumeOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.Settings.Auth;
import nl.jeugdgraaf.auth.SignInClient;
import nl.jeugdgraaf.auth.TokenRules;
import nl.jeugdgraaf.auth.TokenRules.ClaimNames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people do who sign in on the explorer, at an issuer.
class SignInTest extends ExplorerJourneys {
  private static final String ANNA = "Anna de Vries";
  private static final String BRAM = "Bram Bakker";
  private static final String NOBODY = "Chris Visser";

  private static final SignInIssuer ISSUER =
      new SignInIssuer(
          Map.of(
              ANNA, Map.of("jeugd", Map.of("roles", List.of("zorg")), "organisation", "99000012"),
              BRAM,
                  Map.of(
                      "jeugd", Map.of("roles", List.of("zorg", "partner", "other")),
                      "organisation", "99000001",
                      "purpose", "CARE"),
              NOBODY, Map.of("jeugd", Map.of("roles", List.of("other")))));

  private static final String CASELOAD = "#regie?day=2026-11-01&region=GRONINGEN";

  SignInTest() {
    super(
        new SeededServer(
            new Auth.Oidc(
                ISSUER.keys(),
                new TokenRules(
                    ISSUER.name(),
                    SignInIssuer.AUDIENCE,
                    List.of("RS256"),
                    new ClaimNames("jeugd.roles", "organisation", "purpose"),
                    Map.of("zorg", "PROVIDER", "partner", "NETWORK_PARTNER")),
                Optional.of(
                    new SignInClient(
                        ISSUER.keys().resolve("/jeugd"), SignInIssuer.CLIENT, "openid")))),
        List.of(ISSUER.keys().resolve("/").toString().replaceAll("/$", "")));
    ISSUER.register(server.address() + "/");
  }

  @AfterAll
  static void stopIssuer() {
    ISSUER.close();
  }

  @BeforeEach
  void issueTokensThatLast() {
    ISSUER.issue(Duration.ofMinutes(5), true);
  }

  private static Page signIn(Page page, String name) {
    button(page, "^Sign in").first().click();
    button(page, name).click();
    return page;
  }

  private static Locator persons(Page page) {
    return page.locator("#caseload tbody th");
  }

  private static void assertAnonymous(Page page) {
    assertThat(button(page, "^Sign in$").first()).isVisible();
    assertThat(page.locator("#caseload .state")).containsText("Who may: local team");
    assertThat(persons(page)).hasCount(0);
  }

  /// Checks that the browser keeps no token, where another page could find it.
  private static void assertNoTokenIsKept(Page page) {
    var kept =
        page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, history.state])");
    assertFalse((page.url() + kept + page.context().cookies()).contains("eyJ"), kept::toString);
  }

  @Test
  void aProviderSignsInByMouseAndOutAgain() throws Exception {
    var page = open(CASELOAD);
    assertAnonymous(page);
    assertReadable(page);
    signIn(page, ANNA);
    assertThat(page.locator("#caller")).hasText("Anna de Vries · provider");
    assertEquals(CASELOAD.substring(1), place(page));
    assertThat(page.locator(".menu")).containsText("Organisation: 99000012");
    assertThat(page.locator("#caseload .state")).containsText("This needs a purpose.");
    page.getByLabel("Purpose").selectOption("CARE");
    assertThat(persons(page)).not().hasCount(0);
    assertReadable(page);
    assertNoTokenIsKept(page);
    var person = persons(page).first().innerText();
    button(page, "Sign out").click();
    page.waitForURL(address -> address.equals(server.address() + "/#network"));
    assertThat(button(page, "^Sign in$").first()).isVisible();
    assertFalse(page.content().contains(person));
    page.goBack();
    assertTrue(page.url().startsWith(ISSUER.name()), page.url());
    page.goBack();
    assertAnonymous(page);
    assertFalse(page.content().contains(person));
    assertEquals(List.of(), faults);
  }

  @Test
  void aPartnerSignsInByKeyboardAndChoosesARole() {
    var page = open(CASELOAD);
    press(button(page, "^Sign in$").first());
    press(button(page, BRAM));
    assertThat(page.locator("#caller")).hasText("Bram Bakker · provider");
    press(page.locator("#caller"));
    assertThat(page.locator(".menu")).containsText("Purpose: give help");
    page.locator("#as-role").focus();
    page.keyboard().type("network");
    assertThat(page.locator("#caller")).hasText("Bram Bakker · network partner");
    assertThat(page.locator("#as-role")).isFocused();
    assertThat(page.locator("#caseload:not([aria-busy])")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("#as-role")).isHidden();
    assertThat(page.locator("#caller")).isFocused();
    assertEquals(List.of(), faults);
  }

  @Test
  void aTokenIsRenewedBeforeItsEndIsSeen() {
    ISSUER.issue(Duration.ofSeconds(4), true);
    var page = signIn(open(CASELOAD), ANNA);
    page.getByLabel("Purpose").selectOption("CARE");
    assertThat(persons(page)).not().hasCount(0);
    var before = ISSUER.grants().size();
    page.waitForCondition(() -> ISSUER.grants().size() > before);
    assertEquals("refresh_token 200", ISSUER.grants().getLast());
    page.getByLabel("Date").fill("2026-10-01");
    assertThat(page.locator("#caseload:not([aria-busy])")).isVisible();
    assertThat(persons(page)).not().hasCount(0);
    assertEquals(List.of(), faults);
  }

  @Test
  void whoIsNoLongerSignedInGoesOnAfterSigningInAgain() throws Exception {
    ISSUER.issue(Duration.ofSeconds(12), false);
    var page = signIn(open(CASELOAD), ANNA);
    page.getByLabel("Purpose").selectOption("CARE");
    var person = persons(page).first().innerText();
    page.evaluate("key => { location.hash += '&trajectory=' + key }", person);
    assertThat(page.locator("#timeline h3")).containsText(person);
    var place = place(page);
    assertTrue(place.contains("trajectory=" + person), place);
    assertThat(page.locator("#main")).containsText("You are no longer signed in. Sign in again.");
    assertFalse(page.locator("body").innerText().contains(person));
    assertReadable(page);
    ISSUER.issue(Duration.ofMinutes(5), false);
    signIn(page, ANNA);
    assertThat(page.locator("#timeline h3")).containsText(person);
    assertEquals(place, place(page));
    assertNoTokenIsKept(page);
    assertEquals(List.of(), faults);
  }

  @Test
  void anotherUserSeesNothingOfTheFormer() {
    ISSUER.issue(Duration.ofSeconds(8), false);
    var page = signIn(open(CASELOAD), ANNA);
    assertThat(page.locator("#caller")).hasText("Anna de Vries · provider");
    page.evaluate("location.hash += '&trajectory=T-000433'");
    assertThat(page.locator("#main")).containsText("You are no longer signed in.");
    assertTrue(place(page).contains("T-000433"));
    signIn(page, BRAM);
    assertThat(page.locator("#caller")).hasText("Bram Bakker · provider");
    assertEquals(CASELOAD.substring(1), place(page));
    assertFalse(page.content().contains("T-000433"));
  }

  @Test
  void aCodeIsWorthNothingWithoutItsVerifier() {
    var page = open(CASELOAD);
    page.route(
        "**/token",
        route -> {
          var sent = route.request().postData();
          assertTrue(sent.contains("&code_verifier="), sent);
          route.resume(
              new ResumeOptions()
                  .setPostData(sent.replaceAll("code_verifier=.", "code_verifier=.")));
        });
    signIn(page, ANNA);
    assertThat(page.locator("[role=alert]")).hasText("Signing in did not work. Try again.");
    assertEquals("authorization_code 400", ISSUER.grants().getLast());
    assertAnonymous(page);
    assertEquals(CASELOAD.substring(1), place(page));
  }

  @Test
  void whoDoesNotSignInAfterAllStaysAnonymous() {
    var page = open(CASELOAD);
    signIn(page, "Cancel");
    assertThat(page.locator("[role=alert]")).hasText("Signing in did not work. Try again.");
    assertAnonymous(page);
    assertEquals(server.address() + "/" + CASELOAD, page.url());
    assertEquals(List.of(), faults);
  }

  @Test
  void aTokenWithoutARoleIsOfNoUse() {
    var page = signIn(open(CASELOAD), NOBODY);
    assertThat(page.locator("[role=alert]"))
        .hasText(
            "This server cannot use your account. The token has no role that this server knows."
                + " Its claim jeugd.roles must have one of partner, zorg.");
    assertAnonymous(page);
  }

  @Test
  void whereSigningInIsNotSetUpThePageSaysSo() throws Exception {
    var page = open(CASELOAD);
    page.route(
        server.address() + "/",
        route -> {
          var response = route.fetch();
          var html = response.text().replace("data-client=\"explorer\"", "data-client=\"\"");
          route.fulfill(new FulfillOptions().setResponse(response).setBody(html));
        });
    page.reload();
    press(page.locator("#caller"));
    assertThat(page.locator(".menu")).containsText("Signing in is not set up on this server.");
    assertThat(button(page, "^Sign in$")).hasCount(0);
    assertReadable(page);
  }

  @Test
  void thePageMayAskTheIssuerAndNobodyElse() {
    var page = open(CASELOAD);
    assertAnonymous(page);
    assertEquals(
        "blocked",
        page.evaluate("fetch('https://example.org/').then(() => 'asked', () => 'blocked')"));
    var policy = "connect-src 'self' " + ISSUER.keys().resolve("/").toString().replaceAll("/$", "");
    assertTrue(faults.toString().contains(policy), faults::toString);
  }
}
