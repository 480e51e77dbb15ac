package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import nl.jeugdgraaf.SeededCallers;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an operation costs is known before it runs, bounded by role, and tells nothing of what its
/// caller may not see.
class OperationCostTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ApiSchema SCHEMA = ApiSchema.builtIn();

  /// 5 lists in each other: 76 bytes.
  private static final String LISTS =
      "{ products { region { products { region { products { region { products { key }}}}}}}}";

  private Bolt bolt;
  private Engine engine;

  @BeforeEach
  void seed() {
    bolt = TestDatabase.seeded();
    var policy = new Policy(SCHEMA.access(), true);
    engine =
        new Engine(Planner.of(SCHEMA), bolt, RecordingAudit.protection(policy), Limits.DEFAULT);
    engine.countGraph();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LISTS,
        "{ regions { products { region { products { region { products { key } } } } } } }",
        "{ products(where: {region: {code: {eq: \"GRONINGEN\"}}}) { region { products(where:"
            + " {region: {code: {eq: \"GRONINGEN\"}}}) { region { products { key } } } } } }",
        "{ segments { products { segments { products { segments { products { segments { products"
            + " { segments { products { key } } } } } } } } } } }",
        "{ productsConnection { edges { node { region { productsConnection { edges { node { region"
            + " { productsConnection { totalCount edges { node { key } } } } } } } } } } } }"
      })
  void listsInListsAreRefusedBeforeAnythingIsRead(String document) {
    var before = bolt.readsSent();

    var refused = assertThrows(ProblemException.class, () -> answer(document, Caller.NOBODY));

    var problem = refused.problems().getFirst();
    assertEquals(Code.LIMIT_EXCEEDED, problem.code());
    assertTrue(problem.message().contains("10,000,000 are allowed"), problem::message);
    assertEquals(before, bolt.readsSent());
  }

  /// The value can be any on the next request, for which nothing is planned again.
  @Test
  void aPageOfAnyLengthCountsAsALongOne() {
    var document =
        "query($n: Int) { products(limit: $n) { region { products(limit: $n) { region {"
            + " products(limit: $n) { key } } } } } }";
    var request = new Request(document, "", Map.of("n", 1), true, Caller.NOBODY);

    var refused = assertThrows(ProblemException.class, () -> engine.start(request));

    assertEquals(Code.LIMIT_EXCEEDED, refused.problems().getFirst().code());
  }

  @Test
  void aPageOfEachListIsAnswered() throws IOException {
    var pages = LISTS.replace("{ products {", "{ products(limit: 2) {");

    assertFalse(answer(pages, Caller.NOBODY).has("errors"));
  }

  @Test
  void whoExportsMayReadMore() throws IOException {
    assertFalse(
        answer("{ regions { products { region { products { key } } } } }", SeededCallers.ANALYST)
            .has("errors"));
    var document = "{ regions { code } }";
    assertEquals(Limits.DEFAULT.answers().toNobody().readsMax(), allowed(document, Caller.NOBODY));
    assertEquals(
        Limits.DEFAULT.answers().toRole().readsMax(), allowed(document, SeededCallers.PROVIDER));
    assertEquals(
        Limits.DEFAULT.answers().toExport().readsMax(), allowed(document, SeededCallers.STEWARD));
  }

  private long allowed(String document, Caller caller) {
    var request = new Request(document, "", Map.of(), true, caller);
    return engine.start(request).bounds().cost().allowed();
  }

  /// The cost of an operation over youths is the same whatever youths there are.
  @Test
  void hiddenNodesDoNotShowInTheCost() {
    var document = "{ municipalities { youths { trajectories { deliveries { key } } } } }";
    var cost = cost(document);
    bolt.write(
        Statement.of("UNWIND range(1, 500) AS i CREATE (:Youth {key: 'hidden-' + i})"),
        Statement.of(
            "MATCH (y:Youth) WHERE y.key STARTS WITH 'hidden-' MATCH (m:Municipality) WITH y,"
                + " collect(m)[0] AS m CREATE (y)-[:LIVES_IN]->(m)"));
    try {
      engine.countGraph();
      assertEquals(cost, cost(document));
    } finally {
      bolt.write(Statement.of("MATCH (y:Youth) WHERE y.key STARTS WITH 'hidden-' DETACH DELETE y"));
    }
  }

  @Test
  void whatEverybodySeesIsCounted() {
    var document = "{ agreements { key } }";
    var cost = cost(document);
    bolt.write(Statement.of("UNWIND range(1, 50) AS i CREATE (:Agreement {key: 'more-' + i})"));
    try {
      engine.countGraph();
      assertEquals(cost + 50, cost(document));
    } finally {
      bolt.write(
          Statement.of("MATCH (a:Agreement) WHERE a.key STARTS WITH 'more-' DETACH DELETE a"));
    }
  }

  private long cost(String document) {
    var request = new Request(document, "", Map.of(), true, SeededCallers.STEWARD);
    return engine.start(request).bounds().cost().estimated();
  }

  private JsonNode answer(String document, Caller caller) throws IOException {
    var out = new ByteArrayOutputStream();
    engine.answer(new Request(document, "", Map.of(), true, caller), out);
    return JSON.readTree(out.toByteArray());
  }

  @Test
  void isToldToWhoAsks() throws Exception {
    var document = JSON.writeValueAsString(Map.of("query", "{ regions { code } }"));
    try (var callers = new SeededCallers();
        var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(callers.address() + "/graphql"))
              .header("content-type", "application/json")
              .POST(BodyPublishers.ofString(document));

      var silent = client.send(request.build(), BodyHandlers.ofString()).body();
      var told =
          client.send(request.header("graphql-cost", "1").build(), BodyHandlers.ofString()).body();

      assertFalse(JSON.readTree(silent).has("extensions"), silent);
      var cost = JSON.readTree(told).at("/extensions/cost");
      assertTrue(cost.path("estimated").asLong() > 0, told);
      assertEquals(Limits.DEFAULT.answers().toNobody().readsMax(), cost.path("allowed").asLong());
    }
  }
}
