package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.plan.Run;
import nl.jeugdgraaf.policy.Caller;
import nl.jeugdgraaf.schema.ApiSchema;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import nl.jeugdgraaf.seed.SeedLoader;
import nl.jeugdgraaf.seed.SeedReader;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.SyntheticNetwork;
import nl.jeugdgraaf.store.Constraints;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.summary.QueryProfile;

/// What an operation that starts at a key or an index costs does not grow with the data.
///
/// Prints the database hits of `PROFILE` for synthetic networks of two sizes, the larger ten times
/// the smaller; `-Dhits.scale=10` sets the larger one.
class DatabaseHitsTest {
  private static final double SCALE = Double.parseDouble(System.getProperty("hits.scale", "1"));

  /// Rows that go before the page whose cost is measured, in the larger network.
  private static final int ROWS_BEFORE = 10_000;

  private static final List<Case> CASES =
      List.of(
          new Case(
              "first 10 by a key",
              100,
              "{ trajectoriesConnection(first: 10) { edges { cursor node { id } } } }"),
          new Case(
              "first 10 by an indexed field",
              100,
              """
              { deliveries(limit: 10, sort: [{startedOn: ASC}],
                where: {startedOn: {gte: "2000-01-01"}}) { id startedOn } }
              """),
          new Case(
              "last 10 by an indexed day that is there",
              100,
              """
              { deliveries(limit: 10, sort: [{startedOn: DESC}],
                where: {NOT: {startedOn: {eq: null}}}) { id startedOn } }
              """),
          new Case(
              "some by key",
              2_000,
              "{ youths(where: {trajectories: {some: {id: {eq: \"T-000001\"}}}}) { id } }"),
          new Case(
              "some by key, two steps away and by the relationship",
              2_000,
              """
              { youths(where: {trajectories: {some: {regieHoldersConnection: {some: {
                edge: {kind: {eq: PROCESS}}}}, deliveriesConnection: {some: {
                node: {id: {eq: "D-000001"}}}}}}}) { id } }
              """),
          new Case(
              "page after 10,000 rows",
              500,
              """
              query($after: String) { deliveriesConnection(first: 10, after: $after) {
                edges { node { id } } pageInfo { hasNextPage endCursor } } }
              """),
          new Case(
              "page after 10,000 rows by an indexed day",
              500,
              """
              query($day: String) { deliveriesConnection(first: 10, after: $day,
                sort: [{startedOn: ASC}], where: {startedOn: {gte: "2000-01-01"}}) {
                edges { node { id } } pageInfo { hasNextPage endCursor } } }
              """),
          new Case(
              "page and total without a filter",
              200,
              "{ deliveriesConnection(first: 10) { totalCount edges { node { id } } } }"));

  private final ObjectMapper json = new ObjectMapper();
  private final ApiSchema schema = ApiSchema.of(SchemaReader.read(SchemaFile.builtIn()));

  private record Case(String name, long hitsMax, String query) {}

  @Test
  void costsDoNotGrowWithTheData() throws IOException {
    var small = hits(SCALE / 10);
    var large = hits(SCALE);
    var wrong = new ArrayList<String>();
    for (var one : CASES) {
      long before = small.getOrDefault(one.name(), 0L);
      long after = large.getOrDefault(one.name(), 0L);
      System.out.printf(
          "%-55s %6d hits at scale %s, %6d at %s%n", one.name(), before, SCALE / 10, after, SCALE);
      if (after >= one.hitsMax() || after > 2 * before + 100) {
        wrong.add(one.name() + ": " + before + " hits, then " + after);
      }
    }
    assertTrue(wrong.isEmpty(), wrong::toString);
  }

  private Map<String, Long> hits(double scale) throws IOException {
    var bolt = TestDatabase.empty();
    Constraints.make(bolt, schema.model());
    SeedLoader.load(bolt, schema.model(), tables(scale), _ -> {});
    var engine = new Engine(schema, bolt, Protection.none(TestDatabase.CURSORS), Limits.DEFAULT);
    var hits = new LinkedHashMap<String, Long>();
    for (var one : CASES) {
      var variables = variables(engine, one.query(), scale);
      hits.put(one.name(), hits(engine, one.query(), variables));
    }
    return hits;
  }

  private static List<SeedTable> tables(double scale) {
    var stated =
        SeedReader.read(Path.of("seed")).stream()
            .filter(table -> !table.origin().startsWith("synthetic/"))
            .toList();
    var tables = new ArrayList<>(stated);
    tables.addAll(SyntheticNetwork.ofSize(SyntheticNetwork.Size.ofScale(scale), stated).tables());
    return tables;
  }

  /// Asks for the place after so many rows, in the smaller network a tenth of them.
  private Map<String, Object> variables(Engine engine, String asked, double scale)
      throws IOException {
    if (!asked.startsWith("query(")) {
      return Map.of();
    }
    var byDay = asked.contains("$day");
    var how = byDay ? ", sort: [{startedOn: ASC}], where: {startedOn: {gte: \"2000-01-01\"}}" : "";
    var query =
        "{ deliveriesConnection(first: %d%s) { pageInfo { endCursor } } }"
            .formatted((int) (ROWS_BEFORE * scale / SCALE), how);
    var out = new ByteArrayOutputStream();
    engine.prepare(new Request(query, "", Map.of(), false, Caller.NOBODY)).writeTo(out);
    JsonNode answer = json.readTree(out.toByteArray());
    return Map.of(
        byDay ? "day" : "after",
        answer.at("/data/deliveriesConnection/pageInfo/endCursor").asText());
  }

  private static long hits(Engine engine, String query, Map<String, Object> variables) {
    var run = new Run(variables, LocalDate.now(ZoneOffset.UTC), TestDatabase.CURSORS);
    var statement =
        engine.explain(new Request(query, "", variables, false, Caller.NOBODY)).statement(run);
    try (var driver = GraphDatabase.driver(TestDatabase.address().uri(), AuthTokens.none());
        var session = driver.session()) {
      var summary =
          session
              .run(
                  statement.text().replace("CYPHER 5 ", "CYPHER 5 PROFILE "),
                  statement.parameters())
              .consume();
      return hits(summary.queryProfile().orElseThrow());
    }
  }

  private static long hits(QueryProfile plan) {
    return plan.dbHits().orElse(0)
        + plan.children().stream().mapToLong(DatabaseHitsTest::hits).sum();
  }
}
