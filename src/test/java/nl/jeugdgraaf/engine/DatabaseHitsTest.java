package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.execute.ExecutionContext;
import nl.jeugdgraaf.limits.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/// What an operation that starts at a key or an index costs does not grow with the data.
///
/// Prints the database hits of `PROFILE` for synthetic networks of two sizes, the larger ten times
/// the smaller, and what access rules add to or take from them; `-Dhits.scale=10` sets the larger
/// one.
@EmptiesDatabase
class DatabaseHitsTest {
  private static final double SCALE = Double.parseDouble(System.getProperty("hits.scale", "1"));

  /// How many times the cost of a filter rules may have.
  private static final int DEARER_MAX = 4;

  /// How many times the cost for each tie of the caller may grow with the data.
  private static final int GROWTH_MAX = 2;

  private static final int SLACK = 100;

  /// Rows that go before the page whose cost is measured, in the larger network.
  private static final int ROWS_BEFORE = 10_000;

  private static final List<Case> CASES =
      List.of(
          new Case(
              "first 10 by a key",
              100,
              "{ trajectoriesConnection(first: 10) { edges { cursor node { key } } } }"),
          new Case(
              "first 10 by an indexed field",
              100,
              """
              { deliveries(limit: 10, sort: [{startedOn: ASC}],
                where: {startedOn: {gte: "2000-01-01"}}) { key startedOn } }
              """),
          new Case(
              "last 10 by an indexed day that is there",
              100,
              """
              { deliveries(limit: 10, sort: [{startedOn: DESC}],
                where: {NOT: {startedOn: {eq: null}}}) { key startedOn } }
              """),
          new Case(
              "some by key",
              2_000,
              "{ youths(where: {trajectories: {some: {key: {eq: \"T-000001\"}}}}) { key } }"),
          new Case(
              "some by key, two steps away and by the relationship",
              2_000,
              """
              { youths(where: {trajectories: {some: {regieHoldersConnection: {some: {
                edge: {kind: {eq: PROCESS}}}}, deliveriesConnection: {some: {
                node: {key: {eq: "D-000001"}}}}}}}) { key } }
              """),
          new Case(
              "chains of the first 10 by a key",
              250,
              """
              { deliveriesConnection(first: 10) {
                edges { node { key earlier { key } later { key } } } } }
              """),
          new Case(
              "page after 10,000 rows",
              500,
              """
              query($after: String) { deliveriesConnection(first: 10, after: $after) {
                edges { node { key } } pageInfo { hasNextPage endCursor } } }
              """),
          new Case(
              "page after 10,000 rows by an indexed day",
              500,
              """
              query($day: String) { deliveriesConnection(first: 10, after: $day,
                sort: [{startedOn: ASC}], where: {startedOn: {gte: "2000-01-01"}}) {
                edges { node { key } } pageInfo { hasNextPage endCursor } } }
              """),
          new Case(
              "page and total without a filter",
              200,
              "{ familiesConnection(first: 10) { totalCount edges { node { key } } } }"));

  /// What a role typically asks.
  ///
  /// @param ties pattern from an organisation `o` with as many ties as it sees of what is asked
  /// @param asked the operation, with a place for a filter
  /// @param own the filter that says whose it is
  private record Asked(String role, String purpose, String ties, String asked, String own) {
    String query(String where) {
      return asked.formatted(where.isEmpty() ? "" : ", where: {" + where + "}");
    }

    /// Returns the organisation in the middle, by what it sees.
    Typical typical(Bolt bolt) {
      var statement =
          "MATCH "
              + ties
              + " WITH coalesce(o.agb, o.code, o.key) AS whose, count(*) AS ties"
              + " ORDER BY ties, whose"
              + " WITH collect([whose, ties]) AS found"
              + " RETURN found[size(found) / 2] AS typical";
      var typical = bolt.command(Statement.of(statement)).getFirst().get("typical");
      return new Typical(typical.get(0).asString(), typical.get(1).asLong());
    }
  }

  /// An organisation.
  ///
  /// @param ties how many it has to what is asked
  private record Typical(String key, long ties) {}

  /// What an operation cost.
  ///
  /// @param ties on what it may depend: how many the caller has, or rows of one day where those of
  ///   a day are sorted; 1 where it depends on nothing
  private record Cost(long hits, long ties) {
    static final Cost NONE = new Cost(0, 1);
  }

  private static final List<Asked> ASKED =
      List.of(
          new Asked(
              "MUNICIPALITY",
              "ASSIGNMENT",
              "(o:Municipality)<-[:LIVES_IN]-()",
              "{ youths(limit: 20%s) { key trajectories { kind deliveries { status } } } }",
              "municipality: {code: {eq: \"%s\"}}"),
          new Asked(
              "LOCAL_TEAM",
              "REGIE",
              "(o:Referrer)-[:HOLDS_REGIE]->()",
              "{ trajectories(limit: 20%s) { key step regieHolders { name } } }",
              "regieHolders: {some: {Referrer: {key: {eq: \"%s\"}}}}"),
          new Asked(
              "CERTIFIED_INSTITUTION",
              "SAFETY",
              "(o:Referrer)<-[:EXECUTED_BY]-()",
              "{ measures(limit: 20%s) { key kind youth { key } } }",
              "executedBy: {key: {eq: \"%s\"}}"),
          new Asked(
              "PROVIDER",
              "CARE",
              "(o:Provider)-[:DELIVERS]->()",
              "{ deliveries(limit: 20%s) { key status trajectory { step } product { name } } }",
              "deliveredBy: {Provider: {agb: {eq: \"%s\"}}}"),
          new Asked(
              "NETWORK_PARTNER",
              "REGIE",
              "(o:Provider)-[:PARTNER_IN]->()-[:HOLDS_REGIE]->()",
              "{ trajectories(limit: 20%s) { key step deliveries { status } } }",
              "kind: {eq: HSJ}, regieHolders: {some: {Network: {partners: {some: {agb: {eq:"
                  + " \"%s\"}}}}}}"),
          new Asked(
              "REFERRER",
              "REFERRAL",
              "(o:Referrer)<-[:REFERRED_BY]-()",
              "{ trajectories(limit: 20%s) { key youth { key } } }",
              "referrer: {key: {eq: \"%s\"}}"),
          new Asked(
              "SCHOOL",
              "EDUCATION",
              "(o:School)-[:HOLDS_REGIE]->()",
              "{ trajectories(limit: 20%s) { key youth { key } } }",
              "regieHolders: {some: {School: {key: {eq: \"%s\"}}}}"),
          new Asked(
              "YOUTH",
              "OWN_DATA",
              "(o:Youth)<-[:FOR]-()",
              "{ trajectories(limit: 20%s) { key deliveries { status deliveredBy { name } } } }",
              "youth: {key: {eq: \"%s\"}}"));

  /// Profiles, which the server's own connection does not.
  private static final Driver DRIVER = TestDatabase.driver();

  private final ObjectMapper json = new ObjectMapper();
  private final ApiSchema schema = ApiSchema.builtIn();

  private record Case(String name, long hitsMax, String query) {
    /// Returns whether rows of one day are sorted, which in networks larger than that of the build
    /// are too many for its bounds.
    boolean isOfDay() {
      return name.contains(" day");
    }
  }

  @AfterAll
  static void close() {
    DRIVER.close();
  }

  @Test
  void costsDoNotGrowWithTheData() throws IOException {
    var small = hits(SCALE / 10);
    var large = hits(SCALE);
    var wrong = new ArrayList<String>();
    large.forEach((name, after) -> {
      var before = small.getOrDefault(name, Cost.NONE);
      System.out.printf(
          "%-55s %6d hits and %5d ties at scale %s, %6d and %5d at %s%n",
          name, before.hits, before.ties, SCALE / 10, after.hits, after.ties, SCALE);
      // An organisation whose ties have all ended may see nothing at no cost; to read a tie costs
      // two hits at least, one for the relationship and one for the node.
      long least = Math.max(before.hits, 2 * before.ties);
      if (after.hits > GROWTH_MAX * least * after.ties / before.ties + SLACK) {
        wrong.add(name + ": " + before + ", then " + after);
      }
    });
    for (var one : CASES) {
      long hits = large.getOrDefault(one.name(), Cost.NONE).hits;
      if (hits >= one.hitsMax() * (one.isOfDay() ? Math.max(1, SCALE) : 1)) {
        wrong.add(one.name() + ": " + hits + " hits");
      }
    }
    assertTrue(wrong.isEmpty(), wrong::toString);
    rulesCostLittleMoreThanAFilter();
  }

  /// Over the larger network, which is there now: what a typical organisation of each role asks
  /// costs what the same question costs with a filter that says whose it is, times a few for the
  /// nodes further on, of which rules hold too.
  private void rulesCostLittleMoreThanAFilter() {
    var bolt = TestDatabase.shared();
    var engine = unguarded(bolt);
    var wrong = new ArrayList<String>();
    System.out.println("| role | asks | with rules | without | without, own by a filter |");
    for (var one : ASKED) {
      var whose = one.typical(bolt).key;
      long with = withRules(bolt, one, whose);
      long without = hits(engine, one.query(""), Map.of());
      long filtered = hits(engine, one.query(one.own().formatted(whose)), Map.of());
      System.out.printf(
          "| %s | `%s` | %,d | %,d | %,d |%n", one.role(), one.query(""), with, without, filtered);
      if (with > DEARER_MAX * filtered + 100) {
        wrong.add(one.role() + ": " + with + " hits, by a filter " + filtered);
      }
    }
    assertTrue(wrong.isEmpty(), wrong::toString);
  }

  private long withRules(Bolt bolt, Asked one, String whose) {
    var policy = new Policy(schema.access(), true);
    var guarded =
        new Engine(Planner.of(schema), bolt, RecordingAudit.protection(policy), Limits.DEFAULT);
    var caller = new Caller(one.role(), whose, "", one.purpose(), "");
    var request = new Request(one.query(""), "", Map.of(), false, caller);
    return hits(guarded, request, policy.of(caller).values());
  }

  private Map<String, Cost> hits(double scale) throws IOException {
    var bolt = TestDatabase.empty();
    TestDatabase.loadNetwork(bolt, scale);
    var engine = unguarded(bolt);
    var statement = "MATCH (d:Delivery) WITH d.startedOn AS day, count(*) AS rows RETURN max(rows)";
    long onOneDay = bolt.command(Statement.of(statement)).getFirst().get(0).asLong();
    var hits = new LinkedHashMap<String, Cost>();
    for (var one : CASES) {
      var variables = variables(engine, one.query(), scale);
      var ties = SCALE > 1 && one.isOfDay() ? onOneDay : 1;
      hits.put(one.name(), new Cost(hits(engine, one.query(), variables), ties));
    }
    for (var one : ASKED) {
      var typical = one.typical(bolt);
      var cost = new Cost(withRules(bolt, one, typical.key), typical.ties);
      hits.put("what a typical " + one.role() + " asks", cost);
    }
    return hits;
  }

  private Engine unguarded(Bolt bolt) {
    return new Engine(
        Planner.of(schema), bolt, Protection.none(TestDatabase.CURSORS), Limits.DEFAULT);
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
    engine.answer(new Request(query, "", Map.of(), false, Caller.NOBODY), out);
    JsonNode answer = json.readTree(out.toByteArray());
    return Map.of(
        byDay ? "day" : "after",
        answer.at("/data/deliveriesConnection/pageInfo/endCursor").asText());
  }

  private static long hits(Engine engine, String query, Map<String, Object> variables) {
    return hits(engine, new Request(query, "", variables, false, Caller.NOBODY), variables);
  }

  private static long hits(Engine engine, Request request, Map<String, Object> values) {
    var run = new ExecutionContext(values, LocalDate.now(ZoneOffset.UTC), TestDatabase.CURSORS);
    var statement = engine.explain(request).statement(run);
    return DatabaseHits.of(DRIVER, statement);
  }
}
