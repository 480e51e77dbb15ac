package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.engine.Engine;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.engine.Protection;
import nl.jeugdgraaf.engine.RecordingAudit;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.execute.ResponseFormat;
import nl.jeugdgraaf.execute.ResponseTarget;
import nl.jeugdgraaf.limits.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows of operations over HTTP: CSV, lines of JSON and GraphML, and the page that explains them.
class RowsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CSV = "text/csv";
  private static final String LINES = "application/x-ndjson";
  private static final String GRAPH = "application/graphml+xml";
  private static final String PROBLEM = "application/graphql-response+json; charset=utf-8";

  private static final String PATHS =
      "{ paths(from: \"UHJvZHVjdDpHUk9OSU5HRU4vNDVBNDg\", to: \"TW9kdWxlOkdST05JTkdFTi82LjE\","
          + " via: [LISTED_IN, MAPS_TO, CHILD_OF, PART_OF_MODULE], first: 2, asOf: \"2026-11-01\")"
          + " { nodes { %s __typename } relationships { type } } }";

  @RegisterExtension static final SeededServer SERVER = new SeededServer();

  private static HttpResponse<String> ask(String accept, String query) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(SERVER.address() + "/graphql"))
            .header("content-type", "application/json")
            .header("accept", accept)
            .header("authorization", SERVER.steward())
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private static String rows(String query) throws Exception {
    var response = ask(CSV, query);
    assertEquals(200, response.statusCode(), response::body);
    return response.body().replace("\r\n", "\n");
  }

  @Test
  void aListIsATable() throws Exception {
    var response =
        ask(
            CSV,
            "query Some { products(limit: 1, sort: [{key: ASC}]) { code at: key region { code } }"
                + " }");
    assertEquals(
        "code,at,region.code\r\n\"40A04\",\"GRONINGEN/40A04\",\"GRONINGEN\"\r\n", response.body());
    var headers = response.headers();
    assertEquals(
        "text/csv; header=present; charset=utf-8", headers.firstValue("content-type").orElse(""));
    assertEquals(
        "attachment; filename=\"Some.csv\"", headers.firstValue("content-disposition").orElse(""));
  }

  @Test
  void edgesGroupsAndListsBelowOneNodeAreTables() throws Exception {
    assertEquals(
        """
        properties.status,properties.confidence,node.name
        "STATED","HIGH","Basishulp jeugd en gezin"
        """,
        rows(
            "{ product(by: {key: \"GRONINGEN/45A04\"}, asOf: \"2026-11-01\") { segmentsConnection {"
                + " edges { properties { status confidence } node { name } } } } }"));
    assertEquals(
        """
        key.region.code,count.nodes
        "GRONINGEN",149
        "HAAGLANDEN",21
        """,
        rows("{ productsConnection { groups { key { region { code } } count { nodes } } } }"));
    assertEquals("code\n", rows("{ product(by: {key: \"none\"}) { clusters { code } } }"));
    assertEquals(4, rows("{ products(limit: 3) { code } }").lines().count());
    assertEquals(
        4, rows("{ productsConnection(last: 3) { edges { node { code } } } }").lines().count());
  }

  @Test
  void rowsOfSeveralTypesHaveTheColumnsOfAll() throws Exception {
    var table =
        rows(
            "{ search(phrase: \"wonen\", first: 9) { edges { node { __typename ... on Product {"
                + " code region { code } } ... on Cluster { name } } } } }");
    assertTrue(table.contains("\"Product\",,\"44N31\",\"GRONINGEN\"\n"), table);
    assertEquals(
        "node.__typename,node.name,node.code,node.region.code",
        table.lines().findFirst().orElse(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { products(limit: 1) { code names } } | names is a list
          { products(limit: 1) { region { products(limit: 1) { code } } } } | region.products is a list
          { products(limit: 1) { code } regions { code } } | Rows need an operation with one field
          { regions { code } __typename } | Rows need an operation with one field
          { productsConnection(first: 1) { edges { node { code } } totalCount } } | productsConnection is not a list.
          { productsConnection { totalCount } } | productsConnection.totalCount is not a list.
          { product(by: {key: "GRONINGEN/45A04"}) { code name } } | product is not a list.
          """)
  void whatIsNoTableIsRefused(String query, String message) throws Exception {
    var response = ask(CSV, query);
    assertEquals(406, response.statusCode());
    assertEquals(PROBLEM, response.headers().firstValue("content-type").orElse(""));
    assertTrue(response.headers().firstValue("content-disposition").isEmpty());
    var error = JSON.readTree(response.body()).path("errors").path(0);
    assertTrue(error.path("message").asText().contains(message), response::body);
    assertEquals("NOT_ACCEPTABLE", error.path("extensions").path("code").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv, '{ regions { nope } }', 400",
    "application/x-ndjson, '{', 400",
    "text/*, '{ regions { code } }', 406",
  })
  void errorsAreThoseOfGraphQl(String accept, String query, int status) throws Exception {
    var response = ask(accept, query);
    assertEquals(status, response.statusCode());
    assertTrue(JSON.readTree(response.body()).has("errors"), response::body);
  }

  @Test
  void aFormatHasToBeNamed() throws Exception {
    for (var accept : List.of("*/*", "text/html, */*;q=0.1", "application/*")) {
      assertTrue(ask(accept, "{ regions { code } }").body().startsWith("{\"data\""), accept);
    }
    assertTrue(
        ask("application/json;q=0.5, text/csv", "{ regions { code } }").body().startsWith("code"));
  }

  @Test
  void linesAreTheElementsOfTheJsonAnswer() throws Exception {
    var query =
        "{ deliveries { key id status trajectory { youth { key birthDate } } product { code names }"
            + " } }";
    var answer = JSON.readTree(ask("application/json", query).body()).path("data");
    var lines = new ArrayList<JsonNode>();
    for (var line : ask(LINES, query).body().lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    assertTrue(lines.size() > 1_000, "only " + lines.size());
    assertEquals(List.copyOf(answer.path("deliveries").valueStream().toList()), lines);
    var table = rows(query.replace("names", ""));
    assertEquals(1 + lines.size(), table.lines().count());
  }

  @Test
  void theAuditLogSaysTheSame() throws IOException {
    var query = "{ youths(limit: 7) { key trajectories { key } } }";
    assertEquals(recorded(query, ResponseFormat.JSON), recorded(query, ResponseFormat.NDJSON));
    assertEquals(1, recorded(query, ResponseFormat.NDJSON).size());
  }

  private static List<AuditEntry.Data> recorded(String query, ResponseFormat format)
      throws IOException {
    var schema = ApiSchema.builtIn();
    var entries = new ArrayList<AuditEntry>();
    var policy = new Policy(schema.access(), true);
    var protection = new Protection(policy::of, new RecordingAudit(entries), TestDatabase.CURSORS);
    var engine = new Engine(Planner.of(schema), TestDatabase.shared(), protection, Limits.DEFAULT);
    var steward = new Caller("STEWARD", "", "", "QUALITY", "");
    engine.answer(
        new Request(query, "", Map.of(), true, steward),
        new ResponseTarget(format, _ -> {}, OutputStream.nullOutputStream()));
    return entries.stream().map(AuditEntry::data).toList();
  }

  @Test
  void pathsAreAGraph() throws Exception {
    var body = ask(GRAPH, PATHS.formatted("id")).body();
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    // The paths share their first and last nodes and the last relationship.
    assertEquals(4, document.getElementsByTagName("node").getLength(), body);
    assertEquals(4, document.getElementsByTagName("edge").getLength(), body);
    assertTrue(body.contains("<data key=\"e.type\">MAPS_TO</data>"), body);
    assertEquals(406, ask(GRAPH, PATHS.formatted("")).statusCode());
    assertEquals(406, ask(GRAPH, "{ regions { code } }").statusCode());
  }

  /// Where the program and its library are there.
  @ParameterizedTest
  @CsvSource({
    "python, python3 -c, import csv",
    "python gql, python3 -c, import gql",
    "r, Rscript -e, library(httr2)",
  })
  void aRecipeRuns(String language, String command, String needed) throws Exception {
    assumeTrue(run(command, needed) != null, needed + " is not there");
    var page = Files.readString(Path.of("schema", "rows.md"));
    var recipe = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(page);
    assertTrue(recipe.find());
    var printed = run(command, recipe.group(1));
    assertTrue(printed != null && printed.contains("GRONINGEN"), printed);
  }

  /// Returns what a program prints, or null where it fails or is not there.
  private static @Nullable String run(String command, String text) throws InterruptedException {
    var arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.add(text);
    var builder = new ProcessBuilder(arguments).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("SERVER", SERVER.address());
    try {
      var process = builder.start();
      var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? printed : null;
    } catch (IOException _) {
      return null;
    }
  }
}
