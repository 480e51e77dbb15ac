package nl.jeugdgraaf.access;

import static nl.jeugdgraaf.SeededCallers.MUNICIPALITY;
import static nl.jeugdgraaf.SeededCallers.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import nl.jeugdgraaf.SeededCallers;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every root field is guarded, and only a signed token opens it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RootFieldAccessTest {
  private static final ApiSchema SCHEMA = ApiSchema.of(SchemaReader.read(SchemaFile.builtIn()));
  private static final Pattern HIDDEN_FROM_ALL = Pattern.compile("\\| (\\w+) \\| – \\|.*");
  private static final Pattern ROWS = Pattern.compile("(\\w+?)(Search)?Connection");
  private static final Caller WITHOUT_PURPOSE =
      new Caller("LOCAL_TEAM", "CASUS/PROCESREGIE", "", "", "");
  private static final String YOUTH = id("Youth", "Y-000001");

  /// Root fields that are not of one type of the graph, and how each would show a youth.
  private static final Set<String> BESIDE =
      Set.of(
          "node(id: \"" + YOUTH + "\") { id }",
          "nodes(ids: [\"" + YOUTH + "\"]) { id }",
          "path(from: \"" + YOUTH + "\", to: \"" + YOUTH + "\") { length }",
          "paths(from: \"" + YOUTH + "\", to: \"" + YOUTH + "\") { length }",
          "accesses(subject: \"" + YOUTH + "\") { event }",
          "explainAccess(id: \""
              + YOUTH
              + "\", role: \"STEWARD\", purpose: \"QUALITY\") { decision }",
          "statistics(table: YOUTHS_BY_STEP, on: \"2026-07-01\") { threshold }",
          "networkAnalysis(asOf: \"2026-11-01\") { network(of: DELIVERIES) { components } }");

  private final SeededCallers callers = new SeededCallers();

  @AfterAll
  void stop() {
    callers.close();
  }

  /// The types that a caller without a token never sees, as the matrix of access says.
  static Set<String> ofPersons() {
    try {
      var types = new TreeSet<String>();
      for (var line : Files.readAllLines(Path.of("schema/access/matrix.md"))) {
        var row = HIDDEN_FROM_ALL.matcher(line);
        if (row.matches()) {
          types.add(row.group(1));
        }
      }
      return types;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<GraphQLFieldDefinition> roots() {
    return SCHEMA.graphQl().getQueryType().getFieldDefinitions();
  }

  private static String typeOf(GraphQLFieldDefinition root) {
    var name = GraphQLTypeUtil.unwrapAll(root.getType()).getName();
    var rows = ROWS.matcher(name);
    return rows.matches() ? rows.group(1) : name;
  }

  private static String asked(GraphQLFieldDefinition root) {
    var arguments = new ArrayList<String>();
    if (root.getArgument("by") != null) {
      arguments.add("by: {key: \"Y-000001\"}");
    }
    if (root.getArgument("phrase") != null) {
      arguments.add("phrase: \"a\"");
    }
    return root.getName()
        + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")")
        + (root.getName().endsWith("Connection") ? " { totalCount }" : " { __typename }");
  }

  static Set<String> dataOfPersons() {
    var asked = new TreeSet<>(BESIDE);
    roots().stream()
        .filter(root -> ofPersons().contains(typeOf(root)))
        .map(RootFieldAccessTest::asked)
        .forEach(asked::add);
    return asked;
  }

  /// A root field that is added is of a type of the graph, or has its case here.
  @Test
  void everyRootFieldIsKnownHere() {
    var known = new HashSet<>(SCHEMA.model().nodes().keySet());
    known.addAll(List.of("Organisation", "RegieHolder", "Searchable", "Statement"));
    var beside = new TreeSet<String>();
    for (var root : roots()) {
      if (!known.contains(typeOf(root))) {
        beside.add(root.getName());
      }
    }
    var cases = new TreeSet<String>();
    BESIDE.forEach(it -> cases.add(it.substring(0, it.indexOf('('))));
    assertEquals(cases, beside);
    assertTrue(ofPersons().size() > 7 && SCHEMA.model().nodes().keySet().containsAll(ofPersons()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dataOfPersons")
  void everyRootFieldIsGuarded(String field) {
    for (var query :
        List.of(
            "{ " + field + " }",
            "{ a: " + field + " regions { code } }",
            "{ ... on Query { ...F } } fragment F on Query { " + field + " }")) {
      assertEquals("FORBIDDEN", callers.refusal(Caller.NOBODY, query).code(), query);
    }
    assertEquals("PURPOSE_REQUIRED", callers.refusal(WITHOUT_PURPOSE, "{ " + field + " }").code());
  }

  /// What hangs on a public node, such as its changes, shows no personal data.
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{ providers { changes(from: \"2026-01-01\", to: \"2026-11-01\") { regieOver { totalCount }"
            + " } } }",
        "{ providersSearch(phrase: \"a\", where: {deliveries: {some: {}}}) { totalCount } }",
        "{ search(phrase: \"a\") { edges { node { ... on Provider { deliveries { key } } } } } }",
        "{ providersConnection { aggregate { countDistinct { deliveries } } } }",
        "{ statements { ... on Youth { key } ... on Provider { regieOver { key } } } }"
      })
  void aPublicNodeLeadsToNoPersonalData(String query) {
    assertEquals("FORBIDDEN", callers.refusal(Caller.NOBODY, query).code());
    assertEquals("PURPOSE_REQUIRED", callers.refusal(WITHOUT_PURPOSE, query).code());
  }

  /// Claims in a request body, as a client of subscriptions would send them, are ignored.
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "\"connectionParams\": {\"jwt\": ?}",
        "\"connectionParams\": {\"authorization\": \"Bearer x\", \"jwt\": ?, \"isAuthenticated\":"
            + " true}",
        "\"extensions\": {\"jwt\": ?, \"connectionParams\": {\"jwt\": ?}}",
        "\"type\": \"connection_init\", \"payload\": {\"jwt\": ?, \"claims\": ?}",
        "\"context\": {\"jwt\": ?}, \"jwt\": ?, \"token\": ?, \"caller\": ?",
        "\"variables\": {\"jwt\": ?, \"claims\": ?}"
      })
  void claimsInTheBodyAreIgnored(String more) {
    var claims =
        "{\"sub\": \"s\", \"role\": \"STEWARD\", \"roles\": [\"STEWARD\"], \"purpose\":"
            + " \"QUALITY\"}";
    var ask = "{\"query\": \"{ youths { key } }\"";
    var with = ask + ", " + more.replace("?", claims) + "}";
    assertEquals("FORBIDDEN", callers.post(Caller.NOBODY, with).code());
    assertEquals("PURPOSE_REQUIRED", callers.post(WITHOUT_PURPOSE, with).code());
    var plain = callers.post(MUNICIPALITY, ask + "}");
    assertEquals(plain, callers.post(MUNICIPALITY, with));
    assertTrue(plain.json().at("/data/youths").size() > 0);
  }

  /// There is no web socket that could carry claims.
  @Test
  void noWebSocketIsOpened() {
    try (var client = HttpClient.newHttpClient()) {
      for (var protocol : List.of("graphql-transport-ws", "graphql-ws")) {
        var opening =
            client
                .newWebSocketBuilder()
                .subprotocols(protocol)
                .buildAsync(
                    URI.create(callers.address().replaceFirst("http", "ws") + "/graphql"),
                    new WebSocket.Listener() {});
        assertThrows(CompletionException.class, opening::join);
      }
      assertFalse(
          callers.post(Caller.NOBODY, "{\"type\": \"connection_init\"}").json().has("data"));
    }
  }
}
