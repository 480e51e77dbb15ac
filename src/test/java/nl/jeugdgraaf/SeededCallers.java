package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.api.GlobalId;
import nl.jeugdgraaf.clock.FixedDay;
import nl.jeugdgraaf.privacy.Captured;

/// Callers with tokens, who ask the seeded server over HTTP. For them it is always the same day.
public final class SeededCallers implements AutoCloseable {
  public static final Caller STEWARD = new Caller("STEWARD", "", "", "QUALITY", "");
  public static final Caller MUNICIPALITY =
      new Caller("MUNICIPALITY", "1952", "", "ASSIGNMENT", "");
  public static final Caller OTHER_MUNICIPALITY =
      new Caller("MUNICIPALITY", "1969", "", "REGIE", "");
  public static final Caller PROVIDER = new Caller("PROVIDER", "99000012", "", "CARE", "");
  public static final Caller SCHOOL =
      new Caller("SCHOOL", "SYNTHETIC/SCHOOL-000021", "", "EDUCATION", "");
  public static final Caller REFERRER =
      new Caller("REFERRER", "SYNTHETIC/REFERRER-000027", "", "REFERRAL", "");
  public static final Caller ANALYST = new Caller("ANALYST", "", "", "MONITORING", "");

  /// Today, in ISO form.
  public static final String DAY = "2026-11-01";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<FixedDay> day;
  private final SeededServer server = new SeededServer(new Settings.Seed.None());
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<Caller, String> tokens = new ConcurrentHashMap<>();

  public SeededCallers() {
    this(Optional.of(FixedDay.of(LocalDate.parse(DAY))));
  }

  private SeededCallers(Optional<FixedDay> day) {
    this.day = day;
  }

  /// Returns callers for whom it is the day that it is.
  public static SeededCallers today() {
    return new SeededCallers(Optional.empty());
  }

  /// What a caller is answered.
  ///
  /// @param status of HTTP
  /// @param body as it comes
  public record Said(int status, String body) {
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new AssertionError(body, e);
      }
    }

    public String code() {
      return json().at("/errors/0/extensions/code").asText();
    }
  }

  public String address() {
    return server.address();
  }

  /// Sends a body; an anonymous caller has no token.
  public Said post(Caller caller, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(server.address() + "/graphql"))
            .header("content-type", "application/json")
            .header("accept", "application/graphql-response+json")
            .POST(BodyPublishers.ofString(body));
    if (!caller.role().isEmpty()) {
      request.header("authorization", "Bearer " + token(caller));
    }
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      var said = new Said(response.statusCode(), response.body());
      if (said.json().has("errors")) {
        Captured.text("errors", said.json().get("errors").toString());
      }
      return said;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private String token(Caller caller) {
    return tokens.computeIfAbsent(
        caller, wanted -> DemoClient.token(URI.create(server.address()), wanted));
  }

  public Said ask(Caller caller, String query) {
    return post(caller, JSON.createObjectNode().put("query", query).toString());
  }

  /// Asks what is answered.
  public JsonNode data(Caller caller, String selection) {
    var said = ask(caller, selection);
    var answer = said.json();
    assertFalse(answer.has("errors"), () -> selection + said);
    assertEquals(200, said.status(), said::body);
    return answer.path("data");
  }

  /// Asks what is refused, and returns the refusal, which shows no data. Where in the operation it
  /// was is left out: that is the caller's own text.
  public Said refusal(Caller caller, String selection) {
    var said = ask(caller, selection);
    assertFalse(said.json().has("data"), () -> selection + said);
    assertEquals(400, said.status(), () -> selection + said);
    return new Said(said.status(), withoutPlaces(said.json()).toString());
  }

  private static JsonNode withoutPlaces(JsonNode answer) {
    for (var error : answer.path("errors")) {
      ((ObjectNode) error).remove(List.of("locations", "path"));
      ((ObjectNode) error.path("extensions")).remove("argument");
    }
    return answer;
  }

  /// Every youth with where it lives, as the steward sees it.
  public List<JsonNode> youths(Predicate<JsonNode> kept) {
    return kept(data(STEWARD, "{ youths { key municipality { code } } }").path("youths"), kept);
  }

  /// Every delivery, as the steward sees it.
  public List<JsonNode> deliveries(Predicate<JsonNode> kept) {
    return kept(
        data(
                STEWARD,
                """
                {
                  deliveries {
                    key reason volume status startedOn endedOn
                    trajectory { key youth { key municipality { code } } }
                    deliveredBy { ... on Provider { agb } }
                    deliveredByConnection(history: true) {
                      edges { properties { validFrom validTo } node { ... on Provider { agb } } }
                    }
                  }
                }
                """)
            .path("deliveries"),
        kept);
  }

  private static List<JsonNode> kept(JsonNode all, Predicate<JsonNode> kept) {
    var list = new ArrayList<JsonNode>();
    all.forEach(one -> {
      if (kept.test(one)) {
        list.add(one);
      }
    });
    return list;
  }

  /// Returns the value at a pointer of each, as text; null where there is no value.
  public static List<String> texts(Iterable<JsonNode> all, String pointer) {
    var list = new ArrayList<String>();
    all.forEach(one -> list.add(one.at(pointer).asText()));
    return list;
  }

  /// Returns the id of a node, without a day.
  public static String id(String type, String key) {
    return new GlobalId(type, key, Optional.empty()).text();
  }

  /// Returns the id of a node on a day.
  public static String id(String type, String key, String day) {
    return new GlobalId(type, key, Optional.of(LocalDate.parse(day))).text();
  }

  public static String municipality(JsonNode delivery) {
    return delivery.at("/trajectory/youth/municipality/code").asText();
  }

  /// Returns the code of the provider that delivers it, or delivered it last once it has ended.
  public static String provider(JsonNode delivery) {
    return delivery.at("/deliveredBy/agb").asText();
  }

  /// Returns whether a provider delivers it or has delivered it.
  public static boolean everDeliveredBy(Caller provider, JsonNode delivery) {
    return delivers(provider, delivery, _ -> true);
  }

  /// Returns whether a provider delivers it today.
  public static boolean deliveredBy(Caller provider, JsonNode delivery) {
    return delivers(
        provider,
        delivery,
        period ->
            period.path("validTo").isNull() || period.path("validTo").asText().compareTo(DAY) > 0);
  }

  private static boolean delivers(Caller provider, JsonNode delivery, Predicate<JsonNode> isMeant) {
    for (var edge : delivery.at("/deliveredByConnection/edges")) {
      var period = edge.path("properties");
      var began =
          period.path("validFrom").isNull()
              || period.path("validFrom").asText().compareTo(DAY) <= 0;
      if (began
          && isMeant.test(period)
          && edge.at("/node/agb").asText().equals(provider.organisation())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    client.close();
    server.close();
    day.ifPresent(FixedDay::close);
  }
}
